import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import { changesOf, type ChangeOf } from '../state/planned-changes.ts'
import { ReplaceListRow } from './replace-list-row.tsx'
import type { ReplaceRow } from './replace-rows.ts'

interface ReplaceListProps {
  readonly rows: readonly ReplaceRow[]
  readonly onChoose: (changes: readonly ChangeOf[], isChosen: boolean) => void
  readonly onFold: (path: EntryPath, isFolded: boolean) => void
}

/** px */
const heights = { file: 32, change: 52 } as const

/**
 * Every change with its line before and after, grouped by entry; only the rows in view exist.
 *
 * The focus stays on the tree: arrows move and fold, Space chooses a change or all of an entry.
 */
export function ReplaceList({ rows, onChoose, onFold }: ReplaceListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const [activeId, setActiveId] = useState<string | null>(null)
  const activeAt = Math.max(
    0,
    rows.findIndex((row) => row.id === activeId),
  )
  // The compiler cannot memoise what it returns, and nothing here is memoised by hand either.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => heights[rows[at]!.kind],
    getItemKey: (at) => rows[at]!.id,
    overscan: 8,
  })
  useEffect(() => virtual.measure(), [rows, virtual])

  function moveTo(at: number) {
    const next = Math.min(rows.length - 1, Math.max(0, at))
    setActiveId(rows[next]?.id ?? null)
    virtual.scrollToIndex(next, { align: 'auto' })
  }
  function toggle(row: ReplaceRow) {
    setActiveId(row.id)
    if (row.kind === 'change') onChoose([row.of], !row.isChosen)
    else onChoose(changesOf(row.file), row.chosen < row.file.changes.length)
  }
  function fold(row: ReplaceRow | undefined, isFolded: boolean): boolean {
    if (row?.kind !== 'file' || row.isFolded === isFolded) return false
    onFold(row.file.path, isFolded)
    return true
  }
  function goIn(row: ReplaceRow | undefined) {
    if (!fold(row, false)) moveTo(activeAt + 1)
  }
  function goOut(row: ReplaceRow | undefined) {
    const isFolding = fold(row, true)
    if (!isFolding && row?.kind === 'change')
      moveTo(rows.slice(0, activeAt).findLastIndex(({ kind }) => kind === 'file'))
  }
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const row = rows[activeAt]
    if (event.key === 'ArrowDown') moveTo(activeAt + 1)
    else if (event.key === 'ArrowUp') moveTo(activeAt - 1)
    else if (event.key === 'Home') moveTo(0)
    else if (event.key === 'End') moveTo(rows.length - 1)
    else if (event.key === 'PageDown') moveTo(activeAt + 6)
    else if (event.key === 'PageUp') moveTo(activeAt - 6)
    else if (event.key === 'ArrowRight') goIn(row)
    else if (event.key === 'ArrowLeft') goOut(row)
    else if (event.key === ' ' && row) toggle(row)
    else return
    event.preventDefault()
  }

  const isInView = virtual.getVirtualItems().some((item) => item.index === activeAt)
  return (
    <div
      ref={scroller}
      className="rep-list"
      role="tree"
      aria-label="Changes"
      aria-multiselectable="true"
      tabIndex={0}
      aria-activedescendant={isInView && rows.length > 0 ? `replace-row-${activeAt}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div role="none" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index]
          if (row === undefined) return null
          return (
            <ReplaceListRow
              key={item.key}
              id={`replace-row-${item.index}`}
              row={row}
              top={item.start}
              isActive={item.index === activeAt}
              onToggle={toggle}
              onFold={fold}
            />
          )
        })}
      </div>
    </div>
  )
}
