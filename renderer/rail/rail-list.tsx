import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { CommandId } from '../../shared/contract/commands.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { ArrangedEntries } from '../state/arrange-entries.ts'
import { RailListRow } from './rail-list-row.tsx'
import { buildRailRows, foldsAround, type RailRow, type RailSection } from './rail-rows.ts'

export interface RailListProps {
  readonly arranged: ArrangedEntries
  readonly sections: readonly RailSection[]
  readonly folds: ReadonlyMap<string, boolean>
  readonly openPath: EntryPath | null
  readonly onFold: (row: string, isOpen: boolean) => void
  readonly onOpen: (path: EntryPath, isBeside: boolean) => void
  readonly onCommand: (id: CommandId) => void
}

/** px; a section's caption has air above it, except at the top. */
function heightOf(row: RailRow, at: number): number {
  if (row.kind === 'section') return at === 0 ? 28 : 38
  return 26
}

/**
 * The entries by month, the drafts and the pages, as one tree of which only the rows in view exist.
 *
 * Arrows move and fold, Home and End jump, Enter opens, with Ctrl beside the open entry: the focus stays on the tree, which names its active row.
 */
export function RailList({ arranged, sections, folds, openPath, onFold, onOpen, onCommand }: RailListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => buildRailRows(arranged, folds, sections), [arranged, folds, sections])
  const [activeId, setActiveId] = useState<string | null>(null)
  const openAt = rows.findIndex((row) => row.kind === 'entry' && row.path === openPath)
  const activeAt = Math.max(
    rows.findIndex((row) => row.id === activeId),
    activeId === null ? openAt : 0,
  )
  // The compiler cannot memoise what it returns, and nothing here is memoised by hand either.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => heightOf(rows[at]!, at),
    getItemKey: (at) => rows[at]!.id,
    overscan: 12,
  })
  useEffect(() => virtual.measure(), [rows, virtual])

  // Whatever way an entry was opened, the rail shows where it is: its month unfolds, and it scrolls into view.
  const wanted = useRef<EntryPath | null>(null)
  useEffect(() => {
    wanted.current = openPath
  }, [openPath])
  useEffect(() => {
    if (openPath === null || wanted.current !== openPath) return
    if (openAt >= 0) {
      wanted.current = null
      virtual.scrollToIndex(openAt, { align: 'auto' })
    } else for (const row of foldsAround(arranged, openPath)) if (folds.get(row) !== true) onFold(row, true)
  }, [openPath, openAt, arranged, folds, onFold, virtual])

  function moveTo(at: number) {
    const row = rows[Math.min(rows.length - 1, Math.max(0, at))]
    if (!row) return
    setActiveId(row.id)
    virtual.scrollToIndex(rows.indexOf(row), { align: 'auto' })
  }
  // The same function for every row and render: while one scrolls, only rows that come into view are drawn.
  const choose = useCallback(
    (row: RailRow, isBeside: boolean) => {
      setActiveId(row.id)
      if (row.kind === 'entry') onOpen(row.path, isBeside)
      else onFold(row.id, !row.isOpen)
    },
    [onFold, onOpen],
  )
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.target !== event.currentTarget || event.altKey) return
    const row = rows[activeAt]
    const hasMod = event.ctrlKey || event.metaKey
    if (hasMod && event.key === 'Enter' && row) choose(row, true)
    else if (hasMod || !moveByKey(event.key, row)) return
    event.preventDefault()
  }
  function moveByKey(key: string, row: RailRow | undefined): boolean {
    if (key === 'ArrowDown') moveTo(activeAt + 1)
    else if (key === 'ArrowUp') moveTo(activeAt - 1)
    else if (key === 'Home') moveTo(0)
    else if (key === 'End') moveTo(rows.length - 1)
    else if (key === 'PageDown') moveTo(activeAt + 15)
    else if (key === 'PageUp') moveTo(activeAt - 15)
    else if (row && (key === 'Enter' || key === ' ')) choose(row, false)
    else if (row && key === 'ArrowRight') {
      if (row.kind !== 'entry' && !row.isOpen) onFold(row.id, true)
      else moveTo(activeAt + 1)
    } else if (row && key === 'ArrowLeft') {
      if (row.kind !== 'entry' && row.isOpen) onFold(row.id, false)
      else moveTo(findParent(rows, activeAt))
    } else return false
    return true
  }

  const active = rows[activeAt]
  const isActiveInView = virtual.getVirtualItems().some((item) => item.index === activeAt)
  return (
    <div
      ref={scroller}
      className="rail-list"
      role="tree"
      aria-label="Entries"
      tabIndex={0}
      aria-activedescendant={active && isActiveInView ? rowElementId(active.id) : undefined}
      onFocus={({ currentTarget }) => {
        // Brought by a key. A row that is clicked must not move away between the press and the release.
        if (activeAt >= 0 && currentTarget.matches(':focus-visible'))
          virtual.scrollToIndex(activeAt, { align: 'auto' })
      }}
      onKeyDown={onKeyDown}
    >
      <div role="none" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index]
          if (!row) return null
          return (
            <RailListRow
              key={item.key}
              id={rowElementId(row.id)}
              row={row}
              top={item.start}
              height={item.size}
              isActive={item.index === activeAt}
              isOpenEntry={row.kind === 'entry' && row.path === openPath}
              onChoose={choose}
              onCommand={onCommand}
            />
          )
        })}
      </div>
    </div>
  )
}

function rowElementId(row: string): string {
  return `rail ${row}`.replaceAll(/\s/g, '_')
}

function findParent(rows: readonly RailRow[], at: number): number {
  const level = rows[at]?.level ?? 1
  for (let above = at - 1; above >= 0; above -= 1) if ((rows[above]?.level ?? 1) < level) return above
  return at
}
