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
  const { month, today, chosen, onShowMonth } = props
  const grid = useRef<HTMLTableElement>(null)
  const days = daysOfMonth(month)
  const focusable = days.find((day) => day === chosen) ?? days.find((day) => day === today) ?? `${month}-01`
  function onKeyDown(event: KeyboardEvent<HTMLTableElement>) {
    const day = (event.target as HTMLElement).dataset['day']
    const moved = day === undefined ? null : moveByKey(event.key, day)
    if (moved === null) return
    event.preventDefault()
    if (moved.slice(0, 7) !== month) onShowMonth(moved.slice(0, 7))
    // The day may be in the month that comes: it takes the focus when it is drawn.
    requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>(`[data-day="${moved}"]`)?.focus())
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its days take the focus and the keys
    <table ref={grid} className="month" aria-label={monthName(month)} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          {weekdays.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <td key={day}>
                <Day {...props} day={day} isFocusable={day === focusable} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
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
    mark?.isLate ? 'has-late' : mark?.isDue ? 'has-due' : '',
    day === today ? 'today' : '',
    day === chosen ? 'chosen' : '',
  ]
  return (
    <button
      type="button"
      data-day={day}
      tabIndex={isFocusable ? 0 : -1}
      className={classes.filter(Boolean).join(' ')}
      aria-label={mark === null || mark.note === '' ? dayInWords(day) : `${dayInWords(day)}, ${mark.note}`}
      aria-current={day === today ? 'date' : undefined}
      aria-pressed={day === chosen}
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
