import { Scale, Star } from 'lucide-react'
import { useMemo, type KeyboardEvent } from 'react'
import { useStore } from 'zustand'
import type { ResourceRow } from '../../shared/contract/facts.ts'
import { resourceStatuses } from '../../shared/entry/summary.ts'
import { isUnsafeAddress } from '../../shared/resources/resource-address.ts'
import { localDay, shortDay, shortMonth } from '../state/days.ts'
import { disputedKeys, type LibraryOrder } from '../state/library.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { PickList } from '../ui/pick-list.tsx'
import { SortableHead, type Column } from '../ui/sortable-head.tsx'
import type { LibraryProps } from './library-props.ts'
import { authorsInWords, hostOf, statusMarks, statusNames } from './library-words.ts'

const columns: readonly Column<LibraryOrder>[] = [
  { order: null, label: '', className: 'star-of' },
  { order: 'title', label: 'Title', className: 'title-of' },
  { order: 'author', label: 'Author', className: 'author' },
  { order: 'month', label: 'Month', className: 'month-of' },
  { order: null, label: 'Status', className: 'status-of' },
  { order: 'uses', label: 'Uses', className: 'uses' },
  { order: 'last', label: 'Last', className: 'last' },
]

/**
 * Arrows move and the detail follows, with Shift a stretch of rows is marked, with Ctrl one by one. Enter opens the
 * newest place, with Ctrl beside; O opens the page itself, A attaches a file, S stars, 1 to 4 say how far the author is, Ctrl+C copies.
 */
export function LibraryList(props: LibraryProps) {
  const { library, onOpen } = props
  const { rows, answer, filter } = useStore(library.list)
  const { chosenKey, detail } = useStore(library.chosen)
  const keys = useStore(library.marked, (state) => state.keys)
  const disagreements = useStore(library.whole, (state) => state.disagreements)
  const disputed = useMemo(() => new Set(disputedKeys({ disagreements })), [disagreements])
  function onKey(event: KeyboardEvent, row: ResourceRow): boolean {
    const place = detail?.key === row.key ? detail.places[0] : undefined
    if (event.key === 'Enter' && place !== undefined) {
      onOpen(place.path, place.from, event.ctrlKey || event.metaKey)
      return true
    }
    const marked = rows.filter(({ key }) => keys.has(key))
    return doWithRows(event, marked.length > 1 ? marked : [row], props)
  }
  if (answer !== null && rows.length === 0) {
    const isNarrowed =
      filter.text !== '' ||
      filter.status !== null ||
      filter.isMustRead ||
      Object.keys(filter.narrowedBy).length > 0
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
      <SortableHead columns={columns} sorted={filter} onSort={library.sortBy} />
      <PickList
        label="Resources"
        rows={rows}
        chosenKey={chosenKey}
        onChoose={library.chosen.choose}
        marking={{ keys, onMark: library.mark }}
        onReach={library.list.reach}
        onKey={onKey}
        onDropFile={props.onAttach}
        renderRow={(row) => <Row row={row} isDisputed={disputed.has(row.key)} />}
      />
    </>
  )
}

/** What a key does with rows; true when it did something. */
function doWithRows(event: KeyboardEvent, rows: readonly ResourceRow[], props: LibraryProps): boolean {
  const isCtrl = event.ctrlKey || event.metaKey
  const status = resourceStatuses[Number(event.key) - 1]
  if (isCtrl && event.key === 'c') props.onCopy(rows)
  else if (isCtrl) return false
  else if (event.key === 'o') props.onOpenLinks(rows)
  else if (event.key === 'a' && rows[0] !== undefined) props.onAttach(rows[0], null)
  else if (event.key === 's') props.onStar(rows, !rows.every(({ isMustRead }) => isMustRead))
  else if (status !== undefined) props.onSetStatus(rows, status)
  else return false
  return true
}

function Row({ row, isDisputed }: { readonly row: ResourceRow; readonly isDisputed: boolean }) {
  const { title, url, authors, month, isMustRead, status, uses, last } = row
  const isUnsafe = isUnsafeAddress(url)
  return (
    <>
      <span className="star-of">
        <Star size={14} strokeWidth={1.5} className={isMustRead ? 'star' : 'no-star'} aria-hidden />
        {isMustRead ? <span className="unseen">must-read, </span> : null}
      </span>
      <span className="title-of cut" title={title}>
        <b>{title}</b>{' '}
        <span className={isUnsafe ? 'host unsafe' : 'host'}>
          {isUnsafe ? 'unsafe address' : authors.length === 0 ? hostOf(url) : ''}
        </span>
        {isDisputed ? (
          <>
            <Scale size={12} strokeWidth={1.5} className="disputed" aria-hidden />
            <span className="unseen">, entries disagree, </span>
          </>
        ) : null}
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
