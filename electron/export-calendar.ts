import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { writeCalendar } from '../journal/calendar-file.ts'
import { withFileFailures } from '../journal/file-failure.ts'
import type { Journal } from '../journal/open-journal.ts'
import { succeed, type Outcome } from '../shared/contract/errors.ts'
import type { RequestOutput } from '../shared/contract/requests.ts'
import type { IsoDay } from '../shared/entry/summary.ts'

/** Writes what is dated in the whole journal to a calendar file of the user's choice; null when the user cancelled. */
export async function exportCalendar(
  journal: Pick<Journal, 'index' | 'info'>,
  today: IsoDay,
  chooseFile: (suggestedName: string) => Promise<string | null>,
): Promise<Outcome<RequestOutput<'exportCalendar'>>> {
  const file = await chooseFile(`${journal.info.name}.ics`)
  if (file === null) return succeed(null)
  const events = await journal.index.askFacts('listEvents', { today })
  return withFileFailures(async () => {
    await writeFile(file, writeCalendar(events, journal.info.name, Date.now()))
    return succeed({ name: path.basename(file), events: events.length })
  })
}
