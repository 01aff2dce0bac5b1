import type { Atom } from './atoms.ts'
import { bareUrlCandidates, bareUrlEnd } from './bare-urls.ts'
import {
  scanCalloutMark,
  scanCloseBracket,
  scanFootnoteReference,
  scanOpenBracket,
  scanWikiLink,
} from './brackets.ts'
import { characterReference, decodeReference } from './decode-text.ts'
import { matchDelimiters, scanDelimiter } from './delimiters.ts'
import { scanComment, scanMath, scanTag } from './dialect-inline.ts'
import { scanAngle } from './html-inline.ts'
import type { Definitions, LeafOptions } from './inline-scan.ts'
import { InlineScan } from './inline-scan.ts'

type Rule = (scan: InlineScan, at: number) => number

/** The rule for each character that may be more than text. */
const rules: ReadonlyMap<number, Rule> = new Map(
  Object.entries({
    '\\': scanEscape,
    '&': scanReference,
    '`': scanCode,
    '\n': scanBreak,
    '\0': scanNul,
    '<': scanAngle,
    '[': scanOpening,
    '!': scanImage,
    ']': scanCloseBracket,
    '*': scanDelimiter,
    _: scanDelimiter,
    '~': scanDelimiter,
    $: scanMath,
    '%': scanComment,
    '{': scanTag,
  } satisfies Record<string, Rule>).map(([character, rule]) => [character.charCodeAt(0), rule]),
)

const special = /[\\&`\n\0<[!\]*_~$%{]/g

/**
 * Reads the inline content of a leaf: CommonMark 0.31, section 6, GFM's strikethrough and bare addresses, and the
 * dialects. Linear in the length of the text.
 *
 * @returns atoms in order, with offsets into `text`; what lies between is plain text
 */
export function scanInline(text: string, definitions: Definitions, options: LeafOptions): readonly Atom[] {
  const scan = new InlineScan(text, definitions, options)
  const addresses = bareUrlCandidates(text)
  let next = 0
  let found = -1
  let at = options.isCalloutStart ? Math.max(0, scanCalloutMark(scan)) : 0
  while (at < text.length) {
    if (found < at) found = findSpecial(text, at)
    while (next < addresses.length && (addresses[next] ?? 0) < at) next++
    const address = addresses[next] ?? text.length
    const to = address <= found ? takeAddress(scan, address) : -1
    if (to >= 0) at = to
    else if (address < found) next++
    else at = takeSpecial(scan, found)
  }
  matchDelimiters(scan, null)
  return scan.atoms
}

function findSpecial(text: string, at: number): number {
  special.lastIndex = at
  return special.exec(text)?.index ?? text.length
}

/** Inside brackets that are not closed yet nothing is an address: it may be the text of a link. */
function takeAddress(scan: InlineScan, at: number): number {
  return at < scan.text.length && scan.brackets.length === 0 ? bareUrlEnd(scan.text, at) : -1
}

function takeSpecial(scan: InlineScan, at: number): number {
  const to = rules.get(scan.text.charCodeAt(at))?.(scan, at) ?? -1
  return to < 0 ? at + 1 : to
}

function scanEscape(scan: InlineScan, at: number): number {
  const next = scan.text[at + 1] ?? ''
  if (next === '\n') {
    scan.atoms.push({ kind: 'break', from: at, to: at + 2, hard: true })
    return at + 2
  }
  if (!/^[!-/:-@[-`{-~]$/.test(next)) return -1
  scan.atoms.push({ kind: 'character', from: at, to: at + 2, text: next })
  return at + 2
}

function scanReference(scan: InlineScan, at: number): number {
  characterReference.lastIndex = at
  const match = characterReference.exec(scan.text)
  const text = match === null ? null : decodeReference(match[0])
  if (match === null || text === null) return -1
  scan.atoms.push({ kind: 'character', from: at, to: at + match[0].length, text })
  return at + match[0].length
}

function scanNul(scan: InlineScan, at: number): number {
  scan.atoms.push({ kind: 'character', from: at, to: at + 1, text: '\uFFFD' })
  return at + 1
}

/** A line end, with the white space before it: two spaces or more make it hard. */
function scanBreak(scan: InlineScan, at: number): number {
  const { text, lastTo } = scan
  let from = at
  let hasTab = false
  while (from > lastTo && (text[from - 1] === ' ' || text[from - 1] === '\t')) {
    from--
    hasTab ||= text[from] === '\t'
  }
  scan.atoms.push({ kind: 'break', from, to: at + 1, hard: !hasTab && at - from >= 2 })
  return at + 1
}

/** A code span; a run of backticks that finds no equal one is text. */
function scanCode(scan: InlineScan, at: number): number {
  const { text } = scan
  let to = at + 1
  while (text[to] === '`') to++
  const close = scan.findBackticks(to - at, to)
  if (close < 0) return to
  scan.atoms.push({ kind: 'code', from: at, to: close + to - at, size: to - at })
  return close + to - at
}

function scanOpening(scan: InlineScan, at: number): number {
  if (scan.text[at + 1] === '[') {
    const to = scanWikiLink(scan, at)
    if (to >= 0) return to
  }
  if (scan.text[at + 1] === '^') {
    const to = scanFootnoteReference(scan, at)
    if (to >= 0) return to
  }
  return scanOpenBracket(scan, at, false)
}

function scanImage(scan: InlineScan, at: number): number {
  const { text } = scan
  if (text[at + 1] !== '[') return -1
  if (text[at + 2] === '[') {
    const to = scanWikiLink(scan, at)
    if (to >= 0) return to
  }
  if (text[at + 2] === '^') {
    const to = scanFootnoteReference(scan, at + 1)
    if (to >= 0) return to
  }
  return scanOpenBracket(scan, at, true)
}
