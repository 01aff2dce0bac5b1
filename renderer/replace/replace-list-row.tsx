import { ChevronDown, ChevronRight } from 'lucide-react'
import { memo, useEffect, useRef } from 'react'
import type { PlannedChange } from '../../shared/contract/replace.ts'
import { localDay, shortDay } from '../state/days.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { doubtNames, type ReplaceRow } from './replace-rows.ts'

interface ReplaceListRowProps {
  readonly id: string
  readonly row: ReplaceRow
  /** px from the top of the list */
  readonly top: number
  readonly isActive: boolean
  readonly onToggle: (row: ReplaceRow) => void
  readonly onFold: (row: ReplaceRow, isFolded: boolean) => void
}

/** An entry with how much of it is chosen, or one change as a line before and a line after. */
export const ReplaceListRow = memo(function ReplaceListRow(props: ReplaceListRowProps) {
  const { id, row, top, isActive, onToggle, onFold } = props
  const isFile = row.kind === 'file'
  return (
    // Keys are handled by the tree, which holds the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="treeitem"
      aria-level={isFile ? 1 : 2}
      aria-expanded={isFile ? !row.isFolded : undefined}
      aria-checked={checkedOf(row)}
      aria-label={isFile ? nameFile(row) : nameChange(row.of.change)}
      data-active={isActive}
      className={isFile ? 'rep-file' : 'rep-change'}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onToggle(row)}
    >
      {isFile ? (
        <>
          <IconButton
            icon={row.isFolded ? ChevronRight : ChevronDown}
            isSmall
            iconSize={14}
            label={row.isFolded ? 'Show the changes' : 'Hide the changes'}
            tabIndex={-1}
            onClick={(event) => {
              event.stopPropagation()
              onFold(row, !row.isFolded)
            }}
          />
          <ShownBox checked={checkedOf(row)} />
          <b>{row.file.title}</b>
          <span className="path">{row.file.path}</span>
          <span className="n">
            {row.file.date === null ? '' : `${shortDay(row.file.date, localDay())} · `}
            {row.chosen} of {row.file.changes.length}
          </span>
        </>
      ) : (
        <Change change={row.of.change} checked={checkedOf(row)} />
      )}
    </div>
  )
})

type Checked = boolean | 'mixed'

function checkedOf(row: ReplaceRow): Checked {
  if (row.kind === 'change') return row.isChosen
  if (row.chosen === 0) return false
  return row.chosen === row.file.changes.length ? true : 'mixed'
}

function nameFile({ file, chosen }: Extract<ReplaceRow, { readonly kind: 'file' }>): string {
  return `${file.title}, ${chosen} of ${file.changes.length} chosen`
}

function nameChange({ line, lead, found, text, tail, doubt }: PlannedChange): string {
  const after = text === '' ? 'nothing' : `“${text}”`
  const doubtful = doubt === null ? '' : `, ${doubtNames[doubt]}`
  return `line ${line}: “${found}” becomes ${after} in ${lead}${found}${tail}${doubtful}`
}

/** Looks like a check box; the row itself is the control. */
function ShownBox({ checked }: { readonly checked: Checked }) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = checked === 'mixed'
  }, [checked])
  return (
    <input
      ref={box}
      type="checkbox"
      className="cb"
      checked={checked === true}
      readOnly
      tabIndex={-1}
      aria-hidden="true"
    />
  )
}

function Change({ change, checked }: { readonly change: PlannedChange; readonly checked: Checked }) {
  const { line, lead, found, text, tail, doubt } = change
  return (
    <>
      <ShownBox checked={checked} />
      <span className="num">{line}</span>
      <span className="lines">
        <span className="was">
          {lead}
          <mark>{oneLine(found)}</mark>
          {tail}
        </span>
        <span className="will">
          {lead}
          {text === '' ? null : <mark>{oneLine(text)}</mark>}
          {tail}
        </span>
      </span>
      {doubt === null ? null : <span className="doubt">{doubtNames[doubt]}</span>}
    </>
  )
}

function oneLine(text: string): string {
  return text.replaceAll(/\r\n|\r|\n/g, '⏎')
}
