import { describe, expect, it } from 'vitest'
import { createSearchFixture } from './search-fixture.ts'

describe('filters', () => {
  const fixture = createSearchFixture({
    '2025-09-01.md': '---\ntags: [career]\n---\nwalk in the park\n\n- [ ] book a table\n',
    '2025-10-05.md': '---\ntags: [career/move]\n---\nwalk by the sea\n\n- [x] book a train\n',
    'drafts/long.md':
      '---\ntags: [careerist]\ndraft: true\n---\n# walk\n\n[sea](https://sea.org) by Neel Nanda ⭐\n',
  })

  it.each([
    ['walk before:2025-10', ['2025-09-01.md']],
    ['walk after:2025-09', ['2025-10-05.md']],
    ['walk on:2025-10-05', ['2025-10-05.md']],
    ['walk kind:draft', ['drafts/long.md']],
    ['walk -sea', ['2025-09-01.md']],
    ['walk -"the sea"', ['2025-09-01.md', 'drafts/long.md']],
    ['tag:career', ['2025-09-01.md', '2025-10-05.md']],
    ['tag:career/move', ['2025-10-05.md']],
    ['tag:careeri', ['drafts/long.md']],
    ['walk -tag:career', ['drafts/long.md']],
    ['by:nanda', ['drafts/long.md']],
    ['by:nanda walk', ['drafts/long.md']],
    ['in:heading walk', ['drafts/long.md']],
    ['in:body park', ['2025-09-01.md']],
    ['is:open kind:entry', ['2025-09-01.md']],
    ['is:done kind:entry', ['2025-10-05.md']],
    ['has:star kind:draft', ['drafts/long.md']],
  ])('%s', (query, expected) => {
    expect(fixture.paths(query).sort()).toEqual(expected)
  })

  it.each([
    ['walk (park or sea)', ['2025-09-01.md', '2025-10-05.md', 'drafts/long.md']],
    ['park or train', ['2025-09-01.md', '2025-10-05.md']],
    ['walk -(park or sea)', []],
    ['walk path:drafts/', ['drafts/long.md']],
    ['walk -path:drafts', ['2025-09-01.md', '2025-10-05.md']],
    ['site:sea.org', ['drafts/long.md']],
    ['site:sea', ['drafts/long.md']],
    ['site:ea.org', []],
    ['has:link', ['drafts/long.md']],
    ['has:action', ['2025-09-01.md', '2025-10-05.md']],
    ['walk -has:action', ['drafts/long.md']],
    ['is:draft', ['drafts/long.md']],
    ['is:unread kind:draft', ['drafts/long.md']],
    ['walk -by:nanda', ['2025-09-01.md', '2025-10-05.md']],
    ['walk before:"last year"', []],
    ['walk on:"last year"', ['2025-09-01.md', '2025-10-05.md']],
  ])('%s', (query, expected) => {
    expect(fixture.paths(query).sort()).toEqual(expected)
  })

  it('counts an item that answers two alternatives once', () => {
    expect(fixture.ask('walk or sea').totals).toMatchObject({ entries: 2, drafts: 1, resources: 1 })
  })

  it('knows what is overdue, and which entry holds it', () => {
    const { ask } = createSearchFixture({
      '2026-11-01.md': '- [ ] write (nov 20)\n- [x] read (nov 10)\n- [ ] rest (nov 30)\n',
      '2026-11-02.md': '- [ ] write (nov 25)\n',
    })
    const hits = ask('is:overdue').hits.map(({ lane, path, title }) => `${lane} ${path} ${title.text}`)
    expect(hits).toEqual(['entries 2026-11-01.md 1 November 2026', 'actions 2026-11-01.md write (nov 20)'])
  })

  it('lists open actions without a word', () => {
    const actions = fixture.ask('is:open').hits.filter(({ lane }) => lane === 'actions')
    expect(actions.map(({ title }) => title.text)).toEqual(['book a table'])
  })

  it('says what it did not understand and searches on', () => {
    const answer = fixture.ask('park before:soon')
    expect(answer.notUnderstood).toEqual(['before:soon'])
    expect(answer.hits[0]?.path).toBe('2025-09-01.md')
  })
})
