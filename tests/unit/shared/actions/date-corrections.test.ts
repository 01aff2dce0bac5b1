import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  correctDate,
  describeCorrected,
  findChangedEntryDays,
  toDateCorrections,
} from '../../../../shared/actions/date-corrections.ts'
import { planTick } from '../../../../shared/actions/tick-action.ts'
import type { DateCorrection } from '../../../../shared/contract/journal-memory.ts'
import type { EntryPath, Revision } from '../../../../shared/entry/entry-path.ts'
import { spliceText } from '../../../../shared/entry/splice-text.ts'
import { summarizeEntry } from '../../../../shared/entry/summarize.ts'
import type { IsoDay } from '../../../../shared/entry/summary.ts'

const path = '2025-09-20.md' as EntryPath
const line = 'speak with Ada on sep 23rd'
const entry = `# Plans\n\n## Next steps\n\n- [ ] ${line}\n- [ ] race on may 4\n`

function read(text: string, corrections: readonly DateCorrection[], at: EntryPath = path) {
  return summarizeEntry({
    path: at,
    text,
    revision: '' as Revision,
    actionHeadings: ['next steps'],
    dateCorrections: toDateCorrections(corrections),
  })
}

function correct(text: string, words: string, day: IsoDay | null): DateCorrection[] {
  const summary = read(text, [])
  const action = summary.actions.find((each) => each.text === words)!
  return correctDate([], describeCorrected(action, summary.date), day)
}

function dayOf(text: string, corrections: readonly DateCorrection[], words = line): IsoDay | null {
  return read(text, corrections).steps.find((step) => step.text.startsWith(words))!.day
}

describe('a corrected date', () => {
  it('is what was meant from then on, and is marked as the user’s', () => {
    const [step, other] = read(entry, correct(entry, line, '2031-09-23')).steps
    expect([step!.day, step!.dateFrom, step!.isCorrected]).toEqual(['2031-09-23', 'prose', true])
    expect([other!.day, other!.isCorrected]).toEqual(['2026-05-04', false])
  })

  it('may be no date, and is read as before when it is taken back', () => {
    const corrections = correct(entry, line, null)
    expect(dayOf(entry, corrections)).toBeNull()
    const summary = read(entry, corrections)
    const back = correctDate(corrections, describeCorrected(summary.actions[0]!, summary.date), undefined)
    expect(back).toEqual([])
    expect(dayOf(entry, back)).toBe('2025-09-23')
  })

  it('holds for the words and no others: another date in them is read anew', () => {
    const corrections = correct(entry, line, '2031-09-23')
    expect(dayOf(entry.replace('sep 23rd', 'sep 25th'), corrections, 'speak')).toBe('2025-09-25')
  })

  it('holds when the box is ticked, the day signed, the file renamed and the item nested', () => {
    const corrections = correct(entry, line, '2031-09-23')
    const tick = { box: 'x', today: '2025-09-24', addsDoneDate: false }
    const ticked = spliceText(entry, planTick(entry, { itemNumber: 0, text: line }, tick)!)!
    expect(dayOf(ticked, corrections)).toBe('2031-09-23')
    const signed = entry.replace(line, `${line} ➕ 2025-09-20`)
    expect(dayOf(signed, corrections)).toBe('2031-09-23')
    expect(read(entry, corrections, '2025-09-20 plans.md' as EntryPath).steps[0]!.day).toBe('2031-09-23')
    const nested = entry.replace('- [ ] race', '- [ ] other\n  - [ ] race')
    expect(read(nested, correct(entry, 'race on may 4', null)).steps[1]!.steps[0]!.day).toBeNull()
  })

  it('survives any edit of other lines', () => {
    const corrections = correct(entry, line, '2031-09-23')
    const others = fc.array(fc.constantFrom('words', '- [ ] a', '- b on sep 23rd', '> c', '', '1. d'), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(others, others, (before, after) => {
        const text = `${before.join('\n')}\n\n## Next steps\n\n- [ ] ${line}\n\n${after.join('\n')}\n`
        const found = read(text, corrections).steps.find((step) => step.text === line)
        expect(found?.day).toBe('2031-09-23')
      }),
      { numRuns: 100, seed: 3 },
    )
  })

  it('tells the days of the entries that are read differently by two lists', () => {
    const one = correct(entry, line, '2031-09-23')
    expect([...findChangedEntryDays([], one)]).toEqual(['2025-09-20'])
    expect([...findChangedEntryDays(one, one)]).toEqual([])
    expect([...findChangedEntryDays(one, correct(entry, line, null))]).toEqual(['2025-09-20'])
  })
})
