/** What the steps under a heading are: done or under way (`actions`), or to come (`next steps`, `to do`, `plan`). */
export type HeadingTense = 'done' | 'to-come'

/**
 * True when `heading` (plain text) is one of `actionHeadings`, compared without case, emoji, and punctuation around:
 * `Next steps:` and `✅ next steps` are `next steps`, `plan of the house` is no `plan`.
 */
export function isActionHeading(heading: string, actionHeadings: readonly string[]): boolean {
  const bare = bareHeading(heading)
  return bare !== '' && actionHeadings.some((each) => bareHeading(each) === bare)
}

/**
 * What the words of an actions heading say about the steps under it, as the first user writes them: *actions* holds
 * what was done or is under way, everything else what is to come.
 */
export function headingTense(heading: string): HeadingTense {
  return /^(?:actions?|actions? taken|done|log|progress|what i did)$/.test(bareHeading(heading))
    ? 'done'
    : 'to-come'
}

/** Lower case, without what is no letter or digit at both ends, white space and dashes folded. */
function bareHeading(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/[\s\u00A0-]+/g, ' ')
}
