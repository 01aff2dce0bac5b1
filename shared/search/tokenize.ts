import { foldCodePoint, foldText } from './fold.ts'
import { addToHash, emptyHash } from './hash-text.ts'
import { classifyLetter, Letter, lowerCode } from './letters.ts'

/** How a term came out of the text. */
export const TokenRole = {
  /** A word as it stands. */
  whole: 0,
  /** A part of it: `effect` of `useEffect`. */
  part: 1,
  /** A compound without its joints: `frontmatter` of `front-matter`. */
  joined: 2,
  /** A word of a web address. */
  address: 3,
} as const
export type TokenRoleValue = (typeof TokenRole)[keyof typeof TokenRole]

/**
 * Takes one term: folded, at most 64 units long.
 *
 * `from` and `to` are where it stands in the text, UTF-16 code units.
 */
export type TakeToken = (term: string, from: number, to: number, role: TokenRoleValue) => void

/** Takes terms without having every one cut out of the text. */
export interface TokenSink {
  readonly take: TakeToken
  /** A word of ASCII letters and digits at `[from, to)`; `hash` is that of it in lower case. At most 64 units long. */
  takePlain(text: string, from: number, to: number, hash: number): void
}

/** A longer run without a gap is data, not a word; its beginning still finds it. */
const longestTerm = 64
const longestCompound = 48
/** End of a web address in running text and in Markdown. */
const addressEnd = /[\s<>()[\]"'`{}|\\^]/g

/**
 * Cuts text into terms, in order: words of any script, parts of camelCase, compounds joined, pairs of Chinese,
 * Japanese and Korean signs, emoji by sign. Linear in the length of the text.
 */
export function tokenize(text: string, take: TakeToken): void {
  const takePlain = (whole: string, from: number, to: number): void =>
    take(whole.slice(from, to).toLowerCase(), from, to, TokenRole.whole)
  tokenizeTo(text, { take, takePlain })
}

/** The same, for whoever takes millions of terms. */
export function tokenizeTo(text: string, sink: TokenSink): void {
  const { length } = text
  let at = 0
  while (at < length) {
    const codePoint = codePointAt(text, at)
    const letter = classifyLetter(codePoint)
    if (letter >= Letter.lower && letter <= Letter.other) at = takeCompound(text, at, sink)
    else if (letter === Letter.ideograph) at = takeIdeographs(text, at, sink.take)
    else {
      const next = at + (codePoint > 0xffff ? 2 : 1)
      if (letter === Letter.emoji) sink.take(foldCodePoint(codePoint), at, next, TokenRole.whole)
      at = next
    }
  }
}

function codePointAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xd800 && unit <= 0xdbff ? (text.codePointAt(at) ?? unit) : unit
}

/** Reads `front-matter`, `snake_case` or a single word from `from`; gives the offset after it. */
function takeCompound(text: string, from: number, sink: TokenSink): number {
  const scheme = schemeLength(text, from)
  if (scheme > 0) return takeAddress(text, from + scheme, sink.take)
  let end = takeWord(text, from, sink)
  let parts = 1
  while (end + 1 < text.length && isJoint(text, end) && isWordStart(text, end + 1)) {
    end = takeWord(text, end + 1, sink)
    parts += 1
  }
  if (parts > 1 && parts <= 4 && end - from <= longestCompound) takeJoined(text, from, end, sink.take)
  return end
}

/** Length of `http://` or `https://` at `from`, else 0. */
function schemeLength(text: string, from: number): number {
  if ((text.charCodeAt(from) | 32) !== 0x68) return 0
  return /^https?:\/\//i.exec(text.slice(from, from + 8))?.[0].length ?? 0
}

function takeJoined(text: string, from: number, end: number, take: TakeToken): void {
  const joined = foldWord(text.slice(from, end))
  if (!/^\d+$/.test(joined)) take(joined, from, end, TokenRole.joined)
}

function isJoint(text: string, at: number): boolean {
  return classifyLetter(text.charCodeAt(at)) === Letter.joint
}

function isWordStart(text: string, at: number): boolean {
  // A text may end with an apostrophe: `the users’`.
  if (at >= text.length) return false
  const letter = classifyLetter(codePointAt(text, at))
  return letter >= Letter.lower && letter <= Letter.other
}

/** Reads one word without joints; gives the offset after it. */
function takeWord(text: string, from: number, sink: TokenSink): number {
  const plainEnd = takePlainWord(text, from, sink)
  if (plainEnd > 0) return plainEnd
  let at = from
  let camelAt = -1
  let before: number = Letter.gap
  while (at < text.length) {
    const codePoint = codePointAt(text, at)
    const letter = classifyLetter(codePoint)
    if (letter < Letter.lower || letter > Letter.other) {
      if (letter !== Letter.invisible && !isInsideWord(text, at, letter)) break
    } else if (letter === Letter.upper && (before === Letter.lower || before === Letter.digit)) camelAt = at
    before = letter
    at += codePoint > 0xffff ? 2 : 1
  }
  takeFolded(text, from, at, camelAt > 0, sink.take)
  return at
}

/** Reads a word of ASCII letters and digits, the most frequent kind; gives the offset after it, 0 for another kind. */
function takePlainWord(text: string, from: number, sink: TokenSink): number {
  let hash = emptyHash
  let before: number = Letter.gap
  let at = from
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const letter = code < 128 ? classifyLetter(code) : Letter.other
    if (letter < Letter.lower || letter > Letter.digit) {
      if (letter === Letter.other || letter === Letter.apostrophe || code === 0x2c)
        return endPlain(text, from, at, hash, sink)
      break
    }
    // `useEffect` has parts.
    if (letter === Letter.upper && (before === Letter.lower || before === Letter.digit)) return 0
    hash = addToHash(hash, lowerCode(code))
    before = letter
  }
  return takeIfShort(text, from, at, hash, sink)
}

/** At a sign that may belong to the word: the word is plain only when it does not. */
function endPlain(text: string, from: number, at: number, hash: number, sink: TokenSink): number {
  const codePoint = codePointAt(text, at)
  const letter = classifyLetter(codePoint)
  const belongs = letter === Letter.other || letter === Letter.invisible || isInsideWord(text, at, letter)
  return belongs ? 0 : takeIfShort(text, from, at, hash, sink)
}

function takeIfShort(text: string, from: number, to: number, hash: number, sink: TokenSink): number {
  if (to - from > longestTerm) return 0
  sink.takePlain(text, from, to, hash >>> 0)
  return to
}

/** An apostrophe between letters, or the comma of `80,000`. */
function isInsideWord(text: string, at: number, letter: number): boolean {
  if (letter === Letter.apostrophe) return isWordStart(text, at + 1) && !isGapBefore(text, at)
  return text.charCodeAt(at) === 0x2c && isThousands(text, at)
}

function isGapBefore(text: string, at: number): boolean {
  return at === 0 || classifyLetter(text.charCodeAt(at - 1)) === Letter.gap
}

function isThousands(text: string, at: number): boolean {
  const isDigit = (offset: number): boolean =>
    classifyLetter(text.charCodeAt(at + offset) || 0) === Letter.digit
  return at > 0 && isDigit(-1) && isDigit(1) && isDigit(2) && isDigit(3) && !isDigit(4)
}

function takeFolded(text: string, from: number, end: number, isCamel: boolean, take: TakeToken): void {
  const word = text.slice(from, end)
  const term = foldWord(word)
  if (term === '') return
  take(term, from, end, TokenRole.whole)
  if (isCamel && word.length <= longestCompound) takeCamelParts(word, from, take)
}

/** `LessWrong` also as `less` and `wrong`; parts under three letters (`PhDs`) would only make noise. */
function takeCamelParts(word: string, from: number, take: TakeToken): void {
  for (const match of word.matchAll(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g)) {
    const start = from + match.index
    if (match[0].length >= 3) take(match[0].toLowerCase(), start, start + match[0].length, TokenRole.part)
  }
}

/** Folds a word and drops what is not heard in it: joints, apostrophes, the comma of a number, `'s` at its end. */
export function foldWord(word: string): string {
  const folded = foldText(word)
    .text.replace(/'s$/, '')
    .replace(/['\-_,]/g, '')
  return folded.length > longestTerm ? folded.slice(0, longestTerm) : folded
}

/** Pairs of neighbouring signs; one sign alone when it has no neighbour. */
function takeIdeographs(text: string, from: number, take: TakeToken): number {
  let previous = ''
  let previousFrom = from
  let at = from
  let count = 0
  while (at < text.length) {
    const codePoint = codePointAt(text, at)
    if (classifyLetter(codePoint) !== Letter.ideograph) break
    const next = at + (codePoint > 0xffff ? 2 : 1)
    const sign = foldCodePoint(codePoint)
    if (count > 0) take(previous + sign, previousFrom, next, TokenRole.whole)
    previous = sign
    previousFrom = at
    at = next
    count += 1
  }
  if (count === 1) take(previous, from, at, TokenRole.whole)
  return at
}

/** Words of an address after its `://`: host labels, words of the path; not ids, which nobody types. */
function takeAddress(text: string, from: number, take: TakeToken): number {
  addressEnd.lastIndex = from
  const end = addressEnd.exec(text)?.index ?? text.length
  tokenizeAddress(text.slice(from, end), (term, start, stop) =>
    take(term, from + start, from + stop, TokenRole.address),
  )
  return end
}

/** Terms of a web address without its scheme, e.g. `www.lesswrong.com/posts/agi-safety-career-advice`. */
export function tokenizeAddress(address: string, take: TakeToken): void {
  for (const match of address.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const word = match[0]
    if (word === 'www' || isIdentifier(word)) continue
    take(foldWord(word), match.index, match.index + word.length, TokenRole.address)
  }
}

function isIdentifier(word: string): boolean {
  return (
    word.length > 24 ||
    (word.length >= 10 && /\d/.test(word) && /[A-Za-z]\d|\d[A-Za-z]/.test(word) && !/^\d+[a-z]+$/.test(word))
  )
}

/** Terms of `text` as a list: for queries, titles and tests. */
export function listTokens(
  text: string,
): { readonly term: string; readonly from: number; readonly to: number; readonly role: TokenRoleValue }[] {
  const tokens: { term: string; from: number; to: number; role: TokenRoleValue }[] = []
  tokenize(text, (term, from, to, role) => tokens.push({ term, from, to, role }))
  return tokens
}
