import { describe, expect, it } from 'vitest'
import { createSearchFixture, showMarks, today } from './search-fixture.ts'

describe('a regular expression in a query', () => {
  const fixture = createSearchFixture({
    'a.md': '---\ndraft: false\n---\nThe harbour opened in 1998.\n\n- [ ] call 555-1234\n',
    'b.md': 'The harbour opened in MCM.\n\n[call me 42](https://x.org)\n',
  })

  it.each([
    ['/in \\d{4}/', ['a.md']],
    ['harbour /m+c/', ['b.md']],
    ['harbour -/\\d{4}/', ['b.md']],
    ['/draft: false/', ['a.md']],
    ['/1998/ or /mcm/', ['a.md', 'b.md']],
    ['/(harbour/', []],
  ])('%s', (query, expected) => {
    expect(fixture.paths(query).sort()).toEqual(expected)
  })

  it('stands in links and actions too', () => {
    const lanes = fixture.ask('/call/').hits.map(({ lane, title }) => `${lane} ${showMarks(title)}`)
    expect(lanes).toContain('actions [call] 555-1234')
    expect(lanes).toContain('resources [call] me 42')
  })

  it('is marked where it stands', () => {
    expect(showMarks(fixture.ask('/o\\w+ in/').hits[0]?.passages[0])).toMatch(/^The harbour \[opened in\]/)
    expect(fixture.marked('b.md', '/[mc]{3}/')).toContain('in [MCM].')
  })

  it('is left out and named when it is wrong', () => {
    const answer = fixture.ask('harbour /(x/')
    expect(answer.notUnderstood).toEqual(['/(x/'])
    expect(answer.totals['entries']).toBe(0)
    expect(answer.totals['pages']).toBe(2)
  })

  it('goes on where its time was over when the same is asked again', () => {
    const many: Record<string, string> = {}
    for (let at = 0; at < 300; at += 1)
      many[`n${at}.md`] = 'a quiet line\n'.repeat(20) + (at === 299 ? 'needle' : '')
    const { index, texts } = createSearchFixture(many)
    let now = 0
    const ask = () =>
      index.search(
        { number: 1, text: '/n[e]edle/', limitPerLane: 5, isFuzzy: true },
        // Each text takes a millisecond to read.
        { readText: (path) => ((now += 1), texts.get(path) ?? null), clock: () => now, today },
      )
    const first = ask()
    expect(first.unreadItems).toBeGreaterThan(100)
    let answer = first
    let times = 1
    for (; (answer.unreadItems ?? 0) > 0 && times < 10; times += 1) answer = ask()
    expect(times).toBeLessThan(5)
    expect(answer.hits.map(({ path }) => path)).toEqual(['n299.md'])
  })
})
