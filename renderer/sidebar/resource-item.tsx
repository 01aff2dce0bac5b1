import { ExternalLink, Paperclip, Star } from 'lucide-react'
import { memo, useId, useState } from 'react'
import type { ResourceUseElsewhere } from '../../shared/contract/requests.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import { namesIn } from '../../shared/resources/author-names.ts'
import { readWrittenMonth } from '../../shared/resources/written-month.ts'
import { localDay, shortDay, shortMonth } from '../state/days.ts'
import type { ResourceCard } from '../state/resource-cards.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { LocalCopies } from '../ui/local-copies.tsx'
import { useFileDrop } from '../ui/use-file-drop.ts'
import { InPlaceField } from '../ui/in-place-field.tsx'
import type { SidebarProps } from './sidebar-props.ts'

interface ResourceItemProps {
  readonly card: ResourceCard
  /** All its uses in the journal; null while they are not known. */
  readonly uses: readonly ResourceUseElsewhere[] | null
  readonly shownPath: EntryPath | null
  /** Goes to the resource's first link in the text. */
  readonly onGoTo: (key: string) => void
  /** Goes to the use with this number. */
  readonly onOpenUse: (key: string, at: number) => void
  readonly onOpenLink: (url: string) => void
  /** Attaches a local copy to the resource; null: the user picks it. Left out where nothing can be written. */
  readonly onAttach: ((key: string, file: File | null) => void) | undefined
  /** Null where the entry cannot be written. */
  readonly onFillIn: SidebarProps['onFillIn'] | null
}

/**
 * One linked page: its name leads to the link in the text, the number of uses unfolds the places. Drawn anew when it
 * says something else: where a link stands moves with every key in front of it, and a hundred rows would be drawn for it
 * at every save.
 */
export const ResourceItem = memo(ResourceRow, saysTheSame)

function saysTheSame(before: ResourceItemProps, now: ResourceItemProps): boolean {
  return (
    before.shownPath === now.shownPath &&
    before.onGoTo === now.onGoTo &&
    before.onOpenUse === now.onOpenUse &&
    before.onOpenLink === now.onOpenLink &&
    before.onAttach === now.onAttach &&
    before.onFillIn === now.onFillIn &&
    wordsOf(before) === wordsOf(now)
  )
}

function wordsOf({ card, uses }: ResourceItemProps): string {
  const { key, title, url, authors, month, isMustRead, notes, copies } = card
  const places = uses?.map(({ path, entryTitle, date }) => [path, entryTitle, date])
  return JSON.stringify([key, title, url, authors, month, isMustRead, notes, copies, places])
}

function ResourceRow(props: ResourceItemProps) {
  const { card, uses, shownPath, onGoTo, onOpenUse, onOpenLink, onAttach, onFillIn } = props
  const { isOver, dropProps } = useFileDrop(onAttach && ((file) => onAttach(card.key, file)))
  const [isUnfolded, setIsUnfolded] = useState(false)
  const placesId = useId()
  const goToLink = () => onGoTo(card.key)
  return (
    <div className={isOver ? 'res file-over' : 'res'} {...dropProps}>
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
        {onAttach === undefined ? null : (
          <IconButton
            icon={Paperclip}
            isSmall
            iconSize={14}
            className="out"
            label="Attach a PDF or saved page"
            onClick={() => onAttach(card.key, null)}
          />
        )}
        {card.isMustRead ? (
          <>
            <Star className="star" size={14} strokeWidth={1.5} aria-hidden="true" />
            <span className="unseen">must read</span>
          </>
        ) : null}
      </div>
      <div className="m">
        <About card={card} onFillIn={onFillIn} />
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
        <Places id={placesId} uses={uses} shownPath={shownPath} onOpen={(at) => onOpenUse(card.key, at)} />
      ) : null}
      <LocalCopies copies={card.copies} onOpen={onOpenLink} />
      {card.notes.map((note, at) => (
        <p key={at} className="w">
          {note}
        </p>
      ))}
      {card.notes.length === 0 ? (
        <p className="w none">
          {onFillIn === null ? (
            'No note yet.'
          ) : (
            <InPlaceField
              label={`Note on ${card.title}`}
              isLong
              value=""
              placeholder="Why and how do I use it?"
              onChange={(words) => onFillIn(card.key, { notes: [words] }, 'The note')}
            />
          )}
        </p>
      ) : null}
    </div>
  )
}

/** Authors and month; what is missing can be filled in where it would stand. */
function About({ card, onFillIn }: Pick<ResourceItemProps, 'card' | 'onFillIn'>) {
  const { key, title, authors, month } = card
  const known = [...authors, ...(month === null ? [] : [shortMonth(month)])].join(', ')
  if (onFillIn === null) return known === '' ? null : `${known}, `
  return (
    <>
      {authors.length > 0 ? `${authors.join(', ')}, ` : null}
      {authors.length === 0 ? (
        <InPlaceField
          label={`Author of ${title}`}
          className="missing"
          value=""
          placeholder="author?"
          onChange={(words) => onFillIn(key, { authors: namesIn(words) }, 'The author')}
        />
      ) : null}
      {month === null ? (
        <InPlaceField
          label={`Month of ${title}`}
          className="missing"
          value=""
          placeholder="month?"
          onChange={(words) => onFillIn(key, { month: readWrittenMonth(words)?.month ?? null }, 'The month')}
        />
      ) : (
        `${shortMonth(month)}, `
      )}
    </>
  )
}

interface PlacesProps {
  readonly id: string
  readonly uses: readonly ResourceUseElsewhere[]
  readonly shownPath: EntryPath | null
  readonly onOpen: (at: number) => void
}

function Places({ id, uses, shownPath, onOpen }: PlacesProps) {
  const today = localDay()
  return (
    <div className="places" id={id}>
      {uses.map((use, at) => (
        <button key={at} type="button" title={use.path} onClick={() => onOpen(at)}>
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
