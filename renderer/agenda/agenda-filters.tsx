import { X } from 'lucide-react'
import { useStore } from 'zustand'
import type { EntryKind } from '../../shared/entry/summary.ts'
import { Icon } from '../ui/icon.tsx'
import { Segment } from '../ui/segment.tsx'
import type { AgendaProps } from './agenda-props.ts'

const kinds = [
  { value: 'any', label: 'All' },
  { value: 'daily', label: 'Entries' },
  { value: 'draft', label: 'Drafts' },
  { value: 'page', label: 'Pages' },
] as const

/** What the list is narrowed by: words, the kind of entry, a goal, and whether what is done is listed too. */
export function AgendaFilters({ agenda }: AgendaProps) {
  const { filter, areFiltersShown } = useStore(agenda)
  if (!areFiltersShown && filter.goal === null) return null
  return (
    <search className="agenda-filters">
      {areFiltersShown ? <Narrowing agenda={agenda} /> : null}
      {filter.goal === null ? null : (
        <button type="button" className="tag on" onClick={() => agenda.setFilter({ goal: null })}>
          <span className="cut">{filter.goal}</span>
          <Icon of={X} size={12} />
          <span className="unseen">, remove this filter</span>
        </button>
      )}
    </search>
  )
}

function Narrowing({ agenda }: Pick<AgendaProps, 'agenda'>) {
  const { filter } = useStore(agenda)
  return (
    <>
      <input
        className="in"
        type="search"
        aria-label="Filter steps"
        placeholder="Filter"
        value={filter.text}
        onChange={(event) => agenda.setFilter({ text: event.currentTarget.value })}
      />
      <Segment
        label="From"
        choices={kinds}
        value={filter.kinds[0] ?? 'any'}
        onChoose={(kind) => agenda.setFilter({ kinds: kind === 'any' ? [] : [kind satisfies EntryKind] })}
      />
      <label className="settled">
        <input
          type="checkbox"
          className="cb"
          checked={filter.hasSettled}
          onChange={(event) => agenda.setFilter({ hasSettled: event.currentTarget.checked })}
        />
        done too
      </label>
    </>
  )
}
