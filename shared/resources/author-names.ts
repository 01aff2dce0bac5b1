import { monthNumber } from '../entry/iso-day.ts'
import { readWrittenMonth } from './written-month.ts'

/** A value with its place in the text of its line, `line.text.slice(at, end)`. */
export interface Field {
  readonly value: string
  readonly at: number
  readonly end: number
}

/** Names that were read, and where the last one ends. */
export interface NameList {
  readonly names: readonly Field[]
  readonly end: number
}

/** A link that begins at this place of the line, when one does: an author can be a link. */
export type LinkAt = (at: number) => { readonly title: string; readonly end: number } | undefined

/**
 * Reads `A`, `A and B`, `A, B & C` from `at`: words with a capital, names of organisations (`80,000 Hours`,
 * `AISafety.com`, `the X team`), initials, particles (`van`, `de la`), links.
 *
 * Stops before what cannot be a name; a connector with no name after it is not taken. Null when there is none.
 */
export function readNames(text: string, at: number, linkAt: LinkAt): NameList | null {
  const names: Field[] = []
  let next = at
  let end = at
  while (names.length < 12) {
    const name = readName(text, next, linkAt)
    if (name === null) break
    names.push(name)
    end = name.end
    const connector = /^(?:\s*,\s*(?:and|&)\s+|\s*,\s*|\s+(?:and|&|\+)\s+)/u.exec(text.slice(end, end + 24))
    if (connector === null) break
    next = end + connector[0].length
  }
  return names.length === 0 ? null : { names, end }
}

function readName(text: string, at: number, linkAt: LinkAt): Field | null {
  const link = linkAt(at)
  if (link !== undefined) return link.title === '' ? null : { value: link.title, at, end: link.end }
  const article = /^the\s+/.exec(text.slice(at, at + 8))
  const from = at + (article === null ? 0 : article[0].length)
  const end = readNameWords(text, from, linkAt)
  return end === from
    ? null
    : { value: withoutStop(text.slice(from, end)), at: from, end: trimStop(text, from, end) }
}

/** A word of a name: with a capital inside or before, or a domain, or letters of a script without capitals. */
const nameWord =
  /^(?:\d[\d,.]*\s+(?=\p{Lu}))?(?:[@\p{N}\p{Ll}-]*[\p{Lu}\p{Lt}][\p{L}\p{M}\p{N}'’.-]*|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:com|org|net|ai|io|edu|dev|eu)\b|[\p{Lo}\p{M}]+|@[\p{L}\p{N}_.-]+)/u
const particle =
  /^(?:van|von|vom|zu|de|der|den|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ter|ten|of|for|the|and)\s+/
const trailing = /^\s+(?:team|group|lab|foundation|institute|et al\.?|jr\.?)(?![\p{L}\p{N}])/iu

/** Reads words until one that is none; gives the end of the last. A full stop ends a name unless it shortens. */
function readNameWords(text: string, from: number, linkAt: LinkAt): number {
  let end = from
  let next = from
  for (let words = 0; words < 8; words++) {
    const word = nameWord.exec(text.slice(next, next + 80))?.[0]
    if (word === undefined || (words === 0 && isNoFirstWord(text, next, word))) break
    end = next + word.length
    if (word.endsWith('.') && !isShortening(word)) break
    const gap = /^[ \u00A0]+/.exec(text.slice(end, end + 8))
    if (gap === null) break
    next = end + gap[0].length
    if (linkAt(next) !== undefined || readWrittenMonth(text.slice(next, next + 32)) !== null) break
    next += particlesBefore(text, next)
  }
  const tail = end === from ? null : trailing.exec(text.slice(end, end + 16))
  return tail === null ? end : end + tail[0].length
}

/** Length of the particles at `at` when a word of the name follows them (`van der Berg`, `Center for AI Safety`), else 0. */
function particlesBefore(text: string, at: number): number {
  let end = at
  for (let count = 0; count < 3; count++) {
    const found = particle.exec(text.slice(end, end + 8))
    if (found === null || (found[0].startsWith('and') && count === 0)) break
    end += found[0].length
  }
  return end > at && nameWord.test(text.slice(end, end + 80)) ? end - at : 0
}

const shortenings = new Set(['dr.', 'prof.', 'mr.', 'ms.', 'mrs.', 'st.', 'jr.', 'sr.'])

function isShortening(word: string): boolean {
  return /^(?:\p{L}\.)+$/u.test(word) || shortenings.has(word.toLowerCase()) || /\.\p{L}\.$/u.test(word)
}

function trimStop(text: string, from: number, end: number): number {
  return from + withoutStop(text.slice(from, end)).length
}

function withoutStop(name: string): string {
  const last = /\S+$/.exec(name)?.[0] ?? ''
  return isShortening(last) || /^al\.$/i.test(last) ? name : name.replace(/[.'’-]+$/, '')
}

/**
 * Words that carry a capital at the start of a sentence and are no names; verbs of an author's own log among them
 * (“Met Ann Lee”, “Read Ann Lee's …”).
 */
const noFirstWords = new Set(
  (
    'a an the this that these those it its he she they we i my your our his her their there here what who which ' +
    'when where why how if as at by in on to of for from with without about after before since until while and or ' +
    'but so then also plus both per via like than not no yes very really just maybe some any all each every ' +
    'is are was were be been do does did done has have had can could would should might must let lets ' +
    'read reread reading watch watched watching see saw seen met meet meeting ask asked email emailed write wrote ' +
    'writing call called talk talked listen listened start started finish finished try tried follow followed check ' +
    'checked use used using work worked working join joined send sent apply applied found find finding thanks thank ' +
    'today yesterday tomorrow tonight now later soon next last first second third ' +
    'great good excellent useful must-read recommended part notes note draft todo intro introduction video paper ' +
    'blog post book course talk podcast slides free paid new old example summary review'
  ).split(' '),
)
const weekday = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?$/i

/** True when `word` at the start of a name says that there is no name: a function word, a weekday, a month with a day. */
function isNoFirstWord(text: string, at: number, word: string): boolean {
  // `by A and B`: one capital alone is an initial, unless a sentence goes on (`A friend`, `I found`).
  if (/^[AI]$/.test(word)) return /^\s+(?!and\s)\p{Ll}/u.test(text.slice(at + 1, at + 6))
  const bare = word.replace(/[.'’].*$/, '').toLowerCase()
  if (noFirstWords.has(bare) || weekday.test(bare)) return true
  if (monthNumber(bare) === null) return false
  // `May Lee` is a person; `May`, `May 4` and `May 2025` are not.
  return !/^\s+\p{Lu}/u.test(text.slice(at + word.length, at + word.length + 3))
}

/**
 * Reads names written without a capital (`by george wang`), at most four words each. The caller must know that they
 * are names, because any words are taken but function words, weekdays and months.
 */
export function readLowercaseNames(text: string, at: number): NameList | null {
  const names: Field[] = []
  let end = at
  for (let next = at; names.length < 6;) {
    const words = /^\p{L}[\p{L}\p{M}'’.-]*(?:[ \u00A0](?!and\s|&)\p{L}[\p{L}\p{M}'’.-]*){0,3}/u.exec(
      text.slice(next, next + 80),
    )
    if (words === null || isNoFirstWord(text, next, /^\S+/.exec(words[0])![0])) break
    end = next + words[0].length
    names.push({ value: withoutStop(words[0]), at: next, end: trimStop(text, next, end) })
    const connector = /^(?:\s*,\s*(?:and|&)?\s*|\s+(?:and|&)\s+)(?=\p{L})/u.exec(text.slice(end, end + 24))
    if (connector === null) break
    next = end + connector[0].length
  }
  return names.length === 0 ? null : { names, end }
}

/** Names as they are typed into a field: `A, B and C`. */
export function namesIn(words: string): readonly string[] {
  return words
    .split(/\s*,\s*(?:and\s+|&\s*)?|\s+(?:and|&)\s+/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}
