import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  mondayOf,
  planWeeklyReview,
  weekInWords,
  weekNumber,
  type WeekToReview,
} from '../../../../shared/actions/weekly-review.ts'
import type { EntryPath, Revision } from '../../../../shared/entry/entry-path.ts'
import { summarizeEntry } from '../../../../shared/entry/summarize.ts'

describe('weeks', () => {
  it.each([
    ['2026-11-24', '2026-11-23', 48, 'Week 48, 23 to 29 November 2026'],
    ['2026-11-29', '2026-11-23', 48, 'Week 48, 23 to 29 November 2026'],
    ['2026-12-02', '2026-11-30', 49, 'Week 49, 30 November to 6 December 2026'],
    ['2026-01-01', '2025-12-29', 1, 'Week 1, 29 December 2025 to 4 January 2026'],
    ['2027-01-01', '2026-12-28', 53, 'Week 53, 28 December 2026 to 3 January 2027'],
    ['2024-02-29', '2024-02-26', 9, 'Week 9, 26 February to 3 March 2024'],
  ])('%s is in the week from %s, number %i', (day, monday, number, words) => {
    expect(mondayOf(day)).toBe(monday)
    expect(weekNumber(day)).toBe(number)
    expect(weekInWords(monday)).toBe(words)
  })
})

const week: WeekToReview = {
  monday: '2026-11-23',
  written: ['[[2026-11-24]]'],
  done: ['send the form', 'read *all* of [it]'],
  asked: [],
  coming: ['call Ines, Tue 1 Dec'],
}
const review = `## Week 48, 23 to 29 November 2026

### Written

- [[2026-11-24]]

### Done

- send the form
- read \\*all\\* of \\[it\\]

### Next week

- call Ines, Tue 1 Dec

### What I take from it

`

function after(text: string): string {
  const { splices } = planWeeklyReview(text, week)
  return splices.reduceRight(
    (done, { from, to, text: put }) => done.slice(0, from) + put + done.slice(to),
    text,
  )
}

describe('a weekly review', () => {
  it.each([
    ['an empty entry', '', review],
    ['an entry with words', '# Today\n\nWords.\n', `# Today\n\nWords.\n\n${review}`],
    ['an entry without a last line end', 'Words.', `Words.\n\n${review}`],
    ['an entry with other line ends', 'Words.\r\n', `Words.\r\n\r\n${review.replaceAll('\n', '\r\n')}`],
  ])('stands at the end of %s', (_, text, expected) => {
    expect(after(text)).toBe(expected)
    const { at } = planWeeklyReview(text, week)
    expect(after(text).startsWith('## Week 48', at)).toBe(true)
  })

  it('is begun once: another time it is found', () => {
    const text = after('# Today\n')
    expect(planWeeklyReview(text, week)).toEqual({ splices: [], at: text.indexOf('## Week 48') })
  })

  it('puts no step into the agenda, whatever the words', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({ maxLength: 20 }).map((words) => words.replace(/\s+/g, ' ').trim()),
          { maxLength: 4 },
        ),
        (done) => {
          const { splices } = planWeeklyReview('', { ...week, done })
          const { steps } = summarizeEntry({
            path: 'a.md' as EntryPath,
            text: splices[0]?.text ?? '',
            revision: '' as Revision,
            actionHeadings: ['actions', 'next steps', 'to do', 'todo', 'plan'],
          })
          expect(steps).toEqual([])
        },
      ),
      { seed: 20261124 },
    )
  })
})
