import { ExternalLink, Star } from 'lucide-react'
import { useStore } from 'zustand'
import type { ResourcePlace, ResourceRow } from '../../shared/contract/facts.ts'
import { resourceStatuses, type ResourceStatus } from '../../shared/entry/summary.ts'
import { localDay, shortDay, shortMonth } from '../state/days.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Segment } from '../ui/segment.tsx'
import type { LibraryProps } from './library-props.ts'
import { hostOf, statusNames } from './library-words.ts'

/** One resource: what it is, why and how it is used, every place, and what is quoted from it. */
export function LibraryDetail(props: LibraryProps) {
  const { library } = props
  const rows = useStore(library.list, (state) => state.rows)
  const { chosenKey, detail } = useStore(library.chosen)
  const row = rows.find(({ key }) => key === chosenKey)
  if (row === undefined || detail?.key !== chosenKey) return null
  return (
    <>
      <Card {...props} row={row} places={detail.places} />
      <h3>Why and how I use it</h3>
      {row.notes.length === 0 ? (
        <p className="quiet">Write it under the link, as “- where to begin”, and it stands here.</p>
      ) : (
        row.notes.map((note, at) => (
          <p key={at} className="own">
            {note}
          </p>
        ))
      )}
      <h3>
        Where used <span>{countPlaces(detail.places)}</span>
      </h3>
      <ul className="uses-list">
        {detail.places.map((place, at) => (
          <Use key={at} {...props} place={place} />
        ))}
      </ul>
      {detail.quotes.length === 0 ? null : (
        <>
          <h3>
            Quotes <span>{detail.quotes.length}</span>
          </h3>
          {detail.quotes.map(({ path, quote }, at) => (
            <blockquote key={at}>
              <button
                type="button"
                title="Open at its place"
                onClick={() => props.onOpen(path, quote.span.from, false)}
              >
                {quote.text}
              </button>
              {quote.people.length > 0 ? <cite>{quote.people.join(', ')}</cite> : null}
            </blockquote>
          ))}
        </>
      )}
    </>
  )
}

interface CardProps extends LibraryProps {
  readonly row: ResourceRow
  readonly places: readonly ResourcePlace[]
}

/** The line that says most of it is the one that is written to. */
function bestPlace(places: readonly ResourcePlace[]): ResourcePlace | undefined {
  const weigh = ({ authors, month, isMustRead, status, notes }: ResourcePlace): number =>
    authors.length +
    (month === null ? 0 : 1) +
    (isMustRead ? 1 : 0) +
    (status === null ? 0 : 2) +
    notes.length
  return places.toSorted((one, other) => weigh(other) - weigh(one))[0]
}

function Card({ row, places, onOpenLink, onStar, onSetStatus }: CardProps) {
  const { title, url, authors, month, isMustRead, status, tags } = row
  const place = bestPlace(places)
  const starred = places.find((each) => each.isMustRead)
  return (
    <>
      <h2>
        {title}{' '}
        <IconButton
          icon={Star}
          isSmall
          label={isMustRead ? 'No must-read' : 'Must-read'}
          isOn={isMustRead}
          className="star-button"
          onClick={() => {
            const at = isMustRead ? starred : place
            if (at !== undefined) onStar(at, !isMustRead)
          }}
        />
      </h2>
      <p className="by">
        {[authors.join(', '), month === null ? '' : shortMonth(month)].filter(Boolean).join(', ')}
      </p>
      <p className="address">
        <button type="button" className="cut" title={url} onClick={() => onOpenLink(url)}>
          {hostOf(url) === '' ? url : url.replace(/^[a-z]+:\/\/(?:www\.)?/i, '')}
        </button>
        <IconButton
          icon={ExternalLink}
          isSmall
          label="Open in the browser"
          keys="o"
          onClick={() => onOpenLink(url)}
        />
      </p>
      <div className="status-row">
        <Segment<ResourceStatus | ''>
          label="Status"
          choices={resourceStatuses.map((value) => ({ value, label: statusNames[value] }))}
          value={status ?? ''}
          isDisabled={place === undefined}
          onChoose={(chosen) => {
            if (place !== undefined && chosen !== '') onSetStatus(place, chosen)
          }}
        />
        {tags.slice(0, 3).map((tag) => (
          <span key={tag} className="chip plain">
            {tag}
          </span>
        ))}
      </div>
    </>
  )
}

function Use({ place, onOpen }: LibraryProps & { readonly place: ResourcePlace }) {
  const { entryTitle, date, title, notes, path, from } = place
  return (
    <li>
      <button
        type="button"
        title="Open at its place; with Ctrl beside"
        onClick={(event) => onOpen(path, from, event.ctrlKey || event.metaKey)}
      >
        <b className="cut">{entryTitle}</b>
        <span>{date === null ? '' : shortDay(date, localDay())}</span>
      </button>
      <p>
        <mark>{title}</mark>
        {notes.length > 0 ? ` ${notes.join('; ')}` : ''}
      </p>
    </li>
  )
}

function countPlaces(places: readonly ResourcePlace[]): string {
  const entries = new Set(places.filter(({ kind }) => kind !== 'draft').map(({ path }) => path)).size
  const drafts = new Set(places.filter(({ kind }) => kind === 'draft').map(({ path }) => path)).size
  const parts = [
    entries > 0 ? `${entries} ${entries === 1 ? 'entry' : 'entries'}` : '',
    drafts > 0 ? `${drafts} ${drafts === 1 ? 'draft' : 'drafts'}` : '',
  ]
  return parts.filter(Boolean).join(', ')
}
