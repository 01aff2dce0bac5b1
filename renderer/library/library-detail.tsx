import { ExternalLink, Paperclip, Star } from 'lucide-react'
import { useStore } from 'zustand'
import type { ResourcePlace, ResourceRow } from '../../shared/contract/facts.ts'
import { resourceStatuses, type ResourceStatus } from '../../shared/entry/summary.ts'
import { namesIn } from '../../shared/resources/author-names.ts'
import { isUnsafeAddress } from '../../shared/resources/resource-address.ts'
import { shownHost } from '../../shared/resources/shown-host.ts'
import { readWrittenMonth } from '../../shared/resources/written-month.ts'
import { bestPlace } from '../state/best-place.ts'
import { localDay, shortDay, shortMonth } from '../state/days.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { LocalCopies } from '../ui/local-copies.tsx'
import { useFileDrop } from '../ui/use-file-drop.ts'
import { InPlaceField } from '../ui/in-place-field.tsx'
import { Segment } from '../ui/segment.tsx'
import { LibraryDisagreements } from './library-disagreements.tsx'
import { LibraryNotes } from './library-notes.tsx'
import type { LibraryProps } from './library-props.ts'
import { addressInWords, statusNames } from './library-words.ts'

/** One resource: what it is, why and how it is used, every place, what is quoted from it, what entries disagree about. */
export function LibraryDetail(props: LibraryProps) {
  const { library } = props
  const { rows, filter } = useStore(library.list)
  const isSettling = filter.isDisputed
  const { chosenKey, detail } = useStore(library.chosen)
  const row = rows.find(({ key }) => key === chosenKey)
  const { isOver, dropProps } = useFileDrop((file) =>
    row === undefined ? undefined : props.onAttach(row, file),
  )
  if (row === undefined || detail?.key !== chosenKey) return null
  const disagreements = <LibraryDisagreements {...props} resourceKey={row.key} />
  return (
    <div key={row.key} className={isOver ? 'file-over' : undefined} {...dropProps}>
      <Card {...props} row={row} places={detail.places} />
      {isSettling ? disagreements : null}
      <LibraryNotes places={detail.places} onChange={props.onChange} />
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
      {isSettling ? null : disagreements}
    </div>
  )
}

interface CardProps extends LibraryProps {
  readonly row: ResourceRow
  readonly places: readonly ResourcePlace[]
}

function Card(props: CardProps) {
  const { row, places, onStar, onSetStatus } = props
  const { title, isMustRead, status, tags } = row
  return (
    <>
      <h2>
        {title}{' '}
        <IconButton
          icon={Star}
          isSmall
          label={isMustRead ? 'No must-read' : 'Must-read'}
          keys="S"
          isOn={isMustRead}
          className="star-button"
          onClick={() => onStar([row], !isMustRead)}
        />
      </h2>
      <Facts {...props} />
      <Address {...props} />
      <Copies {...props} />
      <div className="status-row">
        <Segment<ResourceStatus | ''>
          label="Status"
          choices={resourceStatuses.map((value) => ({ value, label: statusNames[value] }))}
          value={status ?? ''}
          isDisabled={places.length === 0}
          onChoose={(chosen) => (chosen === '' ? undefined : onSetStatus([row], chosen))}
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

/** Authors and month, to be filled in where they are missing; written into the line that says most of it. */
function Facts({ row, places, onChange }: CardProps) {
  const best = bestPlace(places)
  if (best === undefined) return null
  const authored = places.find(({ authors }) => authors.length > 0) ?? best
  const dated = places.find(({ month }) => month === row.month) ?? best
  return (
    <p className="by">
      <InPlaceField
        label="Authors"
        value={row.authors.join(', ')}
        placeholder="Add the author"
        onChange={(words) => onChange(authored, { authors: namesIn(words) }, 'The author')}
      />
      {row.authors.length > 0 && row.month !== null ? ', ' : ' · '}
      <InPlaceField
        label="Month"
        value={row.month === null ? '' : shortMonth(row.month)}
        placeholder="Add the month"
        onChange={(words) => onChange(dated, { month: readWrittenMonth(words)?.month ?? null }, 'The month')}
      />
    </p>
  )
}

function Address({ row, memory, onOpenLinks, onAttach }: CardProps) {
  const { key, url } = row
  const opened = useStore(memory, (state) => state.resources.opened[key] ?? null)
  const { encoded, decoded } = shownHost(url)
  if (isUnsafeAddress(url)) {
    return (
      <>
        <p className="address unsafe cut">{addressInWords(url)}</p>
        <p className="quiet">This address runs or carries content of its own. Cairn never opens it.</p>
      </>
    )
  }
  return (
    <>
      <p className="address">
        <button type="button" className="cut" title={url} onClick={() => onOpenLinks([row])}>
          {addressInWords(url)}
        </button>
        <IconButton
          icon={ExternalLink}
          isSmall
          label="Open in the browser"
          keys="O"
          onClick={() => onOpenLinks([row])}
        />
        <IconButton
          icon={Paperclip}
          isSmall
          label="Attach a PDF or saved page, or drop it here"
          keys="A"
          onClick={() => onAttach(row, null)}
        />
      </p>
      {opened === null ? null : (
        <p className="quiet">{`Last opened from here on ${momentInWords(opened)}`}</p>
      )}
      {decoded === null ? null : (
        <p className="quiet">
          {`The site is ${decoded}, sent as ${encoded}. Letters of other scripts can look like those you know.`}
        </p>
      )}
    </>
  )
}

function Copies({ places, onOpenCopy }: CardProps) {
  const from = new Map(places.flatMap(({ path, copies = [] }) => copies.map((copy) => [copy, path] as const)))
  if (from.size === 0) return null
  return (
    <div className="copies-row">
      <LocalCopies
        copies={[...from.keys()]}
        onOpen={(copy) => {
          const path = from.get(copy)
          if (path !== undefined) onOpenCopy(copy, path)
        }}
      />
    </div>
  )
}

/** `24 Nov, 10:05` of `2026-11-24T10:05`. */
function momentInWords(moment: string): string {
  return `${shortDay(moment.slice(0, 10), localDay())}, ${moment.slice(11, 16)}`
}

function Use({ place, onOpen }: LibraryProps & { readonly place: ResourcePlace }) {
  const { entryTitle, date, title, sentence, path, from } = place
  const at = sentence.indexOf(title)
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
        {at < 0 ? '' : sentence.slice(0, at)}
        <mark>{title}</mark>
        {at < 0 ? '' : sentence.slice(at + title.length)}
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
