import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp, Star } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useStore } from 'zustand'
import type { ResourceRow } from '../../shared/contract/facts.ts'
import { localDay, shortDay, shortMonth } from '../state/days.ts'
import type { LibraryOrder } from '../state/library.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Icon } from '../ui/icon.tsx'
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

/** px */
const rowHeight = 34

/**
 * The resources as a list of which only the rows in view exist. The focus stays on the list: arrows move and the detail
 * follows, Enter opens the place it was used last, with Ctrl beside; O opens the page itself.
 */
export function LibraryList({ library, onOpen, onOpenLink }: LibraryProps) {
  const { rows, answer, chosenKey, detail, filter } = useStore(library)
  const scroller = useRef<HTMLDivElement>(null)
  // The compiler cannot memoise what it returns, and nothing here is memoised by hand either.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (at) => rows[at]!.key,
    overscan: 12,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => library.reach(last), [library, last])
  const chosenAt = rows.findIndex(({ key }) => key === chosenKey)

  function moveTo(at: number): void {
    const row = rows[Math.min(rows.length - 1, Math.max(0, at))]
    if (row === undefined) return
    library.choose(row.key)
    virtual.scrollToIndex(rows.indexOf(row), { align: 'auto' })
  }
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.target !== event.currentTarget || event.altKey) return
    if (!moveByKey(event.key) && !act(event)) return
    event.preventDefault()
  }
  function moveByKey(key: string): boolean {
    if (key === 'ArrowDown') moveTo(chosenAt + 1)
    else if (key === 'ArrowUp') moveTo(chosenAt - 1)
    else if (key === 'Home') moveTo(0)
    else if (key === 'End') moveTo(rows.length - 1)
    else if (key === 'PageDown') moveTo(chosenAt + 15)
    else if (key === 'PageUp') moveTo(chosenAt - 15)
    else return false
    return true
  }
  function act(event: KeyboardEvent): boolean {
    const place = detail?.key === chosenKey ? detail?.places[0] : undefined
    const row = rows[chosenAt]
    if (event.key === 'Enter' && place !== undefined)
      onOpen(place.path, place.from, event.ctrlKey || event.metaKey)
    else if (event.key === 'o' && row !== undefined) onOpenLink(row.url)
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
      <div
        ref={scroller}
        className="library-list"
        // No native element holds rows like these, a few of them at a time.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="listbox"
        aria-label="Resources"
        tabIndex={0}
        aria-activedescendant={items.some(({ index }) => index === chosenAt) ? rowId(chosenAt) : undefined}
        onKeyDown={onKeyDown}
      >
        <div role="none" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index]
            if (row === undefined) return null
            return (
              // Keys are handled by the list, which holds the focus.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
              <div
                key={item.key}
                id={rowId(item.index)}
                // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
                role="option"
                aria-selected={row.key === chosenKey}
                className="resource"
                style={{ transform: `translateY(${item.start}px)` }}
                onClick={() => library.choose(row.key)}
              >
                <Row row={row} />
              </div>
            )
          })}
        </div>
      </div>
    </>
  )
}

function rowId(at: number): string {
  return `resource-${at}`
}

function Head({ library }: Pick<LibraryProps, 'library'>) {
  const { order: sorted, isDescending } = useStore(library, (state) => state.filter)
  return (
    <div className="library-head">
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
