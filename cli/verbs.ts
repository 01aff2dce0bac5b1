import type { Verb } from './verb.ts'
import { agendaVerb } from './verbs/agenda.ts'
import { calendarVerb } from './verbs/calendar.ts'
import { indexVerb } from './verbs/index-folder.ts'
import { peopleVerb } from './verbs/people.ts'
import { programsVerb } from './verbs/programs.ts'
import { quotesVerb } from './verbs/quotes.ts'
import { resourcesVerb } from './verbs/resources.ts'
import { searchVerb } from './verbs/search.ts'
import { tickVerb } from './verbs/tick.ts'
import { verifyVerb } from './verbs/verify.ts'

/** Every verb of `cairn`, in the order of the help text. A new one is a file in `verbs/` and a line here. */
export const verbs: readonly Verb[] = [
  searchVerb,
  agendaVerb,
  tickVerb,
  calendarVerb,
  resourcesVerb,
  quotesVerb,
  peopleVerb,
  programsVerb,
  indexVerb,
  verifyVerb,
]
