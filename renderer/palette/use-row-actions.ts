import { useInsertionEffect, useMemo, useRef } from 'react'
import type { RowActions } from './palette-row.tsx'

/**
 * The same functions for every row and render, whatever they do now: an arrow key draws the two rows that it concerns,
 * and not two hundred.
 */
export function useRowActions(actions: RowActions): RowActions {
  const latest = useRef(actions)
  useInsertionEffect(() => {
    latest.current = actions
  })
  return useMemo(
    () => ({
      onChoose: (item) => latest.current.onChoose(item),
      onPoint: (item) => latest.current.onPoint(item),
      onTick: (hit) => latest.current.onTick(hit),
      onDragStart: (item, event) => latest.current.onDragStart(item, event),
    }),
    [],
  )
}
