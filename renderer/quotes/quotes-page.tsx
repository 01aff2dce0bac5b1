import { Copy } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useStore } from 'zustand'
import type { QuoteRow } from '../../shared/contract/facts.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import { localDay, shortDay } from '../state/days.ts'
import type { QuotesFilter, QuotesStore } from '../state/quotes.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Segment } from '../ui/segment.tsx'
import './quotes.css'

export interface QuotesPageProps {
  readonly quotes: QuotesStore
  readonly onOpen: (path: EntryPath, offset: number, isBeside: boolean) => void
  readonly onOpenLink: (url: string) => void
  /** With who said it and where, as Markdown and as rich text. */
  readonly onCopy: (row: QuoteRow) => void
}

const orders = [
  { value: 'person', label: 'By person' },
  { value: 'resource', label: 'By source' },
  { value: 'entry', label: 'By entry' },
] as const satisfies readonly { readonly value: QuotesFilter['order']; readonly label: string }[]

/** px, before a quote is measured. */
const estimate = 120

/** Words of others, with who said them and where; one without is pointed out. */
export function QuotesPage(props: QuotesPageProps) {
  const { quotes } = props
  const { rows, answer, filter, error } = useStore(quotes)
  const scroller = useRef<HTMLDivElement>(null)
  // The compiler cannot memoise what it returns, and nothing here is memoised by hand either.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimate,
    overscan: 6,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => quotes.reach(last), [quotes, last])
  useEffect(() => {
    quotes.show()
    return () => quotes.hide()
  }, [quotes])
  return (
    <div className="quotes" data-region="text">
      <h1 className="unseen">Quotes</h1>
      <search className="overview-filters">
        <Segment
          label="Order"
          choices={orders}
          value={filter.order}
          onChoose={(order) => quotes.setFilter({ order })}
        />
        <button
          type="button"
          className={filter.isUnsourced ? 'btn ghost on' : 'btn ghost'}
          aria-pressed={filter.isUnsourced}
          onClick={() => quotes.setFilter({ isUnsourced: !filter.isUnsourced })}
        >
          Without a source
        </button>
        <span className="grow" />
        <output className="quiet">
          {answer === null ? '' : `${answer.total} ${answer.total === 1 ? 'quote' : 'quotes'}`}
        </output>
        <input
          className="in"
          type="search"
          aria-label="Filter quotes"
          placeholder="Filter"
          value={filter.text}
          onChange={(event) => quotes.setFilter({ text: event.currentTarget.value })}
        />
      </search>
      {error === null ? null : <p className="quiet">{error.message}</p>}
      {answer !== null && rows.length === 0 ? (
        <EmptyState title="No quote here">
          A block quote under “Name in [title](link):” stands here, with who said it.
        </EmptyState>
      ) : (
        <div ref={scroller} className="quotes-list">
          <div role="none" style={{ height: virtual.getTotalSize() }}>
            {items.map((item) => {
              const row = rows[item.index]
              if (row === undefined) return null
              return (
                <article
                  key={item.key}
                  ref={virtual.measureElement}
                  data-index={item.index}
                  style={{ transform: `translateY(${item.start}px)` }}
                >
                  <QuoteCard {...props} row={row} />
                </article>
              )
            })}
          </div>
        </div>
      )}
    </div>
  )
}

function QuoteCard({ row, onOpen, onOpenLink, onCopy }: QuotesPageProps & { readonly row: QuoteRow }) {
  const { quote, path, entryTitle, date } = row
  const { source, people } = quote
  return (
    <>
      <blockquote>
        {quote.text.split('\n').map((line, at) => (
          <p key={at}>{line}</p>
        ))}
      </blockquote>
      <footer>
        <span className="who cut">
          {people.length > 0 ? <b>{people.join(', ')}</b> : null}
          {people.length > 0 && source !== null ? ', ' : null}
          {source === null ? null : (
            <button type="button" className="lk" onClick={() => onOpenLink(source.url)}>
              {source.title}
            </button>
          )}
          {people.length === 0 && source === null ? (
            <span className="soon">says not who, nor where</span>
          ) : null}
        </span>
        <button
          type="button"
          className="from cut"
          title="Open at its place; with Ctrl beside"
          onClick={(event) => onOpen(path, quote.span.from, event.ctrlKey || event.metaKey)}
        >
          {date === null ? entryTitle : `${entryTitle}, ${shortDay(date, localDay())}`}
        </button>
        <IconButton icon={Copy} isSmall label="Copy with its source" onClick={() => onCopy(row)} />
      </footer>
    </>
  )
}
