import { ExternalLink, Star } from 'lucide-react'
import { useId, useState } from 'react'
import type { ResourceUseElsewhere } from '../../shared/contract/requests.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import { localDay, shortDay, shortMonth } from '../state/days.ts'
import type { ResourceCard } from '../state/resource-cards.ts'
import { IconButton } from '../ui/icon-button.tsx'

interface ResourceItemProps {
  readonly card: ResourceCard
  /** All its uses in the journal; null while they are not known. */
  readonly uses: readonly ResourceUseElsewhere[] | null
  readonly shownPath: EntryPath | null
  readonly onReveal: (offset: number) => void
  readonly onOpenAt: (path: EntryPath, offset: number) => void
  readonly onOpenLink: (url: string) => void
}

/** One linked page: its name leads to the link in the text, the number of uses unfolds the places. */
export function ResourceItem({ card, uses, shownPath, onReveal, onOpenAt, onOpenLink }: ResourceItemProps) {
  const [isUnfolded, setIsUnfolded] = useState(false)
  const placesId = useId()
  const first = card.uses[0]
  const goToLink = () => first && onReveal(first.span.from)
  const about = [...card.authors, ...(card.month ? [shortMonth(card.month)] : [])].join(', ')
  return (
    <div className="res">
      <div className="t">
        <button type="button" className="name" title={`${card.title}\n${card.url}`} onClick={goToLink}>
          {card.title}
        </button>
        {isWebAddress(card.url) ? (
          <IconButton
            icon={ExternalLink}
            isSmall
            iconSize={14}
            className="out"
            label="Open in browser"
            onClick={() => onOpenLink(card.url)}
          />
        ) : null}
        {card.isMustRead ? (
          <>
            <Star className="star" size={14} strokeWidth={1.5} aria-hidden="true" />
            <span className="unseen">must read</span>
          </>
        ) : null}
      </div>
      <div className="m">
        {about}
        {about && uses ? ', ' : ''}
        {uses ? (
          <button
            type="button"
            className="use"
            aria-expanded={isUnfolded}
            aria-controls={placesId}
            onClick={() => setIsUnfolded(!isUnfolded)}
          >
            used in {uses.length}
            <span className="unseen">{uses.length === 1 ? ' place' : ' places'}</span>
          </button>
        ) : null}
      </div>
      {isUnfolded && uses ? (
        <Places id={placesId} uses={uses} shownPath={shownPath} onOpenAt={onOpenAt} />
      ) : null}
      {card.notes.map((note, at) => (
        <p key={at} className="w">
          {note}
        </p>
      ))}
      {card.notes.length === 0 ? (
        <p className="w none">
          No note yet.{' '}
          <button
            type="button"
            className="lk"
            title="Go to the link; a bullet under it is the note"
            onClick={goToLink}
          >
            Why and how do I use it?
          </button>
        </p>
      ) : null}
    </div>
  )
}

interface PlacesProps {
  readonly id: string
  readonly uses: readonly ResourceUseElsewhere[]
  readonly shownPath: EntryPath | null
  readonly onOpenAt: (path: EntryPath, offset: number) => void
}

function Places({ id, uses, shownPath, onOpenAt }: PlacesProps) {
  const today = localDay()
  return (
    <div className="places" id={id}>
      {uses.map((use, at) => (
        <button key={at} type="button" title={use.path} onClick={() => onOpenAt(use.path, use.from)}>
          <span className="cut">{use.path === shownPath ? 'in this entry' : use.entryTitle}</span>
          {use.date ? <span className="d">{shortDay(use.date, today)}</span> : null}
        </button>
      ))}
    </div>
  )
}

function isWebAddress(url: string): boolean {
  return /^(https?:|mailto:)/i.test(url)
}
