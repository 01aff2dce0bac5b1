import { canonicalKey } from '../canonical-key.ts'
import { parseEntry } from '../parse-entry.ts'
import { countDialectTokens } from '../save/dialect.ts'
import type { SaveOutcome } from '../save-outcome.ts'
import type { Block, ParsedEntry, Span } from '../tree.ts'
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
  const loses = (pattern: RegExp) =>
    !isWithin(
      missing(count(base.text, pattern), count(outcome.text, pattern)),
      missing(count(visibleText(base.blocks), pattern), count(visibleText(intended), pattern)),
    )
  // Words may run together when a mark between them goes, so the letters are asked too.
  if (loses(/[\p{L}\p{N}]+/gu) && loses(/[\p{L}\p{N}]/gu)) wrong.push('words')
  const lostTokens = missing(countDialectTokens(base.text), countDialectTokens(outcome.text))
  const takenTokens = missing(
    countDialectTokens(visibleText(base.blocks)),
    countDialectTokens(visibleText(intended)),
  )
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

function count(text: string, pattern: RegExp): Map<string, number> {
  const counts = new Map<string, number>()
  const plain = text
    .replaceAll('\u0001', '')
    .replace(/&#(?:[xX]([\dA-Fa-f]+)|(\d+));/g, (_, hex: string | undefined, decimal: string | undefined) =>
      String.fromCodePoint(
        Math.min(Number.parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16), 0x10ffff),
      ),
    )
    .replace(/&\w+;/g, ' ')
  for (const [match] of plain.matchAll(pattern)) counts.set(match, (counts.get(match) ?? 0) + 1)
  return counts
}

/** What is in the first multiset and not in the second. */
function missing(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): Map<string, number> {
  const lost = new Map<string, number>()
  for (const [key, count] of one) {
    const less = count - (other.get(key) ?? 0)
    if (less > 0) lost.set(key, less)
  }
  return lost
}

function isWithin(lost: ReadonlyMap<string, number>, taken: ReadonlyMap<string, number>): boolean {
  // Numbers of items come and go with the items.
  return [...lost].every(([key, count]) => /^\d+$/.test(key) || count <= (taken.get(key) ?? 0))
}

/** Lines with their endings; the last may have none. */
export function listLines(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? []
}

function keepsLines(old: string, next: string, rule: LineRule): boolean {
  switch (rule) {
    case 'none':
      return old === next
    case 'one-line':
      return old === next || isOneLine(listLines(old), listLines(next))
    case 'insert':
      return isSubsequence(fullLines(old), fullLines(next))
    case 'delete':
      return isSubsequence(
        fullLines(next).filter((line) => line.trim() !== '<!-- -->'),
        fullLines(old),
      )
    case 'lines':
      return sortedContent(old) === sortedContent(next)
    case 'any':
      return true
  }
}

function isOneLine(old: readonly string[], next: readonly string[]): boolean {
  const ending = (line: string | undefined) => /(?:\r\n|\n|\r)$/.exec(line ?? '')?.[0] ?? ''
  const changed = old.filter((line, at) => line !== next[at]).length
  return (
    old.length === next.length && changed === 1 && old.every((line, at) => ending(line) === ending(next[at]))
  )
}

function fullLines(text: string): string[] {
  return text.split(/\r\n|\n|\r/).filter((line) => /[^\s>]/.test(line))
}

/** Markers and prefixes in front of a line's content. */
const leadPattern = /^(?:[\s>\uFEFF]|[-+*](?=\s|$)|\d+[.)](?=\s|$))+/

/** Numbers may be counted anew where the first item of a list came or went. */
function isSubsequence(some: readonly string[], all: readonly string[]): boolean {
  const plain = (line: string) => line.replace(leadPattern, '').trim()
  let at = 0
  for (const line of some) {
    while (at < all.length && plain(all[at] ?? '') !== plain(line)) at += 1
    if (at === all.length) return false
    at += 1
  }
  return true
}

function sortedContent(text: string): string {
  const plain = (line: string) => line.replace(leadPattern, '').trim()
  return fullLines(text)
    .map(plain)
    .filter((line) => line !== '' && line !== '<!-- -->' && !/^(?:`{3,}|~{3,})$/.test(line))
    .sort()
    .join('\n')
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
