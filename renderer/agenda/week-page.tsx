import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { mondayOf, weekInWords } from '../../shared/actions/weekly-review.ts'
import type { DayStep } from '../../shared/contract/facts.ts'
import { addDays } from '../../shared/entry/iso-day.ts'
import type { EntryCard, IsoDay } from '../../shared/entry/summary.ts'
import type { WeekStore } from '../state/week.ts'
import { weekdayAndDate } from '../state/days.ts'
import type { AgendaProps, StepPlace } from './agenda-props.ts'
import { weekdayAndMonth } from './agenda-words.ts'
import { AskedList } from './asked-list.tsx'
import { MonthPanel } from './month-panel.tsx'
import { PickedDay } from './picked-day.tsx'
import './agenda.css'
import './week.css'

type StepActions = Pick<AgendaProps, 'agenda' | 'onOpen' | 'onSetDay' | 'onOutcome'>

export interface WeekPageProps extends StepActions {
  readonly week: WeekStore
  /** What the index knows of the entries written on a day. */
  readonly entriesOn: (day: IsoDay) => readonly EntryCard[]
  /** Begins a review of the week in today's entry. */
  readonly onReview: () => void
}

/** A week: what has passed without an outcome, what was written and done day by day, and what comes after. */
export function WeekPage(props: WeekPageProps) {
  const { week, agenda, onSetDay } = props
  const { monday, today, asked, days, error } = useStore(week)
  const [picked, setPicked] = useState<StepPlace | null>(null)
  useEffect(() => {
    week.show()
    return () => week.hide()
  }, [week])
  const month = monday.slice(0, 7)
  useEffect(() => agenda.showMonth(month), [agenda, month, days])
  return (
    <div className="agenda week" data-region="text">
      <div className="week-main">
        <header className="page-head">
          <h1>{monday === mondayOf(today) ? 'This week' : weekInWords(monday).split(',')[0]}</h1>
          <output>{weekInWords(monday).split(', ').slice(-1)}</output>
        </header>
        {error === null ? null : <p className="quiet">{error.message}</p>}
        <AskedList {...props} rows={asked} today={today} onPickDay={setPicked} />
        <Days {...props} />
        <NextWeek {...props} />
      </div>
      <aside className="agenda-side" aria-label="Month and review">
        <MonthPanel agenda={agenda} onOpen={props.onOpen} onOpenDay={(day) => week.goTo(day)} />
        <section aria-labelledby="week-review" className="review">
          <div className="gh bare" id="week-review">
            Weekly review
          </div>
          <p className="quiet">
            Begins a section in today’s entry with what was written, done and asked this week and what comes
            next, as plain Markdown to go on from.
          </p>
          <button type="button" className="btn pri" onClick={props.onReview}>
            Write the review
          </button>
        </section>
      </aside>
      <PickedDay picked={picked} today={today} onSetDay={onSetDay} onClose={() => setPicked(null)} />
    </div>
  )
}

/** The seven days from a Monday. */
function daysFrom(monday: IsoDay): readonly IsoDay[] {
  return Array.from({ length: 7 }, (_, at) => addDays(monday, at) ?? monday)
}

function Days({ week, entriesOn, onOpen }: WeekPageProps) {
  const { monday, today, days } = useStore(week)
  return (
    <ol className="week-days">
      {daysFrom(monday).map((day) => {
        const written = entriesOn(day)
        const { done = [], due = [] } = days?.get(day) ?? {}
        return (
          <li
            key={day}
            className={day === today ? 'today' : ''}
            aria-current={day === today ? 'date' : undefined}
          >
            <h2>{weekdayAndDate(day)}</h2>
            <ul>
              {written.map(({ path, title }) => (
                <li key={path} className="written">
                  <button type="button" className="tx" onClick={() => onOpen(path, 0, false)}>
                    {title}
                  </button>
                </li>
              ))}
              <Steps steps={done} note="done" onOpen={onOpen} />
              <Steps steps={due} note={day < today ? 'open' : 'due'} onOpen={onOpen} />
              {written.length + done.length + due.length === 0 ? <li className="nothing">—</li> : null}
            </ul>
          </li>
        )
      })}
    </ol>
  )
}

interface StepsProps extends Pick<AgendaProps, 'onOpen'> {
  readonly steps: readonly DayStep[]
  /** What is true of them, said before the words. */
  readonly note: 'done' | 'open' | 'due'
}

function Steps({ steps, note, onOpen }: StepsProps) {
  return steps.map(({ words, path, from }) => (
    <li key={`${path} ${from}`} className={note}>
      <span className="state">{note}</span>
      <button type="button" className="tx" onClick={() => onOpen(path, from, false)}>
        {words || '…'}
      </button>
    </li>
  ))
}

function NextWeek({ week, onOpen }: WeekPageProps) {
  const { monday, today, days } = useStore(week)
  const coming = daysFrom(addDays(monday, 7) ?? monday).flatMap((day) =>
    (days?.get(day)?.due ?? []).map((step) => ({ ...step, day })),
  )
  return (
    <section className="week-next" aria-labelledby="week-next">
      <div className="gh" id="week-next">
        {monday === mondayOf(today) ? 'Next week' : 'The week after'}{' '}
        <span className="n">{coming.length}</span>
      </div>
      {coming.length === 0 ? <p className="quiet">Nothing has a date in it.</p> : null}
      <ul>
        {coming.map(({ words, path, from, day }) => (
          <li key={`${path} ${from}`}>
            <button type="button" className="tx" onClick={() => onOpen(path, from, false)}>
              {words || '…'}
            </button>
            <span className="due">{weekdayAndMonth(day, today)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
