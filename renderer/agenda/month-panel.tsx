import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useStore } from 'zustand'
import type { DayFacts } from '../../shared/contract/facts.ts'
import type { IsoDay } from '../../shared/entry/summary.ts'
import { shortDay } from '../state/days.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { monthBeside, MonthGrid, monthName, type DayMark } from './month-grid.tsx'
import type { AgendaProps } from './agenda-props.ts'

/** Days named beside the calendar. */
const mostNamed = 6

/** The month with the days that hold something, and what is due in it by name. */
export function MonthPanel({
  agenda,
  onOpen,
  onOpenDay,
}: Pick<AgendaProps, 'agenda' | 'onOpen' | 'onOpenDay'>) {
  const { month, days, today } = useStore(agenda)
  const named = Array.from(days.values())
    .filter(({ day, due }) => due.length > 0 && day.startsWith(month))
    .slice(0, mostNamed)
  return (
    <section aria-label="Month">
      <div className="gh bare">
        {monthName(month)}
        <span className="r">
          <IconButton
            icon={ChevronLeft}
            isSmall
            label="Earlier"
            onClick={() => agenda.showMonth(monthBeside(month, -1))}
          />
          <IconButton
            icon={ChevronRight}
            isSmall
            label="Later"
            onClick={() => agenda.showMonth(monthBeside(month, 1))}
          />
        </span>
      </div>
      <div className="month-row">
        <MonthGrid
          month={month}
          today={today}
          chosen={null}
          markOf={(day) => markOf(days.get(day), today)}
          onChoose={onOpenDay}
          onShowMonth={(shown) => agenda.showMonth(shown)}
        />
        <div>
          <ul className="due-list">
            {named.map(({ day, due }) => (
              <li key={day}>
                <span className={day < today ? 'late' : 'soon'}>{shortDay(day, today)}</span>
                <button
                  type="button"
                  className="tx cut"
                  onClick={() => onOpen(due[0]!.path, due[0]!.from, false)}
                >
                  {due.length === 1 ? due[0]!.words : `${due[0]!.words} and ${due.length - 1} more`}
                </button>
              </li>
            ))}
          </ul>
          <p className="key">
            <i className="dot written" /> entry written
          </p>
          <p className="key">
            <i className="dot due" /> something due
          </p>
        </div>
      </div>
    </section>
  )
}

function markOf(facts: DayFacts | undefined, today: IsoDay): DayMark | null {
  if (facts === undefined) return null
  const notes = [
    facts.entries > 0 ? 'entry written' : '',
    facts.due.length > 0 ? `due: ${facts.due.map(({ words }) => words).join('; ')}` : '',
  ]
  return {
    isWritten: facts.entries > 0,
    isDue: facts.due.length > 0,
    isLate: facts.due.length > 0 && facts.day < today,
    note: notes.filter(Boolean).join(', '),
  }
}
