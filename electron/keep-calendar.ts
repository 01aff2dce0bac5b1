import { readFile, realpath } from 'node:fs/promises'
import path from 'node:path'
import { isCalendar, keepStamps, writeCalendar } from '../journal/calendar-file.ts'
import { writeFileAtomically } from '../journal/entry-file/write-file-atomically.ts'
import { isMissing, withFileFailures } from '../journal/file-failure.ts'
import { shortenPlace } from '../journal/journal-place.ts'
import type { Journal } from '../journal/open-journal.ts'
import { fail, succeed, type AppError, type Outcome } from '../shared/contract/errors.ts'
import type { EventPayload } from '../shared/contract/events.ts'
import type { KeptCalendarFile } from '../shared/contract/requests.ts'
import type { IsoDay } from '../shared/entry/summary.ts'
import type { JournalFollower } from './journal-session.ts'

export interface CalendarKeeperOptions {
  /** Absolute path of the file that the user chose for a journal; null: none. */
  readonly read: (journalId: string) => string | null
  readonly keep: (journalId: string, file: string | null) => void
  readonly homeFolder: string
  readonly today: () => IsoDay
  /** ms since 1970. */
  readonly now: () => number
  /** Runs `work` once after so many ms; gives what calls it off. */
  readonly wakeAfter: (ms: number, work: () => Promise<void>) => () => void
  readonly raise: (notice: EventPayload<'noticeRaised'>) => void
}

/** Keeps a calendar file of the open journal up to date, at a place the user chose. */
export interface CalendarKeeper extends JournalFollower {
  /** Null while none is kept for the open journal. */
  state(): KeptCalendarFile | null
  /** Writes the file there, now and from now on. What cannot be written is not kept. */
  choose(file: string): Promise<Outcome<KeptCalendarFile | null>>
  /** Writes again after a failure. */
  retry(): Promise<Outcome<KeptCalendarFile | null>>
  /** The file stays where it is, and grows old. */
  stop(): void
}

type ReadJournal = Pick<Journal, 'info' | 'index'>

/** Changes are written together once it has been calm for so long, ms. */
const calmMs = 3000

export function createCalendarKeeper(options: CalendarKeeperOptions): CalendarKeeper {
  let journal: ReadJournal | null = null
  let failure: AppError | null = null
  let cancelWake: (() => void) | null = null
  /** One write at a time; the next begins when it is done. */
  let writing: Promise<unknown> = Promise.resolve()

  function state(): KeptCalendarFile | null {
    const file = journal === null ? null : options.read(journal.info.id)
    if (file === null) return null
    return { place: shortenPlace(file, options.homeFolder), failure: failure?.message ?? null }
  }

  function write(of: ReadJournal, file: string): Promise<Outcome<null>> {
    const next = writing.then(() => writeKeptCalendar(of, file, options.today(), options.now()))
    writing = next.catch(() => undefined)
    return next
  }

  async function update(): Promise<void> {
    cancelWake = null
    const of = journal
    const file = of === null ? null : options.read(of.info.id)
    if (of === null || file === null || failure !== null) return
    const written = await write(of, file)
    if (written.ok || journal !== of || options.read(of.info.id) !== file) return
    failure = written.error
    options.raise({
      id: 'calendar-file',
      tone: 'warn',
      title: 'The calendar file is not kept up to date any more',
      detail: `${written.error.message} Your journal is not touched. Nothing more is written there until you say so.`,
      wayOut: { label: 'Try again, or choose another place', command: 'open-settings' },
    })
  }

  async function writeNow(file: string): Promise<Outcome<KeptCalendarFile | null>> {
    if (journal === null) return fail('journal-gone', 'No journal is open.')
    const of = journal
    const written = await write(of, file)
    if (!written.ok) return written
    options.keep(of.info.id, file)
    failure = null
    return succeed(state())
  }

  return {
    state,
    choose: writeNow,
    async retry() {
      const file = journal === null ? null : options.read(journal.info.id)
      return file === null ? succeed(null) : writeNow(file)
    },
    stop() {
      if (journal !== null) options.keep(journal.info.id, null)
      failure = null
    },
    journalOpened(opened) {
      journal = opened
      failure = null
    },
    factsRead() {
      if (journal === null || options.read(journal.info.id) === null) return
      cancelWake?.()
      cancelWake = options.wakeAfter(calmMs, update)
    },
    journalClosed() {
      cancelWake?.()
      cancelWake = null
      journal = null
    },
  }
}

/** Writes what is due where it differs from what the file says already. */
async function writeKeptCalendar(
  { index, info }: ReadJournal,
  file: string,
  today: IsoDay,
  nowMs: number,
): Promise<Outcome<null>> {
  const events = await index.askFacts('listEvents', { today })
  return withFileFailures(async () => {
    const target = await findTarget(file)
    const before = await readIfThere(target)
    if (before !== '' && !isCalendar(before)) {
      return fail('already-exists', 'There is a file of that name, and it is no calendar file.')
    }
    const text = keepStamps(writeCalendar(events, info.name, nowMs), before)
    if (text !== before) await writeFileAtomically({ target, bytes: Buffer.from(text), mayReplace: true })
    return succeed(null)
  })
}

/** Where the bytes go: a link is followed, so that it stays one. */
async function findTarget(file: string): Promise<string> {
  try {
    return await realpath(file)
  } catch (error) {
    if (!isMissing(error)) throw error
    return path.join(await realpath(path.dirname(file)), path.basename(file))
  }
}

async function readIfThere(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (isMissing(error)) return ''
    throw error
  }
}
