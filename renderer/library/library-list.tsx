import { ArrowDown, ArrowUp, Star } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useStore } from 'zustand'
import type { ResourceRow } from '../../shared/contract/facts.ts'
import { localDay, shortDay, shortMonth } from '../state/days.ts'
import type { LibraryOrder } from '../state/library.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Icon } from '../ui/icon.tsx'
import { PickList } from '../ui/pick-list.tsx'
import type { LibraryProps } from './library-props.ts'
import { authorsInWords, hostOf, statusMarks, statusNames } from './library-words.ts'

const columns: readonly {
  readonly order: LibraryOrder | null
  readonly label: string
  readonly className: string
}[] = [
  { order: 'title', label: 'Title', className: 'title-of' },
  { order: 'author', label: 'Author', className: 'author' },
  { order: 'month', label: 'Month', className: 'month-of' },
  { order: null, label: 'Status', className: 'status-of' },
  { order: 'uses', label: 'Uses', className: 'uses' },
  { order: 'last', label: 'Last', className: 'last' },
]

/** Arrows move and the detail follows, Enter opens the newest place, with Ctrl beside; O opens the page itself. */
export function LibraryList({ library, onOpen, onOpenLink }: LibraryProps) {
  const { rows, answer, filter } = useStore(library.list)
  const { chosenKey, detail } = useStore(library.chosen)
  function onKey(event: KeyboardEvent, row: ResourceRow): boolean {
    const place = detail?.key === row.key ? detail.places[0] : undefined
    if (event.key === 'Enter' && place !== undefined) {
      onOpen(place.path, place.from, event.ctrlKey || event.metaKey)
    } else if (event.key === 'o' && !event.ctrlKey && !event.metaKey) onOpenLink(row.url)
    else return false
    return true
  }
  if (answer !== null && rows.length === 0) {
    const isNarrowed = filter.text !== '' || filter.status !== null || filter.isMustRead
    return (
      <EmptyState title={isNarrowed ? 'No resource like that' : 'No link yet'}>
        {isNarrowed
          ? 'Take the filter away to see the rest.'
          : 'Every link in your entries stands here once, with why you use it.'}
      </EmptyState>
    )
  }
  return (
    <>
      <Head library={library} />
      <PickList
        label="Resources"
        rows={rows}
        chosenKey={chosenKey}
        onChoose={library.choose}
        onReach={library.list.reach}
        onKey={onKey}
        renderRow={(row) => <Row row={row} />}
      />
    </>
  )
}

function Head({ library }: Pick<LibraryProps, 'library'>) {
  const { order: sorted, isDescending } = useStore(library.list, (state) => state.filter)
  return (
    <div className="overview-head">
      <span className="star-of" />
      {columns.map(({ order, label, className }) =>
        order === null ? (
          <span key={label} className={className}>
            {label}
          </span>
        ) : (
          <button
            key={label}
            type="button"
            className={className}
            aria-pressed={sorted === order}
            onClick={() => library.sortBy(order)}
          >
            {label}
            {sorted === order ? <Icon of={isDescending ? ArrowDown : ArrowUp} size={12} /> : null}
          </button>
        ),
      )}
    </div>
  )
}

function Row({ row }: { readonly row: ResourceRow }) {
  const { title, url, authors, month, isMustRead, status, uses, last } = row
  return (
    <>
      <span className="star-of">
        <Star size={14} strokeWidth={1.5} className={isMustRead ? 'star' : 'no-star'} aria-hidden />
        {isMustRead ? <span className="unseen">must-read, </span> : null}
      </span>
      <span className="title-of cut" title={title}>
        <b>{title}</b> <span className="host">{authors.length === 0 ? hostOf(url) : ''}</span>
      </span>
      <span className="author cut" title={authors.join(', ')}>
        {authorsInWords(authors)}
      </span>
      <span className="month-of">{month === null ? '' : shortMonth(month)}</span>
      <span className="status-of">
        {status === null ? null : <span className={`st ${statusMarks[status]}`}>{statusNames[status]}</span>}
      </span>
      <span className="uses">
        <span className="unseen">used </span>
        {uses}
      </span>
      <span className="last">{last === null ? '' : shortDay(last, localDay())}</span>
    </>
  )
}
