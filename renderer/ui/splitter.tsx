import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import './splitter.css'

interface SplitterProps {
  readonly label: string
  /** Share of the part above, in percent of the parent's height. */
  readonly value: number
  readonly min: number
  readonly max: number
  readonly onChange: (value: number) => void
  /** The drag has ended, or a key was pressed: the value is worth keeping. */
  readonly onSettled: (value: number) => void
}

/** A line between two panels that can be dragged, or moved with the arrow keys (Home and End for the limits). */
export function Splitter({ label, value, min, max, onChange, onSettled }: SplitterProps) {
  const dragged = useRef<number | null>(null)
  const clamp = (wanted: number) => Math.min(max, Math.max(min, Math.round(wanted)))

  function onPointerMove(event: PointerEvent<HTMLDivElement>) {
    const parent = event.currentTarget.parentElement
    if (dragged.current === null || !parent) return
    const box = parent.getBoundingClientRect()
    dragged.current = clamp(((event.clientY - box.top) / box.height) * 100)
    onChange(dragged.current)
  }
  function onPointerUp() {
    if (dragged.current !== null) onSettled(dragged.current)
    dragged.current = null
  }
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const wanted = { ArrowUp: value - 4, ArrowDown: value + 4, Home: min, End: max }[event.key]
    if (wanted === undefined) return
    event.preventDefault()
    onChange(clamp(wanted))
    onSettled(clamp(wanted))
  }
  return (
    // A separator that moves is a widget (ARIA 1.2), and `hr` cannot hold a value.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div
      className="splitter"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="separator"
      aria-orientation="horizontal"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onPointerDown={(event) => {
        dragged.current = value
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onKeyDown={onKeyDown}
    />
  )
}
