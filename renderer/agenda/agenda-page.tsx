import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { longDay } from '../state/days.ts'
import { AgendaFilters } from './agenda-filters.tsx'
import { AgendaList } from './agenda-list.tsx'
import type { AgendaProps, StepPlace } from './agenda-props.ts'
import { countsInWords } from './agenda-words.ts'
import { MonthPanel } from './month-panel.tsx'
import { PickedDay } from './picked-day.tsx'
import { ProgramsPanel } from './programs-panel.tsx'
import { ReminderOffer } from './reminder-offer.tsx'
import './agenda.css'

/** What is late, what is next, what waits for others; and the programs with their deadlines. */
export function AgendaPage(props: AgendaProps) {
  const { agenda, onSetDay } = props
  const { answer, rows, today, error } = useStore(agenda)
  // Only to those who have something to be told of.
  const isOffered = props.isReminderOffered && rows.some(({ step }) => step.day !== null && step.day >= today)
  const main = useRef<HTMLDivElement>(null)
  const [picked, setPicked] = useState<StepPlace | null>(null)
  useEffect(() => {
    agenda.show()
    return () => agenda.hide()
  }, [agenda])
  return (
    <div className="agenda" data-region="text">
      <div ref={main} className="agenda-main">
        <header className="page-head">
          <h1>{longDay(today).replace(/ \d{4}$/, '')}</h1>
          <output>{answer === null ? '' : countsInWords(answer.counts)}</output>
        </header>
        {isOffered ? <ReminderOffer onAnswer={props.onAnswerOffer} /> : null}
        <AgendaFilters
          agenda={agenda}
          tags={props.tags}
          onLeave={() => main.current?.querySelector<HTMLElement>('[role=tree]')?.focus()}
        />
        {error === null ? null : <p className="quiet">{error.message}</p>}
        <AgendaList {...props} onPickDay={setPicked} />
      </div>
      <aside className="agenda-side" aria-label="Month and programs">
        <MonthPanel {...props} />
        <ProgramsPanel {...props} />
        <Goals {...props} />
      </aside>
      <PickedDay picked={picked} today={today} onSetDay={onSetDay} onClose={() => setPicked(null)} />
    </div>
  )
}

/** Goals shown with their progress. */
const mostGoals = 8

function Goals({ agenda }: AgendaProps) {
  const { answer, filter } = useStore(agenda)
  const goals = answer?.goals.slice(0, mostGoals) ?? []
  if (goals.length === 0) return null
  return (
    <section aria-label="Goals" className="goals">
      <div className="gh bare">Goals</div>
      <ul>
        {goals.map(({ goal, done, total }) => (
          <li key={goal}>
            <button
              type="button"
              className="tx cut"
              aria-pressed={filter.goal === goal}
              onClick={() => agenda.setFilter({ goal: filter.goal === goal ? null : goal })}
            >
              {goal}
            </button>
            <progress value={done} max={total} aria-label={`${goal}: ${done} of ${total} done`} />
            <span className="n">{`${done} of ${total}`}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
