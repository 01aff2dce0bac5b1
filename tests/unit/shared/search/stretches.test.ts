import { expect, test } from 'vitest'
import type { Lane, SearchHit } from '../../../../shared/contract/search.ts'
import { createSearchFixture, type SearchFixture } from './search-fixture.ts'

const count = 130

/** Entries that answer alike, some of one day, some a little better, with a step and a link in each. */
function makeJournal(): Record<string, string> {
  const texts: Record<string, string> = {}
  for (let at = 0; at < count; at += 1) {
    const day = String(1 + (at % 9)).padStart(2, '0')
    const better = at % 11 === 0 ? ' quetzal' : ''
    texts[`2026/2026-10-${day} note ${at}.md`] =
      `The quetzal sang${better} in the ${at % 3 === 0 ? 'tall ' : ''}tree.\n\n` +
      `- [ ] feed the quetzal\n\n[quetzal ${at % 40}](https://birds.example/${at % 40})\n`
  }
  return texts
}

const nameOf = ({ path, from, key }: SearchHit) => key ?? `${path}:${from}`

function readInStretches({ ask }: SearchFixture, text: string, lane: Lane, size: number): string[] {
  const names: string[] = []
  for (;;) {
    const { hits } = ask(text, { lane, from: names.length, limit: size })
    names.push(...hits.map(nameOf))
    if (hits.length < size) return names
  }
}

test.each([
  ['quetzal', 'entries'],
  ['quetzal tree', 'entries'],
  ['is:open', 'actions'],
  ['quetzal', 'actions'],
  ['quetzal', 'resources'],
  ['quetsal', 'entries'],
] as const)('a lane read in stretches is the lane read at once: %s in %s', (text, lane) => {
  const fixture = createSearchFixture(makeJournal())
  fixture.put({ '2026/2026-10-05 late.md': 'One more quetzal.\n\n[again](https://birds.example/3)\n' })
  const { hits, totals } = fixture.ask(text, { lane, limit: 1000 })
  const whole = hits.map(nameOf)
  expect(whole).toHaveLength(totals[lane] ?? 0)
  expect(new Set(whole).size).toBe(whole.length)
  for (const size of [7, 50, 64]) expect(readInStretches(fixture, text, lane, size)).toEqual(whole)
})

test('a question about one lane brings hits of that lane alone, and the totals of all', () => {
  const { hits, totals } = createSearchFixture(makeJournal()).ask('quetzal', { lane: 'actions', limit: 5 })
  expect(hits.map(({ lane }) => lane)).toEqual(Array.from({ length: 5 }, () => 'actions'))
  expect(totals).toMatchObject({ entries: count, actions: count, resources: 40 })
})

test('of entries that answer alike the newest stand first, however few are asked for', () => {
  const { hits } = createSearchFixture(makeJournal()).ask('sang', { lane: 'entries', limit: 3 })
  expect(hits.map(({ date }) => date)).toEqual(['2026-10-09', '2026-10-09', '2026-10-09'])
})
