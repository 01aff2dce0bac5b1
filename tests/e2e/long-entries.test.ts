import { expect } from '@playwright/test'
import path from 'node:path'
import { test } from '../support/app-fixture.ts'
import { clickAfter, entryMarkdown, entryText, expectFile, readText } from '../support/app-page.ts'

/** Some 60 kB: long enough for the thread, short enough to be opened in a test. */
const paragraphs = Array.from(
  { length: 360 },
  (_, at) =>
    `Paragraph ${at} **speaks** of what was done on that day, and of what it was good for. ${'More words. '.repeat(6)}`,
)
const long = `opens here\n\n${paragraphs.join('\n\n')}\n`

/** Opening a long entry is the slow part, and not what is looked at here. */
const openingMs = 60_000

test('a long entry is saved on a thread of its own, letter for letter', async ({ launch, makeJournal }) => {
  const folder = makeJournal({ 'long.md': long })
  const { page } = await launch({ journal: folder })
  await expect(entryText(page)).toBeVisible({ timeout: openingMs })
  await clickAfter(page, 'opens here')
  await expect.poll(() => page.workers().length).toBe(1)
  await page.keyboard.type(' story')
  await expectFile(path.join(folder, 'long.md'), long.replace('here', 'here story'))
  await page.keyboard.type(', told')
  await expectFile(path.join(folder, 'long.md'), long.replace('here', 'here story, told'))
  // How many keys are one step depends on how fast they come; there are no more steps than keys.
  for (const _ of ' story, told') await page.keyboard.press('Control+z')
  await expectFile(path.join(folder, 'long.md'), long)
})

test('a long entry whose window is closed right after a key is saved first', async ({
  launch,
  makeJournal,
}) => {
  const folder = makeJournal({ 'long.md': long })
  const app = await launch({ journal: folder })
  await expect(entryText(app.page)).toBeVisible({ timeout: openingMs })
  await clickAfter(app.page, 'opens here')
  await app.page.keyboard.type(' story')
  await app.stop()
  expect(readText(path.join(folder, 'long.md'))).toBe(long.replace('here', 'here story'))
})

test('a list of more than two thousand items opens as Markdown and says why', async ({
  launch,
  makeJournal,
}) => {
  const list = '- one of very many\n'.repeat(2500)
  const folder = makeJournal({ 'list.md': list })
  const { page } = await launch({ journal: folder })
  await expect(page.getByText('This file is shown as Markdown.')).toBeVisible({ timeout: openingMs })
  await expect(page.getByText(/a list of 2,500 items/)).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Text' })).toBeDisabled()
  await expect(entryText(page)).toHaveCount(0)
  await entryMarkdown(page).click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('End')
  await page.keyboard.type(', first')
  await expectFile(path.join(folder, 'list.md'), list.replace('very many', 'very many, first'))
})
