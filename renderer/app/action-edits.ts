import { headingTense, isActionHeading } from '../../shared/actions/action-heading.ts'
import { planBox } from '../../shared/actions/record-outcome.ts'
import { planDate } from '../../shared/actions/set-date.ts'
import type { Splice } from '../../shared/contract/edits.ts'
import { fail, succeed } from '../../shared/contract/errors.ts'
import { spliceText } from '../../shared/entry/splice-text.ts'
import type { Action, IsoDay } from '../../shared/entry/summary.ts'
import type { ActionEdits } from '../sidebar/sidebar-props.ts'
import { correctReading } from './correct-date.ts'
import { activeSummary, type Stores } from './stores.ts'

/** What the panel does to the actions of the entry on the page: edits of its text, which Undo in the text takes back. */
export function createActionEdits(stores: Stores): ActionEdits {
  const { openEntry, notices, dayQuestion } = stores

  function edit(what: string, plan: (text: string) => readonly Splice[] | null): void {
    const changed = openEntry.getState().copy?.change((text) => {
      const splices = plan(text)
      const edited = splices === null ? null : spliceText(text, splices)
      return edited === null ? fail('conflict', 'The text has changed meanwhile.') : succeed(edited)
    })
    activeSummary(stores).refresh()
    if (changed?.ok !== false) return
    notices.raise({
      id: 'tick',
      tone: 'bad',
      title: `${what} was not written.`,
      detail: changed.error.message,
    })
  }

  function setDay(action: Action, day: IsoDay | null): void {
    const isUnderActions = isActionHeading(action.heading, stores.rules().actionHeadings)
    const tense = isUnderActions ? headingTense(action.heading) : null
    const entryDay = activeSummary(stores).getState().summary?.date ?? null
    edit('The date', (text) => planDate(text, locate(action), { day, entryDay, tense }))
  }

  /** The day that the action itself gives, and its words as they are shown. */
  function shownOf({ itemNumber, text }: Action) {
    const due = activeSummary(stores).getState().dues.get(itemNumber)
    return { day: due?.day ?? null, words: due?.words || text || 'Action without words' }
  }

  return {
    onSetDay: setDay,
    onPickDay(action) {
      const { day, words } = shownOf(action)
      const noDay = day === null ? null : 'No date'
      dayQuestion.ask({
        title: words,
        day,
        action: 'Set date',
        noDay,
        onChoose: (chosen) => setDay(action, chosen),
      })
    },
    onGiveBox: (action) => edit('The box', (text) => planBox(text, locate(action), ' ')),
    onCorrect(action, choice) {
      const path = openEntry.getState().copy?.getState().path
      if (path !== undefined)
        correctReading(stores, { path, locator: locate(action), ...shownOf(action) }, choice)
    },
  }
}

function locate({ itemNumber, text, span }: Action) {
  return { itemNumber, text, from: span.from }
}
