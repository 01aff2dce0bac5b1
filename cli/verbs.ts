import type { Verb } from './verb.ts'
import { indexVerb } from './verbs/index-folder.ts'
import { peopleVerb } from './verbs/people.ts'
import { programsVerb } from './verbs/programs.ts'
import { quotesVerb } from './verbs/quotes.ts'
import { resourcesVerb } from './verbs/resources.ts'
import { searchVerb } from './verbs/search.ts'
import { verifyVerb } from './verbs/verify.ts'

/** Every verb of `cairn`, in the order of the help text. A new one is a file in `verbs/` and a line here. */
export const verbs: readonly Verb[] = [
  searchVerb,
  resourcesVerb,
  quotesVerb,
  peopleVerb,
  programsVerb,
  indexVerb,
  verifyVerb,
]
