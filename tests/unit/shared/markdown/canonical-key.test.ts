import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalKey } from '../../../../shared/markdown/canonical-key.ts'
import { parseEntry } from '../../../../shared/markdown/parse-entry.ts'
import { Mark } from '../../../../shared/markdown/tree.ts'
import type { Block, Link, Run } from '../../../../shared/markdown/tree.ts'
import { entryTextArbitrary } from '../../../support/markdown-arbitrary.ts'

function keyOf(text: string): string {
  return canonicalKey(parseEntry(text).blocks)
}

function text(words: string, marks = 0, link: Link | null = null): Run {
  return { kind: 'text', text: words, marks, link }
}

function paragraph(...runs: readonly Run[]): Block {
  return { type: 'paragraph', runs }
}

describe('equal keys are given to', () => {
  it.each([
    ['bullets of different kinds', '- a\n- b', '* a\n* b'],
    ['tight and loose lists', '- a\n- b', '- a\n\n- b'],
    ['later numbers', '3. a\n7. b', '3) a\n4) b'],
    ['lists of one type side by side', '- a\n- b', '- a\n* b'],
    ['ATX and underlined headings', '# a', 'a\n==='],
    ['a break in a heading and a space', 'a\nb\n===', '# a b'],
    ['fences', '```js\nx\n```', '~~~~ js\nx\n~~~~'],
    ['padding of cells and missing ones', 'a|b\n-|-\nc', '| a | b |\n|---|---|\n| c |   |'],
    ['nesting of marks', '***a***', '_**a**_'],
    ['bold words with a plain space between', '**a** **b**', '**a b**'],
    ['trailing and leading spaces', 'a \n b', 'a\nb'],
    ['escapes and references', '\\*a&#42;', '&ast;a\\*'],
    ['ways to write a target', '[a](<u> "t")', "[a](u 't')"],
    ['lists kept apart by an empty comment', '- a\n\n<!-- -->\n\n- b', '- a\n- b'],
    ['done boxes', '- [x] a', '- [X] a'],
  ])('%s', (_what, one, other) => {
    expect(keyOf(one)).toBe(keyOf(other))
  })

  it('empty paragraphs and none', () => {
    expect(canonicalKey([paragraph(), paragraph(text('a')), paragraph(text(' '))])).toBe(keyOf('a'))
  })

  it('a bold space and a plain one, where only one neighbour is bold', () => {
    expect(canonicalKey(paragraph(text('a ', Mark.bold), text('b')))).toBe(keyOf('**a** b'))
  })

  it('runs that are split in the editor', () => {
    expect(canonicalKey(paragraph(text('a b'), text(' '), text('c', Mark.bold), text('d', Mark.bold)))).toBe(
      keyOf('a b **cd**'),
    )
  })

  it('an opaque inline over lines of other containers', () => {
    const [quote] = parseEntry('> a $$\n> x$$').blocks
    const blocks = quote?.type === 'quote' ? quote.blocks : []
    expect(canonicalKey(blocks)).toBe(keyOf('a $$\nx$$'))
  })

  it('a base tree and the same tree without spans', () => {
    fc.assert(
      fc.property(entryTextArbitrary, (entry) => {
        const { blocks } = parseEntry(entry)
        expect(canonicalKey(withoutSpans(blocks))).toBe(canonicalKey(blocks))
      }),
      { numRuns: 300, seed: 5 },
    )
  })
})

/** The tree as the editor would give it back. Links keep their identity. */
function withoutSpans<T>(node: T): T {
  if (Array.isArray(node)) return node.map(withoutSpans) as T
  if (node === null || typeof node !== 'object') return node
  const kept = Object.entries(node).filter(
    ([name]) => !['span', 'segments', 'lines', 'prefix', 'marker', 'fence'].includes(name),
  )
  return Object.fromEntries(
    kept.map(([name, value]) => [name, name === 'link' ? value : withoutSpans(value)]),
  ) as T
}

describe('different keys are given to', () => {
  it.each([
    ['words', 'a', 'b'],
    ['a paragraph and a heading', 'a', '# a'],
    ['levels of headings', '# a', '## a'],
    ['one paragraph and two', 'a\nb', 'a\n\nb'],
    ['soft and hard breaks', 'a\nb', 'a\\\nb'],
    ['a break and a space', 'a\nb', 'a b'],
    ['marks', '*a*', '**a**'],
    ['marks of different words', '**a** b', 'a **b**'],
    ['a space inside code and none', '`a ` b', '`a` b'],
    ['code side by side and in one', '`a` `b`', '`a b`'],
    ['a no-break space at the edge and none', '\u00a0a', 'a'],
    ['targets', '[a](u)', '[a](v)'],
    ['one link and two', '[ab](u)', '[a](u)[b](u)'],
    ['a reference and its target', '[a][r]\n\n[r]: u', '[a](u)\n\n[r]: u'],
    ['nested and flat items', '- a\n- b', '- a\n  - b'],
    ['ordered and other lists', '- a', '1. a'],
    ['starts of lists', '1. a', '2. a'],
    ['boxes', '- [ ] a', '- a'],
    ['an open and a done box', '- [ ] a', '- [x] a'],
    ['two lists with source between', '- a\n\n<!-- x -->\n\n- b', '- a\n- b'],
    ['alignment', 'a|b\n-|-', 'a|b\n:-|-'],
    ['infos', '```js\n```', '```ts\n```'],
    ['code and its indent', '```\n a\n```', '```\na\n```'],
    ['sources', '<b>\na', '<i>\na'],
    ['opaque inlines', '[[a]]', '[[b]]'],
    ['a quote and its content', '> a', 'a'],
    ['a callout and a quote', '> [!a]\n> b', '> b'],
  ])('%s', (_what, one, other) => {
    expect(keyOf(one)).not.toBe(keyOf(other))
  })

  it('text that imitates the parts of a key', () => {
    expect(canonicalKey(paragraph(text('a\0.\0pb')))).not.toBe(keyOf('a\n\nb'))
  })
})
