import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  nextReminderMs,
  planReminders,
  remindersDue,
  wordReminders,
  type ReminderRules,
} from '../../../../shared/actions/reminders.ts'
import type { CalendarEvent } from '../../../../shared/contract/facts.ts'
import { localMoment } from '../../../../shared/entry/iso-day.ts'
import type { EntryPath } from '../../../../shared/entry/entry-path.ts'

const zoneBefore = process.env.TZ
beforeAll(() => {
  process.env.TZ = 'America/Los_Angeles'
})
afterAll(() => {
  if (zoneBefore === undefined) delete process.env.TZ
  else process.env.TZ = zoneBefore
})

const usual: ReminderRules = { dayMinute: 9 * 60, leadMinutes: 15, quiet: { from: 22 * 60, to: 7 * 60 } }

/** `call 2026-11-24 15:00` as an event. */
function eventOf(written: string): CalendarEvent {
  const [title = '', day = '', time = null] = written.split(' ')
  const path = 'a.md' as EntryPath
  return { key: `${path}\n${title}`, title, day, time, path, from: 7, entryTitle: 'A', url: null }
}

/** A moment as the clock on the wall shows it. */
function clock(atMs: number): string {
  const at = new Date(atMs)
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${at.getMonth() + 1}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`
}

function moments(written: string, rules: Partial<ReminderRules> = {}): readonly string[] {
  return planReminders([eventOf(written)], { ...usual, ...rules }).map(
    ({ atMs, kind }) => `${clock(atMs)} ${kind}`,
  )
}

/** `2026-11-24 09:00` here, ms. */
function at(written: string): number {
  const [day = '', time = '00:00'] = written.split(' ')
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return localMoment(day, hour * 60 + minute)
}

describe('the moments of reminders', () => {
  it.each([
    ['a day is told at the set hour', 'form 2026-11-24', {}, ['11-24 09:00 day']],
    [
      'a time is told of before it as well',
      'call 2026-11-24 15:00',
      {},
      ['11-24 09:00 day', '11-24 14:45 time'],
    ],
    ['a time before the set hour stands for the day', 'run 2026-11-24 08:30', {}, ['11-24 08:15 time']],
    ['a time told at the set hour is told once', 'run 2026-11-24 09:15', {}, ['11-24 09:00 time']],
    ['at night it waits for the morning', 'train 2026-11-24 05:00', {}, ['11-24 07:00 time']],
    [
      'late in the evening it waits for the next morning',
      'call 2026-11-24 23:30',
      {},
      ['11-24 09:00 day', '11-25 07:00 time'],
    ],
    [
      'right when the quiet begins it is quiet',
      'call 2026-11-24 22:15',
      {},
      ['11-24 09:00 day', '11-25 07:00 time'],
    ],
    ['right when the quiet ends it is told', 'run 2026-11-24 07:15', {}, ['11-24 07:00 time']],
    ['a set hour in the quiet waits too', 'form 2026-11-24', { dayMinute: 360 }, ['11-24 07:00 day']],
    ['quiet hours within a day', 'form 2026-11-24', { quiet: { from: 480, to: 720 } }, ['11-24 12:00 day']],
    ['no quiet hours', 'train 2026-11-24 05:00', { quiet: null }, ['11-24 04:45 time']],
    [
      'quiet from an hour to itself is none',
      'train 2026-11-24 05:00',
      { quiet: { from: 60, to: 60 } },
      ['11-24 04:45 time'],
    ],
    [
      'a lead over midnight is told the day before',
      'train 2026-11-24 00:05',
      { quiet: null },
      ['11-23 23:50 time'],
    ],
    [
      'an hour left out by the clocks is the one after',
      'run 2026-03-08 02:45',
      { quiet: null },
      ['3-08 03:30 time'],
    ],
    ['an hour that comes twice is told once', 'run 2026-11-01 01:45', { quiet: null }, ['11-01 01:30 time']],
    [
      'quiet hours end by the clock on the wall when clocks go back',
      'run 2026-11-01 04:00',
      {},
      ['11-01 07:00 time'],
    ],
    ['29 February', 'form 2028-02-29', {}, ['2-29 09:00 day']],
    ['new year', 'form 2027-01-01', {}, ['1-01 09:00 day']],
  ] as const)('%s', (_, written, rules, expected) => {
    expect(moments(written, rules)).toEqual(expected)
  })

  it('stand in their order', () => {
    const plan = planReminders(['b 2026-11-25', 'a 2026-11-24 15:00', 'c 2026-11-24'].map(eventOf), usual)
    expect(plan.map(({ event, kind }) => `${event.title} ${kind}`)).toEqual([
      'a day',
      'c day',
      'a time',
      'b day',
    ])
  })
})

describe('what is due between two looks', () => {
  const plan = () => planReminders(['form 2026-11-24', 'call 2026-11-24 15:00'].map(eventOf), usual)
  const due = (since: string, now: string, told: readonly string[] = []) =>
    remindersDue(plan(), at(since), at(now), new Set(told)).map(({ event, kind }) => `${event.title} ${kind}`)

  it('is what fell between them, the end included', () => {
    expect(due('2026-11-24 08:00', '2026-11-24 08:59')).toEqual([])
    expect(due('2026-11-24 08:00', '2026-11-24 09:00')).toEqual(['call day', 'form day'])
    expect(due('2026-11-24 09:00', '2026-11-24 14:45')).toEqual(['call time'])
  })

  it('is never told twice, also when the clock is set back', () => {
    const told = plan().map(({ key }) => key)
    expect(due('2026-11-24 08:00', '2026-11-24 23:00', told)).toEqual([])
  })

  it('goes back a week and no further', () => {
    expect(due('2026-11-01', '2026-11-26 12:00')).toHaveLength(3)
    expect(due('2026-11-01', '2026-12-26 12:00')).toEqual([])
  })

  it('a step moved to another day or time is told of again', () => {
    const keysOf = (written: string) => planReminders([eventOf(written)], usual).map(({ key }) => key)
    const [first] = keysOf('form 2026-11-24')
    expect(keysOf('form 2026-11-24')).toEqual([first])
    expect(keysOf('form 2026-11-25')).not.toContain(first)
  })

  it('the next moment is the first after now', () => {
    expect(nextReminderMs(plan(), at('2026-11-24 09:00'))).toBe(at('2026-11-24 14:45'))
    expect(nextReminderMs(plan(), at('2026-11-24 15:00'))).toBeNull()
  })
})

describe('the notifications', () => {
  const said = (events: readonly string[], now: string, hidesWords = false) =>
    wordReminders(
      remindersDue(planReminders(events.map(eventOf), usual), at('2026-11-20'), at(now), new Set()),
      at(now),
      hidesWords,
    ).map(
      ({ title, body, place }) =>
        `${title}: ${body.replaceAll('\n', ' | ')}${place === null ? ' (agenda)' : ''}`,
    )

  it.each([
    ['one thing is itself', ['form 2026-11-24'], '2026-11-24 09:00', ['Due today: form']],
    [
      'several at once are one',
      ['a 2026-11-24', 'b 2026-11-24'],
      '2026-11-24 09:00',
      ['2 things are due today: a | b (agenda)'],
    ],
    [
      'a time that is near is itself',
      ['run 2026-11-24 08:30'],
      '2026-11-24 08:15',
      ['Due today at 08:30: run'],
    ],
    ['one that is late says so', ['form 2026-11-24'], '2026-11-24 11:00', ['Was due today: form']],
    ['one of another day names it', ['form 2026-11-23'], '2026-11-24 11:00', ['Was due on 2026-11-23: form']],
    [
      'after a holiday there is one, and it names three',
      ['a 2026-11-21', 'b 2026-11-22', 'c 2026-11-22', 'd 2026-11-23', 'e 2026-11-24 08:00'],
      '2026-11-24 12:00',
      ['5 things were due: a | b | c | and 2 more (agenda)'],
    ],
    [
      'a step told by day and by time counts once',
      ['a 2026-11-23 15:00', 'b 2026-11-23'],
      '2026-11-24 12:00',
      ['2 things were due: a | b (agenda)'],
    ],
    [
      'the same alone is itself',
      ['a 2026-11-23 15:00'],
      '2026-11-24 12:00',
      ['Was due on 2026-11-23 at 15:00: a'],
    ],
  ] as const)('%s', (_, events, now, expected) => {
    expect(said(events, now)).toEqual(expected)
  })

  it('say nothing of the words when these are hidden', () => {
    expect(said(['form 2026-11-24'], '2026-11-24 09:00', true)).toEqual(['Due today: '])
    expect(said(['a 2026-11-24', 'b 2026-11-24'], '2026-11-24 09:00', true)).toEqual([
      '2 things are due today:  (agenda)',
    ])
  })

  it('are nothing when nothing is due', () => {
    expect(wordReminders([], at('2026-11-24'), false)).toEqual([])
  })
})
