import { history, redo, undo } from '@codemirror/commands'
import { EditorState, type TransactionSpec } from '@codemirror/state'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  documentOffset,
  gatherLineEndings,
  keepLineEndings,
  readSource,
  setLineEndings,
  sourceOffset,
} from '../../../../renderer/entry-editor/line-endings.ts'

function open(text: string): EditorState {
  return EditorState.create({ doc: text, extensions: [keepLineEndings(text), history()] })
}

function edit(state: EditorState, spec: TransactionSpec): EditorState {
  return state.update(spec).state
}

function run(state: EditorState, command: typeof undo): EditorState {
  let next = state
  command({ state, dispatch: (transaction) => (next = transaction.state) })
  return next
}

const anySource = fc
  .array(fc.constantFrom('a', 'é', '\n', '\r\n', '\r', '\u2028', '\0', '\uFEFF', ' '), { maxLength: 40 })
  .map((parts) => parts.join(''))

describe('line endings in Markdown mode', () => {
  it('gives back any text as it was: mixed endings, NUL, byte order mark', () => {
    fc.assert(
      fc.property(anySource, (source) => {
        expect(readSource(open(source))).toBe(source)
      }),
      { seed: 11, numRuns: 500 },
    )
  })

  it('changes nothing but the edited line of a file with mixed endings', () => {
    const source = '\uFEFFone\r\ntwo\rthree\nfour\r\n\0five'
    const state = open(source)
    const at = state.doc.line(3).to
    expect(readSource(edit(state, { changes: { from: at, insert: '!' } }))).toBe(
      '\uFEFFone\r\ntwo\rthree!\nfour\r\n\0five',
    )
  })

  it('ends a new line as most lines of the file end', () => {
    const state = open('a\r\nb\r\nc\nd')
    expect(readSource(edit(state, { changes: { from: 1, insert: '\n' } }))).toBe('a\r\n\r\nb\r\nc\nd')
  })

  it('keeps every other ending when lines are deleted, and undo brings the deleted ones back', () => {
    fc.assert(
      fc.property(
        anySource,
        fc.nat(),
        fc.nat(),
        fc.constantFrom('', 'x', 'x\ny', '\n'),
        (source, a, b, typed) => {
          const state = open(source)
          const [from, to] = [a % (state.doc.length + 1), b % (state.doc.length + 1)].toSorted(
            (x, y) => x - y,
          )
          const edited = edit(state, { changes: { from: from ?? 0, to, insert: typed } })
          const text = readSource(edited)
          const head = source.slice(0, sourceOffset(state, from ?? 0))
          const tail = source.slice(sourceOffset(state, to ?? 0))
          expect(text.startsWith(head)).toBe(true)
          expect(text.endsWith(tail)).toBe(true)
          const undone = run(edited, undo)
          expect(readSource(undone)).toBe(source)
          expect(readSource(run(undone, redo))).toBe(text)
        },
      ),
      { seed: 12, numRuns: 500 },
    )
  })

  it('maps every place of the document to the source and back', () => {
    fc.assert(
      fc.property(anySource, (source) => {
        const state = open(source)
        for (let at = 0; at <= state.doc.length; at += 1) {
          expect(documentOffset(state, sourceOffset(state, at))).toBe(at)
        }
      }),
      { seed: 13, numRuns: 300 },
    )
  })

  it('takes over the endings of a text that came anew, and undo returns to the old ones', () => {
    const state = open('a\nb\nc')
    const changed = edit(state, { effects: setLineEndings.of(gatherLineEndings('a\r\nb\r\nc')) })
    expect(readSource(changed)).toBe('a\r\nb\r\nc')
    expect(readSource(run(changed, undo))).toBe('a\nb\nc')
  })
})
