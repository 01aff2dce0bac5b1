import type { FrontMatter } from './front-matter-values.ts'

/**
 * Reads the TOML that front matter uses: `key = value` with strings of all four kinds, numbers, booleans, dates (as
 * text) and arrays of these over one or more lines, and `[table]` headers, whose keys are read into a map of that name.
 *
 * Not read, and left out without an error: inline tables, arrays of tables, dotted keys. Never throws.
 */
export function readSimpleToml(source: string): FrontMatter {
  const values = new Map<string, unknown>()
  let into: (key: string, value: unknown) => void = (key, value) => values.set(key, value)
  let at = 0
  let problem: string | null = null
  while (at < source.length) {
    const end = lineEnd(source, at)
    const line = source.slice(at, end)
    const table = /^\s*\[([^[\]]+)\]\s*(?:#.*)?$/.exec(line)
    const pair = /^\s*(?:([\w-]+)|"([^"]*)"|'([^']*)')\s*=\s*/.exec(line)
    if (table !== null) {
      into = intoTable(values, table[1]!.trim())
    } else if (/^\s*\[\[/.test(line)) {
      into = () => undefined
    } else if (pair !== null) {
      const read = readValue(source, at + pair[0].length)
      if (read === null) problem ??= `The line “${line.trim()}” could not be read.`
      else into(pair[1] ?? pair[2] ?? pair[3] ?? '', read.value)
      at = lineEnd(source, read?.end ?? end) + 1
      continue
    }
    at = end + 1
  }
  return { values, problem }
}

function intoTable(values: Map<string, unknown>, name: string): (key: string, value: unknown) => void {
  const table: Record<string, unknown> = {}
  values.set(name, table)
  return (key, value) => {
    table[key] = value
  }
}

function lineEnd(source: string, at: number): number {
  let end = at
  while (end < source.length && source[end] !== '\n' && source[end] !== '\r') end++
  return end
}

interface ReadValue {
  readonly value: unknown
  readonly end: number
}

function readValue(source: string, at: number): ReadValue | null {
  const rest = source.slice(at, at + 3)
  if (rest === '"""' || rest === "'''") return readLongString(source, at, rest)
  if (rest.startsWith('"')) return readString(source, at)
  if (rest.startsWith("'")) {
    const end = source.indexOf("'", at + 1)
    return end < 0 || end > lineEnd(source, at) ? null : { value: source.slice(at + 1, end), end: end + 1 }
  }
  if (rest.startsWith('[')) return readArray(source, at)
  if (rest.startsWith('{')) return null
  return readWord(source, at)
}

function readString(source: string, at: number): ReadValue | null {
  const found = /^"((?:[^"\\\r\n]|\\.)*)"/.exec(source.slice(at, lineEnd(source, at)))
  return found === null ? null : { value: unescaped(found[1]!), end: at + found[0].length }
}

function readLongString(source: string, at: number, quotes: string): ReadValue | null {
  const end = source.indexOf(quotes, at + 3)
  if (end < 0) return null
  const text = source.slice(at + 3, end).replace(/^\r?\n/, '')
  return { value: quotes === '"""' ? unescaped(text.replace(/\\\s*\n\s*/g, '')) : text, end: end + 3 }
}

const escapes: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r' }

function unescaped(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))/g, (_, short, long, letter: string) => {
    const code: unknown = short ?? long
    if (typeof code !== 'string') return escapes[letter] ?? letter
    const point = Number.parseInt(code, 16)
    return point > 0x10ffff ? '\uFFFD' : String.fromCodePoint(point)
  })
}

function readArray(source: string, at: number): ReadValue | null {
  const values: unknown[] = []
  let next = at + 1
  for (;;) {
    next = afterSpaceAndComments(source, next)
    if (source[next] === ']') return { value: values, end: next + 1 }
    const read = next < source.length ? readValue(source, next) : null
    if (read === null) return null
    values.push(read.value)
    next = afterSpaceAndComments(source, read.end)
    if (source[next] === ',') next++
    else if (source[next] !== ']') return null
  }
}

function afterSpaceAndComments(source: string, at: number): number {
  let next = at
  while (next < source.length) {
    if (source[next] === '#') next = lineEnd(source, next)
    else if (/\s/.test(source[next]!)) next++
    else break
  }
  return next
}

/** A number, a boolean, or a date, which stays text. */
function readWord(source: string, at: number): ReadValue | null {
  const found = /^[^\s,\]#]+(?: \d{2}:\d{2}[^\s,\]#]*)?/.exec(source.slice(at, lineEnd(source, at)))
  if (found === null) return null
  const word = found[0]
  const end = at + word.length
  if (word === 'true' || word === 'false') return { value: word === 'true', end }
  const isNumber = /^[+-]?\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(word)
  return { value: isNumber ? Number(word.replaceAll('_', '')) : word, end }
}
