import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createCalendarKeeper } from '../../../electron/keep-calendar.ts'
import type { Journal } from '../../../journal/open-journal.ts'
import type { CalendarEvent } from '../../../shared/contract/facts.ts'
import type { EntryPath } from '../../../shared/entry/entry-path.ts'
import { errorOf, valueOf } from '../../support/outcomes.ts'
import { makeTemporaryFolder } from '../../support/temporary-folder.ts'

function event(title: string, day: string): CalendarEvent {
  const path = 'a.md' as EntryPath
  return { key: `${path}\n${title}`, title, day, time: null, path, from: 3, entryTitle: 'A', url: null }
}

/** A keeper over real files; what waits for a calm moment is done when `calm` is called. */
function setUp(events: readonly CalendarEvent[], kept: string | null = null) {
  const folder = makeTemporaryFolder()
  const notices: string[] = []
  let known = events
  let file = kept
  let now = Date.UTC(2026, 10, 24, 8)
  let waiting: (() => Promise<void>) | null = null
  const keeper = createCalendarKeeper({
    read: () => file,
    keep: (_id, next) => void (file = next),
    homeFolder: path.dirname(folder),
    today: () => '2026-11-24',
    now: () => (now += 60_000),
    wakeAfter(_ms, work) {
      waiting = work
      return () => void (waiting = null)
    },
    raise: ({ title, detail, wayOut }) => void notices.push(`${title}: ${detail} (${wayOut?.label})`),
  })
  const index = { askFacts: async () => known }
  const journal = { info: { id: 'one', name: 'notes' }, index } as unknown as Journal
  return {
    folder,
    file: path.join(folder, 'steps.ics'),
    notices,
    keeper,
    open() {
      keeper.journalOpened(journal)
      keeper.factsRead()
    },
    change(next: readonly CalendarEvent[]) {
      known = next
      keeper.factsRead()
    },
    isWaiting: () => waiting !== null,
    /** The calm has come: what waited for it is done. */
    async calm() {
      const work = waiting
      waiting = null
      await work?.()
    },
    keptFile: () => file,
  }
}

function summaries(file: string): readonly string[] {
  return fs.readFileSync(file, 'utf8').match(/(?<=SUMMARY:).*(?=\r)/g) ?? []
}

test('the file is written where the user chose, and follows what changes', async () => {
  const { keeper, open, change, calm, file, isWaiting } = setUp([event('form', '2026-12-01')])
  open()
  expect(keeper.state()).toBeNull()
  expect(isWaiting()).toBe(false)
  const chosen = valueOf(await keeper.choose(file))
  expect(chosen).toEqual({ place: expect.stringMatching(/^~.*steps\.ics$/), failure: null })
  expect(summaries(file)).toEqual(['form'])
  change([event('form', '2026-12-01'), event('call', '2026-12-02')])
  await calm()
  expect(summaries(file)).toEqual(['form', 'call'])
})

test('what has not changed keeps its bytes, and is not written again', async () => {
  const { keeper, open, change, file } = setUp([event('form', '2026-12-01'), event('call', '2026-12-02')])
  open()
  valueOf(await keeper.choose(file))
  const before = fs.readFileSync(file, 'utf8')
  const { ino } = fs.statSync(file)
  valueOf(await keeper.retry())
  expect(fs.readFileSync(file, 'utf8')).toBe(before)
  expect(fs.statSync(file).ino).toBe(ino)

  change([event('form', '2026-12-03'), event('call', '2026-12-02')])
  valueOf(await keeper.retry())
  const eventsOf = (text: string) => text.match(/BEGIN:VEVENT[^]*?END:VEVENT/g) ?? []
  const after = eventsOf(fs.readFileSync(file, 'utf8'))
  const [oldForm, call] = eventsOf(before)
  expect(after).toContain(call)
  const [newForm] = after.filter((each) => each !== call)
  const uid = (text: string | undefined) => /UID:.*/.exec(text ?? '')?.[0]
  const stamp = (text: string | undefined) => /DTSTAMP:.*/.exec(text ?? '')?.[0]
  expect(uid(newForm)).toBe(uid(oldForm))
  expect(stamp(newForm)).not.toBe(stamp(oldForm))
})

test('a folder that is gone raises one notice with a way out, and nothing more is tried until the user says so', async () => {
  const { keeper, folder, notices, open, change, calm } = setUp([event('form', '2026-12-01')])
  const inside = path.join(folder, 'share')
  fs.mkdirSync(inside)
  const file = path.join(inside, 'steps.ics')
  open()
  valueOf(await keeper.choose(file))
  fs.rmSync(inside, { recursive: true })
  change([event('form', '2026-12-02')])
  await calm()
  expect(notices).toEqual([
    expect.stringMatching(/^The calendar file is not kept .*not there any more.*\(Try again, or choose/),
  ])
  expect(keeper.state()?.failure).toBe('The file or its folder is not there any more.')

  change([event('form', '2026-12-03')])
  fs.mkdirSync(inside)
  await calm()
  expect(fs.existsSync(file)).toBe(false)
  expect(notices).toHaveLength(1)

  expect(valueOf(await keeper.retry())?.failure).toBeNull()
  expect(summaries(file)).toEqual(['form'])
})

test('a file that is no calendar is never written over', async () => {
  const { keeper, open, folder, keptFile } = setUp([])
  const entry = path.join(folder, 'entry.md')
  fs.writeFileSync(entry, '# Mine\n')
  open()
  expect(errorOf(await keeper.choose(entry)).message).toBe(
    'There is a file of that name, and it is no calendar file.',
  )
  expect(fs.readFileSync(entry, 'utf8')).toBe('# Mine\n')
  expect(keptFile()).toBeNull()
})

test('a link to the file stays a link', async () => {
  const { keeper, open, folder, file } = setUp([event('form', '2026-12-01')])
  const real = path.join(folder, 'real.ics')
  fs.writeFileSync(real, '')
  fs.symlinkSync(real, file)
  open()
  valueOf(await keeper.choose(file))
  expect(fs.lstatSync(file).isSymbolicLink()).toBe(true)
  expect(summaries(real)).toEqual(['form'])
})

test('once it is stopped the file stays as it is', async () => {
  const { keeper, open, change, file, isWaiting } = setUp([event('form', '2026-12-01')])
  open()
  valueOf(await keeper.choose(file))
  keeper.stop()
  change([])
  expect(isWaiting()).toBe(false)
  expect(keeper.state()).toBeNull()
  expect(summaries(file)).toEqual(['form'])
})

test('without an open journal nothing is kept', async () => {
  const { keeper, file } = setUp([])
  expect(errorOf(await keeper.choose(file)).code).toBe('journal-gone')
  expect(keeper.state()).toBeNull()
})
