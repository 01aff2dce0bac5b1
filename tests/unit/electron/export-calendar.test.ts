import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { exportCalendar } from '../../../electron/export-calendar.ts'
import type { Journal } from '../../../journal/open-journal.ts'
import { createFactBook } from '../../../shared/facts/fact-book.ts'
import { makeTemporaryFolder } from '../../support/temporary-folder.ts'

/** A journal without entries: what becomes of its steps is the calendar file's own test. */
function emptyJournal(): Pick<Journal, 'index' | 'info'> {
  const facts = createFactBook()
  const askFacts = async (verb: 'listEvents', question: never) => facts[verb](question)
  const info = { id: 'a', name: 'notes', place: '~/notes', isSample: false, isReadOnly: false }
  return { info, index: { askFacts } as unknown as Journal['index'] }
}

test('a calendar file goes where the user wants it, under the journal’s name at first', async () => {
  const folder = makeTemporaryFolder()
  const answer = await exportCalendar(emptyJournal(), '2026-11-24', async (name) => path.join(folder, name))
  expect(answer).toEqual({ ok: true, value: { name: 'notes.ics', events: 0 } })
  expect(fs.readFileSync(path.join(folder, 'notes.ics'), 'utf8')).toMatch(
    /^BEGIN:VCALENDAR\r\n[^]*NAME:notes\r\n[^]*END:VCALENDAR\r\n$/,
  )
})

test('a cancelled dialog writes nothing, and a place that cannot be written is said to be so', async () => {
  const cancelled = await exportCalendar(emptyJournal(), '2026-11-24', async () => null)
  expect(cancelled).toEqual({ ok: true, value: null })
  const missing = path.join(makeTemporaryFolder(), 'no', 'a.ics')
  const failed = await exportCalendar(emptyJournal(), '2026-11-24', async () => missing)
  expect(failed).toMatchObject({ ok: false, error: { code: 'not-found' } })
})
