import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { toDateCorrections, type DateCorrections } from '../../../../shared/actions/date-corrections.ts'
import { isOpenBox, sectionOn, stateOn, walkSteps } from '../../../../shared/actions/group-agenda.ts'
import { readSteps, type Step } from '../../../../shared/actions/step.ts'
import type { EntryPath, Revision } from '../../../../shared/entry/entry-path.ts'
import { summarizeEntry } from '../../../../shared/entry/summarize.ts'
import type { IsoDay } from '../../../../shared/entry/summary.ts'

const essayFile = '../shared/text/career-exploration.md'
const hasEssay = fs.existsSync(essayFile)
if (!hasEssay) console.warn(`Skipped: ${essayFile} is not there.`)

const actionHeadings = ['actions', 'next steps', 'to do', 'todo', 'plan']

function stepsOf(
  text: string,
  path = '2025-09-20.md',
  corrections: DateCorrections = new Map(),
): readonly Step[] {
  const summary = summarizeEntry({
    path: path as EntryPath,
    text,
    revision: '' as Revision,
    actionHeadings,
  })
  return readSteps(summary.actions, {
    day: summary.date,
    title: summary.title,
    headings: summary.headings,
    actionHeadings,
    ownDay: summary.date,
    corrections,
  })
}

function placeOn(step: Step, today: IsoDay) {
  return sectionOn({ ...step, hasOpenBox: [...walkSteps(step.steps)].some(isOpenBox) }, today)
}

function only(text: string): Step {
  const [step] = stepsOf(text)
  if (step === undefined) throw new Error('there is no action')
  return step
}

describe('the date of a step', () => {
  it.each([
    ['- [ ] apply 📅 2026-12-01', '2026-12-01', 'sign', 'apply'],
    ['- [ ] apply ⏳ 2026-11-20 📅 2026-12-01', '2026-12-01', 'sign', 'apply'],
    ['- [ ] apply 🛫 2026-11-20', '2026-11-20', 'sign', 'apply'],
    ['- [ ] apply [due:: 2026-12-01]', '2026-12-01', 'sign', 'apply'],
    ['- [ ] apply (scheduled:: 2026-12-01) today', '2026-12-01', 'sign', 'apply today'],
    ['- [ ] apply by 2026-12-01', '2026-12-01', 'iso', 'apply by 2026-12-01'],
    ['- [ ] speak with Ines on sep 23rd', '2025-09-23', 'prose', 'speak with Ines on sep 23rd'],
    ['- [ ] submit (aug 25)', '2025-08-25', 'prose', 'submit'],
    ['- [x] submit ✅ 2025-09-04', null, null, 'submit'],
    ['- [ ] pay ✅ at last', null, null, 'pay ✅ at last'],
    ['- [ ] i may 3 times fail', null, null, 'i may 3 times fail'],
  ])('%s', (line, day, dateFrom, words) => {
    expect(only(line)).toMatchObject({ day, dateFrom, words })
  })

  it('has its time of day where the words give one', () => {
    expect(only('- [ ] call on sep 23rd at 3pm').time).toBe('15:00')
    expect(only('- [ ] call 2025-09-23T09:30').time).toBe('09:30')
    expect(only('- [ ] call on sep 23rd, 4 people').time).toBeNull()
  })

  it('is the parent’s where a step has none, and that of the nearest open step where the parent has none', () => {
    const [first, second] = stepsOf(
      '- [ ] apply by oct 5\n  - [ ] ask for a letter\n- [ ] learn\n  - [x] one 📅 2025-09-21\n  - [ ] two 📅 2025-10-02\n  - [ ] three 📅 2025-09-30\n',
    )
    expect(first?.steps[0]).toMatchObject({ day: '2025-10-05', dateFrom: 'parent' })
    expect(second).toMatchObject({ day: '2025-09-30', dateFrom: 'parent' })
  })

  it('is what the user said where the guess was wrong, also that it is none', () => {
    const text = '- [ ] chapter (jan 3)\n- [ ] race on may 4\n'
    const [heading, entryDay] = ['', '2025-09-20']
    const corrections = toDateCorrections([
      { text: 'chapter (jan 3)', heading, entryDay, day: null },
      { text: 'race on may 4', heading, entryDay, day: '2026-05-04' },
    ])
    expect(stepsOf(text, undefined, corrections).map(({ day }) => day)).toEqual([null, '2026-05-04'])
  })

  it('takes the year from the entry: past under what was done, to come under what is to come', () => {
    const text = '# actions\n\n- wrote (nov 30)\n\n# next steps\n\n- visit on aug 2\n'
    expect(stepsOf(text).map(({ day }) => day)).toEqual(['2024-11-30', '2026-08-02'])
  })
})

describe('the goal of a step', () => {
  it('is its tag, else the heading it serves, else the label it begins with', () => {
    const text = [
      '# My road',
      '- [ ] one #goal/portfolio',
      '- [ ] two',
      '## mentorship',
      '- [ ] three',
      '  - [ ] four',
      '### next steps',
      '- five',
      '# next steps',
      '- networking: six',
      '- note: seven',
      '',
    ].join('\n')
    const steps = stepsOf(text)
    expect(steps.map(({ goal }) => goal)).toEqual([
      'portfolio',
      null,
      'mentorship',
      'mentorship',
      'networking',
      null,
    ])
    expect(steps[2]?.steps[0]?.goal).toBe('mentorship')
  })
})

describe('the section of a step', () => {
  it.each([
    ['- [ ] a 📅 2025-09-19', 'overdue'],
    ['- [ ] a 📅 2025-09-20', 'today'],
    ['- [ ] a 📅 2025-09-26', 'week'],
    ['- [ ] a 📅 2025-09-27', 'later'],
    ['- [ ] a', 'no-date'],
    ['- [?] a 📅 2025-09-19', 'waiting'],
    ['- [>] a', 'waiting'],
    ['- [/] a', 'no-date'],
    ['- [x] a 📅 2025-09-27', 'settled'],
    ['- [-] a', 'settled'],
    ['- [x] a\n  - [ ] b', 'no-date'],
    ['# actions\n- a (aug 25)', 'settled'],
    ['# actions\n- a', 'under-way'],
    ['# next steps\n- a', 'no-date'],
    ['# next steps\n- talk on 2025-09-18', 'asked'],
  ] as const)('%s', (text, section) => {
    expect(placeOn(only(`${text}\n`), '2025-09-20')).toBe(section)
  })
})

describe.skipIf(!hasEssay)('the first user’s text', () => {
  const text = hasEssay ? fs.readFileSync(essayFile, 'utf8') : ''
  const steps = stepsOf(text, 'career-exploration.md')

  it('has 5 actions and 6 next steps with their nested steps', () => {
    expect(steps.filter(({ kind }) => kind === 'action')).toHaveLength(5)
    expect(steps.filter(({ kind }) => kind === 'next-step')).toHaveLength(6)
    expect(steps.map((step) => step.steps.length)).toEqual([3, 1, 2, 0, 0, 0, 0, 1, 4, 3, 3])
  })

  it('has aug 25 and sep 4 of 2025 as past, and asks about sep 23rd once it has gone by', () => {
    const advising = steps[2]
    expect(advising?.steps.map(({ day }) => day)).toEqual(['2025-08-25', '2025-09-04'])
    expect(advising?.steps.map((step) => stateOn(step, '2025-09-20'))).toEqual(['done', 'done'])
    const meeting = steps.find(({ text: words }) => words.includes('Daniel Dewey'))
    expect(meeting).toMatchObject({ day: '2025-09-23', dateFrom: 'prose', goal: 'advising' })
    expect(placeOn(meeting!, '2025-09-20')).toBe('week')
    expect(placeOn(meeting!, '2025-09-24')).toBe('asked')
  })
})
