import { expect, test } from 'vitest'
import { describeCorrection, describeCount } from '../../../../renderer/palette/describe-answer.ts'
import {
  groupCommands,
  groupHelp,
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
  expect(groupRecents({ entries: [], searches: [], saved: [] })).toEqual([])
})

test('an empty field offers what was seen, what was asked, and what was kept; a kept search is not said twice', () => {
  const groups = groupRecents({
    entries: [{ path: 'a.md' as EntryPath, title: 'a', date: null }],
    searches: ['by:nanda', 'mentor'],
    saved: [{ name: 'Nanda', query: 'by:nanda' }],
  })
  expect(groups.map(({ id, items }) => [id, items.length])).toEqual([
    ['recents', 1],
    ['searches', 1],
    ['saved', 1],
  ])
  expect(groups[1]?.items[0]).toMatchObject({ kind: 'query', query: 'mentor' })
})

test('the number of results is said in words, once for all groups', () => {
  expect(describeCount(groupHits(answer, 'all'))).toBe('6 results')
  expect(describeCount(groupHits(answer, 'actions'))).toBe('1 result')
  expect(describeCount([])).toBe('')
})

test('every line of the help can be written as it stands', () => {
  const lines = groupHelp().flatMap(({ items }) => items)
  expect(lines.length).toBeGreaterThan(10)
  expect(lines.every((line) => line.kind === 'syntax' && line.write !== '' && line.finds !== '')).toBe(true)
})

test('a correction says what was wrong with the word', () => {
  expect(describeCorrection({ typed: 'mentroship', understood: 'mentorship', edits: 1 })).toBe(
    '2 letters swapped',
  )
  expect(describeCorrection({ typed: 'mentorshp', understood: 'mentorship', edits: 1 })).toBe('1 letter off')
  expect(describeCorrection({ typed: 'mentrshp', understood: 'mentorship', edits: 2 })).toBe('2 letters off')
})

test('the lane with what is clearly the best stands on top; otherwise lanes keep their order', () => {
  const scored = (lane: SearchHit['lane'], score: number) => ({ ...hit(lane, 'a'), score })
  const order = (...hits: SearchHit[]) => {
    const totals = Object.fromEntries(hits.map(({ lane }) => [lane, 1]))
    return groupHits({ ...answer, hits, totals }, 'all').map(({ id }) => id)
  }
  expect(order(scored('entries', 1.2), scored('pages', 1.21), scored('actions', 0.4))).toEqual([
    'entries',
    'pages',
    'actions',
  ])
  expect(order(scored('entries', 0.7), scored('drafts', 0.8), scored('pages', 1.5))).toEqual([
    'pages',
    'entries',
    'drafts',
  ])
})

test('a filter brings the lane it is about to the top, whatever answers beside it', () => {
  const hits = [hit('entries', 'an entry'), hit('resources', 'a link'), hit('actions', 'a step')]
  const totals = { entries: 1, resources: 1, actions: 1 }
  const first = (query: string) => groupHits({ ...answer, hits, totals }, 'all', query)[0]?.id
  expect(first('mentor')).toBe('entries')
  expect(first('is:open before:2025-10')).toBe('actions')
  expect(first('by:nanda')).toBe('resources')
  expect(first('has:star')).toBe('resources')
  expect(first('-has:star mentor')).toBe('entries')
  expect(first('by:')).toBe('entries')
})
