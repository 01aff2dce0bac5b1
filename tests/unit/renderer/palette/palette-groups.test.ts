import { expect, test } from 'vitest'
import {
  describeCorrection,
  findBest,
  groupCommands,
  groupHits,
  groupRecents,
} from '../../../../renderer/palette/palette-groups.ts'
import { commands } from '../../../../shared/contract/commands.ts'
import type { SearchAnswer, SearchHit } from '../../../../shared/contract/search.ts'
import type { EntryPath } from '../../../../shared/entry/entry-path.ts'

function hit(lane: SearchHit['lane'], title: string): SearchHit {
  return {
    lane,
    path: 'a.md',
    title: { text: title, marks: [] },
    passages: [],
    headingPath: [],
    moreHits: 0,
    matchedBy: 'exact',
    where: 'title',
    date: null,
    isMustRead: false,
    box: null,
    from: 0,
    score: 1,
  }
}
const answer: SearchAnswer = {
  number: 1,
  hits: [hit('actions', 'tick'), hit('entries', 'one'), hit('entries', 'two')],
  totals: { entries: 5, actions: 1 },
  corrections: [],
  searchedEntries: 5,
  totalEntries: 5,
  tookMs: 1,
}

test('lanes stand in their fixed order, and one that holds more ends in a row that leads to the whole', () => {
  const groups = groupHits(answer, 'all')
  expect(groups.map(({ id, total }) => [id, total])).toEqual([
    ['entries', 5],
    ['actions', 1],
  ])
  expect(groups[0]?.items.at(-1)).toEqual({ kind: 'more', id: 'more-entries', lane: 'entries', count: 3 })
  expect(groups[1]?.items).toHaveLength(1)
})

test('one lane alone shows only its hits', () => {
  expect(groupHits(answer, 'actions').map(({ id }) => id)).toEqual(['actions'])
})

test('every row has an id of its own', () => {
  const ids = groupHits(answer, 'all').flatMap(({ items }) => items.map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
})

test('commands are found by any words of their name', () => {
  const [group] = groupCommands(commands, '> dark THEME')
  expect(group?.items.map(({ id }) => id)).toEqual(['command-set-theme-dark'])
  expect(groupCommands(commands, '>')[0]?.items).toHaveLength(commands.length)
  expect(groupCommands(commands, '>zzz')).toEqual([])
})

test('nothing visited is no group', () => {
  expect(groupRecents([])).toEqual([])
  expect(groupRecents([{ path: 'a.md' as EntryPath, title: 'a', date: null }])[0]?.total).toBe(1)
})

test('a correction says what was wrong with the word', () => {
  expect(describeCorrection({ typed: 'mentroship', understood: 'mentorship', edits: 1 })).toBe(
    '2 letters swapped',
  )
  expect(describeCorrection({ typed: 'mentorshp', understood: 'mentorship', edits: 1 })).toBe('1 letter off')
  expect(describeCorrection({ typed: 'mentrshp', understood: 'mentorship', edits: 2 })).toBe('2 letters off')
})

test('Enter means the first row, unless one in a later lane is clearly better', () => {
  const scored = (...scores: number[]) =>
    scores.map((score, at) => ({ kind: 'hit' as const, id: `${at}`, hit: { ...hit('entries', 'a'), score } }))
  expect(findBest(scored(1.2, 1.21, 0.4))).toBe(0)
  expect(findBest(scored(0.7, 1.5, 1.4))).toBe(1)
  expect(findBest([])).toBe(0)
})
