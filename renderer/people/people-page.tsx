import { useEffect, type KeyboardEvent, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { PersonRow } from '../../shared/contract/facts.ts'
import { personRoles, type PersonRole } from '../../shared/entry/summary.ts'
import { localDay, shortDay } from '../state/days.ts'
import type { PeopleOrder } from '../state/people.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { PickList } from '../ui/pick-list.tsx'
import { Segment } from '../ui/segment.tsx'
import { SortableHead, type Column } from '../ui/sortable-head.tsx'
import { roleNames, type PeopleProps } from './people-props.ts'
import { PersonDetail } from './person-detail.tsx'
import './people.css'

interface PeoplePageProps extends PeopleProps {
  /** The title bar over the list. */
  readonly bar: ReactNode
  /** What stands over the detail: the window's buttons, or nothing. */
  readonly end: ReactNode
}

const columns: readonly Column<PeopleOrder>[] = [
  { order: 'name', label: 'Name', className: 'title-of' },
  { order: null, label: 'Role', className: 'role-of' },
  { order: 'mentions', label: 'Named', className: 'uses' },
  { order: 'last', label: 'Last contact', className: 'last' },
  { order: 'next', label: 'Next', className: 'last' },
]

/** Who is named in the journal: authors, who is quoted, met, thanked. Read from the entries alone, and kept with them. */
export function PeoplePage({ bar, end, ...props }: PeoplePageProps) {
  const { people } = props
  const { answer, error, filter } = useStore(people.list)
  useEffect(() => {
    people.list.show()
    return () => people.list.hide()
  }, [people])
  return (
    <div className="overview people" data-region="text">
      <div className="overview-main">
        <h1 className="unseen">People</h1>
        {bar}
        <search className="overview-filters">
          <Segment<PersonRole | 'any'>
            label="Role"
            choices={[
              { value: 'any', label: 'All' },
              ...personRoles.map((value) => ({ value, label: roleNames[value] })),
            ]}
            value={filter.role ?? 'any'}
            onChoose={(role) => people.list.setFilter({ role: role === 'any' ? null : role })}
          />
          <span className="grow" />
          <input
            className="in"
            type="search"
            aria-label="Filter people"
            placeholder="Filter"
            value={filter.text}
            onChange={(event) => people.list.setFilter({ text: event.currentTarget.value })}
          />
        </search>
        {error === null ? null : <p className="quiet">{error.message}</p>}
        <PeopleList {...props} />
        <footer className="status">
          <output>{answer === null ? '' : `${answer.total.toLocaleString('en')} people`}</output>
        </footer>
      </div>
      <aside className="overview-detail" aria-label="About this person">
        {end === null ? null : (
          <div className="bar">
            <span className="grow" />
            {end}
          </div>
        )}
        <div className="scroll">
          <PersonDetail {...props} />
        </div>
      </aside>
    </div>
  )
}

/** Arrows move and the detail follows, Enter opens the newest place, with Ctrl beside. */
function PeopleList({ people, onOpen }: PeopleProps) {
  const { rows, answer, filter } = useStore(people.list)
  const { chosenKey, detail } = useStore(people.chosen)
  function onKey(event: KeyboardEvent, row: PersonRow): boolean {
    const place = detail?.key === row.key ? detail.places[0] : undefined
    if (event.key !== 'Enter' || place === undefined) return false
    onOpen(place.path, place.mention.from, event.ctrlKey || event.metaKey)
    return true
  }
  if (answer !== null && rows.length === 0) {
    return (
      <EmptyState title="Nobody here">
        Authors of links, names before a quote, @name and [[People/…]] in your entries stand here.
      </EmptyState>
    )
  }
  return (
    <>
      <SortableHead columns={columns} sorted={filter} onSort={people.sortBy} />
      <PickList
        label="People"
        rows={rows}
        chosenKey={chosenKey}
        onChoose={people.chosen.choose}
        onReach={people.list.reach}
        onKey={onKey}
        renderRow={(row) => <Row row={row} />}
      />
    </>
  )
}

function Row({ row }: { readonly row: PersonRow }) {
  const { name, roles, mentions, last, next } = row
  const today = localDay()
  return (
    <>
      <span className="title-of cut">
        <b>{name}</b>
      </span>
      <span className="role-of cut">{roles.map((role) => roleNames[role].toLowerCase()).join(', ')}</span>
      <span className="uses">{mentions}</span>
      <span className="last">{last === null ? '' : shortDay(last, today)}</span>
      <span className="last">{next === null ? '' : shortDay(next, today)}</span>
    </>
  )
}
