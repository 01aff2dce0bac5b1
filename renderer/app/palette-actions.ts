import type { DragEvent } from 'react'
import type { SearchHit } from '../../shared/contract/search.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import { draggedLinkType, type DraggedLink } from '../../shared/entry/link-source.ts'
import type { Action, Summary } from '../../shared/entry/summary.ts'
import type { PaletteProps, PlaceItem } from '../palette/palette-props.ts'
import { planTick } from '../../shared/actions/tick-action.ts'
import { createEntryReader } from '../background/entry-reader.ts'
import { changeEntry } from '../state/change-entry.ts'
import { writeLink } from './link-writer.ts'
import { createSearchActions } from './search-actions.ts'
import type { Navigation } from './navigation.ts'
import type { Stores } from './stores.ts'
import { tickStyleOf } from './tick-style.ts'

/** What the palette does to the journal and to the page: tick, link, drag, keep a search. */
export function createPaletteActions(
  stores: Stores,
  navigation: Navigation,
): Pick<PaletteProps, 'onTick' | 'onDragStart' | 'onSave' | 'onUnsave'> & {
  readonly onLink: (item: PlaceItem) => void
} {
  const { journalApi, openEntry, search, savedSearches, notices } = stores
  const reader = createEntryReader(stores.rules)

  function report(id: string, title: string, detail: string): void {
    notices.raise({ id, tone: 'bad', title, detail })
  }

  /** Whoever holds the working copy makes the edit: the editor when the entry is on the screen, else the file is edited. */
  async function tick(hit: SearchHit): Promise<void> {
    const path = hit.path as EntryPath
    const box = hit.box === ' ' ? 'x' : ' '
    const pane = openEntry.findPane(path)
    const seat = pane === null ? null : navigation.seats[pane].handle
    const failure = seat === null ? await tickFile(path, hit, box) : tickOpen(path, seat, hit, box)
    if (failure !== null) return report('tick', 'Nothing was ticked.', failure)
    search.noteTicked(hit, box)
  }

  function tickOpen(
    path: EntryPath,
    handle: NonNullable<Navigation['seat']['handle']>,
    hit: SearchHit,
    box: ' ' | 'x',
  ): string | null {
    const action = findAction(reader.read(path, handle.readText().text).summary, hit)
    const isSet = action !== null && handle.setBox(action.itemNumber, action.text, box)
    return isSet ? null : 'The text has changed meanwhile.'
  }

  async function tickFile(path: EntryPath, hit: SearchHit, box: ' ' | 'x'): Promise<string | null> {
    const ticked = await changeEntry(journalApi, openEntry, path, (text) => {
      const action = findAction(reader.read(path, text).summary, hit)
      return action === null ? null : planTick(text, action, { ...tickStyleOf(stores), box })
    })
    return ticked.ok ? null : ticked.error.message
  }

  async function link(item: PlaceItem): Promise<void> {
    const copy = openEntry.getState().copy
    const { handle } = navigation.seat
    if (copy === null || handle === null) return
    const target = await findTarget(item)
    handle.insertMarkdown(writeLink(stores, target, copy.getState().path, handle.readText().text))
  }

  /** A resource as it is written where it was found: the index knows its address only without what is not needed. */
  async function findTarget(item: PlaceItem): Promise<DraggedLink> {
    const target = linkOf(item)
    if (target.kind === 'entry' || item.kind === 'entry') return target
    const opened = await journalApi.readEntry({ path: item.hit.path as EntryPath })
    if (!opened.ok) return target
    const { resources } = reader.read(opened.value.path, opened.value.text).summary
    const use = resources.find(({ key }) => key === item.hit.key)
    return use === undefined ? target : { ...target, url: use.url }
  }

  return {
    onTick: (hit) => void tick(hit),
    onLink: (item) => void link(item),
    onDragStart: startDrag,
    async onSave(name, query) {
      return (await savedSearches.keep({ name, query }))?.message ?? null
    },
    onUnsave(name) {
      const saved = savedSearches.getState().searches.find((each) => each.name === name)
      if (saved) createSearchActions(stores).onRemove(saved)
    },
  }

  /** The palette lies over the text that is the goal: it goes as soon as the drag has its picture. */
  function startDrag(item: PlaceItem, event: DragEvent): void {
    const target = linkOf(item)
    event.dataTransfer.effectAllowed = 'link'
    event.dataTransfer.setData(draggedLinkType, JSON.stringify(target))
    event.dataTransfer.setData('text/plain', target.kind === 'resource' ? target.url : target.title)
    if (target.kind === 'resource') event.dataTransfer.setData('text/uri-list', target.url)
    setTimeout(() => search.close(), 0)
  }
}

/** What a row links to: the page on the web for a resource, else the entry, at the heading when it is one. */
function linkOf(item: PlaceItem): DraggedLink {
  if (item.kind === 'entry') return { kind: 'entry', path: item.path, title: item.title, heading: '' }
  const { lane, path, title, entryTitle, key } = item.hit
  if (lane === 'resources' && key !== undefined) return { kind: 'resource', url: key, title: title.text }
  const heading = lane === 'headings' ? title.text : ''
  return { kind: 'entry', path: path as EntryPath, title: entryTitle ?? title.text, heading }
}

/** The action that a hit shows: with its text, and of several with the same text the one nearest to its place. */
function findAction({ actions }: Summary, hit: SearchHit): Action | null {
  const flat = (list: readonly Action[]): Action[] =>
    list.flatMap((action) => [action, ...flat(action.steps)])
  const same = flat(actions).filter((action) => action.box !== null && action.text === hit.title.text)
  const distance = (action: Action) => Math.abs(action.span.from - hit.from)
  return same.toSorted((one, other) => distance(one) - distance(other))[0] ?? null
}
