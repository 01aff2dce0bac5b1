import {
  Bookmark,
  ChevronRight,
  FileText,
  GraduationCap,
  Hash,
  PenLine,
  Quote,
  Square,
  SquareCheck,
  Star,
  Terminal,
  User,
  type LucideIcon,
} from 'lucide-react'
import type { Lane, SearchHit } from '../../shared/contract/search.ts'
import { localDay, shortDay, shortMonth } from '../state/days.ts'
import { Icon } from '../ui/icon.tsx'
import { Keys } from '../ui/keys.tsx'
import { MarkedText } from '../ui/marked-text.tsx'
import type { PaletteItem } from './palette-groups.ts'

interface PaletteRowProps {
  readonly item: PaletteItem
  readonly isActive: boolean
  readonly onChoose: (item: PaletteItem) => void
  readonly onPoint: (item: PaletteItem) => void
}

/** One line of the list: what was found, where it matched, and when. */
export function PaletteRow({ item, isActive, onChoose, onPoint }: PaletteRowProps) {
  return (
    // The field holds the focus and handles the keys; the list only shows which row they mean.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={item.id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="option"
      aria-selected={isActive}
      className={item.kind === 'more' ? 'hit more' : 'hit'}
      onPointerMove={() => (isActive ? undefined : onPoint(item))}
      onClick={() => onChoose(item)}
    >
      <RowContent item={item} />
    </div>
  )
}

function RowContent({ item }: { readonly item: PaletteItem }) {
  switch (item.kind) {
    case 'hit':
      return <HitContent hit={item.hit} />
    case 'command':
      return <Simple icon={Terminal} title={item.command.label} keys={item.command.keys} />
    case 'entry':
      return (
        <Simple icon={FileText} title={item.title} right={item.date ? shortDay(item.date, localDay()) : ''} />
      )
    case 'more':
      return <Simple icon={ChevronRight} title={`Show ${item.count.toLocaleString('en')} more`} />
  }
}

function Simple({
  icon,
  title,
  keys,
  right = '',
}: {
  readonly icon: LucideIcon
  readonly title: string
  readonly keys?: string | null
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
      <span className="hw">{keys ? <Keys keys={keys} /> : null}</span>
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
  people: User,
  programs: GraduationCap,
}

function iconOf(hit: SearchHit): LucideIcon {
  if (hit.lane === 'actions') return hit.box !== null && hit.box !== ' ' ? SquareCheck : Square
  return laneIcons[hit.lane]
}

function HitContent({ hit }: { readonly hit: SearchHit }) {
  const [passage] = hit.passages
  return (
    <>
      <Icon of={iconOf(hit)} size={14} />
      <span className="grow">
        <span className="ht">
          <span className="cut">
            <MarkedText {...hit.title} />
          </span>
          {hit.isMustRead ? (
            <Star className="star" size={12} strokeWidth={1.5} aria-label="must read" />
          ) : null}
        </span>
        {passage ? (
          <span className="hx">
            <MarkedText {...passage} />
          </span>
        ) : null}
      </span>
      <span className="hw">{hit.where}</span>
      <span className="hd">{hit.date ? writeDate(hit.date) : ''}</span>
    </>
  )
}

function writeDate(date: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return shortDay(date, localDay())
  return /^\d{4}-\d{2}$/.test(date) ? shortMonth(date) : date
}
