import { expect, test } from 'vitest'
import type { ReminderMemory } from '../../../electron/reminder-memory.ts'
import { createReminders } from '../../../electron/reminders.ts'
import type { Journal } from '../../../journal/open-journal.ts'
import type { ReminderNote } from '../../../shared/actions/reminders.ts'
import type { CalendarEvent } from '../../../shared/contract/facts.ts'
import type { Settings } from '../../../shared/contract/settings.ts'
import { localMoment } from '../../../shared/entry/iso-day.ts'
import type { EntryPath } from '../../../shared/entry/entry-path.ts'
import { defaultFakeSettings } from '../../support/fake-index.ts'

/** A moment here, ms: `2026-11-24 09:00`. */
function at(written: string): number {
  const [day = '', time = '00:00'] = written.split(' ')
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return localMoment(day, hour * 60 + minute)
}

function event(title: string, day: string, time: string | null = null): CalendarEvent {
  const path = 'a.md' as EntryPath
  return { key: `${path}\n${title}`, title, day, time, path, from: 3, entryTitle: 'A', url: null }
}

/** A system whose clock goes when it is told to, and whose screen is a list. */
function makeSystem(start: string) {
  let now = at(start)
  let wake: { readonly atMs: number; readonly work: () => void } | null = null
  const shown: ReminderNote[] = []
  const wakes: number[] = []
  return {
    shown,
    wakes,
    system: {
      now: () => now,
      wakeAfter(ms: number, work: () => void) {
        const own = { atMs: now + ms, work }
        wake = own
        wakes.push(ms)
        return () => {
          if (wake === own) wake = null
        }
      },
      show: (note: ReminderNote) => void shown.push(note),
    },
    /** Time passes, and every timer runs when it is its time. */
    async goTo(written: string) {
      const end = at(written)
      while (wake !== null && wake.atMs <= end) {
        const due: { readonly atMs: number; readonly work: () => void } = wake
        wake = null
        now = Math.max(now, due.atMs)
        due.work()
        await settled()
      }
      now = end
    },
    /** Time passes while the computer sleeps: timers stand still. */
    sleepUntil: (written: string) => void (now = at(written)),
  }
}

async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
}

interface SetUp {
  readonly start?: string
  readonly settings?: Partial<Settings>
  readonly memory?: ReminderMemory | null
  readonly events?: readonly CalendarEvent[]
}

function setUp({ start = '2026-11-24 08:00', settings = {}, memory = null, events = [] }: SetUp) {
  const clock = makeSystem(start)
  let chosen: Settings = { ...defaultFakeSettings, hasReminders: true, ...settings }
  let known = events
  let kept = memory
  const logged: string[] = []
  const reminders = createReminders({
    settings: () => chosen,
    read: () => kept,
    keep: (_id, next) => void (kept = next),
    system: clock.system,
    log: (message) => void logged.push(message),
  })
  const index = {
    askFacts: async (_verb: string, { from, to }: { from: string; to: string }) => {
      if (known.some(({ title }) => title === 'broken')) throw new Error('the index is down')
      return known.filter(({ day }) => day >= from && day <= to)
    },
  }
  const journal = { info: { id: 'one', name: 'notes' }, index } as unknown as Journal
  return {
    clock,
    reminders,
    journal,
    logged,
    said: () => clock.shown.map(({ title, body }) => `${title}: ${body}`),
    memory: () => kept,
    async open() {
      reminders.journalOpened(journal)
      reminders.factsRead()
      await settled()
    },
    async change(next: readonly CalendarEvent[]) {
      known = next
      reminders.factsRead()
      await settled()
    },
    async choose(patch: Partial<Settings>) {
      chosen = { ...chosen, ...patch }
      reminders.settingsChanged()
      await settled()
    },
  }
}

test('what is due is told on its day at the set hour, and before its time, once each', async () => {
  const { clock, open, said } = setUp({ events: [event('call', '2026-11-24', '15:00')] })
  await open()
  await clock.goTo('2026-11-24 08:59')
  expect(said()).toEqual([])
  await clock.goTo('2026-11-24 09:00')
  expect(said()).toEqual(['Due today: call'])
  await clock.goTo('2026-11-25 12:00')
  expect(said()).toEqual(['Due today: call', 'Due today at 15:00: call'])
})

test('a step written or moved while Cairn runs is told at its own moment', async () => {
  const { clock, open, change, said } = setUp({ events: [event('form', '2026-12-01')] })
  await open()
  await change([event('form', '2026-11-24', '11:00'), event('new', '2026-11-24')])
  await clock.goTo('2026-11-24 12:00')
  expect(said()).toEqual(['2 things are due today: form\nnew', 'Due today at 11:00: form'])
})

test('a step that is done before its moment is not told', async () => {
  const { clock, open, change, said } = setUp({ events: [event('form', '2026-11-24')] })
  await open()
  await change([])
  await clock.goTo('2026-11-24 12:00')
  expect(said()).toEqual([])
})

test('after a night of sleep there is one notification', async () => {
  const events = ['a', 'b', 'c'].map((title) => event(title, '2026-11-24'))
  const { clock, open, said, reminders } = setUp({ start: '2026-11-23 20:00', events })
  await open()
  clock.sleepUntil('2026-11-24 11:30')
  reminders.wokeUp()
  await settled()
  expect(said()).toEqual(['3 things were due: a\nb\nc'])
})

test('after a late start what came due since is told once, and nothing of what was told', async () => {
  const events = [event('old', '2026-11-22'), event('form', '2026-11-24')]
  const first = setUp({ start: '2026-11-22 08:00', events })
  await first.open()
  await first.clock.goTo('2026-11-22 18:00')
  first.reminders.journalClosed()
  expect(first.said()).toEqual(['Due today: old'])

  const second = setUp({ start: '2026-11-24 10:00', events, memory: first.memory() })
  await second.open()
  expect(second.said()).toEqual(['Was due today: form'])
  second.reminders.journalClosed()

  const third = setUp({ start: '2026-11-24 10:05', events, memory: second.memory() })
  await third.open()
  expect(third.said()).toEqual([])
})

test('a clock that is set back tells nothing twice', async () => {
  const { clock, open, said } = setUp({ events: [event('form', '2026-11-24')] })
  await open()
  await clock.goTo('2026-11-24 09:30')
  clock.sleepUntil('2026-11-24 08:30')
  await clock.goTo('2026-11-24 12:00')
  expect(said()).toEqual(['Due today: form'])
})

test('a clock that was years ahead once does not silence what comes', async () => {
  const events = [event('form', '2026-11-24')]
  const memory = { sinceMs: at('2031-01-01'), told: {} }
  const { clock, open, said } = setUp({ events, memory })
  await open()
  await clock.goTo('2026-11-24 12:00')
  expect(said()).toEqual(['Due today: form'])
})

test('nothing is told while reminders are off, and nothing afterwards of what came due meanwhile', async () => {
  const { clock, open, choose, said } = setUp({
    events: [event('a', '2026-11-24'), event('b', '2026-11-25')],
  })
  await open()
  await choose({ hasReminders: false })
  await clock.goTo('2026-11-24 12:00')
  await choose({ hasReminders: true })
  expect(said()).toEqual([])
  await clock.goTo('2026-11-25 12:00')
  expect(said()).toEqual(['Due today: b'])
})

test('in a journal met for the first time, what was due before is not told', async () => {
  const { clock, open, said } = setUp({ start: '2026-11-24 10:00', events: [event('a', '2026-11-24')] })
  await open()
  await clock.goTo('2026-11-24 20:00')
  expect(said()).toEqual([])
})

test('quiet hours are kept, and another set hour holds at once', async () => {
  const { clock, open, choose, said } = setUp({
    events: [event('run', '2026-11-24'), event('train', '2026-11-25', '05:00')],
  })
  await open()
  await choose({ reminderTime: '10:00' })
  await clock.goTo('2026-11-24 09:59')
  expect(said()).toEqual([])
  await clock.goTo('2026-11-25 06:59')
  expect(said()).toEqual(['Due today: run'])
  await clock.goTo('2026-11-25 07:00')
  expect(said()).toEqual(['Due today: run', 'Due today at 05:00: train'])
})

test('the words stay hidden when the user wants that, and none of them is kept with the settings', async () => {
  const { clock, open, said, memory } = setUp({
    settings: { hidesReminderWords: true },
    events: [event('secret', '2026-11-24')],
  })
  await open()
  await clock.goTo('2026-11-24 09:00')
  expect(said()).toEqual(['Due today: '])
  expect(Object.keys(memory()?.told ?? {})).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/)])
})

test('without anything due it looks once an hour and not more', async () => {
  const { clock, open } = setUp({ events: [] })
  await open()
  await clock.goTo('2026-11-24 18:00')
  expect(clock.wakes.every((ms) => ms >= 3_600_000)).toBe(true)
  expect(clock.wakes).toHaveLength(11)
})

test('a closed journal is not asked any more, and an index that is down is asked again later', async () => {
  const { clock, open, change, reminders, said, logged } = setUp({ events: [event('broken', '2026-11-24')] })
  await open()
  expect(logged).toEqual(['what is due could not be asked'])
  await change([event('form', '2026-11-24')])
  await clock.goTo('2026-11-24 08:30')
  reminders.journalClosed()
  await clock.goTo('2026-11-24 12:00')
  expect(said()).toEqual([])
})
