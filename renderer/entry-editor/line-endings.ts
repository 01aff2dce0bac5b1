import { invertedEffects } from '@codemirror/commands'
import {
  EditorState,
  StateEffect,
  StateField,
  type ChangeDesc,
  type Extension,
  type Text,
  type Transaction,
} from '@codemirror/state'
import type { LineEnding } from '../../shared/markdown/tree.ts'

/**
 * The line endings of a text that CodeMirror edits.
 *
 * CodeMirror knows lines, not how they end: it would write one ending for all of them, and an entry with mixed
 * endings would change in every line. So one code per line end is kept beside the document, and follows every change.
 */
export interface LineEndings {
  /** Code of the ending after line n + 1; one less than there are lines. */
  readonly codes: Uint8Array
  /** What a newly typed line end becomes: the ending that most lines of the file use. */
  readonly fresh: number
}

const ENDINGS: readonly LineEnding[] = ['\n', '\r\n', '\r']
const LF = 0
const CRLF = 1
const CR = 2
const LINE_END = /\r\n|\r|\n/g

function codeOf(ending: string): number {
  return ending === '\r\n' ? CRLF : ending === '\r' ? CR : LF
}

/** Gathers the endings of `text`. A file without any gets '\n' for new lines. */
export function gatherLineEndings(text: string): LineEndings {
  const codes: number[] = []
  const counts = [0, 0, 0]
  for (const match of text.matchAll(LINE_END)) {
    const code = codeOf(match[0])
    codes.push(code)
    counts[code] = (counts[code] ?? 0) + 1
  }
  return { codes: Uint8Array.from(codes), fresh: counts.indexOf(Math.max(...counts)) }
}

interface EndingRange {
  /** Place in the document in front of the first line end, document offsets. */
  readonly at: number
  readonly codes: Uint8Array
}

/** Says how line ends that come back were written: undo knows it, the document does not. */
const restoreRange = StateEffect.define<EndingRange>({
  map: (range, changes: ChangeDesc) => ({ at: changes.mapPos(range.at, -1), codes: range.codes }),
})

/** Replaces all endings at once: the text came anew from disk. */
export const setLineEndings = StateEffect.define<LineEndings>()

function spliceCodes(codes: Uint8Array, from: number, to: number, inserted: Uint8Array): Uint8Array {
  const spliced = new Uint8Array(codes.length - (to - from) + inserted.length)
  spliced.set(codes.subarray(0, from))
  spliced.set(inserted, from)
  spliced.set(codes.subarray(to), from + inserted.length)
  return spliced
}

/** Endings for `count` lines that replace old ones: the old ones in their order, then the file's usual one. */
function endingsForInsertion(removed: Uint8Array, count: number, fresh: number): Uint8Array {
  const inserted = new Uint8Array(count).fill(fresh)
  inserted.set(removed.subarray(0, count))
  return inserted
}

function followChanges(before: LineEndings, transaction: Transaction): LineEndings {
  let codes = before.codes
  const oldText: Text = transaction.startState.doc
  transaction.changes.iterChanges((fromA, toA, fromB, _toB, inserted) => {
    // Lines of the new document in front of the change are final, so its own number can be counted there.
    const from = transaction.newDoc.lineAt(fromB).number - 1
    const removedCount = oldText.lineAt(toA).number - oldText.lineAt(fromA).number
    if (removedCount === 0 && inserted.lines === 1) return
    const removed = codes.subarray(from, from + removedCount)
    codes = spliceCodes(
      codes,
      from,
      from + removedCount,
      endingsForInsertion(removed, inserted.lines - 1, before.fresh),
    )
  })
  for (const effect of transaction.effects) {
    if (!effect.is(restoreRange)) continue
    const from = transaction.newDoc.lineAt(Math.min(effect.value.at, transaction.newDoc.length)).number - 1
    const known = effect.value.codes.subarray(0, Math.max(0, codes.length - from))
    codes = spliceCodes(codes, from, from + known.length, known)
  }
  return codes === before.codes ? before : { codes, fresh: before.fresh }
}

const endingsField = StateField.define<LineEndings>({
  create: () => ({ codes: new Uint8Array(0), fresh: LF }),
  update(before, transaction) {
    for (const effect of transaction.effects) {
      const fits = effect.is(setLineEndings) && effect.value.codes.length === transaction.newDoc.lines - 1
      if (fits) return effect.value
    }
    const isTouched = transaction.docChanged || transaction.effects.some((effect) => effect.is(restoreRange))
    return isTouched ? followChanges(before, transaction) : before
  },
})

function invertEndings(transaction: Transaction): StateEffect<unknown>[] {
  const before = transaction.startState.field(endingsField)
  const replaced = transaction.effects.some((effect) => effect.is(setLineEndings))
  if (replaced) return [setLineEndings.of(before)]
  const effects: StateEffect<unknown>[] = []
  transaction.changes.iterChangedRanges((fromA, toA) => {
    const from = transaction.startState.doc.lineAt(fromA).number - 1
    const to = transaction.startState.doc.lineAt(toA).number - 1
    if (to > from) effects.push(restoreRange.of({ at: fromA, codes: before.codes.slice(from, to) }))
  })
  return effects
}

/** Keeps the endings of `text` beside a document that was made of it; undo brings the old ones back. */
export function keepLineEndings(text: string): Extension {
  return [endingsField.init(() => gatherLineEndings(text)), invertedEffects.of(invertEndings)]
}

/** The document with its own line endings: byte for byte the file, where nothing was edited. */
export function readSource(state: EditorState): string {
  const { codes } = state.field(endingsField)
  const first = codes[0] ?? LF
  if (codes.every((code) => code === first)) return state.doc.sliceString(0, state.doc.length, ENDINGS[first])
  const parts: string[] = []
  let index = 0
  for (const line of state.doc.iterLines()) {
    if (index > 0) parts.push(ENDINGS[codes[index - 1] ?? LF] ?? '\n')
    parts.push(line)
    index += 1
  }
  return parts.join('')
}

/** Place in the document (every line end counts one) of an offset in the source. Never past the end. */
export function documentOffset(state: EditorState, sourceOffset: number): number {
  const { codes } = state.field(endingsField)
  if (!codes.includes(CRLF)) return Math.min(sourceOffset, state.doc.length)
  let sourceAt = 0
  for (let number = 1; number <= state.doc.lines; number += 1) {
    const line = state.doc.line(number)
    if (sourceOffset <= sourceAt + line.length) return line.from + sourceOffset - sourceAt
    sourceAt += line.length + (codes[number - 1] === CRLF ? 2 : 1)
    // Between \r and \n: the document has no such place, the next line begins there.
    if (sourceOffset < sourceAt) return line.to
  }
  return state.doc.length
}

/** Offset in the source of a place in the document. */
export function sourceOffset(state: EditorState, documentAt: number): number {
  const { codes } = state.field(endingsField)
  const lineEndsBefore = codes.subarray(0, state.doc.lineAt(documentAt).number - 1)
  return documentAt + lineEndsBefore.reduce((extra, code) => (code === CRLF ? extra + 1 : extra), 0)
}
