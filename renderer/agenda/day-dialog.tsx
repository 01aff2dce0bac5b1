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
  /** What the button says. */
  readonly action?: string
  /** The button for no day at all; null: there is none. Where a day is shown, one takes it away unless something else is said. */
  readonly noDay?: string | null
  readonly onChoose: (day: IsoDay | null) => void
  readonly onClose: () => void
}

/** A day in plain words (`next friday`, `in two weeks`, `5 oct`) or from the month; what was understood is said before Enter. */
export function DayDialog(props: DayDialogProps) {
  const { title, day, today, action = 'Set date', onChoose, onClose } = props
  const noDay = props.noDay === undefined && day !== null ? 'No date' : (props.noDay ?? null)
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
          {noDay === null ? null : (
            <button type="button" className="btn" onClick={() => choose(null)}>
              {noDay}
            </button>
          )}
          <span className="grow" />
          <button type="submit" form="day-form" className="btn pri" disabled={understood === null}>
            {action}
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
          // What is typed takes the place of the day that stands there.
          onFocus={(event) => event.currentTarget.select()}
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
