import { ChevronDown, Star } from 'lucide-react'
import { useStore } from 'zustand'
import type { ResourceChoice, ResourceChoices } from '../../shared/contract/facts.ts'
import { resourceStatuses, type ResourceStatus } from '../../shared/entry/summary.ts'
import { shortMonth } from '../state/days.ts'
import type { LibraryFilter, LibraryNarrowing, LibraryStore } from '../state/library.ts'
import { Icon } from '../ui/icon.tsx'
import { Menu, type MenuEntry } from '../ui/menu.tsx'
import { Segment } from '../ui/segment.tsx'
import { narrowingNames, statusNames } from './library-words.ts'

type StatusChoice = ResourceStatus | 'none' | 'any'

/** What the list is narrowed by: status, must-read, one author, tag, site, month, entry, and words. */
export function LibraryFilters({ library }: { readonly library: LibraryStore }) {
  const { filter, answer } = useStore(library.list)
  const counts = answer?.statuses
  const labelOf = (status: ResourceStatus) =>
    `${statusNames[status]}${counts === undefined ? '' : ` ${counts[status].toLocaleString('en')}`}`
  return (
    <search className="overview-filters">
      <Segment<StatusChoice>
        label="Status"
        choices={[
          { value: 'any', label: 'All' },
          ...resourceStatuses.map((value) => ({ value, label: labelOf(value) })),
          ...(counts === undefined || counts.none === 0 || counts.none === answer?.total
            ? []
            : [{ value: 'none' as const, label: 'Open' }]),
        ]}
        value={filter.status ?? 'any'}
        onChoose={(status) => library.list.setFilter({ status: status === 'any' ? null : status })}
      />
      <button
        type="button"
        className={filter.isMustRead ? 'btn ghost on' : 'btn ghost'}
        aria-pressed={filter.isMustRead}
        onClick={() => library.list.setFilter({ isMustRead: !filter.isMustRead })}
      >
        <Icon of={Star} size={14} /> Must-read
      </button>
      <span className="narrowings">
        {narrowings.map((by) => (
          <Narrowing key={by} by={by} library={library} filter={filter} />
        ))}
      </span>
      <span className="grow" />
      <input
        className="in"
        type="search"
        aria-label="Filter resources"
        placeholder="Filter"
        value={filter.text}
        onChange={(event) => library.list.setFilter({ text: event.currentTarget.value })}
      />
    </search>
  )
}

const narrowings = ['author', 'tag', 'site', 'month', 'entry'] as const satisfies readonly LibraryNarrowing[]

const choicesOf: Readonly<Record<LibraryNarrowing, keyof ResourceChoices>> = {
  author: 'authors',
  tag: 'tags',
  site: 'sites',
  month: 'months',
  entry: 'entries',
}

interface NarrowingProps {
  readonly by: LibraryNarrowing
  readonly library: LibraryStore
  readonly filter: LibraryFilter
}

function Narrowing({ by, library, filter }: NarrowingProps) {
  const choices = useStore(library.whole, ({ choices: all }) => all[choicesOf[by]])
  const value = filter.narrowedBy[by] ?? null
  const chosen = choices.find((choice) => choice.value === value)
  const name = narrowingNames[by]
  if (choices.length === 0 && value === null) return null
  const entries: readonly MenuEntry[] = [
    { kind: 'item', label: 'Any', isChosen: value === null, onChoose: () => library.narrow(by, null) },
    { kind: 'line' },
    ...choices.map((choice) => toEntry(choice, by, choice.value === value, library)),
  ]
  return (
    <Menu
      label={name}
      align="start"
      entries={entries}
      trigger={
        <button type="button" className={value === null ? 'btn ghost' : 'btn ghost on'}>
          <span className="cut">{value === null ? name : labelOf(chosen?.label ?? value, by)}</span>
          <Icon of={ChevronDown} size={12} />
          {value === null ? null : <span className="unseen">, {name.toLowerCase()}</span>}
        </button>
      }
    />
  )
}

function toEntry(
  { value, label, count }: ResourceChoice,
  by: LibraryNarrowing,
  isChosen: boolean,
  library: LibraryStore,
): MenuEntry {
  return {
    kind: 'item',
    label: `${labelOf(label, by)}  ${count.toLocaleString('en')}`,
    isChosen,
    onChoose: () => library.narrow(by, value),
  }
}

function labelOf(label: string, by: LibraryNarrowing): string {
  return by === 'month' ? shortMonth(label) : label
}
