import { useRef, useState, type FormEvent } from 'react'
import { findProseDates } from '../../shared/actions/prose-dates.ts'
import type { IsoDay } from '../../shared/entry/summary.ts'
import { longDay } from '../state/days.ts'
import { Dialog } from '../ui/dialog.tsx'
import { MonthGrid } from './month-grid.tsx'

interface DayDialogProps {
  readonly title: string
  readonly day: IsoDay | null
  readonly today: IsoDay
  readonly onChoose: (day: IsoDay | null) => void
  readonly onClose: () => void
}

/** A day in plain words (`next friday`, `in two weeks`, `5 oct`) or from the month; what was understood is said before Enter. */
export function DayDialog({ title, day, today, onChoose, onClose }: DayDialogProps) {
  const field = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState(day ?? '')
  const [month, setMonth] = useState((day ?? today).slice(0, 7))
  const understood = findProseDates(words, today, 'to-come').at(-1)?.day ?? null
  function choose(chosen: IsoDay | null) {
    onChoose(chosen)
    onClose()
  }
  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (understood !== null) choose(understood)
  }
  return (
    <Dialog
      isOpen
      title={title}
      width={340}
      initialFocus={field}
      onClose={onClose}
      footer={
        <>
          {day === null ? null : (
            <button type="button" className="btn" onClick={() => choose(null)}>
              No date
            </button>
          )}
          <span className="grow" />
          <button type="submit" form="day-form" className="btn pri" disabled={understood === null}>
            Set date
          </button>
        </>
      }
    >
      <form id="day-form" className="name-form" onSubmit={onSubmit}>
        <label htmlFor="day-words">When, in words or as 2026-12-01</label>
        <input
          id="day-words"
          ref={field}
          className="in"
          value={words}
          placeholder="next friday"
          autoComplete="off"
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <output>
          {understood === null ? (words === '' ? '' : 'Not understood as a day.') : longDay(understood)}
        </output>
      </form>
      <MonthGrid
        month={month}
        today={today}
        chosen={understood}
        markOf={() => null}
        onChoose={choose}
        onShowMonth={setMonth}
      />
    </Dialog>
  )
}
