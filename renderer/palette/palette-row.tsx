import {
  Bookmark,
  ChevronRight,
  FileStack,
  FileText,
  GraduationCap,
  Hash,
  History,
  PenLine,
  Quote,
  Search,
  Square,
  SquareCheck,
  Star,
  Terminal,
  UserRound,
  type LucideIcon,
} from 'lucide-react'
import { memo, type DragEvent, type ReactNode } from 'react'
import type { Lane, SearchHit } from '../../shared/contract/search.ts'
import { localDay, shortDay, shortMonth } from '../state/days.ts'
import { Icon } from '../ui/icon.tsx'
import { Keys } from '../ui/keys.tsx'
import { MarkedText } from '../ui/marked-text.tsx'
import type { PaletteItem } from './palette-groups.ts'

export interface RowActions {
  readonly onChoose: (item: PaletteItem) => void
  readonly onPoint: (item: PaletteItem) => void
  /** The box of an action was clicked. */
  readonly onTick: (hit: SearchHit) => void
  /** The row is drawn into the text: gives its link to the drag. */
  readonly onDragStart: (item: PaletteItem, event: DragEvent) => void
}

interface PaletteRowProps extends RowActions {
  readonly item: PaletteItem
  readonly isActive: boolean
  /** Two passages instead of one: the row's lane stands alone. */
  readonly isRoomy: boolean
  /** Its number, from 1, in a list of which only the rows in view exist, and how long that list is. */
  readonly place?: number
  readonly listLength?: number
}

/** One line of the list: what was found, where it matched, and when. */
export const PaletteRow = memo(function PaletteRow(props: PaletteRowProps) {
  const { item, isActive, place, listLength, onChoose, onPoint, onDragStart } = props
  return (
    // The field holds the focus and handles the keys; the list only shows which row they mean.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={item.id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="option"
      aria-selected={isActive}
      aria-posinset={place}
      aria-setsize={listLength}
      className={item.kind === 'more' ? 'hit more' : 'hit'}
      draggable={item.kind === 'hit' || item.kind === 'entry'}
      onDragStart={(event) => onDragStart(item, event)}
      onPointerMove={() => (isActive ? undefined : onPoint(item))}
      onClick={() => onChoose(item)}
    >
      <RowContent {...props} />
    </div>
  )
})

function RowContent({ item, isRoomy, onTick }: PaletteRowProps) {
  switch (item.kind) {
    case 'hit':
      return <HitContent hit={item.hit} isRoomy={isRoomy} onTick={onTick} />
    case 'command':
      return (
        <Simple
          icon={Terminal}
          title={item.command.label}
          why={item.command.keys ? <Keys keys={item.command.keys} /> : null}
        />
      )
    case 'entry':
      return (
        <Simple icon={FileText} title={item.title} right={item.date ? shortDay(item.date, localDay()) : ''} />
      )
    case 'query':
      return (
        <Simple
          icon={item.name === null ? History : Search}
          title={item.name ?? item.query}
          why={item.name === null || item.name === item.query ? null : <code>{item.query}</code>}
        />
      )
    case 'syntax':
      return (
        <span className="syntax">
          <code>{item.write}</code>
          <span className="cut">{item.finds}</span>
        </span>
      )
    case 'more':
      return <Simple icon={ChevronRight} title={`Show ${item.count.toLocaleString('en')} more`} />
  }
}

function Simple({
  icon,
  title,
  why = null,
  right = '',
}: {
  readonly icon: LucideIcon
  readonly title: string
  readonly why?: ReactNode
  readonly right?: string
}) {
  return (
    <>
      <Icon of={icon} size={14} />
      <span className="grow">
        <span className="ht">
          <span className="cut">{title}</span>
        </span>
      </span>
      <span className="hw">{why}</span>
      <span className="hd">{right}</span>
    </>
  )
}

const laneIcons: Readonly<Record<Exclude<Lane, 'actions'>, LucideIcon>> = {
  entries: FileText,
  drafts: PenLine,
  pages: FileText,
  headings: Hash,
  resources: Bookmark,
  quotes: Quote,
  people: UserRound,
  programs: GraduationCap,
  documents: FileStack,
}

interface HitContentProps {
  readonly hit: SearchHit
  readonly isRoomy: boolean
  readonly onTick: (hit: SearchHit) => void
}

function HitContent({ hit, isRoomy, onTick }: HitContentProps) {
  const passages = hit.passages.slice(0, isRoomy ? 2 : 1)
  const isSettled = hit.box !== null && hit.box !== ' '
  return (
    <>
      {hit.lane === 'actions' ? (
        <TickBox hit={hit} onTick={onTick} />
      ) : (
        <Icon of={laneIcons[hit.lane]} size={14} />
      )}
      <span className="grow">
        <span className={isSettled ? 'ht done' : 'ht'}>
          <span className="cut" title={hit.title.text}>
            <MarkedText {...hit.title} />
          </span>
          {hit.isMustRead ? (
            <Star className="star" size={12} strokeWidth={1.5} aria-label="must read" />
          ) : null}
        </span>
        {passages.map((passage, at) => (
          <span key={at} className="hx">
            <MarkedText {...passage} />
          </span>
        ))}
        {isRoomy && hit.headingPath.length > 0 ? (
          <span className="hp cut">{hit.headingPath.join(' › ')}</span>
        ) : null}
      </span>
      <span className="hw">
        {hit.where}
        {hit.moreHits > 0 ? (
          <span title={`${hit.moreHits} more in this entry`}> +{hit.moreHits.toLocaleString('en')}</span>
        ) : null}
      </span>
      <span className="hd">{hit.date ? writeDate(hit.date) : ''}</span>
    </>
  )
}

/** Only a picture to assistive technology, which has the key: nothing inside an option can be a control of its own. */
function TickBox({ hit, onTick }: Pick<HitContentProps, 'hit' | 'onTick'>) {
  const isSettled = hit.box !== null && hit.box !== ' '
  const icon = <Icon of={isSettled ? SquareCheck : Square} size={14} />
  if (hit.box === null) return icon
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <span
      className="tick-here"
      title="Tick  Ctrl Space"
      onClick={(event) => {
        event.stopPropagation()
        onTick(hit)
      }}
    >
      {icon}
      <span className="unseen">{isSettled ? 'done: ' : 'to do: '}</span>
    </span>
  )
}

function writeDate(date: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return shortDay(date, localDay())
  return /^\d{4}-\d{2}$/.test(date) ? shortMonth(date) : date
}
