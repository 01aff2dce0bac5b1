import { Mark } from './tree.ts'
import type { Link, Marks, Run } from './tree.ts'

/** Part of a leaf: words, white space at the edge of a run, an opaque inline, or a break. */
interface Piece {
  readonly kind: 'words' | 'space' | 'opaque' | 'break'
  readonly text: string
  readonly marks: Marks
  readonly link: Link | null
}

/**
 * The key of a leaf's inline content; '' when it has none. Equal keys are the same content.
 *
 * White space at the edge of a run carries only marks that both its neighbours have, so that `**bold **x` and
 * `**bold** x` agree; at the edges of a line it does not exist (a no-break space does). Inside code, spaces are
 * content. `isOneLine` is for headings: there a break is a space.
 */
export function keyOfRuns(runs: readonly Run[], isOneLine = false): string {
  const pieces = withoutEdgeSpace(runs.flatMap(piecesOf))
  return writePieces(isOneLine ? pieces.map(breakToSpace) : pieces)
}

function piecesOf(run: Run): readonly Piece[] {
  const { marks, link } = run
  if (run.kind === 'break') return [{ kind: 'break', text: run.hard ? 'hard' : 'soft', marks, link }]
  if (run.kind === 'opaque') return [{ kind: 'opaque', text: withoutPrefixes(run.source), marks, link }]
  if (run.text === '') return []
  if ((marks & Mark.code) !== 0) return [{ kind: 'words', text: run.text, marks, link }]
  const [before, words, after] = splitEdges(run.text)
  const pieces: Piece[] = []
  if (before !== '') pieces.push({ kind: 'space', text: before, marks, link })
  if (words !== '') pieces.push({ kind: 'words', text: words, marks, link })
  if (after !== '') pieces.push({ kind: 'space', text: after, marks, link })
  return pieces
}

function splitEdges(text: string): readonly [before: string, words: string, after: string] {
  let from = 0
  let to = text.length
  while (from < to && isSpace(text.charCodeAt(from))) from++
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--
  return [text.slice(0, from), text.slice(from, to), text.slice(to)]
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10
}

/** An opaque inline over several lines holds the prefixes of its containers; elsewhere it has others. */
function withoutPrefixes(source: string): string {
  return source.replace(/(?:\r\n?|\n)[ \t>]*/g, '\n')
}

function breakToSpace(piece: Piece): Piece {
  return piece.kind === 'break' ? { ...piece, kind: 'space', text: ' ' } : piece
}

/** Drops white space at the beginning and end of each line. */
function withoutEdgeSpace(pieces: readonly Piece[]): readonly Piece[] {
  const kept: Piece[] = []
  const dropSpace = (): void => {
    while (kept.at(-1)?.kind === 'space') kept.pop()
  }
  for (const piece of pieces) {
    const last = kept.at(-1)
    if (piece.kind === 'break') dropSpace()
    if (piece.kind !== 'space' || (last !== undefined && last.kind !== 'break')) kept.push(piece)
  }
  dropSpace()
  return kept
}

/** Writes pieces with marks and links only where they change: equal neighbours merge, nesting leaves no trace. */
function writePieces(pieces: readonly Piece[]): string {
  let key = ''
  let marks: Marks = 0
  let link: Link | null = null
  const marksAfter = marksOfNextWords(pieces)
  let marksBefore: Marks = 0
  pieces.forEach((piece, index) => {
    if (piece.link !== link) {
      if (link !== null) key += '\0]'
      if (piece.link !== null) key += `\0[${keyOfLink(piece.link)}\0|`
      link = piece.link
    }
    const own = piece.kind === 'space' ? marksBefore & (marksAfter[index] ?? 0) & ~Mark.code : piece.marks
    if (piece.kind !== 'space' && piece.kind !== 'break') marksBefore = piece.marks
    if (piece.kind === 'break') key += `\0b${piece.text}\0`
    else {
      if (own !== marks) key += `\0m${own}\0`
      marks = own
      key += piece.kind === 'opaque' ? `\0o${clean(piece.text)}\0` : clean(piece.text)
    }
  })
  return link === null ? key : `${key}\0]`
}

/** For each piece, the marks of the words or the opaque inline behind it. */
function marksOfNextWords(pieces: readonly Piece[]): readonly Marks[] {
  const found: Marks[] = []
  let next: Marks = 0
  for (let index = pieces.length - 1; index >= 0; index--) {
    found[index] = next
    const piece = pieces[index]
    if (piece !== undefined && piece.kind !== 'space' && piece.kind !== 'break') next = piece.marks
  }
  return found
}

function keyOfLink({ url, title, reference }: Link): string {
  return reference === null ? `u${clean(url)}\0t${clean(title)}` : `r${clean(reference.label)}`
}

/** NUL separates the parts of a key. Markdown has none: the parser reads U+FFFD instead. */
export function clean(text: string): string {
  return text.includes('\0') ? text.replace(/\0/g, '\uFFFD') : text
}
