import AxeBuilder from '@axe-core/playwright'
import { expect } from '@playwright/test'
import fs from 'node:fs'
import path from 'node:path'
import { addDays, currentDay } from '../../shared/entry/iso-day.ts'
import { test } from '../support/app-fixture.ts'
import { expectFile, expectOpenFile, readText, runCommand } from '../support/app-page.ts'

// The day as the agenda counts it: until three in the night it is still yesterday.
const today = currentDay(3)
const day = (days: number): string => addDays(today, days) ?? today

test('the agenda says what is late and what is next, ticks in the right line, and sets dates in the words of the entry', async ({
  launch,
  makeJournal,
}) => {
  const entry = `# Plans\r\n\r\n- [ ] send the form 📅 ${day(-3)}\r\n- [ ] write to Ines\r\n  - [ ] find the address\r\n- [?] answer of the school\r\n`
  const folder = makeJournal({ [`${day(-5)}.md`]: entry, 'other.md': '# Other\n\nNothing.\n' })
  const file = path.join(folder, `${day(-5)}.md`)
  const { page } = await launch({ journal: folder })
  await expect(page.getByText('On this computer')).toBeVisible()
  await page.keyboard.press('Control+2')
  const steps = page.getByRole('tree', { name: 'Steps' })
  await expect(steps.getByRole('treeitem', { name: /send the form.*3 days late/ })).toBeVisible()
  await expect(page.getByText('2 open, 1 late, 1 waiting')).toBeVisible()

  await steps.getByRole('checkbox', { name: 'find the address' }).click()
  await expectFile(file, entry.replace('[ ] find', '[x] find'))
  await expect(steps.getByRole('checkbox', { name: 'find the address' })).toBeChecked()

  await steps.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Space')
  await expectFile(file, entry.replace('[ ] find', '[x] find').replace('[ ] send', '[x] send'))
  await expect(steps.getByRole('treeitem', { name: /send the form/ })).toBeVisible()
  await page.keyboard.press('Space')
  await expectFile(file, entry.replace('[ ] find', '[x] find'))

  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('d')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('textbox')).toBeFocused()
  await page.keyboard.type('in two weeks')
  await page.keyboard.press('Enter')
  const dated = entry.replace('[ ] find', '[x] find').replace('write to Ines', `write to Ines 📅 ${day(14)}`)
  await expectFile(file, dated)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expectFile(file, entry.replace('[ ] find', '[x] find'))

  const axe = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(axe.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])

  await steps.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expectOpenFile(page, `${day(-5)}.md`)
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(steps).toBeVisible()
  await page.keyboard.press('Alt+ArrowRight')
  await expectOpenFile(page, `${day(-5)}.md`)
})

test('an action is added from anywhere to today’s entry, under its heading', async ({
  launch,
  makeJournal,
}) => {
  const folder = makeJournal({ 'other.md': '# Other\n\nWords.\n' })
  const { page } = await launch({ journal: folder })
  await expect(page.getByText('On this computer')).toBeVisible()
  await page.keyboard.press('Control+Shift+a')
  await expect(page.getByRole('dialog', { name: 'New action' }).getByRole('textbox')).toBeFocused()
  await page.keyboard.type('call the school by friday')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect
    .poll(() =>
      fs
        .readdirSync(folder)
        .map((name) => readText(path.join(folder, name)))
        .join('\n'),
    )
    .toContain('## Next steps\n\n- [ ] call the school by friday\n')
})

test('a rule of repetition that is not understood says so, and dated steps go into a calendar file', async ({
  launch,
  makeJournal,
}) => {
  const folder = makeJournal({
    'a.md': `- [ ] rain coat 🔁 when it rains\n- [ ] water 🔁 every week 📅 ${day(3)}\n`,
  })
  const { page, electron } = await launch({ journal: folder })
  await expect(page.getByText('On this computer')).toBeVisible()
  await page.keyboard.press('Control+2')
  const steps = page.getByRole('tree', { name: 'Steps' })
  await expect(
    steps.getByRole('treeitem', { name: /rain coat.*“when it rains”: not understood/ }),
  ).toBeVisible()
  await expect(steps.getByRole('treeitem', { name: /water.*repeats every week/ })).toBeVisible()

  const file = path.join(makeJournal({}), 'steps.ics')
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
  await runCommand(page, 'Export calendar file')
  await expect(
    page.getByRole('status').filter({ hasText: 'steps.ics was written, with 1 event.' }),
  ).toBeVisible()
  expect(readText(file)).toContain(`DTSTART;VALUE=DATE:${day(3).replaceAll('-', '')}\r\n`)
})

const essay = '../shared/text/career-exploration.md'

test('of the first user’s text: what was to come is asked about, four programs wait for their deadlines, and each answer changes its line alone', async ({
  launch,
  makeJournal,
}) => {
  test.skip(!fs.existsSync(essay), `${essay} is not there`)
  const text = fs.readFileSync(essay, 'utf8')
  const folder = makeJournal({ 'career-exploration.md': text })
  const file = path.join(folder, 'career-exploration.md')
  const { page } = await launch({ journal: folder })
  await expect(page.getByText('On this computer')).toBeVisible()
  await page.keyboard.press('Control+2')
  const steps = page.getByRole('tree', { name: 'Steps' })
  const asked = steps.getByRole('treeitem', { name: /speaking with Daniel Dewey/ })
  await expect(asked).toContainText('23 Sep 2025')

  const programs = page.getByRole('region', { name: 'Programs' })
  await expect(programs.getByRole('button', { name: 'Add a date' })).toHaveCount(4)
  await programs.getByRole('row', { name: /MARS/ }).getByRole('button', { name: 'Add a date' }).click()
  await page.keyboard.type('2027-01-15')
  await page.keyboard.press('Enter')
  const [marsLine = ''] = text.split('\n').filter((line) => line.startsWith('[MARS]'))
  const withDeadline = text.replace(marsLine, marsLine.replace(/\)$/, ', deadline 2027-01-15)'))
  await expectFile(file, withDeadline)
  await expect(programs.getByRole('row', { name: /MARS/ })).toContainText('15 Jan 2027')

  await asked.getByRole('button', { name: 'It came off' }).click()
  await expect(asked).toHaveCount(0)
  await expect.poll(() => readText(file)).toContain('6. advising: speaking with [Daniel Dewey]')
  const lines = (whole: string) => whole.split('\n').filter((line) => !line.includes('Daniel Dewey'))
  expect(lines(readText(file) ?? '')).toEqual(lines(withDeadline))
  await page.getByRole('button', { name: 'Undo' }).click()
  await expectFile(file, withDeadline)
})
