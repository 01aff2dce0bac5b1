import { Dialog } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useStore } from 'zustand'
import type { Command, CommandId } from '../../shared/contract/commands.ts'
import type { SearchAnswer } from '../../shared/contract/search.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { SearchState, SearchStore } from '../state/search.ts'
import { Icon } from '../ui/icon.tsx'
import { PaletteFoot } from './palette-foot.tsx'
import {
  countLanes,
  describeCorrection,
  findBest,
  groupCommands,
  groupHits,
  groupRecents,
  laneNames,
  type PaletteGroup,
  type PaletteItem,
  type RecentEntry,
} from './palette-groups.ts'
import { PaletteRow } from './palette-row.tsx'
import './palette.css'

export interface PaletteProps {
  readonly search: SearchStore
  readonly commands: readonly Command[]
  readonly recents: readonly RecentEntry[]
  /** Opens an entry, at an offset (UTF-16 code units) when there is one. */
  readonly onOpen: (path: EntryPath, offset: number | null) => void
  readonly onCommand: (id: CommandId) => void
}

/** Search over everything: a field and its list, by keyboard alone. */
export function Palette(props: PaletteProps) {
  const isOpen = useStore(props.search, (state) => state.isOpen)
  const input = useRef<HTMLInputElement>(null)
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => (open ? undefined : props.search.close())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="scrim" />
        <Dialog.Popup className="dlg pal" aria-label="Search" initialFocus={input}>
          <PaletteBody {...props} input={input} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function PaletteBody({
  search,
  commands,
  recents,
  onOpen,
  onCommand,
  input,
}: PaletteProps & { readonly input: React.RefObject<HTMLInputElement | null> }) {
  const state = useStore(search)
  const groups = useMemo(() => findGroups(state, commands, recents), [state, commands, recents])
  const items = groups.flatMap((group) => group.items)
  const [active, setActive] = useState({ text: state.text, id: '' })
  // What was typed changes what is found: the best row is meant again, until an arrow moves on.
  const found = active.text === state.text ? items.findIndex((item) => item.id === active.id) : -1
  const activeAt = found < 0 ? findBest(items) : found
  const activeItem = items[activeAt]

  useEffect(() => {
    if (activeItem) document.getElementById(activeItem.id)?.scrollIntoView({ block: 'nearest' })
  }, [activeItem])

  function point(item: PaletteItem | undefined) {
    if (item) setActive({ text: state.text, id: item.id })
  }
  function choose(item: PaletteItem) {
    if (item.kind === 'more') return search.setLane(item.lane)
    search.close()
    if (item.kind === 'command') onCommand(item.command.id)
    else if (item.kind === 'hit') onOpen(item.hit.path as EntryPath, item.hit.from)
    else onOpen(item.path, null)
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') point(items[(activeAt + 1) % items.length])
    else if (event.key === 'ArrowUp') point(items[(activeAt - 1 + items.length) % items.length])
    else if (event.key === 'PageDown') point(items[Math.min(items.length - 1, activeAt + 8)])
    else if (event.key === 'PageUp') point(items[Math.max(0, activeAt - 8)])
    else if (event.key === 'Tab') goToNextGroup(event.shiftKey ? -1 : 1)
    else if (event.key === 'Enter' && activeItem) choose(activeItem)
    else return
    event.preventDefault()
  }
  /** With all lanes on the screen the next one's first row; with one lane alone, the next lane. */
  function goToNextGroup(step: 1 | -1) {
    if (state.lane !== 'all' && state.answer) {
      const order = ['all' as const, ...countLanes(state.answer).map(({ lane }) => lane)]
      const at = order.indexOf(state.lane)
      search.setLane(order[(at + step + order.length) % order.length] ?? 'all')
      return
    }
    const at = groups.findIndex((group) => activeItem && group.items.includes(activeItem))
    point(groups[(at + step + groups.length) % groups.length]?.items[0])
  }

  return (
    <>
      <div className="pin">
        <Icon of={Search} />
        <input
          ref={input}
          role="combobox"
          aria-label="Search"
          // Selecting in an effect would take the focus before the dialog notes where it came from.
          onFocus={(event) => event.currentTarget.select()}
          aria-expanded={items.length > 0}
          aria-controls="palette-list"
          aria-autocomplete="list"
          aria-activedescendant={activeItem?.id}
          placeholder="Search, or > for commands"
          spellCheck={false}
          autoComplete="off"
          maxLength={1000}
          value={state.text}
          onChange={(event) => search.setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {state.answer ? <Corrections answer={state.answer} /> : null}
      </div>
      {state.answer ? <Tabs search={search} state={state} answer={state.answer} /> : null}
      {/* A list box that its field controls (ARIA combobox): no native element holds rows like these. */}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
      <div id="palette-list" className="lanes" role="listbox" aria-label="Found">
        {groups.map((group) => (
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          <div key={group.id} className="lane" role="group" aria-label={group.label}>
            <div className="lane-name" aria-hidden="true">
              {group.label}
              <span>{group.total.toLocaleString('en')}</span>
            </div>
            <div role="presentation">
              {group.items.map((item) => (
                <PaletteRow
                  key={item.id}
                  item={item}
                  isActive={item === activeItem}
                  onChoose={choose}
                  onPoint={point}
                />
              ))}
            </div>
          </div>
        ))}
      </div>
      {items.length === 0 ? <NothingFound state={state} /> : null}
      <output className="unseen">{describeFound(groups)}</output>
      <PaletteFoot answer={state.answer} />
    </>
  )
}

function findGroups(
  state: SearchState,
  commands: readonly Command[],
  recents: readonly RecentEntry[],
): PaletteGroup[] {
  if (state.text.startsWith('>')) return groupCommands(commands, state.text)
  if (state.text.trim() === '') return groupRecents(recents)
  return state.answer ? groupHits(state.answer, state.lane) : []
}

function Corrections({ answer }: { readonly answer: SearchAnswer }) {
  if (answer.corrections.length === 0) return null
  const [first] = answer.corrections
  return (
    <output className="q sm as">
      as{' '}
      {answer.corrections.map((correction, at) => (
        <span key={correction.typed}>
          {at > 0 ? ', ' : ''}
          <b className="q2">{correction.understood}</b>
        </span>
      ))}
      {answer.corrections.length === 1 && first ? `, ${describeCorrection(first)}` : ''}
    </output>
  )
}

function Tabs({
  search,
  state,
  answer,
}: {
  readonly search: SearchStore
  readonly state: SearchState
  readonly answer: SearchAnswer
}) {
  const counted = countLanes(answer)
  const sum = counted.reduce((all, { total }) => all + total, 0)
  if (sum === 0) return null
  return (
    <fieldset className="ptabs" aria-label="Kinds">
      {[{ lane: 'all' as const, total: sum }, ...counted].map(({ lane, total }) => (
        <button
          key={lane}
          type="button"
          tabIndex={-1}
          aria-pressed={state.lane === lane}
          onClick={() => search.setLane(lane)}
        >
          {lane === 'all' ? 'All' : laneNames[lane]}
          <span>{total.toLocaleString('en')}</span>
        </button>
      ))}
    </fieldset>
  )
}

/** What a screen reader says of the list while the focus stays in the field; what is not found has its own words. */
function describeFound(groups: readonly PaletteGroup[]): string {
  const total = groups.reduce((sum, group) => sum + group.total, 0)
  if (total === 0) return ''
  return `${total.toLocaleString('en')} found`
}

function NothingFound({ state }: { readonly state: SearchState }) {
  if (state.error) return <Empty title="The search did not answer">{state.error.message}</Empty>
  if (state.text.startsWith('>'))
    return <Empty title="No such command">Commands are found by the words of their name.</Empty>
  if (state.text.trim() === '')
    return (
      <Empty title="Look for anything">Titles, headings, words, links, notes on them, and actions.</Empty>
    )
  if (state.answer === null) return null
  return <Empty title="Nothing found">Fewer or shorter words find more; a typing error is no obstacle.</Empty>
}

function Empty({ title, children }: { readonly title: string; readonly children: string }) {
  return (
    <output className="empty pnone">
      <b>{title}</b>
      {children}
    </output>
  )
}
