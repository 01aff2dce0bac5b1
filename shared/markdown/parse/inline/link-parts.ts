import { decodeText } from './decode-text.ts'

/** A part of a link that was read: its meaning, and the offset behind it. */
export interface ReadPart {
  readonly value: string
  readonly to: number
}

const MAX_LABEL = 999
const MAX_PARENTHESES = 32

/** The form of a label by which references find their definition (CommonMark 0.31, section 6.3, "matches"). */
export function normaliseLabel(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase()
}

/** Reads `[label]` at `at`; null for none, an empty one, one with brackets in it or longer than 999 characters. */
export function readLabel(text: string, at: number): ReadPart | null {
  if (text[at] !== '[') return null
  const limit = Math.min(text.length, at + MAX_LABEL + 2)
  let hasContent = false
  for (let to = at + 1; to < limit; to++) {
    const character = text[to]
    if (character === ']') return hasContent ? { value: text.slice(at + 1, to), to: to + 1 } : null
    if (character === '[') return null
    if (character === '\\') to++
    if (character !== ' ' && character !== '\t' && character !== '\n') hasContent = true
  }
  return null
}

/** Reads a link destination, `<…>` or bare; null when none stands at `at`. An empty one is written `<>`. */
export function readDestination(text: string, at: number): ReadPart | null {
  return text[at] === '<' ? readEnclosedDestination(text, at) : readBareDestination(text, at)
}

function readEnclosedDestination(text: string, at: number): ReadPart | null {
  for (let to = at + 1; to < text.length; to++) {
    const character = text[to]
    if (character === '>') return { value: decodeText(text.slice(at + 1, to)), to: to + 1 }
    if (character === '<' || character === '\n') return null
    if (character === '\\') to++
  }
  return null
}

function readBareDestination(text: string, at: number): ReadPart | null {
  let depth = 0
  let to = at
  for (; to < text.length; to++) {
    const code = text.charCodeAt(to)
    if (code <= 32 || code === 127) {
      if (code === 32 || code === 9 || code === 10) break
      return null
    }
    if (code === 92 && isEscapable(text.charCodeAt(to + 1))) to++
    else if (code === 40 && ++depth > MAX_PARENTHESES) return null
    else if (code === 41 && --depth < 0) break
  }
  if (to === at || depth > 0) return null
  return { value: decodeText(text.slice(at, to)), to }
}

function isEscapable(code: number): boolean {
  return (
    (code > 32 && code < 48) ||
    (code > 57 && code < 65) ||
    (code > 90 && code < 97) ||
    (code > 122 && code < 127)
  )
}

/** Reads a title in `"…"`, `'…'` or `(…)`; null when none stands at `at` or it is not closed. */
export function readTitle(text: string, at: number): ReadPart | null {
  const open = text[at]
  if (open !== '"' && open !== "'" && open !== '(') return null
  const close = open === '(' ? ')' : open
  for (let to = at + 1; to < text.length; to++) {
    const character = text[to]
    if (character === close) return { value: decodeText(text.slice(at + 1, to)), to: to + 1 }
    if (character === '(' && open === '(') return null
    if (character === '\\') to++
  }
  return null
}

/** The offset behind spaces, tabs and line ends (blank lines do not occur inside a leaf). */
export function skipWhiteSpace(text: string, at: number): number {
  let to = at
  while (text[to] === ' ' || text[to] === '\t' || text[to] === '\n') to++
  return to
}
