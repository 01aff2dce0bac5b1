import { afterEach, describe, expect, it } from 'vitest'
import { verbs } from '../../../cli/verbs.ts'
import { makeTemporaryFolder } from '../../support/temporary-folder.ts'
import { runAtTerminal } from './terminal.ts'

interface ReadEvent {
  readonly [property: string]: string
}

/** Takes an iCalendar file apart again: unfolded lines, properties of each event, escapes undone (RFC 5545, 3.1 and 3.3.11). */
function readCalendar(file: string): readonly ReadEvent[] {
  const lines = file.replaceAll(/\r\n[ \t]/g, '').split('\r\n')
  expect(lines[0]).toBe('BEGIN:VCALENDAR')
  expect(lines.filter(Boolean).at(-1)).toBe('END:VCALENDAR')
  const events: Record<string, string>[] = []
  let event: Record<string, string> | null = null
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') events.push((event = {}))
    else if (line === 'END:VEVENT') event = null
    else if (event !== null) {
      const colon = line.indexOf(':')
      event[line.slice(0, colon)] = line
        .slice(colon + 1)
        .replaceAll(/\\([\\,;n])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))
    }
  }
  return events
}

async function calendarOf(files: Record<string, string>): Promise<readonly ReadEvent[]> {
  const ran = await runAtTerminal(verbs, ['calendar', makeTemporaryFolder(files)])
  expect(ran).toMatchObject({ exitCode: 0, complained: '' })
  return readCalendar(`${ran.printed}\n`)
}

const plan = [
  '- [ ] apply, with a letter; soon 📅 2126-12-01',
  '  - [ ] ask for the letter',
  '  - [ ] print it 📅 2126-11-20',
  '  - [x] find the form 📅 2126-11-10',
  '- [ ] call 2126-11-30 at 3pm',
  '- [ ] no date',
  '- [-] dropped 📅 2126-11-12',
  '',
  '## research programs',
  '- [MATS](https://mats.example) (in-person, Berkeley)',
  '  - deadline: 2127-01-15',
  '- [MARS](https://mars.example) (part-time)',
  '- [Gone](https://gone.example) (part-time)',
  '  - deadline: 2127-01-16',
  '  - status: closed',
  '',
].join('\n')

const zoneBefore = process.env.TZ
afterEach(() => {
  if (zoneBefore === undefined) delete process.env.TZ
  else process.env.TZ = zoneBefore
})

describe('cairn calendar', () => {
  it.each(['UTC', 'Pacific/Auckland', 'America/Los_Angeles'])(
    'has one event for each open step with a day of its own, and for each deadline, in %s',
    async (zone) => {
      process.env.TZ = zone
      const events = await calendarOf({ '2126-11-01.md': plan })
      expect(
        events.map((event) => [
          event['SUMMARY'],
          event['DTSTART;VALUE=DATE'] ?? event['DTSTART'],
          event['URL;VALUE=URI'] ?? null,
        ]),
      ).toEqual([
        ['print it', '21261120', null],
        ['call 2126-11-30 at 3pm', '21261130T150000', null],
        ['apply, with a letter; soon', '21261201', null],
        ['MATS: deadline', '21270115', 'https://mats.example'],
      ])
      expect(events[0]!['DESCRIPTION']).toContain('2126-11-01.md')
    },
  )

  it('names a step as before when its date has moved, and two that say the same each in their own way', async () => {
    const idsOf = async (text: string) => (await calendarOf({ 'a.md': text })).map((event) => event['UID'])
    const [before] = await idsOf('- [ ] apply 📅 2126-12-01\n')
    expect(before).toMatch(/^[0-9a-f]{32}@cairn$/)
    expect(await idsOf('# more\n\n- [ ] apply 📅 2126-12-24\n')).toEqual([before])
    expect(new Set(await idsOf('- [ ] apply 📅 2126-12-01\n- [ ] apply 📅 2126-12-01\n')).size).toBe(2)
  })

  it('is an empty calendar for a journal without dates', async () => {
    expect(await calendarOf({ 'a.md': '- [ ] a\n' })).toEqual([])
  })
})
