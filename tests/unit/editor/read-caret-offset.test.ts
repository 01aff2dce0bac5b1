import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEntrySession } from '../../../editor/create-entry-session.ts'

const text = [
  '---',
  'title: x',
  '---',
  '# a *head*ing',
  '',
  'plain **bold** and [a link](https://example.org "t"), escaped \\* star &amp; more',
  'second line ![[picture.png]] behind',
  '',
  '- [ ] one',
  '  - nested `code`',
  '- two',
  '',
  '  second paragraph',
  '',
  '> quoted',
  '> lazily',
  '',
  '```js',
  'let a = 1',
  '',
  'let b',
  '```',
  '',
  '| a | b |',
  '|---|---|',
  '| one | two |',
  '',
  '<div>kept</div>',
  '',
  'end',
  '',
].join('\n')

function open(source: string) {
  return createEntrySession({ text: source, isEditable: true, onEdited: () => undefined })
}

describe('the caret as an offset of the file', () => {
  it('is inside the word that was revealed', () => {
    const session = open(text)
    const words = [
      'plain',
      'bold',
      'a link',
      'star',
      'more',
      'second line',
      'behind',
      'one',
      'nested',
      'two',
      'lazily',
      'let b',
      'end',
    ]
    for (const word of words) {
      const offset = text.indexOf(word, text.indexOf('# a')) + 1
      session.reveal(offset)
      expect([word, session.readCaret()]).toEqual([word, offset])
    }
  })

  it('comes back to the same place from anywhere: revealing what it says does not move it', () => {
    const session = open(text)
    fc.assert(
      fc.property(fc.integer({ min: text.indexOf('# a'), max: text.length }), (offset) => {
        session.reveal(offset)
        const caret = session.readCaret()
        expect(caret).not.toBeNull()
        session.reveal(caret ?? 0)
        expect(session.readCaret()).toBe(caret)
      }),
      { seed: 31, numRuns: 400 },
    )
  })

  it('is null before there is a caret', () => {
    expect(open(text).readCaret()).toBeNull()
  })
})
