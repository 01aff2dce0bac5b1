import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { disagreementsQuestionSchema, type Disagreement } from '../../../../shared/contract/facts.ts'
import type { EntryPath, Revision } from '../../../../shared/entry/entry-path.ts'
import { summarizeEntry } from '../../../../shared/entry/summarize.ts'
import { createFactBook } from '../../../../shared/facts/fact-book.ts'

function find(texts: Readonly<Record<string, string>>, question: object = {}): readonly Disagreement[] {
  const book = createFactBook()
  for (const [path, text] of Object.entries(texts))
    book.put(summarizeEntry({ path: path as EntryPath, text, revision: '' as Revision, actionHeadings: [] }))
  return book.listDisagreements(v.parse(disagreementsQuestionSchema, question)).rows
}

const said = (found: readonly Disagreement[]) =>
  found.map(({ kind, sides }) => [kind, ...sides.map(({ says, places }) => `${says} ×${places.length}`)])

describe('disagreements between the lines of one resource', () => {
  it('are a star in one place and none in another, another title, author, month, address', () => {
    const texts = {
      'a.md': '[AGI safety career advice](https://www.a.example/x) by Ann Lee (May 2023) ⭐\n',
      'b.md': '- [AGI Safety Career Advice](https://a.example/x) by Bo Kim\n',
      'c.md': '[AGI safety career advice](https://a.example/x) (Jun 2023)\n',
    }
    expect(said(find(texts))).toEqual([
      ['address', 'https://a.example/x ×2', 'https://www.a.example/x ×1'],
      ['title', 'AGI safety career advice ×2', 'AGI Safety Career Advice ×1'],
      ['authors', 'Ann Lee ×1', 'Bo Kim ×1'],
      ['month', '2023-05 ×1', '2023-06 ×1'],
      ['star', ' ×2', 'must-read ×1'],
    ])
  })

  it('are none where a sentence calls a link as it fits there, or a line leaves something out', () => {
    const texts = {
      'a.md': '[Advice on careers](https://a.example/x) by Ann Lee (May 2023) ⭐\n',
      'b.md': 'I read [this](https://a.example/x#part-2) again\n',
      'c.md': 'see https://a.example/x\n\n> Ann Lee in [the advice](https://a.example/x): words\n',
    }
    expect(said(find(texts))).toEqual([])
    expect(said(find({ 'a.md': '[T](https://a.example) by Ann\n[T](https://a.example)\n' }))).toEqual([])
  })

  it('are asked for by resource, and stay away once settled', () => {
    const texts = {
      'a.md': '[A](https://a.example) ⭐\n[B](https://b.example) ⭐\n',
      'b.md': '[A](https://a.example)\n[B](https://b.example)\n',
    }
    const all = find(texts)
    expect(all).toHaveLength(2)
    expect(find(texts, { keys: ['https://b.example'] }).map(({ title }) => title)).toEqual(['B'])
    expect(find(texts, { settled: [all[0]!.id] })).toHaveLength(1)
    const changed = { ...texts, 'b.md': '[A](https://www.a.example)\n[B](https://b.example)\n' }
    expect(find(changed, { settled: all.map(({ id }) => id) }).map(({ kind }) => kind)).toEqual(['address'])
  })
})

describe('two resources of one title', () => {
  const texts = {
    'a.md': '[How to start, step by step](https://a.example/x) by Ann Lee\n',
    'b.md': 'first [How to start - Step by step](https://b.example/y) and more\n',
  }
  it('may be one', () => {
    const [found, ...others] = find(texts)
    expect(others).toEqual([])
    expect(found).toMatchObject({
      kind: 'same-title',
      keys: ['https://a.example/x', 'https://b.example/y'],
      sides: [{ says: 'https://a.example/x' }, { says: 'https://b.example/y' }],
    })
    expect(find(texts, { keys: ['https://b.example/y'] })).toHaveLength(1)
    expect(find(texts, { settled: [found!.id] })).toEqual([])
  })

  it('are two where they name other authors, where the title is short, and where one is a file', () => {
    expect(find({ ...texts, 'b.md': '[How to start, step by step](https://b.example) by Bo Kim\n' })).toEqual(
      [],
    )
    expect(find({ 'a.md': '[demo](https://a.example)\n[demo](https://b.example)\n' })).toEqual([])
    expect(find({ ...texts, 'b.md': '[How to start, step by step](papers/start.pdf)\n' })).toEqual([])
  })
})
