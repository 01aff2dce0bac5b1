import { planNewAction } from '../../shared/actions/add-action.ts'
import { headingTense } from '../../shared/actions/action-heading.ts'
import { planProgram } from '../../shared/actions/change-program.ts'
import { planBox, planDone } from '../../shared/actions/record-outcome.ts'
import { planDate } from '../../shared/actions/set-date.ts'
import { planTick } from '../../shared/actions/tick-action.ts'
import type { AgendaProps, StepOutcome, StepPlace } from '../agenda/agenda-props.ts'
import { changeEntry } from '../state/change-entry.ts'
import { currentDay } from '../state/days.ts'
import { changeOrSay, changeWithUndo } from './change-with-undo.ts'
import { correctReading } from './correct-date.ts'
import type { Navigation } from './navigation.ts'
import type { Stores } from './stores.ts'
import { tickStyleOf } from './tick-style.ts'

/** What the agenda does to the entries its steps stand in: each is one edit of one file, and can be taken back. */
export function createAgendaActions(
  stores: Stores,
  navigation: Navigation,
): Omit<AgendaProps, 'agenda' | 'tags' | 'isReminderOffered' | 'isFullTimeFolded'> {
  const { layout, agenda } = stores

  /** Shown at once, and taken back when it could not be written. A box ticked by mistake is unticked: no undo is offered. */
  async function tick({ row, step }: StepPlace, isDone: boolean): Promise<void> {
    const mark = isDone ? 'x' : ' '
    const wish = { box: mark, ...tickStyleOf(stores) }
    // A repeated action gets a line above it: all numbers below are others then, and the list is read anew.
    const staysInPlace = step.repeat === null
    if (staysInPlace) agenda.noteTicked(row.path, step.itemNumber, mark)
    const what = isDone ? 'The tick' : 'The open box'
    const undo = await changeOrSay(stores, row.path, what, (text) =>
      planTick(text, locate({ row, step }), wish),
    )
    if (undo === null && staysInPlace) agenda.noteTicked(row.path, step.itemNumber, step.box ?? ' ')
  }

  /** A step without a box goes to what was done; one with a box has its mark changed. */
  function planOutcome(text: string, place: StepPlace, outcome: StepOutcome) {
    const box = outcome === 'done' ? 'x' : '-'
    if (place.step.box !== null) return planTick(text, locate(place), { ...tickStyleOf(stores), box })
    return outcome === 'done'
      ? planDone(text, locate(place), stores.rules().actionHeadings)
      : planBox(text, locate(place), box)
  }

  const locate = ({ step }: StepPlace) => ({ itemNumber: step.itemNumber, text: step.text, from: step.from })

  return {
    onAnswerOffer: (isWanted) => layout.choose({ hasReminders: isWanted, isReminderOfferClosed: true }),
    onFoldFullTime: (isFolded) => void foldFullTime(stores, isFolded),
    onOpen: (path, offset, isBeside) =>
      void (isBeside ? navigation.openBeside(path, offset) : navigation.openAt(path, offset)),
    onOpenDay(day) {
      const { arranged, cards } = stores.entries.getState()
      const path = arranged.months
        .flatMap((month) => month.entries)
        .find((entry) => cards.get(entry.path)?.date === day)?.path
      if (path !== undefined) void navigation.openAt(path, null)
    },
    onTick: (place, isDone) => void tick(place, isDone),
    onSetDay(place, day) {
      const tense =
        place.step.kind === 'box'
          ? null
          : headingTense(place.step.kind === 'action' ? 'actions' : 'next steps')
      void changeWithUndo(stores, place.row.path, 'The date', (text) =>
        planDate(text, locate(place), { day, entryDay: place.row.date, tense }),
      )
    },
    onCorrect({ row, step }, choice) {
      const { words, day } = step
      correctReading(stores, { path: row.path, locator: locate({ row, step }), words, day }, choice)
    },
    onGiveBox: (place) =>
      void changeWithUndo(stores, place.row.path, 'The box', (text) => planBox(text, locate(place), ' ')),
    onOutcome(place, outcome) {
      void changeWithUndo(stores, place.row.path, 'What came of it', (text) =>
        planOutcome(text, place, outcome),
      )
    },
    onSetDeadline: ({ path, program }, deadline) =>
      void changeWithUndo(stores, path, 'The deadline', (text) => planProgram(text, program, { deadline })),
    onSetStatus: ({ path, program }, status) =>
      void changeWithUndo(stores, path, 'The status', (text) => planProgram(text, program, { status })),
  }
}

/** The journal remembers it: whoever has a job has it in each window, and on each computer. */
async function foldFullTime({ memory, notices }: Stores, isFolded: boolean): Promise<void> {
  const failure = await memory.change('settings', () => ({ hidesFullTimePrograms: isFolded }))
  if (failure === null) return
  notices.raise({ id: 'overview', tone: 'bad', title: 'It was not kept.', detail: failure.message })
}

/** Adds an open action to today's entry, which is made when there is none. */
export async function addAction(stores: Stores, words: string): Promise<string | null> {
  const { journalApi, openEntry, entries, layout } = stores
  const { dayStartHour } = layout.getState().settings
  const made = await entries.openToday(currentDay(dayStartHour))
  if (!made.ok) return made.error.message
  const answer = await changeEntry(journalApi, openEntry, made.value, (text) =>
    planNewAction(text, words, stores.rules().actionHeadings),
  )
  return answer.ok ? null : answer.error.message
}
