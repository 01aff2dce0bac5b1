import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Splice } from '../../../../shared/contract/edits.ts'
import { spliceText } from '../../../../shared/entry/splice-text.ts'
import { canonicalKey } from '../../../../shared/markdown/canonical-key.ts'
import { parseEntry } from '../../../../shared/markdown/parse-entry.ts'
import { createFinder } from '../../../../shared/replace/create-finder.ts'
import { planChanges } from '../../../../shared/replace/plan-changes.ts'
import { valueOf } from '../../../support/outcomes.ts'

function find(text: string, word: string, replacement: string): Splice[] {
  const wanted = { find: word, replacement, isExpression: false, isCaseKept: true, isWholeWord: false }
  return valueOf(createFinder(wanted))(text)
}
const doubtsOf = (text: string, word: string, replacement: string) =>
  planChanges(text, find(text, word, replacement)).map(({ doubt }) => doubt)

test.each([
  ['words', 'about x here', 'y', null],
  ['words of a heading', '# about x', 'y', null],
  ['words in bold', '**about x**', 'y', null],
  ['the text of a link', '[about x](https://a.org)', 'y', null],
  ['an item with a box', '- [ ] ask x', 'y', null],
  ['a cell', '| a | x |\n| - | - |\n| b | c |', 'y', null],
  ['a quote', '> - about x\n>   and', 'y', null],
  ['words taken away', 'about x here', '', null],
  ['signs that are words here', 'about x here', '2 * 3', null],
  ['front matter', '---\ntitle: x\n---\nbody', 'y', 'front-matter'],
  ['the address of a link', '[a](https://a.org/x)', 'y', 'address'],
  ['the address behind marks', '[**a**](https://a.org/x)', 'y', 'address'],
  ['the title of a link', '[a](u "x")', 'y', 'address'],
  ['a bare address', 'see https://a.org/x now', 'y', 'address'],
  ['an address in angle brackets', '<https://a.org/x>', 'y', 'address'],
  ['a picture', '![x](a.png)', 'y', 'address'],
  ['a definition', '[a]: https://a.org/x\n', 'y', 'address'],
  ['a link to a page', 'see [[x]]', 'y', 'page-link'],
  ['code', 'run `x now`', 'y', 'code'],
  ['a block of code', '```\nx\n```', 'y', 'code'],
  ['its language', '```x\na\n```', 'y', 'code'],
  ['indented code', 'a\n\n    x\n', 'y', 'code'],
  ['HTML', '<div>\nx\n</div>', 'y', 'source'],
  ['HTML in a line', 'a <b class="x">b</b>', 'y', 'source'],
  ['a comment', 'a %%x%% b', 'y', 'source'],
  ['a bar in a cell', '| a | x |\n| - | - |\n| b | c |', 'y | z', 'structure'],
  ['a star that would be bold', 'a x b', '**y**', 'structure'],
  ['a line that would be a heading', 'x about', '# y', 'structure'],
  ['a line that would be an item', 'x about', '- y', 'structure'],
  ['a line that would be a link', 'x', '[y](z)', 'structure'],
  ['a backslash', 'x*', 'y\\', 'structure'],
  ['two lines', 'about x here', 'y\n\nz', 'structure'],
])('looks at %s', (_what, text, replacement, doubt) => {
  expect(doubtsOf(text, 'x', replacement)).toEqual([doubt])
})

test('signs of Markdown are doubtful', () => {
  expect(doubtsOf('a **b** c', '**', '__')).toEqual(['signs', 'signs'])
  expect(doubtsOf('- a', '- ', '* ')).toEqual(['signs'])
  expect(doubtsOf('a &amp; b', 'am', 'x')).toEqual(['signs'])
  expect(doubtsOf('a &amp; b', '&amp;', 'and')).toEqual([null])
})

test('of several changes names the one that would be misread', () => {
  expect(doubtsOf('# x\n\nx begins a line\n\nends in x', 'x', '- y')).toEqual([null, 'structure', null])
})

test('each change has its line, and a little of what stands around it', () => {
  const text = `first\r\n\r\n  - [ ] ask x, and ${'more '.repeat(40)}\r${'before '.repeat(20)}x`
  expect(planChanges(text, find(text, 'x', 'y'))).toMatchObject([
    { line: 3, lead: '- [ ] ask ', found: 'x', tail: expect.stringMatching(/^, and (more ?)+…$/), text: 'y' },
    { line: 4, lead: expect.stringMatching(/^…(before )+$/), found: 'x', tail: '' },
  ])
})

const words = fc.constantFrom(
  'x',
  'x x',
  '**x**',
  '`x`',
  '[x](x)',
  '# x',
  '- x',
  '> x',
  '| x |',
  'a x\n',
  '\n\n',
  '\\x',
  '---',
  '  x',
  '<x>',
  '[[x]]',
  '*',
)

test('what is not doubtful changes those words and nothing else, whatever the text and the replacement', () => {
  fc.assert(
    fc.property(
      fc.array(words, { maxLength: 12 }),
      fc.constantFrom('y', '', 'y*', '# y', 'y|', '`', '[y'),
      (parts, replacement) => {
        const text = parts.join(' ')
        const changes = planChanges(text, find(text, 'x', replacement)).filter(({ doubt }) => doubt === null)
        const edited = spliceText(text, changes) ?? ''
        // One change after the other from the end, so that the places stay what they are.
        for (const change of changes.toReversed()) {
          const alone = spliceText(text, [change]) ?? ''
          expect(alone.length - text.length).toBe(change.text.length - 1)
        }
        const stand = (source: string, letter: string): string => source.replaceAll(letter, '')
        if (replacement === 'y')
          expect(stand(edited, 'y')).toBe(
            stand(
              spliceText(
                text,
                changes.map((change) => ({ ...change, text: '' })),
              ) ?? '',
              'y',
            ),
          )
        // Kinds of blocks and their order are as before.
        if (replacement === 'y') expect(shapeOf(edited)).toBe(shapeOf(text))
      },
    ),
    { seed: 5, numRuns: 400 },
  )
})

/** The document with all letters alike. */
function shapeOf(text: string): string {
  return canonicalKey(parseEntry(text).blocks).replaceAll('y', 'x')
}
