import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { Icon } from '../ui/icon.tsx'
import { Segment } from '../ui/segment.tsx'
import type { AgendaProps } from './agenda-props.ts'
import { isNarrowed } from './narrowing.ts'

const kinds = [
  { value: 'any', label: 'All' },
  { value: 'daily', label: 'Entries' },
  { value: 'draft', label: 'Drafts' },
  { value: 'page', label: 'Pages' },
] as const

interface FiltersProps extends Pick<AgendaProps, 'agenda' | 'tags'> {
  /** The focus goes back to the list. */
  readonly onLeave: () => void
}

/** What the list is narrowed by: words, kind of entry, tags, a goal, and whether what is done is listed too. */
export function AgendaFilters(props: FiltersProps) {
  const { agenda } = props
  const { filter, areFiltersShown } = useStore(agenda)
  const { tags, goal } = filter
  if (!areFiltersShown && goal === null) return null
  return (
    // Its fields take the keys; Escape leaves all of them.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <search
      className="agenda-filters"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        if (areFiltersShown) agenda.toggleFilters()
        props.onLeave()
      }}
    >
      {areFiltersShown ? <Narrowing {...props} /> : null}
      {tags.map((tag) => (
        <Chip
          key={tag}
          label={`#${tag}`}
          onRemove={() => agenda.setFilter({ tags: tags.filter((each) => each !== tag) })}
        />
      ))}
      {goal === null ? null : <Chip label={goal} onRemove={() => agenda.setFilter({ goal: null })} />}
      {isNarrowed(filter) ? (
        <button type="button" className="lk" onClick={() => agenda.clearFilters()}>
          Clear
        </button>
      ) : null}
    </search>
  )
}

function Chip({ label, onRemove }: { readonly label: string; readonly onRemove: () => void }) {
  return (
    <button type="button" className="tag on" onClick={onRemove}>
      <span className="cut">{label}</span>
      <Icon of={X} size={12} />
      <span className="unseen">, remove this filter</span>
    </button>
  )
}

function Narrowing({ agenda, tags }: FiltersProps) {
  const { filter, answer } = useStore(agenda)
  const field = useRef<HTMLInputElement>(null)
  // Whoever opens the filters is about to use them.
  useEffect(() => field.current?.focus(), [])
  return (
    <>
      <input
        ref={field}
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
        onChoose={(kind) => agenda.setFilter({ kinds: kind === 'any' ? [] : [kind] })}
      />
      <Pick
        label="Tag"
        choices={tags.filter((tag) => !filter.tags.includes(tag))}
        onPick={(tag) => agenda.setFilter({ tags: [...filter.tags, tag] })}
      />
      <Pick
        label="Goal"
        choices={(answer?.goals ?? []).map(({ goal }) => goal).filter((goal) => goal !== filter.goal)}
        onPick={(goal) => agenda.setFilter({ goal })}
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

interface PickProps {
  readonly label: string
  readonly choices: readonly string[]
  readonly onPick: (choice: string) => void
}

/** A list to take one more from: what was taken stands beside it as a chip. */
function Pick({ label, choices, onPick }: PickProps) {
  return (
    <select
      className="in pick"
      aria-label={`${label} to show`}
      value=""
      disabled={choices.length === 0}
      onChange={(event) => onPick(event.currentTarget.value)}
    >
      <option value="" disabled>
        {label}
      </option>
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {choice}
        </option>
      ))}
    </select>
  )
}
