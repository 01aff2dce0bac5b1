import { describe, expect, test } from 'vitest'
import { countProgress, isPartlyDone } from '../../../../renderer/state/action-progress.ts'
import { labelDue, longDay, shortDay, shortMonth, weekdayAndDate } from '../../../../renderer/state/days.ts'
import { findEntryByName } from '../../../../shared/links/find-entry-by-name.ts'
import { classOfWidth, createLayoutStore } from '../../../../renderer/state/layout.ts'
import { gatherResources } from '../../../../renderer/state/resource-cards.ts'
import type { EntryPath } from '../../../../shared/entry/entry-path.ts'
import type { Action, ResourceUse } from '../../../../shared/entry/summary.ts'
import { createFakeJournal } from '../../../support/fake-journal-api.ts'

function action(state: Action['state'], steps: readonly Action[] = []): Action {
  const boxes = {
    open: ' ',
    done: 'x',
    'in-progress': '/',
    cancelled: '-',
    forwarded: '>',
    waiting: '?',
    unboxed: null,
  }
  return {
    text: 'a',
    state,
    box: boxes[state],
    itemNumber: 0,
    span: { from: 0, to: 1 },
    boxAt: null,
    isStarred: false,
    heading: '',
    steps,
  }
}

describe('progress of actions', () => {
  test('counts the ends of the tree: a parent is done by its steps', () => {
    const advising = action('open', [action('done'), action('done'), action('open')])
    const mentors = action('open', [action('done'), action('open')])
    expect(countProgress([action('open'), advising, mentors, action('open')])).toEqual({ done: 3, total: 7 })
  })
  test('a parent of notes without boxes counts itself', () => {
    expect(countProgress([action('done', [action('unboxed')])])).toEqual({ done: 1, total: 1 })
  })
  test('is partly done while some steps are done and it is open', () => {
    expect(isPartlyDone(action('open', [action('done'), action('open')]))).toBe(true)
    expect(isPartlyDone(action('open', [action('open')]))).toBe(false)
    expect(isPartlyDone(action('done', [action('done')]))).toBe(false)
    expect(isPartlyDone(action('in-progress'))).toBe(true)
  })
})

describe('days in words', () => {
  test('are written as the design writes them', () => {
    expect(longDay('2025-09-20')).toBe('Saturday, 20 September 2025')
    expect(weekdayAndDate('2025-09-20')).toBe('Sat 20')
    expect(shortDay('2025-09-04', '2025-12-31')).toBe('4 Sep')
    expect(shortDay('2025-09-04', '2026-01-01')).toBe('4 Sep 2025')
    expect(shortMonth('2025-09')).toBe('Sep 2025')
    expect(shortMonth('2025')).toBe('2025')
  })
  test.each([
    ['2025-09-23', 'in 3 days', 'soon'],
    ['2025-09-21', 'tomorrow', 'soon'],
    ['2025-09-20', 'today', 'soon'],
    ['2025-09-19', '1 day late', 'late'],
    ['2025-09-14', '6 days late', 'late'],
    ['2025-07-01', 'late, 1 Jul', 'late'],
    ['2025-10-05', '5 Oct', 'plain'],
  ])('open and due on %s reads %s', (day, text, tone) => {
    expect(labelDue(day, '2025-09-20', true)).toEqual({ text, tone })
  })
  test('time has no colour once it is done', () => {
    expect(labelDue('2025-09-14', '2025-09-20', false)).toEqual({ text: '14 Sep', tone: 'plain' })
  })
})

describe('a wiki link', () => {
  const paths = ['notes/Road Map.md', 'Road Map.md', 'deep/er/road map.md', 'a/b.markdown'] as EntryPath[]
  test.each([
    ['road map', 'Road Map.md'],
    ['notes/road map#heading', 'notes/Road Map.md'],
    ['Road Map.md|the map', 'Road Map.md'],
    ['B', 'a/b.markdown'],
    ['map', null],
    ['', null],
  ])('to “%s” means %s', (target, path) => {
    expect(findEntryByName(paths, target)).toBe(path)
  })
})

describe('resources of an entry', () => {
  const use = (given: Partial<ResourceUse>): ResourceUse => ({
    url: 'https://a.org',
    key: 'a.org',
    title: 'A',
    authors: [],
    month: null,
    isMustRead: false,
    isCard: true,
    sentence: '',
    status: null,
    notes: [],
    span: { from: 0, to: 1 },
    ...given,
  })
  test('a page linked twice is one card, with what either link tells', () => {
    const uses = [
      use({ title: 'this' }),
      use({ authors: ['Neel Nanda'], month: '2025-09', notes: ['why'], isMustRead: true }),
    ]
    expect(gatherResources(uses)).toMatchObject([
      { title: 'A', authors: ['Neel Nanda'], month: '2025-09', notes: ['why'], isMustRead: true, uses },
    ])
  })
  test('a link without words shows its address', () => {
    expect(gatherResources([use({ title: ' ' })])[0]?.title).toBe('https://a.org')
  })
})

describe('layout', () => {
  test('the sidebar becomes a drawer below 1180 px and the rail a strip below 980 px', () => {
    expect([1180, 1179, 980, 979].map(classOfWidth)).toEqual(['wide', 'medium', 'medium', 'narrow'])
  })
  test('what is chosen in a wide window is kept, what is opened in a narrow one is not', () => {
    const fake = createFakeJournal({ files: {} })
    const layout = createLayoutStore(fake.api)
    layout.toggleSidebar()
    expect(fake.calls).toEqual([{ name: 'updateSettings', input: { isSidebarShown: false } }])
    layout.setWidth(900)
    layout.toggleSidebar()
    layout.toggleRail()
    expect(layout.getState()).toMatchObject({ isDrawerOpen: true, flyout: 'rail' })
    expect(fake.calls).toHaveLength(1)
  })
})
