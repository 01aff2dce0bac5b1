import { useVirtualizer } from '@tanstack/react-virtual'
import { acceptFile, takeFile } from './use-file-drop.ts'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'

interface PickListProps<Row extends { readonly key: string }> {
  readonly label: string
  readonly rows: readonly Row[]
  readonly chosenKey: string | null
  readonly onChoose: (key: string) => void
  /** Rows that something is to be done with at once: with Shift a stretch of them, with Ctrl one by one. */
  readonly marking?: {
    readonly keys: ReadonlySet<string>
    readonly onMark: (keys: ReadonlySet<string>) => void
  }
  /** The number of the last row in view, for whoever has more of them. */
  readonly onReach: (row: number) => void
  /** What a key does to the chosen row; true when it did something. */
  readonly onKey: (event: KeyboardEvent, row: Row) => boolean
  /** A file was dropped on a row; left out: files are not taken. */
  readonly onDropFile?: (row: Row, file: File) => void
  readonly renderRow: (row: Row) => ReactNode
}

/** px */
const rowHeight = 34
/** Rows that Page Up and Page Down go. */
const page = 15

interface Pick {
  readonly isStretch: boolean
  readonly isToggle: boolean
}

/** A list of which one row is chosen, and only the rows in view exist. The focus stays on the list; keys move the choice. */
export function PickList<Row extends { readonly key: string }>(props: PickListProps<Row>) {
  const { label, rows, chosenKey, onChoose, marking, onReach, onKey, onDropFile, renderRow } = props
  const scroller = useRef<HTMLDivElement>(null)
  /** Where a stretch of marked rows begins: the row that was chosen last without Shift. */
  const anchor = useRef<string | null>(null)
  // The compiler cannot memoise what it returns, and nothing here is memoised by hand either.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (at) => rows[at]!.key,
    overscan: 12,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => onReach(last), [onReach, last])
  const chosenAt = rows.findIndex(({ key }) => key === chosenKey)
  const idOf = (at: number) => `${label.toLowerCase()}-${at}`

  function choose(at: number, { isStretch, isToggle }: Pick) {
    const row = rows[at]
    if (row === undefined) return
    if (marking !== undefined) marking.onMark(nextMarks(at, row.key, { isStretch, isToggle }))
    if (!isStretch) anchor.current = row.key
    onChoose(row.key)
  }

  function nextMarks(at: number, key: string, { isStretch, isToggle }: Pick): ReadonlySet<string> {
    if (isStretch) {
      const from = rows.findIndex((row) => row.key === (anchor.current ?? chosenKey))
      const [first, end] = from < 0 ? [at, at] : [Math.min(from, at), Math.max(from, at)]
      return new Set(rows.slice(first, end + 1).map((row) => row.key))
    }
    if (!isToggle) return new Set()
    // The chosen row is the first of several.
    const keys = new Set(marking?.keys.size === 0 && chosenKey !== null ? [chosenKey] : marking?.keys)
    if (keys.has(key) && keys.size > 1) keys.delete(key)
    else keys.add(key)
    return keys
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.target !== event.currentTarget || event.altKey) return
    const isCtrl = event.ctrlKey || event.metaKey
    const to = isCtrl ? null : moved(event.key, chosenAt, rows.length)
    const row = rows[to ?? chosenAt]
    if (row === undefined) return
    if (to !== null) {
      choose(to, { isStretch: event.shiftKey, isToggle: false })
      virtual.scrollToIndex(to, { align: 'auto' })
    } else if (marking !== undefined && isCtrl && event.key === 'a') {
      marking.onMark(new Set(rows.map(({ key }) => key)))
    } else if (marking !== undefined && isCtrl && event.key === ' ') {
      choose(chosenAt, { isStretch: false, isToggle: true })
    } else if (marking !== undefined && event.key === 'Escape' && marking.keys.size > 0) {
      marking.onMark(new Set())
    } else if (!onKey(event, row)) return
    event.preventDefault()
  }

  return (
    <div
      ref={scroller}
      className="overview-list"
      // No native element holds rows like these, a few of them at a time.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="listbox"
      aria-label={label}
      aria-multiselectable={marking === undefined ? undefined : true}
      tabIndex={0}
      aria-activedescendant={items.some(({ index }) => index === chosenAt) ? idOf(chosenAt) : undefined}
      onKeyDown={onKeyDown}
    >
      <div role="none" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index]
          if (row === undefined) return null
          return (
            // Keys are handled by the list, which holds the focus.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={item.key}
              id={idOf(item.index)}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
              role="option"
              aria-selected={row.key === chosenKey || (marking?.keys.has(row.key) ?? false)}
              data-marked={marking?.keys.has(row.key) === true ? true : undefined}
              className="overview-row"
              onDragOver={onDropFile && acceptFile}
              onDrop={onDropFile && ((event) => takeFile(event, (file) => onDropFile(row, file)))}
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={(event) =>
                choose(item.index, { isStretch: event.shiftKey, isToggle: event.ctrlKey || event.metaKey })
              }
            >
              {renderRow(row)}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** The row that a key moves the choice to; null for a key that does not move it. */
function moved(key: string, at: number, count: number): number | null {
  const last = count - 1
  if (key === 'ArrowDown') return Math.min(last, at + 1)
  if (key === 'ArrowUp') return Math.max(0, at - 1)
  if (key === 'Home') return 0
  if (key === 'End') return last
  if (key === 'PageDown') return Math.min(last, at + page)
  return key === 'PageUp' ? Math.max(0, at - page) : null
}
