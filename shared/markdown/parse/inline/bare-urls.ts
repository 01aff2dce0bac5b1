import type { Span } from '../../tree.ts'

/**
 * Addresses that stand bare in the text: `https://…`, `www.…`, and mail addresses (GFM, "Autolinks (extension)").
 *
 * To the parser they are plain text in which nothing else is read, neither escapes nor marks. This file decides where
 * they begin and end, for the parser and for the editor that decorates them.
 */

/** Bare addresses that may begin at a place: the parser visits these and asks `bareUrlEnd`. */
export function bareUrlCandidates(text: string): readonly number[] {
  if (!mayHoldUrl.test(text)) return []
  const found = new Set<number>()
  for (const match of text.matchAll(/https?:\/\/|www\.|@/gi)) {
    found.add(match[0] === '@' ? mailStart(text, match.index) : match.index)
  }
  return [...found].sort((one, other) => one - other)
}

/** Where the name before an `@` begins. */
function mailStart(text: string, at: number): number {
  let from = at
  while (from > 0 && /[\w.+-]/.test(text[from - 1] ?? '')) from--
  return from
}

const mayHoldUrl = /:\/\/|www\.|@/i

/** A bare address in a piece of text, and where it leads. */
export interface BareUrl extends Span {
  readonly url: string
}

/**
 * Finds the bare addresses in the text of a run. Offsets are into `text`.
 *
 * The text must be a run's as parsed, not code; inside a link or behind an unclosed bracket nothing is an address.
 */
export function findBareUrls(text: string): readonly BareUrl[] {
  const urls: BareUrl[] = []
  let done = 0
  for (const from of bareUrlCandidates(text)) {
    if (from < done) continue
    const to = bareUrlEnd(text, from)
    if (to < 0) continue
    urls.push({ from, to, url: targetOf(text.slice(from, to)) })
    done = to
  }
  return urls
}

function targetOf(text: string): string {
  if (/^https?:/i.test(text)) return text
  return /^www\./i.test(text) ? `http://${text}` : `mailto:${text}`
}

/** Where the address that begins at `at` ends; -1 when there is none. */
export function bareUrlEnd(text: string, at: number): number {
  const mailTo = mailEnd(text, at)
  if (mailTo >= 0) return mailTo
  const before = text[at - 1] ?? ''
  if (/^https?:\/\/[^\s\p{P}\p{S}\p{Cc}]/iu.test(text.slice(at, at + 12))) {
    if (/[A-Za-z]/.test(before)) return -1
    return urlEnd(text, at + text.slice(at, at + 8).indexOf('//') + 2)
  }
  const isWww = /^www\../is.test(text.slice(at, at + 5))
  return isWww && /^[(*_[\]~\s]?$/.test(before) ? urlEnd(text, at) : -1
}

const mail = /[\w.+-]+@((?:[\w-]|\.(?=[A-Za-z0-9]))+)/y

function mailEnd(text: string, at: number): number {
  if (/[\w.+/-]/.test(text[at - 1] ?? '')) return -1
  mail.lastIndex = at
  const match = mail.exec(text)
  return match !== null && /\..*[A-Za-z]$/.test(match[1] ?? '') ? mail.lastIndex : -1
}

function urlEnd(text: string, from: number): number {
  const isTrail = trailTest(text)
  const domainTo = domainEnd(text, from, isTrail)
  return domainTo < 0 ? -1 : pathEnd(text, domainTo, isTrail)
}

type TrailTest = (at: number) => boolean

const domainEndCharacter = /[\s\p{P}\p{S}]/u

function domainEnd(text: string, from: number, isTrail: TrailTest): number {
  let at = from
  for (; at < text.length; at++) {
    const character = text[at] ?? ''
    if (character === '.' || character === '_') {
      if (isTrail(at)) break
    } else if (character !== '-' && domainEndCharacter.test(character)) break
  }
  const domain = text.slice(from, at)
  const hasUnderscore = domain.split('.').slice(-2).join('').includes('_')
  return hasUnderscore || !/[^._]/.test(domain) ? -1 : at
}

function pathEnd(text: string, from: number, isTrail: TrailTest): number {
  let open = 0
  let close = 0
  for (let at = from; at < text.length; at++) {
    const character = text[at] ?? ''
    if (/\s/.test(character)) return at
    if (character === '(') open++
    else if (character === ')' && close < open) close++
    else if (trailCharacters.includes(character)) {
      if (isTrail(at)) return at
      if (character === ')') close++
    }
  }
  return text.length
}

const trailCharacters = '!"&\')*,.:;<?]_~'
const trailRun = /(?:[!"')*,.:;?_~]|&[A-Za-z]+;|\](?![([\s]|$))*/y
const trailEnd = /\](?:[([\s]|$)|[<\s]|$/y

/**
 * Gives a test whether only punctuation stands between an offset and the end of the address.
 *
 * A run of punctuation that leads to more of the address does so from each of its characters, so it is read once.
 */
function trailTest(text: string): TrailTest {
  let failedUntil = 0
  return (at) => {
    if (at < failedUntil) return false
    trailRun.lastIndex = at
    trailRun.test(text)
    const runTo = trailRun.lastIndex
    trailEnd.lastIndex = runTo
    if (trailEnd.test(text)) return true
    failedUntil = runTo
    return false
  }
}
