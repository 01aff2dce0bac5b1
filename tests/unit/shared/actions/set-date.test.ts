import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readOwnDate } from '../../../../shared/actions/action-date.ts'
import { readActions } from '../../../../shared/actions/read-actions.ts'
import { planDate } from '../../../../shared/actions/set-date.ts'
import { spliceText } from '../../../../shared/entry/splice-text.ts'
import { addDays } from '../../../../shared/entry/iso-day.ts'
import type { IsoDay } from '../../../../shared/entry/summary.ts'
import { parseEntry } from '../../../../shared/markdown/parse-entry.ts'

const surroundings = { entryDay: '2025-09-20', tense: null } as const

function setDay(text: string, day: IsoDay | null, number = 0): string {
  const action = readActions(parseEntry(text), [])[number]
  if (action === undefined) throw new Error('there is no action')
  return spliceText(text, planDate(text, action, { day, ...surroundings }) ?? []) ?? ''
}

describe('setting the date of an action', () => {
  it.each([
    ['- [ ] a (aug 25)', '2025-10-05', '- [ ] a (oct 5)'],
    ['- [ ] a on sep 23rd', '2025-10-02', '- [ ] a on oct 2nd'],
    ['- [ ] a on Sep. 23rd, 2025', '2026-01-11', '- [ ] a on Jan. 11th, 2026'],
    ['- [ ] a by 25 September', '2025-10-03', '- [ ] a by 3 October'],
    ['- [ ] a (23.9.)', '2025-10-05', '- [ ] a (5.10.)'],
    ['- [ ] a by friday', '2025-10-05', '- [ ] a by 2025-10-05'],
    ['- [ ] a on sep 23rd', '2026-09-24', '- [ ] a on sep 24th 2026'],
    ['- [ ] a 📅 2025-09-23 ^id', '2025-10-05', '- [ ] a 📅 2025-10-05 ^id'],
    ['- [ ] a [due:: 2025-09-23]', '2025-10-05', '- [ ] a [due:: 2025-10-05]'],
    ['- [ ] a 2025-09-23', '2025-10-05', '- [ ] a 2025-10-05'],
    ['- [ ] a', '2025-10-05', '- [ ] a 📅 2025-10-05'],
    ['- [ ] a ^id', '2025-10-05', '- [ ] a 📅 2025-10-05 ^id'],
    ['- [x] a ✅ 2025-09-23', '2025-10-05', '- [x] a ✅ 2025-09-23 📅 2025-10-05'],
    ['- [ ] a (aug 25)', null, '- [ ] a'],
    ['- [ ] a 📅 2025-09-23 #tag', null, '- [ ] a #tag'],
  ])('%s to %s', (line, day, expected) => {
    expect(setDay(`${line}\n`, day)).toBe(`${expected}\n`)
  })

  it('writes a new date as the nearest line does', () => {
    expect(setDay('- [ ] a (2025-09-23)\n- [ ] b\n', '2025-10-05', 1)).toContain('- [ ] b (2025-10-05)')
    expect(setDay('- [ ] a [due:: 2025-09-23]\n- [ ] b\n', '2025-10-05', 1)).toContain('b [due:: 2025-10-05]')
    expect(setDay('- [ ] b\r\n- [ ] a 2025-09-23\r\n', '2025-10-05')).toBe(
      '- [ ] b 2025-10-05\r\n- [ ] a 2025-09-23\r\n',
    )
  })

  it('is read back as that day, whatever the line says, and touches that line alone', () => {
    const words = fc.constantFrom(
      'a',
      'a (aug 25)',
      'a on sep 23rd',
      'by friday: b',
      'c *d* 📅 2025-01-01',
      'e [due:: 2025-01-01] f',
      '[g](u) 2 Oct 2024 ^id',
      'h (23.9.)',
      'i in two weeks',
    )
    const day = fc.integer({ min: -400, max: 800 }).map((days) => addDays('2025-09-20', days) ?? '2025-09-20')
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), fc.nat(), day, (lines, seed, chosen) => {
        const text = lines.map((line) => `- [ ] ${line}\n`).join('')
        const number = seed % lines.length
        const changed = setDay(text, chosen, number)
        const action = readActions(parseEntry(changed), [])[number]
        expect(readOwnDate(action!, surroundings)?.day).toBe(chosen)
        const others = (whole: string) => whole.split('\n').filter((_line, at) => at !== number)
        expect(others(changed)).toEqual(others(text))
      }),
      { numRuns: 400, seed: 11 },
    )
  })
})
