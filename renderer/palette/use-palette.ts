import { useMemo, type RefObject } from 'react'
import { useStore } from 'zustand'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { SearchState } from '../state/search.ts'
import {
  countLanes,
  groupCommands,
  groupHelp,
  groupHits,
  groupRecents,
  readAsk,
  type PaletteGroup,
  type PaletteItem,
} from './palette-groups.ts'
import type { PaletteIntent } from './palette-keys.ts'
import { leadsSomewhere, placeOf } from './palette-places.ts'
import type { PaletteProps, PlaceItem } from './palette-props.ts'
import { useActiveRow } from './use-active-row.ts'
import { usePreview } from './use-preview.ts'
import { useSuggestions } from './use-suggestions.ts'

/** The palette's state as it is drawn, and what keys and clicks do to it. */
export interface UsedPalette {
  readonly state: SearchState
  readonly groups: readonly PaletteGroup[]
  readonly activeItem: PaletteItem | undefined
  readonly suggested: ReturnType<typeof useSuggestions>
  /** Name of the saved search with this query; null when it is not saved; undefined when there is nothing to save. */
  readonly savedName: string | null | undefined
  readonly point: (item: PaletteItem) => void
  readonly choose: (item: PaletteItem) => void
  readonly run: (intent: PaletteIntent) => void
  /** Puts a query into the field. */
  readonly write: (text: string) => void
}

/** @param onNameSearch the search is to be kept, and needs a name. */
export function usePalette(
  props: PaletteProps,
  input: RefObject<HTMLInputElement | null>,
  isWide: boolean,
  onNameSearch: () => void,
): UsedPalette {
  const { search, preview, recents } = props
  const state = useStore(search)
  const groups = useGroups(state, props)
  const { activeItem, point, moveBy, goToGroup } = useActiveRow(groups, state)
  const suggested = useSuggestions(state.text, useStore(props.queryValues), input, search.setText)
  const savedName = findSavedName(state, recents)
  usePreview(preview, activeItem, state.answeredText, isWide)

  function choose(item: PaletteItem): void {
    if (item.kind === 'more') search.setLane(item.lane)
    else if (item.kind === 'query') write(item.query)
    else if (item.kind === 'syntax') write(item.write)
    else if (item.kind === 'entry' || item.kind === 'hit') follow(item, props.onOpen)
    else {
      search.close()
      props.onCommand(item.command.id)
    }
  }
  function follow(item: PlaceItem, open: (path: EntryPath, offset: number | null) => void): void {
    leave(item)
    open(...placeOf(item))
  }
  function leave(item: PlaceItem): void {
    if (item.kind === 'hit') props.onFollowed(state.text)
    search.close()
  }
  function write(text: string): void {
    search.setText(text)
    input.current?.focus()
  }
  function toggleSaved(): void {
    if (savedName === null) onNameSearch()
    else if (savedName !== undefined) props.onUnsave(savedName)
  }
  function goToLane(by: 1 | -1): void {
    if (state.answer === null) return
    const order = ['all' as const, ...countLanes(state.answer).map(({ lane }) => lane)]
    const at = order.indexOf(state.lane)
    search.setLane(order[(at + by + order.length) % order.length] ?? 'all')
  }
  /** What the key does to the chosen row; keys that mean nothing for it do nothing. */
  function runOnRow(kind: PaletteIntent['kind'], item: PaletteItem): void {
    const place = leadsSomewhere(item) ? item : null
    if (kind === 'open' || (kind === 'open-beside' && place === null)) choose(item)
    else if (kind === 'open-beside' && place) follow(place, props.onOpenBeside)
    else if (kind === 'link' && place && props.onLink) {
      leave(place)
      props.onLink(place)
    } else if (kind === 'tick' && item.kind === 'hit' && item.hit.box !== null) props.onTick(item.hit)
  }
  function run(intent: PaletteIntent): void {
    switch (intent.kind) {
      case 'move':
        return moveBy(intent.by)
      case 'group':
        return isLaneAlone(state) ? goToLane(intent.by) : goToGroup(intent.by)
      case 'step':
        return preview.step(intent.by)
      case 'complete':
        return suggested.take()
      case 'pick':
        return suggested.pick(intent.by)
      case 'unpick':
        return suggested.unpick()
      case 'typos':
        return props.onToggleTypos()
      case 'save':
        return toggleSaved()
      default:
        if (activeItem) runOnRow(intent.kind, activeItem)
    }
  }
  return { state, groups, activeItem, suggested, savedName, point, choose, run, write }
}

/** Made anew when what is shown changes, and not with every key: the text alone draws no row again. */
function useGroups(
  { text, lane, answer, answeredText }: SearchState,
  { commands, recents }: PaletteProps,
): readonly PaletteGroup[] {
  const ask = readAsk(text)
  const commandText = ask === 'commands' ? text : ''
  return useMemo(() => {
    switch (ask) {
      case 'commands':
        return groupCommands(commands, commandText)
      case 'nothing':
        return groupRecents(recents)
      case 'help':
        return groupHelp()
      case 'search':
        return answer ? groupHits(answer, lane, answeredText) : []
    }
  }, [ask, commandText, answer, lane, answeredText, commands, recents])
}

/** One lane stands alone, so that Tab means the next one. */
export function isLaneAlone({ lane, answer }: SearchState): boolean {
  return lane !== 'all' && answer !== null
}

function findSavedName({ text }: SearchState, { saved }: PaletteProps['recents']): string | null | undefined {
  if (readAsk(text) !== 'search') return undefined
  return saved.find(({ query }) => query === text.trim())?.name ?? null
}
