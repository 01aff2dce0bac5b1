import { describe, expect, it } from 'vitest'
import { stateOn } from '../../../../shared/actions/group-agenda.ts'
import { readActions } from '../../../../shared/actions/read-actions.ts'
import { nextDay, readRepetition } from '../../../../shared/actions/repetition.ts'
import { planDate } from '../../../../shared/actions/set-date.ts'
import { readSteps, type Step } from '../../../../shared/actions/step.ts'
import { readTaskFields } from '../../../../shared/actions/task-fields.ts'
import { planTick, type Tick } from '../../../../shared/actions/tick-action.ts'
import { spliceText } from '../../../../shared/entry/splice-text.ts'
import { parseEntry } from '../../../../shared/markdown/parse-entry.ts'

// One test for each row of docs/actions.md that says a form of the Tasks plugin is supported.

const today = '2026-11-24'

function stepsOf(text: string): readonly Step[] {
  return readSteps(readActions(parseEntry(text), ['next steps']), {
    day: today,
    title: 'an entry',
    headings: [],
    actionHeadings: ['next steps'],
    ownDay: today,
    corrections: new Map(),
  })
}

function only(text: string): Step {
  const [step, ...others] = stepsOf(text)
  expect(others).toEqual([])
  return step!
}

function tick(text: string, options: Partial<Tick> = {}): string {
  const [action] = readActions(parseEntry(text), [])
  return spliceText(text, planTick(text, action!, { box: 'x', today, addsDoneDate: false, ...options })!)!
}

function kinds(text: string): readonly (readonly [string, string])[] {
  return readTaskFields(text).map(({ kind, value }) => [kind, value])
}

describe('where a task can stand', () => {
  it('is behind -, *, +, 1. and 1)', () => {
    for (const marker of ['-', '*', '+', '1.', '1)']) expect(only(`${marker} [ ] a`).words).toBe('a')
  })

  it('is in quotes and callouts, nested in items, and never in code', () => {
    expect(only('> - [ ] a').words).toBe('a')
    expect(only('> [!todo]\n> 1. [ ] a').words).toBe('a')
    expect(only('- [ ] a\n  - [ ] b').steps[0]?.words).toBe('b')
    expect(stepsOf('```\n- [ ] a\n```\n')).toEqual([])
  })
})

describe('statuses', () => {
  it('are read from the character in the box', () => {
    const states = [' ', 'x', 'X', '/', '-'].map((box) => stateOn(only(`- [${box}] a`), today))
    expect(states).toEqual(['open', 'done', 'done', 'in-progress', 'cancelled'])
  })

  it('of other themes are shown as waiting and forwarded', () => {
    const states = ['?', '>', '<'].map((box) => stateOn(only(`- [${box}] a`), today))
    expect(states).toEqual(['waiting', 'forwarded', 'forwarded'])
  })

  it('that mean nothing here are open, and their character is kept: ! * "', () => {
    const text = '- [!] a\n- [*] b\n'
    expect(stepsOf(text).map(({ box, state }) => [box, state])).toEqual([
      ['!', 'open'],
      ['*', 'open'],
    ])
    const [, second] = readActions(parseEntry(text), [])
    expect(spliceText(text, planTick(text, second!, { box: 'x', today, addsDoneDate: false })!)).toBe(
      '- [!] a\n- [x] b\n',
    )
  })
})

describe('dates', () => {
  it('due: 📅, and the older 📆 and 🗓, with and without a variation selector', () => {
    for (const sign of ['📅', '📅\uFE0F', '📆', '🗓', '🗓\uFE0F']) {
      expect(only(`- [ ] a ${sign} 2026-12-01`)).toMatchObject({
        words: 'a',
        day: '2026-12-01',
        dateFrom: 'sign',
      })
      expect(only(`- [ ] a ${sign}2026-12-01`).day).toBe('2026-12-01')
    }
  })

  it('scheduled: ⏳ and ⌛', () => {
    for (const sign of ['⏳', '⏳\uFE0F', '⌛', '⌛\uFE0F']) {
      expect(only(`- [ ] a ${sign} 2026-12-01`)).toMatchObject({ words: 'a', day: '2026-12-01' })
    }
  })

  it('start: 🛫', () => {
    expect(only('- [ ] a 🛫 2026-12-01')).toMatchObject({ words: 'a', day: '2026-12-01' })
  })

  it('of several the due one counts, then the scheduled one, then the start', () => {
    const start = '🛫 2026-12-01'
    const scheduled = '⏳ 2026-12-02'
    const due = '📅 2026-12-03'
    expect(only(`- [ ] a ${start} ${scheduled} ${due}`).day).toBe('2026-12-03')
    expect(only(`- [ ] a ${start} ${scheduled}`).day).toBe('2026-12-02')
  })

  it('done, created and cancelled say nothing of when it is due: ✅ ➕ ❌', () => {
    const step = only('- [x] a ➕ 2026-11-01 ✅ 2026-11-20')
    expect(step).toMatchObject({ words: 'a', day: null, doneDay: '2026-11-20' })
    expect(only('- [-] a ➕ 2026-11-01 ❌ 2026-11-20')).toMatchObject({ words: 'a', day: null })
  })

  it('that are no day of the calendar are kept and not used', () => {
    const text = '- [ ] a 📅 2026-02-30'
    expect(only(text).day).toBeNull()
    expect(tick(text)).toBe('- [x] a 📅 2026-02-30')
  })

  it('are moved where they stand, under the sign or name they have', () => {
    const move = (text: string) =>
      spliceText(
        text,
        planDate(text, readActions(parseEntry(text), [])[0]!, {
          day: '2026-12-24',
          entryDay: today,
          tense: null,
        })!,
      )
    expect(move('- [ ] a 🗓️ 2026-12-01 ⏫')).toBe('- [ ] a 🗓️ 2026-12-24 ⏫')
    expect(move('- [ ] a ⌛ 2026-12-01')).toBe('- [ ] a ⌛ 2026-12-24')
    expect(move('- [ ] a (due:: 2026-12-01) b')).toBe('- [ ] a (due:: 2026-12-24) b')
  })
})

describe('ticking', () => {
  it('writes ✅ or [completion:: …] where the entry has one, with the setting on', () => {
    expect(tick('- [ ] a\n- [x] b ✅ 2026-11-01\n', { addsDoneDate: true })).toContain('a ✅ 2026-11-24\n')
    expect(tick('- [ ] a\n- [x] b [completion:: 2026-11-01]\n', { addsDoneDate: true })).toContain(
      'a [completion:: 2026-11-24]\n',
    )
  })

  it('keeps every other field as it is written', () => {
    const fields =
      '⏫ 🆔 abc ⛔ def,ghi 🏁 delete ➕ 2026-11-01 🛫 2026-11-02 ⏳ 2026-11-03 📅 2026-11-04 #tag ^id'
    expect(tick(`- [ ] a ${fields}\n`)).toBe(`- [x] a ${fields}\n`)
  })
})

describe('the format of Dataview', () => {
  it('is read in square brackets and in round ones', () => {
    expect(only('- [ ] a [due:: 2026-12-01]').day).toBe('2026-12-01')
    expect(only('- [ ] a (due:: 2026-12-01) b')).toMatchObject({ day: '2026-12-01', words: 'a b' })
    expect(
      kinds(
        '[created:: 2026-11-01] [scheduled:: 2026-12-01] [start:: 2026-12-02] [completion:: 2026-12-03] [cancelled:: 2026-12-04]',
      ),
    ).toEqual([
      ['created', '2026-11-01'],
      ['scheduled', '2026-12-01'],
      ['start', '2026-12-02'],
      ['done', '2026-12-03'],
      ['cancelled', '2026-12-04'],
    ])
  })

  it('has repetition, priority, ids, dependencies and what follows completion', () => {
    const text =
      '[repeat:: every day] [priority:: high] [id:: abc] [dependsOn:: def, ghi] [onCompletion:: delete]'
    expect(kinds(text)).toEqual([
      ['repeat', 'every day'],
      ['priority', 'high'],
      ['other', 'abc'],
      ['other', 'def, ghi'],
      ['other', 'delete'],
    ])
    expect(only(`- [ ] a ${text}`).words).toBe('a')
  })

  it('leaves other inline fields to the words', () => {
    expect(only('- [ ] a [mood:: good]').words).toBe('a [mood:: good]')
  })
})

describe('priorities', () => {
  it('🔺 ⏫ 🔼 🔽 ⏬ are taken from the words and kept in the line', () => {
    for (const sign of ['🔺', '⏫', '🔼', '🔽', '⏬\uFE0F']) {
      expect(only(`- [ ] a ${sign} b`)).toMatchObject({ words: 'a b' })
      expect(tick(`- [ ] a ${sign} b\n`)).toBe(`- [x] a ${sign} b\n`)
    }
  })
})

describe('ids, dependencies and what follows completion', () => {
  it('🆔 ⛔ 🏁 are taken from the words and kept in the line, and words behind them stay', () => {
    expect(only('- [ ] a 🆔 abc_1-2 b').words).toBe('a b')
    expect(only('- [ ] a ⛔ abc, def b').words).toBe('a b')
    expect(kinds('a ⛔ abc,def 🏁 keep 📅 2026-12-01')).toEqual([
      ['other', 'abc,def'],
      ['other', 'keep'],
      ['due', '2026-12-01'],
    ])
  })
})

describe('tags and block ids', () => {
  it('stay words, and a block id stays last', () => {
    expect(only('- [ ] a #task 📅 2026-12-01 #career/x').words).toBe('a #task #career/x')
    const text = '- [ ] a ^b1\n- [x] c ✅ 2026-11-01\n'
    expect(tick(text, { addsDoneDate: true })).toContain('- [x] a ✅ 2026-11-24 ^b1\n')
  })
})

describe('repetition', () => {
  it.each([
    ['every day', '2026-11-25'],
    ['every 3 days', '2026-11-27'],
    ['every week', '2026-12-01'],
    ['every 2 weeks', '2026-12-08'],
    ['every weekday', '2026-11-25'],
    ['every week on Sunday', '2026-11-29'],
    ['every week on Tuesday, Friday', '2026-11-27'],
    ['every month', '2026-12-24'],
    ['every 6 months', '2027-05-24'],
    ['every month on the 1st', '2026-12-01'],
    ['every month on the last Friday', '2026-11-27'],
    ['every month on the 2nd Wednesday', '2026-12-09'],
    ['every January on the 15th', '2027-01-15'],
    ['every year', '2027-11-24'],
    ['every 4 weeks when done', '2026-12-22'],
  ])('the rule %s is understood', (rule, day) => {
    expect(nextDay(readRepetition(rule)!, today)).toBe(day)
  })

  it('adds the next occurrence above, with start, scheduled and due as far apart as before', () => {
    expect(tick('- [ ] a 🔁 every week 🛫 2026-11-20 ⏳ 2026-11-22 📅 2026-11-24\n')).toBe(
      '- [ ] a 🔁 every week 🛫 2026-11-27 ⏳ 2026-11-29 📅 2026-12-01\n' +
        '- [x] a 🔁 every week 🛫 2026-11-20 ⏳ 2026-11-22 📅 2026-11-24\n',
    )
  })

  it('when done counts from the day it was done', () => {
    expect(tick('- [ ] a 🔁 every week when done 📅 2026-11-20\n')).toContain(
      '[ ] a 🔁 every week when done 📅 2026-12-01',
    )
  })

  it('with a rule that is not understood is kept as written and does not come again', () => {
    for (const rule of ['when it rains', 'every blue moon', 'every']) {
      expect(readRepetition(rule), rule).toBeNull()
      expect(only(`- [ ] a 🔁 ${rule} 📅 2026-11-20`)).toMatchObject({ repeat: rule, day: '2026-11-20' })
      expect(tick(`- [ ] a 🔁 ${rule} 📅 2026-11-20\n`)).toBe(`- [x] a 🔁 ${rule} 📅 2026-11-20\n`)
    }
  })
})
