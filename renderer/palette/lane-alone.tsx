import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef } from 'react'
import { LaneGroup, Lanes } from './lanes.tsx'
import type { PaletteGroup, PaletteItem } from './palette-groups.ts'
import { PaletteRow, type RowActions } from './palette-row.tsx'

interface LaneAloneProps extends RowActions {
  readonly group: PaletteGroup
  readonly activeItem: PaletteItem | undefined
  /** The end of the list is near. */
  readonly onNearEnd: () => void
}

/** px, of a row with one passage: what is not measured yet. */
const usualHeight = 52
/** px above the first row: the padding of the list and of the lane. */
const above = 11
/** Rows before the end at which more is asked for. */
const nearEnd = 30

/** One lane in all its length. Only the rows in view exist, and the active one, which the field names to a screen reader. */
export function LaneAlone({ group, activeItem, onNearEnd, ...actions }: LaneAloneProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const { items, total } = group
  const activeAt = items.findIndex(({ id }) => id === activeItem?.id)
  const rangeExtractor = useCallback((range: Range) => withActive(range, activeAt), [activeAt])
  // The compiler cannot memoise what it returns, and nothing here is memoised by hand either.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    scrollMargin: above,
    scrollPaddingStart: above,
    scrollPaddingEnd: above,
    overscan: 8,
    rangeExtractor,
  })
  const last = virtual.range?.endIndex ?? 0
  useEffect(() => {
    if (last >= items.length - nearEnd) onNearEnd()
  }, [last, items.length, onNearEnd])
  useEffect(() => {
    if (activeAt >= 0) virtual.scrollToIndex(activeAt, { align: 'auto' })
  }, [virtual, activeAt])

  return (
    <Lanes isAlone scroller={scroller}>
      <LaneGroup group={group}>
        <div role="presentation" className="rows" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const item = items[index]
            return item === undefined ? null : (
              <div
                key={item.id}
                ref={virtual.measureElement}
                data-index={index}
                role="presentation"
                style={{ transform: `translateY(${start - above}px)` }}
              >
                <PaletteRow
                  item={item}
                  isActive={index === activeAt}
                  isRoomy
                  place={index + 1}
                  listLength={total}
                  {...actions}
                />
              </div>
            )
          })}
        </div>
      </LaneGroup>
    </Lanes>
  )
}

/** Numbers of the rows that exist, rising. */
function withActive(range: Range, activeAt: number): number[] {
  const inView = defaultRangeExtractor(range)
  if (activeAt < 0 || inView.includes(activeAt)) return inView
  return [...inView, activeAt].toSorted((left, right) => left - right)
}
