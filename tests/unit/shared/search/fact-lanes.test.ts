import { describe, expect, it } from 'vitest'
import { createSearchFixture, showMarks } from './search-fixture.ts'

const texts = {
  '2025-09-20.md':
    'Neel Nanda in [How to become](https://example.org/how):\n\n> Skip forward aggressively when it is boring.\n\n' +
    '## Programs\n\n- [SPAR](https://sparai.org) (part-time, remote)\n',
  '2025-09-21.md':
    'Met [[People/Neel Nanda]] for lunch.\n\n[Another post](https://example.org/other) by Neel Nanda (May 2024)\n',
}

function lane(query: string, name: string): string[] {
  return createSearchFixture(texts)
    .ask(query)
    .hits.filter((hit) => hit.lane === name)
    .map((hit) => `${showMarks(hit.title)} | ${hit.passages.map(showMarks).join()} | ${hit.where}`)
}

describe('the lanes of facts', () => {
  it('hold a quote by its words and by who said it', () => {
    expect(lane('aggressively', 'quotes')).toEqual([
      'Skip forward [aggressively] when it is boring. | Neel Nanda · How to become | quote',
    ])
    expect(lane('nanda', 'quotes')).toHaveLength(1)
  })

  it('hold a phrase of what is put together from two places of the text', () => {
    expect(lane('"nanda how"', 'quotes')).toHaveLength(1)
    expect(lane('"nanda how"', 'entries')).toEqual([])
  })

  it('hold a person once, however many entries name them', () => {
    const fixture = createSearchFixture(texts)
    const answer = fixture.ask('nanda')
    expect(answer.totals['people']).toBe(1)
    expect(answer.hits.filter((hit) => hit.lane === 'people').map(({ title }) => title.text)).toEqual([
      'Neel Nanda',
    ])
    expect(fixture.ask('nanda or neel').totals['people']).toBe(1)
  })

  it('hold a program with how it is held', () => {
    expect(lane('spar', 'programs')).toEqual(['[SPAR] | part-time, remote | program'])
    expect(lane('kind:program remote', 'programs')).toEqual(['SPAR | part-time, [remote] | program'])
  })

  it('lead to the place', () => {
    const hit = createSearchFixture(texts).ask('kind:quote skip').hits[0]
    expect(texts['2025-09-20.md'].slice(hit?.from)).toMatch(/^> Skip/)
  })

  it('stay as they are when segments are joined', () => {
    const fixture = createSearchFixture({ '2025-09-20.md': texts['2025-09-20.md'] })
    fixture.put({ '2025-09-21.md': texts['2025-09-21.md'] })
    const before = fixture.ask('nanda')
    fixture.merge()
    const after = fixture.ask('nanda')
    expect(after.totals).toEqual(before.totals)
    expect(after.hits.map(({ lane: name }) => name)).toEqual(before.hits.map(({ lane: name }) => name))
  })
})
