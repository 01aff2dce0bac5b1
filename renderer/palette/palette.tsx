import { Dialog } from '@base-ui/react/dialog'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { useStore } from 'zustand'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import { localDay } from '../state/days.ts'
import type { PreviewTarget } from '../state/search-preview.ts'
import type { SearchState } from '../state/search.ts'
import { isMac } from '../ui/format-keys.ts'
import { describeCount, describeSuggestion } from './describe-answer.ts'
import { NothingFound } from './nothing-found.tsx'
import { PaletteField } from './palette-field.tsx'
import { PaletteFoot } from './palette-foot.tsx'
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
import { readPaletteKey, type PaletteIntent } from './palette-keys.ts'
import { PaletteList } from './palette-list.tsx'
import type { PaletteProps, PlaceItem } from './palette-props.ts'
import { PaletteTabs } from './palette-tabs.tsx'
import { suggestionId, Suggestions } from './suggestions.tsx'
import { Understood } from './understood.tsx'
import { useActiveRow } from './use-active-row.ts'
import { useSuggestions } from './use-suggestions.ts'
import { Preview } from './preview.tsx'
import { SaveSearch } from './save-search.tsx'
import './palette.css'

/** Search over everything: a field, its list and, where there is room, what is behind the chosen row. */
export function Palette(props: PaletteProps) {
  const isOpen = useStore(props.search, (state) => state.isOpen)
  const ask = useStore(props.search, (state) => readAsk(state.text))
  const input = useRef<HTMLInputElement>(null)
  const isWide = props.hasPreview && (ask === 'search' || ask === 'nothing')
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => (open ? undefined : props.search.close())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="scrim" />
        <Dialog.Popup
          className={isWide ? 'dlg pal wide' : 'dlg pal'}
          aria-label="Search"
          initialFocus={input}
        >
          <PaletteBody {...props} input={input} isWide={isWide} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

interface PaletteBodyProps extends PaletteProps {
  readonly input: RefObject<HTMLInputElement | null>
  readonly isWide: boolean
}

function PaletteBody({ input, isWide, ...props }: PaletteBodyProps) {
  const { search, preview, commands, recents, isFuzzy } = props
  const state = useStore(search)
  const groups = useMemo(() => findGroups(state, commands, recents), [state, commands, recents])
  const { activeItem, point, moveBy, goToGroup } = useActiveRow(groups, state)
  const [isNaming, setIsNaming] = useState(false)
  const savedName = findSavedName(state, recents)
  const suggested = useSuggestions(state.text, useStore(props.queryValues), input, search.setText)
  usePreviewOf(activeItem, state, props, isWide)

  function choose(item: PaletteItem) {
    if (item.kind === 'more') search.setLane(item.lane)
    else if (item.kind === 'query') write(item.query)
    else if (item.kind === 'syntax') write(item.write)
    else if (item.kind === 'command') {
      search.close()
      props.onCommand(item.command.id)
    } else follow(item, props.onOpen)
  }
  function follow(item: PlaceItem, open: (path: EntryPath, offset: number | null) => void) {
    if (item.kind === 'hit') props.onFollowed(state.text)
    search.close()
    open(...placeOf(item))
  }
  function write(text: string) {
    search.setText(text)
    input.current?.focus()
  }
  function toggleSaved() {
    if (savedName === undefined) return
    if (savedName === null) setIsNaming(true)
    else props.onUnsave(savedName)
  }
  function run(intent: PaletteIntent) {
    switch (intent.kind) {
      case 'move':
        return moveBy(intent.by)
      case 'group':
        return isLaneAlone(state) ? goToLane(intent.by) : goToGroup(intent.by)
      case 'step':
        return preview.step(intent.by)
      case 'open':
        return activeItem && choose(activeItem)
      case 'open-beside':
        return (
          activeItem &&
          (leadsSomewhere(activeItem) ? follow(activeItem, props.onOpenBeside) : choose(activeItem))
        )
      case 'link':
        return activeItem && leadsSomewhere(activeItem) && link(activeItem)
      case 'tick':
        return activeItem?.kind === 'hit' && activeItem.hit.box !== null && props.onTick(activeItem.hit)
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
    }
  }
  function link(item: PlaceItem) {
    if (props.onLink === null) return
    if (item.kind === 'hit') props.onFollowed(state.text)
    search.close()
    props.onLink(item)
  }
  function goToLane(by: 1 | -1) {
    if (state.answer === null) return
    const order = ['all' as const, ...countLanes(state.answer).map(({ lane }) => lane)]
    const at = order.indexOf(state.lane)
    search.setLane(order[(at + by + order.length) % order.length] ?? 'all')
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return
    const { selectionStart, selectionEnd, value } = event.currentTarget
    const isAtEnd = selectionStart === value.length && selectionEnd === value.length
    const intent = readPaletteKey(event.nativeEvent, suggested.state, isAtEnd, isMac)
    if (intent === null) return
    event.preventDefault()
    event.stopPropagation()
    run(intent)
  }

  // A key is offered inside the field's own line: while one types plain words, nothing below may move.
  const isInField = suggested.suggestions[0]?.text.endsWith(':') === true
  const suggestions =
    suggested.state === 'none' ? null : (
      <Suggestions
        suggestions={suggested.suggestions}
        countOf={({ text, from }) =>
          state.text.slice(0, from).endsWith('tag:')
            ? (props.tagCounts.get(text.replaceAll('"', '')) ?? null)
            : null
        }
        pickedAt={suggested.pickedAt}
        onTake={suggested.take}
      />
    )

  return (
    <>
      <PaletteField
        input={input}
        text={state.text}
        answer={state.answer}
        suggestion={isInField ? suggestions : null}
        isFuzzy={isFuzzy}
        savedName={savedName}
        isListed={groups.length > 0}
        activeId={suggested.state === 'picked' ? suggestionId(suggested.pickedAt) : activeItem?.id}
        onText={search.setText}
        onCaret={suggested.noteCaret}
        onKeyDown={onKeyDown}
        onToggleTypos={props.onToggleTypos}
        onToggleSaved={toggleSaved}
        onHelp={() => write('?')}
      />
      {isInField ? null : suggestions}
      {suggestions === null || isInField ? <Understood text={state.text} today={localDay()} /> : null}
      {isNaming ? (
        <SaveSearch
          query={state.text.trim()}
          onSave={props.onSave}
          onDone={() => {
            setIsNaming(false)
            input.current?.focus()
          }}
        />
      ) : null}
      {state.answer ? <PaletteTabs search={search} lane={state.lane} answer={state.answer} /> : null}
      <div className="pbody">
        <div className="pfound">
          <PaletteList
            groups={groups}
            activeItem={activeItem}
            isAlone={isLaneAlone(state)}
            onNearEnd={search.showMore}
            onChoose={choose}
            onPoint={point}
            onTick={props.onTick}
            onDragStart={(item, event) => (leadsSomewhere(item) ? props.onDragStart(item, event) : undefined)}
          />
          {groups.length === 0 ? <NothingFound state={state} isFuzzy={isFuzzy} /> : null}
        </div>
        {isWide ? <Preview preview={preview} titleOf={props.titleOf} /> : null}
      </div>
      <output className="unseen">{describeCount(groups)}</output>
      <output className="unseen">{describeSuggestion(suggested.suggestions)}</output>
      <PaletteFoot answer={state.answer} item={activeItem} canOpenBeside canLink={props.onLink !== null} />
    </>
  )
}

function findGroups(
  state: SearchState,
  commands: PaletteProps['commands'],
  recents: PaletteProps['recents'],
): PaletteGroup[] {
  switch (readAsk(state.text)) {
    case 'commands':
      return groupCommands(commands, state.text)
    case 'nothing':
      return groupRecents(recents)
    case 'help':
      return groupHelp()
    case 'search':
      return state.answer ? groupHits(state.answer, state.lane, state.answeredText) : []
  }
}

/** One lane stands alone, so that Tab means the next one. */
function isLaneAlone(state: SearchState): boolean {
  return state.lane !== 'all' && state.answer !== null
}

function leadsSomewhere(item: PaletteItem): item is PlaceItem {
  return item.kind === 'hit' || item.kind === 'entry'
}

function placeOf(item: PlaceItem): [EntryPath, number | null] {
  return item.kind === 'hit' ? [item.hit.path as EntryPath, item.hit.from] : [item.path, null]
}

function findSavedName(state: SearchState, { saved }: PaletteProps['recents']): string | null | undefined {
  if (readAsk(state.text) !== 'search') return undefined
  return saved.find(({ query }) => query === state.text.trim())?.name ?? null
}

/** The preview follows the chosen row; without room for it nothing is read. */
function usePreviewOf(
  item: PaletteItem | undefined,
  state: SearchState,
  { preview }: PaletteProps,
  isWide: boolean,
): void {
  const target = isWide && item && leadsSomewhere(item) ? targetOf(item, state) : null
  const { path, query, from } = target ?? { path: null, query: '', from: null }
  useEffect(() => {
    preview.show(path === null ? null : { path, query, from })
  }, [preview, path, query, from])
  useEffect(() => () => preview.clear(), [preview])
}

function targetOf(item: PlaceItem, { answeredText }: SearchState): PreviewTarget {
  const [path, from] = placeOf(item)
  return { path, query: item.kind === 'hit' ? answeredText : '', from }
}
