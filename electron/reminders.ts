import {
  minuteOf,
  nextReminderMs,
  planReminders,
  remindersDue,
  wordReminders,
  type Reminder,
  type ReminderNote,
  type ReminderRules,
} from '../shared/actions/reminders.ts'
import type { Settings } from '../shared/contract/settings.ts'
import { addDays, currentDay, localDay } from '../shared/entry/iso-day.ts'
import type { Journal } from '../journal/open-journal.ts'
import type { JournalFollower } from './journal-session.ts'
import { keysTold, rememberTold, type ReminderMemory } from './reminder-memory.ts'

/** What reminders need of the system, so that a test can be the clock and the screen. */
export interface ReminderSystem {
  /** ms since 1970. */
  readonly now: () => number
  /** Runs `work` once after so many ms; gives what calls it off. */
  readonly wakeAfter: (ms: number, work: () => void) => () => void
  readonly show: (note: ReminderNote) => void
}

export interface RemindersOptions {
  readonly settings: () => Settings
  /** What was told, by the id of the journal; null for one that is met for the first time. */
  readonly read: (journalId: string) => ReminderMemory | null
  readonly keep: (journalId: string, memory: ReminderMemory) => void
  readonly system: ReminderSystem
  readonly log: (message: string, error?: unknown) => void
}

export interface Reminders extends JournalFollower {
  /** The user chose something in the settings. */
  settingsChanged(): void
  /** The computer woke up: timers have stood still. */
  wokeUp(): void
}

type ReadJournal = Pick<Journal, 'info' | 'index'>

/** Changes come one after another while one types: they are looked at together, ms. */
const calmMs = 2000
/** The clock may be set, and a timer may stand still while the computer sleeps: looked at again after so long at most, ms. */
const longestWaitMs = 3_600_000
/** Days that are asked for around today: what may have been missed, and what the next look can fall on. */
const daysAround = { before: 8, after: 2 } as const

/**
 * Tells of what is due: looks when the journal has been read or has changed, when the next reminder falls due, and when
 * the computer wakes up. In between it sleeps.
 */
export function createReminders({ settings, read, keep, system, log }: RemindersOptions): Reminders {
  let journal: ReadJournal | null = null
  let memory: ReminderMemory | null = null
  /** Before, a look would see half of what is due. */
  let isRead = false
  let isOn = settings().hasReminders
  let cancelWake: (() => void) | null = null
  let isLookingSoon = false
  /** Grows with every look and closing: an answer to an older question is dropped. */
  let looks = 0

  function sleep(ms: number): void {
    cancelWake?.()
    cancelWake = system.wakeAfter(ms, () => void look())
  }

  function stop(): void {
    cancelWake?.()
    cancelWake = null
    isLookingSoon = false
    looks += 1
  }

  async function look(): Promise<void> {
    stop()
    const own = looks
    if (journal === null || !isRead || !isOn) return
    const asked = journal
    try {
      const reminders = await plan(asked)
      if (own !== looks) return
      tell(asked.info.id, reminders)
      const now = system.now()
      sleep(Math.min(longestWaitMs, (nextReminderMs(reminders, now) ?? Infinity) - now))
    } catch (error) {
      // The index may be down; it says so itself, and a change or the next hour asks again.
      log('what is due could not be asked', error)
      if (own === looks) sleep(longestWaitMs)
    }
  }

  async function plan({ index }: ReadJournal): Promise<readonly Reminder[]> {
    const now = new Date(system.now())
    const day = localDay(now)
    const events = await index.askFacts('listEvents', {
      today: currentDay(settings().dayStartHour, now),
      from: addDays(day, -daysAround.before) ?? day,
      to: addDays(day, daysAround.after) ?? day,
    })
    return planReminders(events, rulesOf(settings()))
  }

  function tell(id: string, reminders: readonly Reminder[]): void {
    const now = system.now()
    // Of a journal met for the first time, what was due before is not told.
    const known = memory ?? { sinceMs: now, told: {} }
    const due = remindersDue(reminders, known.sinceMs, now, keysTold(reminders, known))
    const isFirst = memory === null
    memory = rememberTold(known, due, now)
    // Before it is shown: a crash in between leaves one thing untold, and not one told at every start.
    if (due.length > 0 || isFirst) keep(id, memory)
    for (const note of wordReminders(due, now, settings().hidesReminderWords)) system.show(note)
  }

  return {
    journalOpened(opened) {
      journal = opened
      memory = read(opened.info.id)
      isRead = false
    },
    factsRead() {
      if (!isRead) {
        isRead = true
        void look()
      } else if (isOn && !isLookingSoon) {
        sleep(calmMs)
        isLookingSoon = true
      }
    },
    journalClosed() {
      if (journal !== null && memory !== null && isOn) keep(journal.info.id, memory)
      journal = null
      memory = null
      stop()
    },
    settingsChanged() {
      const wasOn = isOn
      isOn = settings().hasReminders
      // What fell due while nobody wanted to be reminded is not told afterwards.
      if (!wasOn && memory !== null) memory = rememberTold(memory, [], system.now())
      void look()
    },
    wokeUp: () => void look(),
  }
}

function rulesOf(settings: Settings): ReminderRules {
  return {
    dayMinute: minuteOf(settings.reminderTime),
    leadMinutes: settings.reminderLeadMinutes,
    quiet: { from: minuteOf(settings.quietFrom), to: minuteOf(settings.quietTo) },
  }
}
