import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import path from 'node:path'
import { takePicture, test } from '../support/app-fixture.ts'
import {
  entryMarkdown,
  entryText,
  expectFile,
  expectOpenFile,
  openEntry,
  readText,
  runCommand,
} from '../support/app-page.ts'

const yaml =
  '---\r\n# private\r\ntitle: "Road"   # mine\r\ndate: 2025-09-20T10:00:00Z\r\ntags: ["a", "b, c"]\r\nseries:\r\n    - x\r\n---\r\n\r\n* words  \r\n'
const toml = "+++\ntitle   = 'Stone'\ntags    = ['a']\n[extra]\ntitle = 'not this'\n+++\n\nwords\n"

function form(page: Page) {
  return page.getByRole('dialog', { name: 'Front matter' })
}

for (const theme of ['light', 'dark'] as const) {
  test(`fields change their values alone, as one edit that can be undone, in the ${theme} theme`, async ({
    launch,
    makeJournal,
  }) => {
    const journal = makeJournal({ 'road.md': yaml, 'stone.md': toml })
    const { page } = await launch({ journal, theme, size: { width: 1200, height: 800 } })
    await expectOpenFile(page, 'road.md')
    await runCommand(page, 'Title, date and tags…')
    await expect(form(page).getByLabel('Title')).toBeFocused()
    await expect(form(page).getByLabel('Title')).toHaveValue('Road')
    await expect(form(page).getByText('series:')).toBeVisible()
    await takePicture(page, `front-matter-${theme}`)
    await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0)
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    await form(page).getByLabel('Title').fill('The road')
    await form(page).getByRole('checkbox', { name: 'Draft' }).check()
    await page.keyboard.press('Enter')
    const changed = yaml.replace('"Road"', '"The road"').replace('    - x\r\n', '    - x\r\ndraft: true\r\n')
    await expectFile(path.join(journal, 'road.md'), changed)
    await expect(page.getByRole('heading', { name: 'The road' })).toBeVisible()
    await entryText(page).getByText('words').click()
    await page.keyboard.press('Control+z')
    await expectFile(path.join(journal, 'road.md'), yaml)
    await expect(page.getByRole('heading', { name: 'Road', exact: true })).toBeVisible()

    await openEntry(page, 'Stone', 'stone.md')
    await runCommand(page, 'Title, date and tags…')
    await form(page).getByLabel('Tags').fill('a, #new one')
    await form(page).getByLabel('Date').fill('2026-11-24')
    await page.keyboard.press('Enter')
    const dated = toml.replace("['a']\n", "['a', 'new one']\ndate    = 2026-11-24\n")
    await expectFile(path.join(journal, 'stone.md'), dated)
  })
}

test('front matter that cannot be read is shown, and left alone', async ({ launch, makeJournal }) => {
  const broken = '---\ntitle: Broken\ntags: [a\n---\n\nwords\n'
  const journal = makeJournal({ 'broken.md': broken })
  const { page } = await launch({ journal })
  await expect(entryText(page)).toContainText('words')
  await runCommand(page, 'Title, date and tags…')
  await expect(form(page).getByRole('alert')).toContainText('left alone')
  await expect(form(page).getByRole('button', { name: 'Change' })).toBeDisabled()
  await form(page).getByRole('button', { name: 'Edit as Markdown' }).click()
  await expect(entryMarkdown(page)).toContainText('tags: [a')
  expect(readText(path.join(journal, 'broken.md'))).toBe(broken)
})
