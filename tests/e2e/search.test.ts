import { expect, type Locator, type Page } from '@playwright/test'
import { test } from '../support/app-fixture.ts'
import { entryText, expectOpenFile } from '../support/app-page.ts'

const files = {
  '2025-09-20.md':
    '# the day i asked\n\nsome words about mentorship and patience\n\n- [ ] look for a mentorship program\n',
  '2025-09-18.md': '# Mechanistic\u00a0Interpretability, again\n\nnothing else\n',
  'reading.md':
    '# Reading\n\n[How To Become A Researcher](https://become.example/how) by Neel Nanda (Sep 2025) ⭐\n\n' +
    `${'filling words\n\n'.repeat(60)}a caf\u00e9 by the river\n`,
  'drafts/essay.md': '---\ntitle: An essay\ndraft: true\n---\n\n## on mentorship\n\ntext\n',
}

async function search(page: Page, text: string): Promise<Locator> {
  await expect(entryText(page)).toBeVisible()
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: 'Search' })
  await expect(field).toBeFocused()
  await field.fill(text)
  return page.getByRole('dialog', { name: 'Search' })
}

/** The index reads the folder while the window is already there. */
async function findOption(dialog: Locator, name: RegExp): Promise<Locator> {
  const option = dialog.getByRole('option', { name }).first()
  await expect(option).toBeVisible()
  return option
}

test('a word with a typo finds entries, drafts, headings and actions, and says how it was understood', async ({
  launch,
  makeJournal,
}) => {
  const { page } = await launch({ journal: makeJournal(files) })
  const dialog = await search(page, 'mentroship')
  await findOption(dialog, /the day i asked/)
  await findOption(dialog, /An essay/)
  await findOption(dialog, /look for a mentorship program/)
  for (const lane of ['Entries', 'Drafts', 'Actions']) {
    await expect(dialog.getByRole('group', { name: lane })).toBeVisible()
  }
  await expect(dialog.getByText('mentorship', { exact: true }).first()).toBeVisible()
  await expect(dialog.getByText(/^as/)).toContainText('mentorship')
  await expect(dialog.locator('mark').first()).toHaveText(/mentorship/i)
})

test('no-break spaces, accents, half words and names are found as people type them', async ({
  launch,
  makeJournal,
}) => {
  const { page } = await launch({ journal: makeJournal(files) })
  const dialog = await search(page, 'mechanistc interp')
  await findOption(dialog, /Mechanistic.Interpretability/)
  const field = page.getByRole('combobox', { name: 'Search' })
  await field.fill('cafe river')
  await findOption(dialog, /Reading/)
  await field.fill('nanda')
  await findOption(dialog, /How To Become A Researcher/)
})

test('by keyboard alone a hit opens at its place, and Escape gives the focus back', async ({
  launch,
  makeJournal,
}) => {
  const { page } = await launch({ journal: makeJournal(files) })
  await expectOpenFile(page, '2025-09-20.md')
  await entryText(page).click()
  const dialog = await search(page, 'patience')
  await findOption(dialog, /the day i asked/)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(entryText(page)).toBeFocused()

  await search(page, 'cafe')
  await findOption(dialog, /Reading/)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expectOpenFile(page, 'reading.md')
  await expect(entryText(page).getByText('by the river')).toBeInViewport()
})

test('what nobody wrote is answered in words, and > lists commands', async ({ launch, makeJournal }) => {
  const { page } = await launch({ journal: makeJournal(files) })
  const dialog = await search(page, 'zzzzqqqq')
  await expect(dialog.getByRole('option')).toHaveCount(0)
  await expect(dialog.getByText(/nothing/i).first()).toBeVisible()
  await page.getByRole('combobox', { name: 'Search' }).fill('> dark')
  await findOption(dialog, /Theme: dark/)
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})
