/** Lines and columns: what stands in front of a block on its lines, and how a block gets another one. */

const tabStop = 4

/** The column behind `text` when it begins at `column`; tabs go to the next multiple of four. */
export function advanceColumn(text: string, column = 0): number {
  let result = column
  for (const character of text) result += character === '\t' ? tabStop - (result % tabStop) : 1
  return result
}

/** A line without its ending, and its ending ('' for the last line of a text). */
export interface Line {
  readonly content: string
  readonly ending: string
}

/** Cuts a text behind its line endings (LF, CRLF, CR). The last line has no ending; it may be empty. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = []
  const pattern = /\r\n|\n|\r/g
  let from = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    lines.push({ content: text.slice(from, match.index), ending: match[0] })
    from = match.index + match[0].length
  }
  lines.push({ content: text.slice(from), ending: '' })
  return lines
}

/** True when the text holds a line ending. */
function hasLineEnding(text: string): boolean {
  return text.includes('\n') || text.includes('\r')
}

/** A prefix as it stands on a blank line: `> ` becomes `>`, an indent becomes nothing. */
export function trimPrefix(prefix: string): string {
  return prefix.replace(/[ \t]+$/, '')
}

/** Removes white space up to `width` columns; what a tab has beyond that comes back as spaces. */
function stripIndent(line: string, column: number, width: number): { rest: string; column: number } {
  let at = 0
  let reached = column
  while (at < line.length && reached < column + width && (line[at] === ' ' || line[at] === '\t')) {
    reached = advanceColumn(line[at] ?? '', reached)
    at += 1
  }
  const surplus = reached - (column + width)
  return {
    rest: ' '.repeat(Math.max(0, surplus)) + line.slice(at),
    column: Math.min(reached, column + width),
  }
}

/**
 * A line without the prefix of its containers, measured in columns: a list indent written with a tab gives way
 * to one written with spaces. A lazy line, which lacks (a part of) the prefix, loses what white space it has.
 */
export function stripPrefix(line: string, prefix: string): string {
  let rest = line
  let column = 0
  for (const part of prefix.match(/[ \t]+|[^ \t]/g) ?? []) {
    if (part.trim() === '') {
      const stripped = stripIndent(rest, column, advanceColumn(part, column) - column)
      rest = stripped.rest
      column = stripped.column
      continue
    }
    const marker = /^[ \t]{0,3}>/.exec(rest)
    if (marker === null) return rest.replace(/^[ \t]+/, '')
    column = advanceColumn(marker[0], column)
    rest = rest.slice(marker[0].length)
  }
  return rest
}

/**
 * A block's text as it reads behind another prefix. The first line of `text` begins behind its prefix; all later
 * lines carry `from`, and get `to`.
 */
export function replacePrefix(text: string, from: string, to: string): string {
  if (from === to || !hasLineEnding(text)) return text
  return splitLines(text)
    .map((line, index) => {
      if (index === 0) return line.content + line.ending
      const stripped = stripPrefix(line.content, from)
      // A text that ends with a line ending has an empty last line: what follows brings its own prefix.
      if (line.content === '' && line.ending === '') return ''
      return (stripped === '' ? trimPrefix(to) : to + stripped) + line.ending
    })
    .join('')
}
