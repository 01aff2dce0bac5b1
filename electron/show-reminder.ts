import { Notification } from 'electron'
import type { ReminderNote } from '../shared/actions/reminders.ts'
import { openWindow } from './app-life.ts'
import { raiseNotice, sendEvent, type Running } from './running.ts'

/** Notifications on the screen: one that nobody holds on to is collected, and its click is lost. */
const shown = new Set<Notification>()

/** Shows a reminder as a notification of the system. A click brings the window to its place. */
export function showReminder(running: Running, { title, body, place }: ReminderNote): void {
  if (!Notification.isSupported()) {
    raiseNotice(running, {
      id: 'reminders-impossible',
      tone: 'warn',
      title: 'Reminders cannot be shown',
      detail: 'This system takes no notifications. What is due stands in the agenda.',
    })
    return
  }
  const notification = new Notification({ title, body })
  shown.add(notification)
  notification.on('close', () => shown.delete(notification))
  notification.on('failed', (_event, error) => running.log.write('a reminder could not be shown', error))
  notification.on('click', () => {
    shown.delete(notification)
    bringWindow(running)
    chooseReminder(running, place)
  })
  notification.show()
}

/** On macOS the app may have no window, and elsewhere it may be under others. */
function bringWindow(running: Running): void {
  if (running.window === null) openWindow(running)
  const window = running.window?.browserWindow
  if (window?.isMinimized()) window.restore()
  window?.show()
  window?.focus()
}

/** A page that is still loading hears it when it is there. */
function chooseReminder(running: Running, place: ReminderNote['place']): void {
  if (running.isPageConnected) sendEvent(running, 'reminderChosen', { place })
  else running.chosenReminder = { place }
}
