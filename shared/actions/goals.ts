import type { HeadingSummary } from '../entry/summary.ts'
import { isActionHeading } from './action-heading.ts'

/** `#goal/portfolio` in the words of an action names its goal: `portfolio`. */
export function goalOfTag(text: string): string | null {
  return /(?<![\p{L}\p{N}/])#goal\/([\p{L}\p{N}_-]+)/u.exec(text)?.[1] ?? null
}

/**
 * The heading that an action serves: the nearest above, or where that is an actions heading, the one it stands under
 * (`## mentorship`, `### next steps`). The title of the entry is no goal.
 *
 * @param at offset of the action; `headings` in the order of the text.
 */
export function goalOfHeadings(
  at: number,
  headings: readonly HeadingSummary[],
  title: string,
  actionHeadings: readonly string[],
): string | null {
  let level = Number.POSITIVE_INFINITY
  for (let index = headings.length - 1; index >= 0; index -= 1) {
    const heading = headings[index]!
    if (heading.span.from >= at || heading.level >= level) continue
    if (!isActionHeading(heading.text, actionHeadings)) return isTitle(heading, title) ? null : heading.text
    level = heading.level
  }
  return null
}

function isTitle(heading: HeadingSummary, title: string): boolean {
  return heading.text === '' || heading.text === title
}

/** Labels that say what a line is and not what it is for. */
const noGoals = new Set([
  'note',
  'todo',
  'to do',
  'idea',
  'question',
  'maybe',
  'later',
  'also',
  'or',
  'e.g.',
  'ps',
])

/**
 * The label a step without a box begins with: `advising: speaking with …` is a step towards *advising*. Up to three
 * words; the colon of an address or a time is none.
 */
export function goalOfLabel(text: string): string | null {
  const label = /^([\p{L}][\p{L}\p{N}'’-]*(?: [\p{L}\p{N}'’-]+){0,2}):(?=\s|$)/u.exec(text)?.[1]
  return label === undefined || noGoals.has(label.toLowerCase()) ? null : label
}
