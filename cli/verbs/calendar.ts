import path from 'node:path'
import { writeCalendar } from '../../journal/calendar-file.ts'
import { succeed } from '../../shared/contract/errors.ts'
import { localDay } from '../../shared/entry/iso-day.ts'
import { openIndex } from '../open-index.ts'
import { defineVerb } from '../verb.ts'

export const calendarVerb = defineVerb({
  name: 'calendar',
  takes: [],
  about:
    'Writes open steps that have a date, and deadlines of programs, as a calendar file (iCalendar):\n' +
    '`cairn calendar <folder> > steps.ics`.',
  options: {},
  async run({ folder, cacheFolder, showProgress }) {
    const { facts } = await openIndex({ folder, cacheFolder, showProgress, isFresh: false })
    const events = facts.listEvents({ today: localDay() })
    return succeed({
      json: events.map(({ title, day, time, path: entry, url }) => ({ title, day, time, path: entry, url })),
      // The line feed of the last CRLF is the one that ends what is printed.
      write: () => writeCalendar(events, path.basename(folder), Date.now()).slice(0, -1),
    })
  },
})
