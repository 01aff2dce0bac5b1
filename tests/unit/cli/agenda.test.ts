import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { verbs } from '../../../cli/verbs.ts'
import type { ListedStep } from '../../../cli/verbs/agenda.ts'
import { makeTemporaryFolder } from '../../support/temporary-folder.ts'
import { runAtTerminal } from './terminal.ts'

const plan =
  '# Plan\r\n\r\n- [ ] apply 📅 2026-11-20 #goal/portfolio\r\n  - [x] ask for a letter\r\n\r\n# Next steps\r\n\r\n1. call on nov 30\r\n'

async function agenda(folder: string, on: string): Promise<readonly ListedStep[]> {
  const ran = await runAtTerminal(verbs, ['agenda', folder, '--on', on, '--json'])
  expect(ran).toMatchObject({ exitCode: 0, complained: '' })
  return JSON.parse(ran.printed) as readonly ListedStep[]
}

describe('cairn agenda', () => {
  it('lists actions with their dates, their goal and what is nested in them', async () => {
    const folder = makeTemporaryFolder({ '2026-11-18.md': plan })
    expect(await agenda(folder, '2026-11-24')).toEqual([
      {
        text: 'apply 📅 2026-11-20 #goal/portfolio',
        path: '2026-11-18.md',
        line: 3,
        kind: 'box',
        state: 'open',
        date: '2026-11-20',
        dateFrom: 'sign',
        goal: 'portfolio',
        steps: [
          {
            text: 'ask for a letter',
            path: '2026-11-18.md',
            line: 4,
            kind: 'box',
            state: 'done',
            date: '2026-11-20',
            dateFrom: 'parent',
            goal: 'portfolio',
            steps: [],
          },
        ],
      },
      {
        text: 'call on nov 30',
        path: '2026-11-18.md',
        line: 8,
        kind: 'next-step',
        state: 'open',
        date: '2026-11-30',
        dateFrom: 'prose',
        goal: null,
        steps: [],
      },
    ])
  })

  it('is read in sections, by the day that is asked for', async () => {
    const folder = makeTemporaryFolder({ '2026-11-18.md': plan })
    const { printed } = await runAtTerminal(verbs, ['agenda', folder, '--on', '2026-11-24'])
    expect(printed).toMatch(
      /^Overdue\n  \[ \] apply .*2026-11-20 {2}2026-11-18\.md:3\n    \[x\] ask for a letter/,
    )
    expect(printed).toMatch(/This week\n  \[ \] call on nov 30/)
    expect(printed).toMatch(/2 open, 1 late, 0 waiting$/)
  })

  it('says when a day is none', async () => {
    const ran = await runAtTerminal(verbs, ['agenda', makeTemporaryFolder({}), '--on', 'soon'])
    expect(ran).toMatchObject({ exitCode: 2, complained: expect.stringContaining('“soon” is not a day') })
  })
})

describe('cairn tick', () => {
  it('changes one character of the file, and opens the box again', async () => {
    const folder = makeTemporaryFolder({ '2026-11-18.md': plan })
    const file = path.join(folder, '2026-11-18.md')
    const ran = await runAtTerminal(verbs, ['tick', folder, '2026-11-18.md:3'])
    expect(ran).toMatchObject({ exitCode: 0, printed: '- [x] apply 📅 2026-11-20 #goal/portfolio' })
    expect(fs.readFileSync(file, 'utf8')).toBe(plan.replace('[ ] apply', '[x] apply'))
    await runAtTerminal(verbs, ['tick', folder, '2026-11-18.md:3', '--undo'])
    expect(fs.readFileSync(file, 'utf8')).toBe(plan)
  })

  it.each([
    ['2026-11-18.md:4', 'is ticked already'],
    ['2026-11-18.md:1', 'No list item begins on line 1'],
    ['2026-11-18.md:8', 'has no box'],
    ['../other.md:3', 'is no place'],
    ['plan', 'is no place'],
    ['missing.md:1', 'missing.md'],
  ])('%s: says why not, and writes nothing', async (place, reason) => {
    const folder = makeTemporaryFolder({ '2026-11-18.md': plan })
    const ran = await runAtTerminal(verbs, ['tick', folder, place])
    expect(ran).toMatchObject({ exitCode: 2, complained: expect.stringContaining(reason) })
    expect(fs.readFileSync(path.join(folder, '2026-11-18.md'), 'utf8')).toBe(plan)
  })

  it('leaves a file that is not UTF-8 alone, and says so', async () => {
    const folder = makeTemporaryFolder({})
    const file = path.join(folder, 'a.md')
    const bytes = Buffer.from('- [ ] caf\xe9\n', 'latin1')
    fs.writeFileSync(file, bytes)
    const ran = await runAtTerminal(verbs, ['tick', folder, 'a.md:1'])
    expect(ran).toMatchObject({ exitCode: 2, complained: expect.stringContaining('is not UTF-8') })
    expect(fs.readFileSync(file)).toEqual(bytes)
  })
})

const essay = '../shared/text/career-exploration.md'

describe.skipIf(!fs.existsSync(essay))(`the first user’s text (skipped without ${essay})`, () => {
  it('has 5 actions and 6 next steps, three dates, and one that is asked about', async () => {
    const folder = makeTemporaryFolder({ 'a.md': fs.readFileSync(essay, 'utf8') })
    const listed = await agenda(folder, '2025-10-01')
    expect(listed.filter(({ kind }) => kind === 'action')).toHaveLength(5)
    expect(listed.filter(({ kind }) => kind === 'next-step')).toHaveLength(6)
    const dated = listed
      .flatMap((step) => [step, ...step.steps])
      .filter(({ dateFrom }) => dateFrom === 'prose')
    expect(dated.map(({ date, state }) => [date, state])).toEqual([
      ['2025-09-23', 'open'],
      ['2025-08-25', 'done'],
      ['2025-09-04', 'done'],
    ])
    const { printed } = await runAtTerminal(verbs, ['agenda', folder, '--on', '2025-10-01'])
    expect(printed).toMatch(/What came of it\?\n  \[ \] advising: speaking with Daniel Dewey/)
  })
})
