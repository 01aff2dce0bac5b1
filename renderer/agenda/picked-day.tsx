import type { IsoDay } from '../../shared/entry/summary.ts'
import type { AgendaProps, StepPlace } from './agenda-props.ts'
import { DayDialog } from './day-dialog.tsx'

interface PickedDayProps extends Pick<AgendaProps, 'onSetDay'> {
  /** The step that gets another day; null: none. */
  readonly picked: StepPlace | null
  readonly today: IsoDay
  readonly onClose: () => void
}

/** Asks for the day of the step that was picked. */
export function PickedDay({ picked, today, onSetDay, onClose }: PickedDayProps) {
  if (picked === null) return null
  return (
    <DayDialog
      title={picked.step.words}
      day={picked.step.day}
      today={today}
      onChoose={(day) => onSetDay(picked, day)}
      onClose={onClose}
    />
  )
}
