import AxeBuilder from '@axe-core/playwright'
import { expect } from '@playwright/test'
import fs from 'node:fs'
import path from 'node:path'
import { test } from '../support/app-fixture.ts'
import { expectFile, expectOpenFile } from '../support/app-page.ts'

const reading =
  '# Reading\r\n\r\n[Toy models](https://www.stones.example/toy?utm_source=x) by Ann Lee (Sep 2025)\r\n- where to begin\r\n\r\nAnn Lee in [Toy models](https://stones.example/toy):\r\n> start small\r\n'
const other = '# Other\n\n[Moss](https://moss.example)\n'

test('the library shows each resource once with why and where, and writes star and status into the line', async ({
  launch,
  makeJournal,
}) => {
  const folder = makeJournal({ '2026-11-20.md': reading, 'other.md': other })
  const file = path.join(folder, '2026-11-20.md')
  const { page } = await launch({ journal: folder })
  await expect(page.getByText('On this computer')).toBeVisible()
  await page.keyboard.press('Control+4')
  const list = page.getByRole('listbox', { name: 'Resources' })
  await expect(list.getByRole('option')).toHaveCount(2)
  await expect(list.getByRole('option', { name: /Toy models.*Ann Lee.*Sep 2025.*used 2/ })).toBeVisible()

  const detail = page.getByRole('complementary', { name: 'About this resource' })
  await list.getByRole('option', { name: /Toy models/ }).click()
  await expect(detail).toContainText('where to begin')
  await expect(detail).toContainText('start small')

  await detail.getByRole('button', { name: 'Must-read' }).click()
  const starred = reading.replace('(Sep 2025)', '(Sep 2025) ⭐')
  await expect.poll(() => fs.readFileSync(file, 'utf8')).toContain('⭐')
  await expectFile(file, starred)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expectFile(file, reading)

  await detail.getByRole('group', { name: 'Status' }).getByText('Reading').click()
  await page.getByRole('dialog').getByRole('button', { name: 'In the line' }).click()
  await expect.poll(() => fs.readFileSync(file, 'utf8')).toContain('#reading')
  const lines = (text: string) => text.split('\r\n').filter((line) => !line.includes('utm_source'))
  expect(lines(fs.readFileSync(file, 'utf8'))).toEqual(lines(reading))

  const axe = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(axe.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])

  await page.getByRole('searchbox', { name: 'Filter resources' }).fill('moss')
  await expect(list.getByRole('option')).toHaveCount(1)
  await list.focus()
  await page.keyboard.press('Enter')
  await expectOpenFile(page, 'other.md')
})

test('what entries say differently is settled by an edit that is seen first and undone at once', async ({
  launch,
  makeJournal,
}) => {
  const one = '# One\n\n- [Toy models of stones](https://stones.example/toy) by Ann Lee\n'
  const two = '# Two\n\n- [Toy models of stones](https://stones.example/toy) by Ann Lee ⭐\n'
  const three =
    '# Three\n\n- [Moss, a field guide](https://moss.example)\n- [Moss: a field guide](https://moss.example/2)\n'
  const folder = makeJournal({ 'one.md': one, 'two.md': two, 'three.md': three })
  const file = path.join(folder, 'one.md')
  const { page } = await launch({ journal: folder })
  await expect(page.getByText('On this computer')).toBeVisible()
  await page.keyboard.press('Control+4')
  await page.getByRole('button', { name: '3 resources to settle' }).click()
  const list = page.getByRole('listbox', { name: 'Resources' })
  await expect(list.getByRole('option')).toHaveCount(3)
  await list.getByRole('option', { name: /Toy models/ }).click()
  const star = page.getByRole('region', { name: 'Must-read in one place, not in another' })
  await star.getByRole('button', { name: 'Star all' }).click()
  const review = page.getByRole('dialog', { name: /The same star/ })
  await expect(review.getByRole('treeitem', { name: /line 3/ })).toBeVisible()
  await review.getByRole('button', { name: 'Change 1 place in 1 entry' }).click()
  await expectFile(file, one.replace('Ann Lee', 'Ann Lee ⭐'))
  await page.getByRole('button', { name: 'Undo' }).click()
  await expectFile(file, one)

  await list.getByRole('option', { name: /Moss, a field guide/ }).click()
  await page.getByRole('button', { name: 'These are two things' }).click()
  await expect(page.getByRole('button', { name: 'Show all' })).toBeVisible()
  await expect(list.getByRole('option')).toHaveCount(1)
  const kept = () => fs.readFileSync(path.join(folder, '.cairn/resources.json'), 'utf8')
  await expect.poll(kept).toContain('same-title https://moss.example https://moss.example/2')
  await page.getByRole('button', { name: 'Show all' }).click()

  await list.getByRole('option', { name: /Moss, a field guide/ }).click()
  await list.getByRole('option', { name: /Moss: a field guide/ }).click({ modifiers: ['Control'] })
  await page.keyboard.press('2')
  await page.getByRole('dialog').getByRole('button', { name: 'Beside the text' }).click()
  await expect(list.getByRole('option', { name: /Moss.*Reading/ })).toHaveCount(2)
  await expect.poll(kept).toContain('"https://moss.example/2": "reading"')
  await expectFile(path.join(folder, 'three.md'), three)
})

test('people and quotes are pages of their own: who is named, what they said, copied with its source', async ({
  launch,
  makeJournal,
}) => {
  const folder = makeJournal({
    '2026-11-20.md': `${reading}\r\ncoffee with @bo on nov 18\r\n\r\n> words of nobody\r\n`,
  })
  const app = await launch({ journal: folder })
  const { page } = app
  await expect(page.getByText('On this computer')).toBeVisible()
  await page.keyboard.press('Control+5')
  const people = page.getByRole('listbox', { name: 'People' })
  await people.getByRole('option', { name: /Ann Lee.*author, quoted/ }).click()
  const detail = page.getByRole('complementary', { name: 'About this person' })
  await expect(detail).toContainText('start small')
  await people.getByRole('option', { name: /^bo/ }).click()
  await expect(detail).toContainText('coffee with')
  const faults = async () => (await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations
  expect((await faults()).map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])

  await page.keyboard.press('Control+6')
  await expect(page.getByText('says not who, nor where')).toBeVisible()
  const quote = page.getByRole('article').filter({ hasText: 'start small' })
  await quote.getByRole('button', { name: 'Copy with its source' }).click()
  await expect
    .poll(() => app.electron.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe('Ann Lee in [Toy models](https://stones.example/toy):\n\n> start small')
  expect((await faults()).map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  await quote.getByRole('button', { name: /Reading/ }).click()
  await expectOpenFile(page, '2026-11-20.md')
})
