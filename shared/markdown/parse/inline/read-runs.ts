import { Mark } from '../../tree.ts'
import type { Run, Span } from '../../tree.ts'
import type { LeafContent } from '../leaf-content.ts'
import { sourceOffsets } from '../leaf-content.ts'
import type { Atom, Bracket, CodeAtom, LinkEnd } from './atoms.ts'
import type { Definitions, LeafOptions } from './inline-scan.ts'
import { RunBuilder } from './run-builder.ts'
import { scanInline } from './scan-inline.ts'

/** What turning atoms into runs needs to know. */
interface Reading {
  readonly source: string
  readonly text: string
  readonly isCell: boolean
  /** Offset in the content to offset in the source. */
  readonly sourceAt: (at: number) => number
  readonly runs: RunBuilder
  /** For each open link, how many runs there were before it. */
  linkStart: number
}

/** Reads the inline content of a leaf and adds its runs to `runs`. */
export function readRuns(
  runs: Run[],
  source: string,
  content: LeafContent,
  definitions: Definitions,
  options: LeafOptions,
): void {
  const reading: Reading = {
    source,
    text: content.text,
    isCell: options.isCell,
    sourceAt: sourceOffsets(content),
    runs: new RunBuilder(runs),
    linkStart: 0,
  }
  let done = 0
  for (const atom of scanInline(content.text, definitions, options)) {
    addText(reading, done, atom.from)
    addAtom(reading, atom)
    done = atom.to
  }
  addText(reading, done, content.text.length)
}

function addText(reading: Reading, from: number, to: number): void {
  if (from >= to) return
  const sourceFrom = reading.sourceAt(from)
  reading.runs.addText(reading.text.slice(from, to), { from: sourceFrom, to: sourceFrom + to - from }, true)
}

function addAtom(reading: Reading, atom: Atom): void {
  switch (atom.kind) {
    case 'character':
      reading.runs.addText(atom.text, spanOf(reading, atom), false)
      return
    case 'opaque': {
      const span = spanOf(reading, atom)
      reading.runs.addOpaque(atom.form, reading.source.slice(span.from, span.to), span)
      return
    }
    case 'code':
      addCode(reading, atom)
      return
    case 'break':
      reading.runs.addBreak(atom.hard, {
        from: reading.sourceAt(atom.from),
        to: reading.sourceAt(atom.to),
      })
      return
    case 'delimiter':
      for (const mark of atom.closes) reading.runs.countMark(mark, -1)
      addText(reading, atom.restFrom, atom.restTo)
      for (const mark of atom.opens) reading.runs.countMark(mark, 1)
      return
    case 'bracket':
      addBracket(reading, atom)
      return
    case 'link-end':
      endLink(reading, atom)
  }
}

/** The source of `[from, to)`: when it ends behind a line end, that line end is the last of it. */
function spanOf(reading: Reading, { from, to }: Span): Span {
  return { from: reading.sourceAt(from), to: reading.sourceAt(to - 1) + 1 }
}

function addBracket(reading: Reading, bracket: Bracket): void {
  const { target } = bracket
  if (target === null) {
    addText(reading, bracket.from, bracket.to)
    return
  }
  const { url, title, reference } = target
  const closing = spanOf(reading, target)
  reading.runs.link = { url, title, reference, closing: reading.source.slice(closing.from, closing.to) }
  reading.linkStart = reading.runs.length
}

function endLink(reading: Reading, end: LinkEnd): void {
  reading.runs.link = null
  // White space alone cannot carry a link: it would be gone as soon as text came beside it.
  reading.runs.dropBlankFrom(reading.linkStart)
  if (reading.runs.length > reading.linkStart) return
  const span = { from: reading.sourceAt(end.open.from), to: reading.sourceAt(end.to - 1) + 1 }
  reading.runs.addOpaque('empty-link', reading.source.slice(span.from, span.to), span)
}

/** Code: line ends are spaces, and one space is taken off both ends unless there is nothing else. */
function addCode(reading: Reading, { from, to, size }: CodeAtom): void {
  let start = from + size
  let end = to - size
  const inner = reading.text.slice(start, end).replace(/\n/g, ' ')
  if (inner.length > 1 && inner.startsWith(' ') && inner.endsWith(' ') && /[^ ]/.test(inner)) {
    start++
    end--
  }
  let done = start
  for (const match of reading.text.slice(start, end).matchAll(reading.isCell ? /\\\||\0|\n/g : /\0|\n/g)) {
    const at = start + match.index
    addCodeText(reading, done, at)
    addCodeCharacter(reading, match[0], at)
    done = at + match[0].length
  }
  addCodeText(reading, done, end)
}

function addCodeText(reading: Reading, from: number, to: number): void {
  const sourceFrom = reading.sourceAt(from)
  const span = { from: sourceFrom, to: sourceFrom + to - from }
  reading.runs.addText(reading.text.slice(from, to), span, true, Mark.code)
}

function addCodeCharacter(reading: Reading, written: string, at: number): void {
  const span = { from: reading.sourceAt(at), to: reading.sourceAt(at + written.length) }
  const text = written === '\n' ? ' ' : written === '\0' ? '\uFFFD' : '|'
  reading.runs.addText(text, span, false, Mark.code)
}
