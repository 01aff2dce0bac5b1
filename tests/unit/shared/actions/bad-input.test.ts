import { describe, expect, it } from 'vitest'
import { sectionOn, walkSteps } from '../../../../shared/actions/group-agenda.ts'
import { readActions } from '../../../../shared/actions/read-actions.ts'
import { readSteps } from '../../../../shared/actions/step.ts'
import { planTick } from '../../../../shared/actions/tick-action.ts'
import type { EntryPath, Revision } from '../../../../shared/entry/entry-path.ts'
import { spliceText } from '../../../../shared/entry/splice-text.ts'
import { summarizeEntry } from '../../../../shared/entry/summarize.ts'
import type { Action, Summary } from '../../../../shared/entry/summary.ts'
import { parseEntry } from '../../../../shared/markdown/parse-entry.ts'

const today = '2026-11-24'

function summarize(text: string): Summary {
  return summarizeEntry({
    path: '2026-11-24.md' as EntryPath,
    text,
    revision: '' as Revision,
    actionHeadings: ['next steps'],
  })
}

function tickFirst(text: string): string {
  const [action] = readActions(parseEntry(text), [])
  return spliceText(text, planTick(text, action!, { box: 'x', today, addsDoneDate: false })!)!
}

describe('a list nested a thousand levels deep', () => {
  it.each([
    ['with spaces', '  '],
    ['with tabs', '\t'],
    ['in quotes', '> '],
  ])('%s is read, and its first box is ticked', (_, indent) => {
    const text = Array.from(
      { length: 1000 },
      (_line, level) => `${indent.repeat(level)}- [ ] ${level}\n`,
    ).join('')
    const summary = summarize(text)
    expect(summary.actions.length).toBeGreaterThan(0)
    expect([...walkSteps(summary.steps)].length).toBeGreaterThan(0)
    expect(tickFirst(text)).toBe(text.replace('[ ]', '[x]'))
  })

  it('has the date of its top at its bottom, whoever made the tree', () => {
    let action: Action | null = null
    for (let level = 999; level >= 0; level -= 1) {
      action = {
        text: level === 0 ? 'top 📅 2026-12-01' : `level ${level}`,
        state: 'open',
        box: ' ',
        itemNumber: level,
        span: { from: level, to: level + 1 },
        boxAt: level,
        isStarred: false,
        heading: '',
        steps: action === null ? [] : [action],
      }
    }
    const entry = {
      day: today,
      title: '',
      headings: [],
      actionHeadings: [],
      ownDay: today,
      corrections: new Map(),
    }
    const steps = [...walkSteps(readSteps([action!], entry))]
    expect(steps).toHaveLength(1000)
    expect(steps.at(-1)).toMatchObject({ day: '2026-12-01', dateFrom: 'parent' })
  })
})

describe('a list of 20,000 boxes', () => {
  const text = Array.from(
    { length: 20_000 },
    (_, at) => `- [ ] step ${at} 📅 2026-12-0${1 + (at % 9)}\n`,
  ).join('')

  it('is read whole, and its last box is ticked in one character', () => {
    const { actions, steps } = summarize(text)
    expect(steps).toHaveLength(20_000)
    expect(steps.at(-1)).toMatchObject({ words: 'step 19999', itemNumber: 19_999 })
    const last = actions.at(-1)!
    const splices = planTick(text, last, { box: 'x', today, addsDoneDate: false })
    expect(splices).toEqual([{ from: last.boxAt, to: last.boxAt! + 1, text: 'x' }])
  })
})

describe('dates that contradict each other', () => {
  it.each([
    ['due before it can begin', '- [ ] a 🛫 2026-12-24 📅 2026-12-01', '2026-12-01'],
    ['due twice: the first counts', '- [ ] a 📅 2026-12-01 📅 2026-12-24', '2026-12-01'],
    ['a sign and the words', '- [ ] a on dec 24 📅 2026-12-01', '2026-12-01'],
    ['a field and a sign', '- [ ] a [due:: 2026-12-01] 📅 2026-12-24', '2026-12-01'],
    ['a sign that is no day, and one that is', '- [ ] a 📅 2026-13-01 📅 2026-12-01', '2026-12-01'],
    ['done and open at once', '- [ ] a ✅ 2026-11-01 📅 2026-12-01', '2026-12-01'],
  ])('%s', (_, text, day) => {
    const [step] = summarize(text).steps
    expect(step).toMatchObject({ day, state: 'open' })
    expect(sectionOn({ ...step!, hasOpenBox: false }, '2026-12-02')).toBe('overdue')
    expect(tickFirst(text)).toBe(text.replace('[ ]', '[x]'))
  })
})

describe('rules of repetition that go on and on', () => {
  it.each([
    'every 0 days',
    'every day for 3 times until never',
    `every ${'very '.repeat(5000)}day`,
    'every 999999999 years',
    'every February on the 31st',
  ])('%.60s: ticking ends, and keeps the line', (rule) => {
    const text = `- [ ] a 🔁 ${rule}\n`
    expect(tickFirst(text).endsWith(text.replace('[ ]', '[x]'))).toBe(true)
  })
})
