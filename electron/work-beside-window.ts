import { app, powerMonitor } from 'electron'
import { currentDay } from '../shared/entry/iso-day.ts'
import { createCalendarKeeper } from './keep-calendar.ts'
import { createReminders } from './reminders.ts'
import { raiseNotice, type Running } from './running.ts'
import { showReminder } from './show-reminder.ts'

/** What the app does for the open journal without being asked: reminds of what is due, keeps a calendar file. */
export function workBesideWindow(running: Running): void {
  const { kept, journalSession } = running
  const reminders = createReminders({
    settings: () => kept.settings,
    read: (id) => kept.reminders[id] ?? null,
    keep: (id, memory) => kept.keep({ reminders: { ...kept.reminders, [id]: memory } }),
    system: { now: () => Date.now(), wakeAfter, show: (note) => showReminder(running, note) },
    log: running.log.write,
  })
  running.settingsListeners.push(reminders.settingsChanged)
  powerMonitor.on('resume', reminders.wokeUp)
  journalSession.follow(reminders)

  const calendarKeeper = createCalendarKeeper({
    read: (id) => kept.calendarFiles[id] ?? null,
    keep(id, file) {
      const { [id]: _former, ...others } = kept.calendarFiles
      kept.keep({ calendarFiles: file === null ? others : { ...others, [id]: file } })
    },
    homeFolder: app.getPath('home'),
    today: () => currentDay(kept.settings.dayStartHour),
    now: Date.now,
    wakeAfter,
    raise: (notice) => raiseNotice(running, notice),
  })
  running.calendarKeeper = calendarKeeper
  journalSession.follow(calendarKeeper)
}

function wakeAfter(ms: number, work: () => void | Promise<void>): () => void {
  const timer = setTimeout(() => void work(), ms)
  return () => clearTimeout(timer)
}
