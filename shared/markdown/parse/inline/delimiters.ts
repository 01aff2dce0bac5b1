import { Mark } from '../../tree.ts'
import type { Marks } from '../../tree.ts'
import type { Delimiter } from './atoms.ts'
import type { InlineScan } from './inline-scan.ts'

const UNDERSCORE = 95
const TILDE = 126

const whiteSpace = /^\s$/
const punctuation = /^[\p{P}\p{S}]$/u

type Side = 'space' | 'punctuation' | 'other'

/**
 * What a UTF-16 code unit is to a delimiter. Half a surrogate pair is neither space nor punctuation: so say micromark,
 * GitHub and Obsidian of emoji, though the specification would have them as symbols.
 */
function classify(character: string): Side {
  if (character === '' || whiteSpace.test(character)) return 'space'
  return punctuation.test(character) ? 'punctuation' : 'other'
}

/** Takes a run of `*`, `_` or `~` and puts it on the stack when it may begin or end a mark. */
export function scanDelimiter(scan: InlineScan, at: number): number {
  const { text } = scan
  const character = text.charCodeAt(at)
  let to = at + 1
  while (text.charCodeAt(to) === character) to++
  if (character === TILDE && !isStrikeLength(to - at, scan.options.singleTilde)) return to
  const before = classify(text.slice(Math.max(0, at - 1), at))
  const after = classify(text.slice(to, to + 1))
  const isLeft = after !== 'space' && (after === 'other' || before !== 'other')
  const isRight = before !== 'space' && (before === 'other' || after !== 'other')
  const isStrict = character === UNDERSCORE
  const canOpen = isLeft && (!isStrict || !isRight || before === 'punctuation')
  const canClose = isRight && (!isStrict || !isLeft || after === 'punctuation')
  if (canOpen || canClose) push(scan, { character, from: at, to, canOpen, canClose })
  return to
}

function isStrikeLength(length: number, singleTilde: boolean): boolean {
  return length === 2 || (singleTilde && length === 1)
}

function push(
  scan: InlineScan,
  found: Pick<Delimiter, 'character' | 'from' | 'to' | 'canOpen' | 'canClose'>,
): void {
  const delimiter: Delimiter = {
    kind: 'delimiter',
    ...found,
    restFrom: found.from,
    restTo: found.to,
    closes: [],
    opens: [],
    below: scan.delimiter,
    above: null,
  }
  if (scan.delimiter !== null) scan.delimiter.above = delimiter
  scan.delimiter = delimiter
  scan.atoms.push(delimiter)
}

function remove(scan: InlineScan, delimiter: Delimiter): void {
  if (delimiter.below !== null) delimiter.below.above = delimiter.above
  if (delimiter.above !== null) delimiter.above.below = delimiter.below
  else scan.delimiter = delimiter.below
}

/**
 * Matches the delimiters above `floor` and takes them off the stack (CommonMark 0.31, appendix, "process emphasis").
 *
 * `bottoms` keeps, for each kind of closing delimiter, how far down no opening one was found: this makes it linear.
 */
export function matchDelimiters(scan: InlineScan, floor: Delimiter | null): void {
  const bottoms = new Map<number, number>()
  let closer = lowestAbove(scan, floor)
  while (closer !== null) {
    if (!closer.canClose) {
      closer = closer.above
      continue
    }
    const kind = kindOf(closer)
    const opener = findOpener(closer, floor, bottoms.get(kind) ?? -1)
    if (opener === null) {
      bottoms.set(kind, closer.from)
      const next: Delimiter | null = closer.above
      if (!closer.canOpen) remove(scan, closer)
      closer = next
    } else closer = join(scan, opener, closer)
  }
  dropAbove(scan, floor)
}

function lowestAbove(scan: InlineScan, floor: Delimiter | null): Delimiter | null {
  let lowest = scan.delimiter === floor ? null : scan.delimiter
  while (lowest !== null && lowest.below !== floor) lowest = lowest.below
  return lowest
}

/** Delimiters that look for an opening one in the same way have one number. */
function kindOf(closer: Delimiter): number {
  const length = closer.to - closer.from
  if (closer.character === TILDE) return TILDE * 8 + length
  return closer.character * 8 + (closer.canOpen ? 3 : 0) + (length % 3)
}

function findOpener(closer: Delimiter, floor: Delimiter | null, bottom: number): Delimiter | null {
  for (let opener = closer.below; opener !== floor && opener !== null; opener = opener.below) {
    if (opener.from < bottom) return null
    if (opener.canOpen && opener.character === closer.character && canJoin(opener, closer)) return opener
  }
  return null
}

function canJoin(opener: Delimiter, closer: Delimiter): boolean {
  const openerLength = opener.to - opener.from
  const closerLength = closer.to - closer.from
  if (closer.character === TILDE) return openerLength === closerLength
  // The rule of three: `**foo*bar**` must not close with the single one in the middle.
  const isAmbiguous = closer.canOpen || opener.canClose
  return !isAmbiguous || closerLength % 3 === 0 || (openerLength + closerLength) % 3 !== 0
}

/** Lets two delimiters make a mark; gives the closing one that comes next. */
function join(scan: InlineScan, opener: Delimiter, closer: Delimiter): Delimiter | null {
  const isStrong = opener.restTo - opener.restFrom > 1 && closer.restTo - closer.restFrom > 1
  const isStrike = closer.character === TILDE
  const mark: Marks = isStrike ? Mark.strike : isStrong ? Mark.bold : Mark.italic
  const length = isStrike ? closer.to - closer.from : isStrong ? 2 : 1
  opener.restTo -= length
  opener.opens.unshift(mark)
  closer.restFrom += length
  closer.closes.push(mark)
  opener.above = closer
  closer.below = opener
  if (opener.restFrom === opener.restTo) remove(scan, opener)
  if (closer.restFrom < closer.restTo) return closer
  remove(scan, closer)
  return closer.above
}

/** Takes all delimiters above `floor` off the stack: what is left of them is text. */
export function dropAbove(scan: InlineScan, floor: Delimiter | null): void {
  if (floor !== null) floor.above = null
  scan.delimiter = floor
}
