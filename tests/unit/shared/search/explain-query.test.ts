import { describe, expect, it } from 'vitest'
import { explainQuery } from '../../../../shared/search/explain-query.ts'

const today = '2026-11-24'

describe('the explanation of a query', () => {
  it.each([
    ['mentor', 'word', 'with mentor'],
    ['-phd', 'word', 'not with phd'],
    ['"public output"', 'phrase', 'with exactly “public output”'],
    ['by:nanda', 'filter', 'by nanda'],
    ['tag:#AI', 'filter', 'tagged #ai'],
    ['-tag:done', 'filter', 'not tagged #done'],
    ['kind:draft', 'filter', 'drafts'],
    ['before:2025-10', 'filter', 'in entries dated before 1 October 2025'],
    ['after:2025-10-03', 'filter', 'in entries dated after 3 October 2025'],
    ['on:yesterday', 'filter', 'in entries dated on 23 November 2026'],
    ['on:2025-09', 'filter', 'in entries dated in September 2025'],
    ['on:2025', 'filter', 'in entries dated in 2025'],
    ['on:"last week"', 'filter', 'in entries dated from 16 November 2026 to 22 November 2026'],
    ['is:open', 'filter', 'with something still to do'],
    ['has:images', 'filter', 'with a picture'],
    ['in:title', 'filter', 'the words stand in the title'],
    ['site:lesswrong.com', 'filter', 'links to lesswrong.com, and entries that hold one'],
    ['tag:', 'unfinished', ''],
  ])('says of %s: %s, %s', (text, kind, explanation) => {
    expect(explainQuery(text, today)).toMatchObject([
      { kind, explanation, from: 0, to: text.length, problem: null },
    ])
  })

  it.each([
    ['before:soon', 'soon is not a date: write 2025-10-03, 2025-10, yesterday or "last march"'],
    ['before:2025-13', '2025-13 is not a date: write 2025-10-03, 2025-10, yesterday or "last march"'],
    ['kind:fish', 'there is no kind called fish'],
    ['is:weird', 'nothing is weird: write open, done, overdue, draft or unread'],
    ['has:constructor', 'nothing has constructor: write action, image, quote, star or link'],
    ['in:margin', 'margin is not a place: write title, heading, link or body'],
  ])('says why %s was left out', (text, problem) => {
    expect(explainQuery(`mentor ${text}`, today)[1]).toMatchObject({ kind: 'problem', problem, from: 7 })
  })

  it('tells joints from words', () => {
    const kinds = explainQuery('(a or b) -(c)', today).map(({ kind, explanation }) =>
      `${kind} ${explanation}`.trim(),
    )
    expect(kinds).toEqual([
      'joint',
      'word with a',
      'joint or',
      'word with b',
      'joint',
      'joint none of',
      'word with c',
      'joint',
    ])
  })
})
