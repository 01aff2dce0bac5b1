import { useRef, type KeyboardEvent } from 'react'
import { addDays, dayInWords, weekdayNumber } from '../../shared/entry/iso-day.ts'
import './month-grid.css'

/** How a day is marked: an entry was written, something is due, something is late. */
export interface DayMark {
  readonly isWritten: boolean
  readonly isDue: boolean
  readonly isLate: boolean
  /** Said after the day, for those who cannot see the marks. */
  readonly note: string
}

interface MonthGridProps {
  /** `2025-09`. */
  readonly month: string
  /** `2025-09-20`. */
  readonly today: string
  readonly chosen: string | null
  readonly markOf: (day: string) => DayMark | null
  readonly onChoose: (day: string) => void
  /** An arrow key led out of the month. */
  readonly onShowMonth: (month: string) => void
}

const weekdays = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const

/** A month in weeks from Monday. One day takes the focus; arrows move by day and week, Page Up and Down by month. */
export function MonthGrid(props: MonthGridProps) {
  const { month, today, chosen, onChoose, onShowMonth } = props
  const grid = useRef<HTMLDivElement>(null)
  const days = daysOfMonth(month)
  const focusable = days.find((day) => day === chosen) ?? days.find((day) => day === today) ?? `${month}-01`
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const day = (event.target as HTMLElement).dataset['day']
    const moved = day === undefined ? null : moveByKey(event.key, day)
    if (moved === null) return
    event.preventDefault()
    if (moved.slice(0, 7) !== month) onShowMonth(moved.slice(0, 7))
    // The day may be in the month that comes: it takes the focus when it is drawn.
    requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>(`[data-day="${moved}"]`)?.focus())
  }
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its days take the focus
    <div ref={grid} className="month" role="grid" aria-label={monthName(month)} onKeyDown={onKeyDown}>
      <div role="row" className="week">
        {weekdays.map((name) => (
          <span key={name} role="columnheader" className="wd">
            {name}
          </span>
        ))}
      </div>
      {weeksOf(days).map((week) => (
        <div key={week[0]} role="row" className="week">
          {week.map((day) => (
            <Day key={day} day={day} isFocusable={day === focusable} {...props} onChoose={onChoose} />
          ))}
        </div>
      ))}
    </div>
  )
}

function Day({
  day,
  month,
  today,
  chosen,
  isFocusable,
  markOf,
  onChoose,
}: MonthGridProps & { readonly day: string; readonly isFocusable: boolean }) {
  const mark = markOf(day)
  const classes = [
    'day-cell',
    day.startsWith(month) ? '' : 'outside',
    mark?.isWritten ? 'written' : '',
    mark?.isLate ? 'late' : mark?.isDue ? 'due' : '',
    day === today ? 'today' : '',
    day === chosen ? 'chosen' : '',
  ]
  return (
    <button
      type="button"
      role="gridcell"
      data-day={day}
      tabIndex={isFocusable ? 0 : -1}
      className={classes.filter(Boolean).join(' ')}
      aria-label={mark === null || mark.note === '' ? dayInWords(day) : `${dayInWords(day)}, ${mark.note}`}
      aria-current={day === today ? 'date' : undefined}
      aria-selected={day === chosen}
      onClick={() => onChoose(day)}
    >
      <span>{Number(day.slice(8))}</span>
    </button>
  )
}

/** Whole weeks, from the Monday before the first to the Sunday after the last. */
function daysOfMonth(month: string): readonly string[] {
  const first = `${month}-01`
  const days: string[] = []
  let day = addDays(first, -weekdayNumber(first))
  while (day !== null && (day.slice(0, 7) <= month || weekdayNumber(day) !== 0)) {
    days.push(day)
    day = addDays(day, 1)
  }
  return days
}

function weeksOf(days: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
}

function moveByKey(key: string, day: string): string | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1)
    case 'ArrowRight':
      return addDays(day, 1)
    case 'ArrowUp':
      return addDays(day, -7)
    case 'ArrowDown':
      return addDays(day, 7)
    case 'PageUp':
      return addDays(day, -28)
    case 'PageDown':
      return addDays(day, 28)
    default:
      return null
  }
}

/** `September 2025`. */
export function monthName(month: string): string {
  return dayInWords(`${month}-01`).slice(2)
}

/** The month before or after. */
export function monthBeside(month: string, step: 1 | -1): string {
  return addDays(`${month}-15`, step * 30)?.slice(0, 7) ?? month
}
