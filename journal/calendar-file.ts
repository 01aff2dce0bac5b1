import { createHash, webcrypto } from 'node:crypto'
import ical from 'ical-generator'
import type { CalendarEvent } from '../shared/contract/facts.ts'
import { dayCount } from '../shared/entry/iso-day.ts'

// The library draws a random name for every event before it takes ours, from what Node has had everywhere only since 20.
if (!('crypto' in globalThis)) Object.defineProperty(globalThis, 'crypto', { value: webcrypto })

/**
 * Events as an iCalendar file (RFC 5545). Without a time they take the whole day; with one they are at that time
 * wherever the reader is, since an entry has no time zone.
 *
 * @param name of the journal, shown by calendar programs.
 * @param writtenMs when the file is written.
 */
export function writeCalendar(events: readonly CalendarEvent[], name: string, writtenMs: number): string {
  const calendar = ical({ name, prodId: { company: 'Cairn', product: 'Cairn', language: 'EN' } })
  for (const event of events) {
    calendar.createEvent({
      id: `${identify(event.key)}@cairn`,
      stamp: new Date(writtenMs),
      start: startOf(event),
      summary: event.title,
      description: `${event.entryTitle} (${event.path})`,
      ...(event.time === null ? { allDay: true } : { floating: true }),
      ...(event.url === null ? {} : { url: event.url }),
    })
  }
  // Every line ends in CRLF, the last one too (RFC 5545, 3.1); the library leaves that one out.
  return `${calendar.toString()}\r\n`
}

/** True for text that is an iCalendar file. */
export function isCalendar(text: string): boolean {
  return /^\uFEFF?BEGIN:VCALENDAR\r?\n/.test(text)
}

/**
 * The same calendar with the stamps of the one before at every event that is as it was: a stamp says when an event was
 * changed, and a file of which nothing has changed keeps its bytes.
 */
export function keepStamps(fresh: string, before: string): string {
  const known = new Map(readEvents(before).map((event) => [withoutStamp(event), event]))
  return readEvents(fresh).reduce((text, event) => {
    const same = known.get(withoutStamp(event))
    return same === undefined ? text : text.replace(event, () => same)
  }, fresh)
}

function readEvents(calendar: string): readonly string[] {
  return calendar.match(/^BEGIN:VEVENT\r\n[^]*?^END:VEVENT\r\n/gm) ?? []
}

function withoutStamp(event: string): string {
  return event.replace(/^DTSTAMP:.*\r\n/m, '')
}

/** By this a calendar that reads the file again knows which event is which; a path in it would tell too much. */
function identify(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32)
}

/** The library writes the figures of UTC, so the day is given there and stays the day in every zone. */
function startOf({ day, time }: CalendarEvent): Date {
  const [hour = 0, minute = 0] = (time ?? '00:00').split(':').map(Number)
  return new Date(dayCount(day) * 86_400_000 + (hour * 60 + minute) * 60_000)
}
