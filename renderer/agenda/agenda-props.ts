import type { Step } from '../../shared/actions/step.ts'
import type { AgendaRow, ProgramRow } from '../../shared/contract/facts.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { IsoDay, ProgramStatus } from '../../shared/entry/summary.ts'
import type { DateCorrectionChoice } from '../ui/date-menu.ts'
import type { AgendaStore } from '../state/agenda.ts'

/** A step in the entry it stands in. */
export interface StepPlace {
  readonly row: AgendaRow
  readonly step: Step
}

/** What came of a step that was to come. */
export type StepOutcome = 'done' | 'dropped'

export interface AgendaProps {
  readonly agenda: AgendaStore
  /** Tags of the whole journal. */
  readonly tags: readonly string[]
  /** Reminders are off, and have not been offered yet. */
  readonly isReminderOffered: boolean
  /** Full-time programs are folded away in this journal. */
  readonly isFullTimeFolded: boolean
  readonly onFoldFullTime: (isFolded: boolean) => void
  readonly onAnswerOffer: (isWanted: boolean) => void
  readonly onOpen: (path: EntryPath, offset: number, isBeside: boolean) => void
  readonly onOpenDay: (day: IsoDay) => void
  readonly onTick: (place: StepPlace, isDone: boolean) => void
  /** Null takes the date away. */
  readonly onSetDay: (place: StepPlace, day: IsoDay | null) => void
  /** Corrects how the words of a date were read, without a change of the words. */
  readonly onCorrect: (place: StepPlace, choice: DateCorrectionChoice) => void
  readonly onGiveBox: (place: StepPlace) => void
  readonly onOutcome: (place: StepPlace, outcome: StepOutcome) => void
  readonly onSetDeadline: (program: ProgramRow, deadline: IsoDay) => void
  readonly onSetStatus: (program: ProgramRow, status: ProgramStatus) => void
}
