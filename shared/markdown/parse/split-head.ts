import type { ParsedEntry } from '../tree.ts'

const byteOrderMark = '\uFEFF'

/**
 * Finds the front matter at the very beginning of an entry (behind a byte order mark, if there is one).
 *
 * YAML between `---`, TOML between `+++`, or a JSON object that starts the text; line ends may be LF, CRLF or a lone
 * CR. One that is not closed is no front matter: then the text is Markdown from its first character on.
 *
 * @returns the head with its fences and its last line end, and where the Markdown begins
 */
export function splitHead(text: string): Pick<ParsedEntry, 'head' | 'bodyFrom'> {
  const from = text.startsWith(byteOrderMark) ? 1 : 0
  const fenced = findFencedHead(text, from) ?? findJsonHead(text, from)
  if (fenced === null) return { head: null, bodyFrom: from }
  return { head: { format: fenced.format, span: { from, to: fenced.to } }, bodyFrom: fenced.to }
}

type FoundHead = { readonly format: 'yaml' | 'toml' | 'json'; readonly to: number }

function findFencedHead(text: string, from: number): FoundHead | null {
  const fence = text.slice(from, from + 3)
  if (fence !== '---' && fence !== '+++') return null
  const opening = fenceLineEnd(text, from + 3)
  if (opening === null || opening === text.length) return null
  let lineFrom = opening
  while (lineFrom < text.length) {
    if (text.startsWith(fence, lineFrom)) {
      const to = fenceLineEnd(text, lineFrom + 3)
      if (to !== null) return { format: fence === '---' ? 'yaml' : 'toml', to }
    }
    lineFrom = nextLineFrom(text, lineFrom)
  }
  return null
}

/** Where the line after a fence begins, given the place behind its three characters; null when more stands there. */
function fenceLineEnd(text: string, at: number): number | null {
  let to = at
  while (text[to] === ' ' || text[to] === '\t') to++
  if (to === text.length) return to
  return isLineEndAt(text, to) ? afterLineEnd(text, to) : null
}

function isLineEndAt(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r'
}

/** The offset behind the line end that stands at `at`: one character, or two for CRLF. */
export function afterLineEnd(text: string, at: number): number {
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1
}

function nextLineFrom(text: string, from: number): number {
  let at = from
  while (at < text.length && !isLineEndAt(text, at)) at++
  return at === text.length ? at : afterLineEnd(text, at)
}

/**
 * Hugo's JSON front matter: an object that begins the file and stands alone on its last line.
 *
 * A file may also begin with `{` for other reasons, e.g. a shortcode, so the braces are matched first and the slice
 * must be JSON.
 */
function findJsonHead(text: string, from: number): FoundHead | null {
  if (!/^\{\s*["}]/.test(text.slice(from, from + 200))) return null
  const to = objectEnd(text, from)
  if (to === null) return null
  const after = fenceLineEnd(text, to)
  return after !== null && isJson(text.slice(from, to)) ? { format: 'json', to: after } : null
}

function objectEnd(text: string, from: number): number | null {
  let depth = 0
  const token = /"(?:[^"\\]|\\.)*"|[{}]/gs
  token.lastIndex = from
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    if (match[0] === '{') depth++
    if (match[0] === '}' && --depth === 0) return match.index + 1
  }
  return null
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}
