import { ChevronDown, ChevronRight, FileText, PenLine, Plus } from 'lucide-react'
import { memo } from 'react'
import type { CommandId } from '../../shared/contract/commands.ts'
import { keysOf } from '../../shared/contract/commands.ts'
import { Icon } from '../ui/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import type { RailRow, RailSection } from './rail-rows.ts'

interface RailListRowProps {
  readonly id: string
  readonly row: RailRow
  readonly top: number
  readonly height: number
  readonly isActive: boolean
  readonly isOpenEntry: boolean
  readonly onChoose: (row: RailRow, isBeside: boolean) => void
  readonly onCommand: (id: CommandId) => void
}

const sectionNames: Readonly<Record<RailSection, string>> = {
  entries: 'Entries',
  drafts: 'Drafts',
  pages: 'Pages',
}
const makers: Readonly<Record<RailSection, { readonly command: CommandId; readonly label: string }>> = {
  entries: { command: 'open-today', label: 'Today’s entry' },
  drafts: { command: 'new-draft', label: 'New draft' },
  pages: { command: 'new-page', label: 'New page' },
}

/** One row of the tree, at its place in the scrolled height. */
export const RailListRow = memo(function RailListRow({
  id,
  row,
  top,
  height,
  isActive,
  isOpenEntry,
  onChoose,
  onCommand,
}: RailListRowProps) {
  return (
    // Keys are handled by the tree, which holds the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="treeitem"
      aria-level={row.level}
      aria-selected={isOpenEntry}
      aria-expanded={row.kind === 'entry' ? undefined : row.isOpen}
      data-active={isActive}
      className={classOf(row)}
      title={row.kind === 'entry' ? row.title : undefined}
      style={{ transform: `translateY(${top + (row.kind === 'section' ? height - 28 : 0)}px)` }}
      onClick={(event) => onChoose(row, event.ctrlKey || event.metaKey)}
    >
      <RowContent row={row} onCommand={onCommand} />
    </div>
  )
})

function classOf(row: RailRow): string {
  if (row.kind === 'section') return 'cap'
  if (row.kind === 'year') return 'mon'
  if (row.kind === 'month') return row.level === 3 ? 'mon deep' : 'mon'
  if (row.section !== 'entries') return 'ent flat'
  return row.level === 4 ? 'ent deep' : 'ent'
}

function RowContent({
  row,
  onCommand,
}: {
  readonly row: RailRow
  readonly onCommand: (id: CommandId) => void
}) {
  if (row.kind === 'section') {
    const maker = makers[row.section]
    return (
      <>
        {sectionNames[row.section]}
        {row.isOpen ? null : <span className="n">{row.count}</span>}
        <span className="fold">
          <Icon of={row.isOpen ? ChevronDown : ChevronRight} size={12} />
        </span>
        <IconButton
          icon={Plus}
          isSmall
          label={maker.label}
          keys={keysOf(maker.command)}
          tabIndex={-1}
          onClick={(event) => {
            event.stopPropagation()
            onCommand(maker.command)
          }}
        />
      </>
    )
  }
  if (row.kind !== 'entry') {
    return (
      <>
        <Icon of={row.isOpen ? ChevronDown : ChevronRight} size={12} />
        {row.label}
        <span className="n">{row.count}</span>
      </>
    )
  }
  return (
    <>
      {row.section === 'entries' ? (
        <span className="d">{Number(row.date?.slice(8, 10))}</span>
      ) : (
        <Icon of={row.section === 'drafts' ? PenLine : FileText} size={14} />
      )}
      <span className="t">{row.shownTitle}</span>
    </>
  )
}
