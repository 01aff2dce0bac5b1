import { expect } from '@playwright/test'
import fs from 'node:fs'
import path from 'node:path'
import { takePicture, test } from '../support/app-fixture.ts'
import { entryMarkdown, entryText, expectFile, openEntry, readText, runCommand } from '../support/app-page.ts'
import { misread } from '../support/misread.ts'

const right =
  '---\r\ntitle: "Zoë’s road"\r\n---\r\n\r\n* it’s “good”  \r\n* a ⭐️ and a 🔍\r\n\r\n| naïve |  b |\r\n|---|---|\r\n| 1 | — |\r\n\r\nlast words'
const wrong = misread(right, 'mac-roman')

test('mis-decoded text is repaired when one says so, as one edit that can be undone', async ({
  launch,
  makeJournal,
}) => {
  const journal = makeJournal({ 'road.md': wrong, 'fine.md': '# Fine\n\nit’s good — ça va\n' })
  const file = path.join(journal, 'road.md')
  const { page } = await launch({ journal, size: { width: 1200, height: 800 } })
  await openEntry(page, misread('Zoë’s road', 'mac-roman'), 'road.md')
  const notice = page.getByRole('status').filter({ hasText: 'wrong encoding' })
  await expect(notice).toContainText('8 places')
  expect(readText(file)).toBe(wrong)

  await notice.getByRole('button', { name: 'Show the repair' }).click()
  const dialog = page.getByRole('dialog', { name: 'Mis-decoded text' })
  await expect(dialog).toContainText('Mac Roman')
  await expect(dialog.locator('.dl.added').filter({ hasText: 'it’s “good”' })).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Repair', exact: true })).toBeFocused()
  await takePicture(page, 'repair')
  await page.keyboard.press('Enter')
  await expectFile(file, right)
  await expect(notice).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Zoë’s road' })).toBeVisible()

  await entryText(page).getByText('last words').click()
  await page.keyboard.press('Control+z')
  await expectFile(file, wrong)
  await page.keyboard.press('Control+Shift+z')
  await expectFile(file, right)
})

test('what one leaves as it is stays so, and is not offered again', async ({ launch, makeJournal }) => {
  const journal = makeJournal({ 'road.md': wrong, 'fine.md': '# Fine\n\nit’s good\n' })
  const before = fs.readFileSync(path.join(journal, 'road.md'))
  const { page } = await launch({ journal })
  const title = misread('Zoë’s road', 'mac-roman')
  await openEntry(page, title, 'road.md')
  const notice = page.getByRole('status').filter({ hasText: 'wrong encoding' })
  await notice.getByRole('button', { name: 'Leave it' }).click()
  await expect(notice).toHaveCount(0)
  await openEntry(page, 'Fine', 'fine.md')
  await expect(notice).toHaveCount(0)
  await openEntry(page, title, 'road.md')
  await expect(notice).toHaveCount(0)
  expect(fs.readFileSync(path.join(journal, 'road.md')).equals(before)).toBe(true)
})

test('a file that is wrong in part is repaired by the command, in Markdown as well', async ({
  launch,
  makeJournal,
}) => {
  const mixed = '# Mixed\n\ngood ’ and bad ‚Äô\n'
  const journal = makeJournal({ 'mixed.md': mixed, 'fine.md': '# Fine\n\nit’s good\n' })
  const file = path.join(journal, 'mixed.md')
  const { page } = await launch({ journal })
  await openEntry(page, 'Mixed', 'mixed.md')
  await expect(page.getByRole('status').filter({ hasText: 'wrong encoding' })).toHaveCount(0)
  await page.keyboard.press('Control+e')
  await expect(entryMarkdown(page)).toBeVisible()
  await runCommand(page, 'Repair mis-decoded text…')
  const dialog = page.getByRole('dialog', { name: 'Mis-decoded text' })
  await expect(dialog).toContainText('look at each line')
  await dialog.getByRole('button', { name: 'Repair', exact: true }).click()
  await expectFile(file, '# Mixed\n\ngood ’ and bad ’\n')
  await entryMarkdown(page).click()
  await page.keyboard.press('Control+z')
  await expectFile(file, mixed)

  await openEntry(page, 'Fine', 'fine.md')
  await runCommand(page, 'Repair mis-decoded text…')
  await expect(dialog).toContainText('Every letter looks right')
})
