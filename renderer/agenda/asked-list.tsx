import type { AgendaRow } from '../../shared/contract/facts.ts'
import type { IsoDay } from '../../shared/entry/summary.ts'
import type { AgendaProps, StepPlace } from './agenda-props.ts'
import { dueWords, sourceWords } from './agenda-words.ts'

interface AskedListProps extends Pick<AgendaProps, 'onOpen' | 'onOutcome'> {
  readonly rows: readonly AgendaRow[]
  readonly today: IsoDay
  readonly onPickDay: (place: StepPlace) => void
}

/** Asked about at first; the rest when it is wanted, or in the agenda. */
const mostShown = 8

/** Steps whose day has passed without an outcome: each is asked about, and each answer is one edit of its entry. */
export function AskedList({ rows, today, onOpen, onOutcome, onPickDay }: AskedListProps) {
  if (rows.length === 0) return null
  const more = rows.length - mostShown
  return (
    <section className="asked" aria-labelledby="week-asked">
      <div className="gh" id="week-asked">
        What came of it? <span className="n">{rows.length}</span>
      </div>
      <ul>
        {rows.slice(0, mostShown).map((row) => {
          const { step, path } = row
          const place = { row, step }
          const { words } = step
          return (
            <li key={`${path} ${step.itemNumber}`}>
              <span className="words">
                <button type="button" className="tx" onClick={() => onOpen(path, step.from, false)}>
                  {words || '…'}
                </button>
                <span className="outcomes">
                  <button
                    type="button"
                    className="lk"
                    aria-label={`It came off: ${words}`}
                    onClick={() => onOutcome(place, 'done')}
                  >
                    It came off
                  </button>
                  <button
                    type="button"
                    className="lk"
                    aria-label={`Moved: ${words}`}
                    onClick={() => onPickDay(place)}
                  >
                    Moved…
                  </button>
                  <button
                    type="button"
                    className="lk"
                    aria-label={`Dropped: ${words}`}
                    onClick={() => onOutcome(place, 'dropped')}
                  >
                    Dropped
                  </button>
                </span>
              </span>
              <span className="from cut" title={path}>
                {sourceWords(row, today)}
              </span>
              <span className="due soon">
                {step.day === null ? '' : dueWords(step.day, step.time, today, true).text}
              </span>
            </li>
          )
        })}
      </ul>
      {more > 0 ? <p className="quiet">{`And ${more} more in the agenda.`}</p> : null}
    </section>
  )
}
