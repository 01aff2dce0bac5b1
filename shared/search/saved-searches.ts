import type { EntryPath } from '../entry/entry-path.ts'

/**
 * Where a journal keeps its saved searches: a page that a person can read and edit. It travels with the folder, and
 * lies in a hidden folder so that a search for `mentorship` does not find the search for `mentorship`.
 */
export const savedSearchesPath = '.cairn/searches.md' as EntryPath

export interface SavedSearch {
  readonly name: string
  readonly query: string
}

export interface SavedSearches {
  /** In the order of the file. Of two lines with one name the first counts. */
  readonly searches: readonly SavedSearch[]
  /** List lines that are no search; they stay in the file. `number` counts lines from 1. */
  readonly broken: readonly { readonly number: number; readonly text: string }[]
}

const heading = '# Saved searches'
const explanation =
  'Cairn shows these in its rail. One line for each: a name, a colon, and the query in backticks.'

/** `- Open and old: ` and a code span with one or more backticks around it. */
const searchLine = /^(\s*[-*+]\s+)(\S.*?)(\s*:\s*)(`+)(.+?)\4(?!`)\s*$/
const listLine = /^\s*[-*+](?:\s|$)/

interface Line {
  readonly text: string
  /** `\n`, `\r\n`, `\r`, or nothing behind the last line. */
  readonly end: string
}

/** Reads the page. Lines that are no list item are the author's own words and mean nothing here. */
export function readSavedSearches(text: string): SavedSearches {
  const searches: SavedSearch[] = []
  const broken: { number: number; text: string }[] = []
  splitLines(text).forEach((line, at) => {
    const search = readLine(line.text)
    const isTaken = searches.some(({ name }) => name === search?.name)
    if (search !== null && !isTaken) searches.push(search)
    else if (listLine.test(line.text)) broken.push({ number: at + 1, text: line.text.trim() })
  })
  return { searches, broken }
}

/**
 * The page with a search added behind the others, or with the query of the one that has this name replaced.
 *
 * Only that line changes. An empty query changes nothing; an empty name becomes the query.
 *
 * @param text the page as it is, '' while there is none
 */
export function keepSearch(text: string, search: SavedSearch): string {
  const { name, query } = cleanSearch(search)
  if (query === '') return text
  const lines = splitLines(text)
  const known = findLine(lines, name)
  if (known >= 0)
    return replaceLine(lines, known, (parts) => `${parts[1]}${parts[2]}${parts[3]}${codeSpan(query)}`)
  const added = `- ${name}: ${codeSpan(query)}`
  if (text.trim() === '') return `${heading}\n\n${explanation}\n\n${added}\n`
  const last = lines.findLastIndex((line) => readLine(line.text) !== null)
  return insertLine(lines, last, added)
}

/** The page with another name for a search; unchanged when no search has the name, or another has the new one. */
export function renameSearch(text: string, name: string, newName: string): string {
  const lines = splitLines(text)
  const known = findLine(lines, name)
  const clean = cleanName(newName)
  if (known < 0 || clean === '' || findLine(lines, clean) >= 0) return text
  return replaceLine(
    lines,
    known,
    (parts) => `${parts[1]}${clean}${parts[3]}${parts[4]}${parts[5]}${parts[4]}`,
  )
}

/** The page without the line of a search. */
export function removeSearch(text: string, name: string): string {
  const lines = splitLines(text)
  const known = findLine(lines, name)
  return joinLines(lines.filter((_, at) => at !== known))
}

function readLine(line: string): SavedSearch | null {
  const match = searchLine.exec(line)
  if (match === null) return null
  const [, , name = '', , , span = ''] = match
  // As Markdown has it: one space inside the backticks is padding when there is one at both ends.
  const query = /^ .* $/.test(span) && span.trim() !== '' ? span.slice(1, -1) : span
  return query.trim() === '' ? null : { name: name.trim(), query }
}

/** The query as a code span: its fence is the shortest run of backticks that the query does not hold. */
function codeSpan(query: string): string {
  const taken = new Set((query.match(/`+/g) ?? []).map((run) => run.length))
  let length = 1
  while (taken.has(length)) length += 1
  const fence = '`'.repeat(length)
  const needsPadding = query.startsWith('`') || query.endsWith('`')
  return needsPadding ? `${fence} ${query} ${fence}` : `${fence}${query}${fence}`
}

function cleanSearch({ name, query }: SavedSearch): SavedSearch {
  const line = query.replace(/\s+/g, ' ').trim()
  return { name: cleanName(name) || cleanName(line), query: line }
}

/** A name on one line. Backticks would begin the query, and what follows a colon at its end would be read with it. */
function cleanName(name: string): string {
  return name
    .replace(/`/g, '’')
    .replace(/\s+/g, ' ')
    .replace(/[\s:]+$/, '')
    .trim()
}

function findLine(lines: readonly Line[], name: string): number {
  return lines.findIndex((line) => readLine(line.text)?.name === name)
}

function replaceLine(
  lines: readonly Line[],
  at: number,
  write: (parts: readonly (string | undefined)[]) => string,
): string {
  return joinLines(
    lines.map((line, index) => {
      const parts = index === at ? searchLine.exec(line.text) : null
      return parts === null ? line : { ...line, text: write(parts) }
    }),
  )
}

/** Behind the line `at`, with the line ending of the page; at the end when `at` is -1. */
function insertLine(lines: readonly Line[], at: number, text: string): string {
  const ending = lines.find(({ end }) => end !== '')?.end ?? '\n'
  if (at < 0) return `${joinLines(lines).replace(/[\r\n]*$/, '')}${ending}${ending}${text}${ending}`
  const before = lines.slice(0, at + 1)
  const isOpen = before.at(-1)?.end === ''
  return `${joinLines(before)}${isOpen ? ending : ''}${text}${ending}${joinLines(lines.slice(at + 1))}`
}

function splitLines(text: string): Line[] {
  const lines: Line[] = []
  for (const match of text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)) {
    const [whole, line = '', end = ''] = match
    if (whole !== '') lines.push({ text: line, end })
  }
  return lines
}

function joinLines(lines: readonly Line[]): string {
  return lines.map(({ text, end }) => text + end).join('')
}
