import { readLowercaseNames, readNames, type LinkAt, type NameList } from './author-names.ts'
import { tidyName } from './person-names.ts'

const saying =
  '(?:also\\s+|once\\s+|recently\\s+|later\\s+)?(?:says?|said|writes?|wrote|puts?|argues?|argued|notes?|noted|explains?|explained|suggests?|suggested|recommends?|recommended|claims?|claimed|describes?|described|warns?|warned|adds?|added|tells?|told|asks?|asked|answers?|answered|replies|replied|posts?|posted|tweets?|tweeted)'
/** What may stand between a name and the colon that opens the quote. */
const saysThen = new RegExp(`^\\s*(?:\\([^)]*\\))?,?\\s*${saying}(?![\\p{L}\\p{N}]).*$`, 'u')
const placeThen = /^\s*(?:\([^)]*\))?,?\s*(?:in|on|at|from|about|via|to)\s.*$/u
const nothingThen = /^\s*(?:\([^)]*\))?\s*$/u
/** Nobody, though a sentence can call them so. */
const nobody =
  /^(?:someone|somebody|everyone|everybody|anyone|people|friends?|others?|prompt|output|response|result|answer|question|tldr|tl)$/i
const noLinks: LinkAt = () => undefined

/**
 * Who a line that opens a quote names: `Ann Lee:`, `Ann Lee in her talk:`, `Marshall said:`, `as Ann Lee puts it:`,
 * `according to Ann Lee:`, `In a post, the Northlight team said:`. The line must end with a colon.
 *
 * A single word with a capital is a name only before a verb of saying: `Example:` and `Notes on this:` are none.
 *
 * @param text of the line; links and other inlines in it may be U+FFFC.
 */
export function whoOpensQuote(text: string): readonly string[] {
  const opening = /^(.*\S)\s*[:：]\s*$/su.exec(text.slice(0, 400))?.[1]
  if (opening === undefined) return []
  for (const start of opening.matchAll(
    /(?<=^[^\p{L}\p{N}]*|[.,:;!?(–—-]\s+|(?:^|\s)(?:as|from|by|via|to|but|and|what)\s+)(?:The\s+(?=.*\b(?:team|group|lab)\b))?[\p{L}\p{N}]/giu,
  )) {
    const at = start.index + start[0].length - 1
    const names = readNames(opening, at, noLinks)
    if (names !== null && opensAfter(opening, names)) return valuesOf(names)
  }
  return []
}

function opensAfter(opening: string, { names, end }: NameList): boolean {
  const rest = opening.slice(end)
  const first = names[0]?.value ?? ''
  if (nobody.test(first) || first.startsWith('\uFFFC')) return false
  if (saysThen.test(rest)) return true
  const isFullName = names.every((name) => /\s/u.test(name.value.trim()))
  return isFullName && (nothingThen.test(rest) || placeThen.test(rest))
}

/** An attribution that was read, and the place in the line where its dash stands. */
export interface Attribution {
  readonly people: readonly string[]
  readonly at: number
}

/**
 * Reads the attribution that ends a quote: `— Ann Lee`, `-- Ann Lee, Title (2024)`, `words — Ann Lee`. Null when what
 * follows the last dash is no name.
 *
 * @param linkAt the link that begins at a place of the line: `— Ann Lee, [Title](…)` and `— [Title](…)` end a quote too.
 */
export function readAttribution(text: string, linkAt: LinkAt): Attribution | null {
  const opening = /^\s*(?:[—–―]|--+|-(?=\s))\s*/u.exec(text)
  if (opening !== null) return readAttributed(text, opening[0].length, 0, linkAt, true)
  const dash = /\s(?:[—―]|--+)\s*(?=[^—―]{2,120}$)/u.exec(text)
  if (dash === null) return null
  return readAttributed(text, dash.index + dash[0].length, dash.index, linkAt, false)
}

function readAttributed(
  text: string,
  at: number,
  dashAt: number,
  linkAt: LinkAt,
  isLine: boolean,
): Attribution | null {
  if (isLine && linkAt(at) !== undefined) return { people: [], at: dashAt }
  const names = readNames(text, at, noLinks) ?? (isLine ? readLowercaseNames(text, at) : null)
  if (names === null) return null
  const people = attributed(text, names)
  const rest = text.slice(people.end)
  const ends = isLine ? /^\s*(?:$|[,(·|:;]|\.\s*$|in\s|on\s|at\s)/u : /^\s*(?:$|\.\s*$|[,(]\s*[^.!?]{0,80}$)/u
  return ends.test(rest) ? { people: valuesOf(people), at: dashAt } : null
}

/** `Seneca, Letters to Lucilius`: after a comma stands a title, unless an *and* says that it is a list of names. */
function attributed(text: string, list: NameList): NameList {
  const [first, ...others] = list.names
  const last = others.at(-1)
  if (first === undefined || last === undefined) return list
  return /(?:and|&|\+)\s*$/u.test(text.slice(first.end, last.at)) ? list : { names: [first], end: first.end }
}

/**
 * Who the title of a quote callout names: `Ann Lee`, `Ines, in the kitchen`, `Ann Lee in [Title](…)`. A title that goes
 * on in another way is a title.
 */
export function whoInCalloutTitle(text: string, linkAt: LinkAt): readonly string[] {
  const at = /^\s*(?:[—–―-]\s*)?/u.exec(text)![0].length
  if (linkAt(at) !== undefined) return []
  const names = readNames(text, at, noLinks)
  if (names === null) return []
  const people = attributed(text, names)
  return /^\s*(?:$|[,(:—–]|in\s|on\s|at\s)/u.test(text.slice(people.end)) ? valuesOf(people) : []
}

function valuesOf({ names }: NameList): readonly string[] {
  return names.map((name) => tidyName(name.value))
}
