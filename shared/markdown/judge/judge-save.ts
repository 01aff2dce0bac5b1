import { canonicalKey } from '../canonical-key.ts'
import { parseEntry } from '../parse-entry.ts'
import { countDialectTokens } from '../save/dialect.ts'
import type { SaveOutcome } from '../save-outcome.ts'
import type { Block, ParsedEntry, Span } from '../tree.ts'
import { countMatches, missingFrom, type Counts } from './count-letters.ts'
import { differingParts } from './differing-parts.ts'
import { keepsLines } from './judge-lines.ts'
import type { LineRule } from './line-rule.ts'
import { visibleText } from './visible-text.ts'

/**
 * What is wrong with an accepted save, in words; empty when nothing is.
 *
 * `tree`: the text does not parse as the intended blocks. `head`: the front matter changed. `lines`: more lines
 * changed than the edit may change. `words`, `dialect`: text is gone that the edit did not take away. `spans`: the
 * places given for the blocks are not theirs.
 */
export function judgeSave(
  base: ParsedEntry,
  intended: readonly Block[],
  outcome: Pick<SaveOutcome, 'text'> & Partial<SaveOutcome>,
  rule: LineRule,
): string[] {
  const wrong: string[] = []
  const parsed = parseEntry(outcome.text)
  if (canonicalKey(parsed.blocks) !== canonicalKey(intended)) wrong.push('tree')
  if (sliceHead(parsed).trimEnd() !== sliceHead(base).trimEnd()) wrong.push('head')
  if (!keepsLines(base.text, outcome.text, rule)) wrong.push('lines')
  const [old, now] = differingParts(base.text, outcome.text)
  const [visibleOld, visibleNow] = differingParts(visibleText(base.blocks), visibleText(intended))
  const loses = (pattern: RegExp) =>
    !isWithin(
      missingFrom(countMatches(old, pattern), countMatches(now, pattern)),
      missingFrom(countMatches(visibleOld, pattern), countMatches(visibleNow, pattern)),
    )
  // Words may run together when a mark between them goes, so the letters are asked too.
  if (loses(/[\p{L}\p{N}]+/gu) && loses(/[\p{L}\p{N}]/gu)) wrong.push('words')
  const lostTokens = missingFrom(countDialectTokens(old), countDialectTokens(now))
  const takenTokens = missingFrom(countDialectTokens(visibleOld), countDialectTokens(visibleNow))
  if (!isWithin(lostTokens, takenTokens)) wrong.push('dialect')
  const isWritten = (outcome.refused ?? []).length === 0
  if (
    isWritten &&
    outcome.spans !== undefined &&
    !hasRightSpans(outcome.text, outcome.spans, intended, parsed)
  )
    wrong.push('spans')
  return wrong
}

function sliceHead(entry: ParsedEntry): string {
  return entry.head === null ? '' : entry.text.slice(entry.head.span.from, entry.head.span.to)
}

function isWithin(lost: Counts, taken: Counts): boolean {
  // Numbers of items come and go with the items.
  return [...lost].every(([key, count]) => /^\d+$/.test(key) || count <= (taken.get(key) ?? 0))
}

/** Each span holds its block: parsed by itself it says the same, where that can be said of a single block. */
function hasRightSpans(
  text: string,
  spans: readonly Span[],
  intended: readonly Block[],
  parsed: ParsedEntry,
): boolean {
  if (spans.length !== intended.length) return false
  const starts = new Set(parsed.blocks.map((block) => block.span?.from))
  return intended.every((block, at) => {
    const span = spans[at]
    if (span === undefined || span.from > span.to || span.to > text.length) return false
    const isEmpty = span.from === span.to
    return isEmpty || block.type === 'list' || starts.has(span.from)
  })
}
