import { describe, expect, it } from 'vitest'
import type { HeadingSummary } from '../../../../shared/entry/summary.ts'
import { pageItems } from '../../../../shared/search/postings.ts'
import { createSearchFixture, toIndexedEntry } from './search-fixture.ts'

/** An entry with more headings than a page holds items; every thousandth is on walruses. */
function longEntry() {
  const entry = toIndexedEntry('long.md', 'about seals\n')
  const headings = Array.from({ length: pageItems + 4000 }, (_, at): HeadingSummary => ({
    text: at % 1000 === 999 ? 'on walruses' : 'on seals',
    level: 2,
    span: { from: at, to: at + 1 },
  }))
  return { ...entry, summary: { ...entry.summary, headings } }
}

describe('lists of more items than fit on a page', () => {
  it('answer with items of every page, in one segment and when it is joined with others', () => {
    const { index, ask, merge, put } = createSearchFixture()
    index.add([longEntry()])
    expect(ask('walruses').totals['headings']).toBe(69)
    expect(ask('walruses on').totals['headings']).toBe(69)
    put({ 'short.md': '# walruses\n\nA walrus sang to the seals.\n' })
    merge()
    expect(index.counts.segments).toBe(1)
    expect(ask('walruses on').totals['headings']).toBe(69)
    expect(ask('"walrus sang"').hits.map(({ path }) => path)).toEqual(['short.md'])
  })

  it('lose the items of an entry that is gone when they are joined', () => {
    const { index, ask, merge, put } = createSearchFixture()
    index.add([longEntry()])
    put({ 'short.md': '# walruses\n' })
    index.remove(['long.md'])
    merge()
    expect(ask('walruses').totals['headings']).toBe(1)
    expect(ask('seals').hits).toEqual([])
  })
})
