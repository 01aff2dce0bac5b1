import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import fs from 'node:fs'
import path from 'node:path'
import { addDays, currentDay, dayInWords, weekdayNumber } from '../../shared/entry/iso-day.ts'
import { test } from '../support/app-fixture.ts'
import { expectFile, expectOpenFile, readText } from '../support/app-page.ts'

// The day as the week counts it: until three in the night it is still yesterday.
const today = currentDay(3)
const monday = addDays(today, -weekdayNumber(today)) ?? today
const day = (days: number): string => addDays(today, days) ?? today

async function findFaults(page: Page): Promise<unknown[]> {
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0)
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html])
}

test('the week asks what came of what has passed, shows what was written and done, and begins its review as plain Markdown', async ({
  launch,
  makeJournal,
}) => {
  const plans = `# Plans\n\n## Actions\n\n1. read the book (${day(-60)})\n\n## Next steps\n\n1. talk to Ines (${day(-9)})\n\n- [ ] send the form 📅 ${day(-2)}\n- [ ] write-up 📅 ${addDays(monday, 8)}\n`
  const now = `# On the road\n\n- [x] find the address\n`
  const folder = makeJournal({ 'plans.md': plans, [`${today}.md`]: now })
  const file = path.join(folder, 'plans.md')
  const { page } = await launch({ journal: folder, size: { width: 1440, height: 900 } })
  await expect(page.getByText('On this computer')).toBeVisible()
  await page.keyboard.press('Control+3')
  await expect(page.getByRole('heading', { name: 'This week' })).toBeVisible()
  const todays = page.locator('.week-days > li[aria-current=date]')
  await expect(todays).toContainText('On the road')
  await expect(todays).toContainText('find the address')
  const asked = page.getByRole('region', { name: /What came of it/ })
  await expect(asked.getByRole('listitem')).toHaveCount(2)
  await expect(page.getByRole('region', { name: /Next week/ })).toContainText('write-up')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await findFaults(page)).toEqual([])
  }

  await asked.getByRole('button', { name: /^Dropped: send the form/ }).focus()
  await page.keyboard.press('Enter')
  const dropped = plans.replace('[ ] send', '[-] send')
  await expectFile(file, dropped)
  await expect(asked.getByRole('listitem')).toHaveCount(1)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expectFile(file, plans)
  await asked.getByRole('button', { name: /^It came off: talk to Ines/ }).click()
  await expect.poll(() => readText(file)).toContain(`2. talk to Ines (${day(-9)})\n\n## Next steps`)

  await page.getByRole('button', { name: 'Write the review' }).click()
  await expectOpenFile(page, `${today}.md`)
  const review = readText(path.join(folder, `${today}.md`)) ?? ''
  expect(review).toContain(`${now}\n## Week `)
  expect(review).toContain(dayInWords(addDays(monday, 6) ?? monday))
  expect(review).toContain('### Done\n\n- find the address\n')
  expect(review).toContain('### Next week\n\n- write-up')
  await page.keyboard.press('Control+3')
  await page.getByRole('button', { name: 'Write the review' }).click()
  await expectOpenFile(page, `${today}.md`)
  expect(readText(path.join(folder, `${today}.md`))).toBe(review)

  await page.keyboard.press('Control+3')
  await page.getByRole('button', { name: 'Week before' }).click()
  await expect(page.getByRole('heading', { name: /^Week \d+$/ })).toBeVisible()
  await page.getByRole('button', { name: 'This week', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'This week' })).toBeVisible()
})

test('the agenda is narrowed by tag, kind, goal and words, by keyboard, and says what an empty list hides', async ({
  launch,
  makeJournal,
}) => {
  const folder = makeJournal({
    'drafts/d.md': '---\ntags: [career]\ndraft: true\n---\n- [ ] from the draft #goal/portfolio\n',
    [`${day(-1)}.md`]: '---\ntags: [career, ai]\n---\n# Before\n\n- [ ] from the entry\n',
    'other.md': '# Other\n\n- [ ] from the page\n',
  })
  const { page } = await launch({ journal: folder })
  await expect(page.getByText('On this computer')).toBeVisible()
  await page.keyboard.press('Control+2')
  const steps = page.getByRole('tree', { name: 'Steps' })
  const shown = steps.getByRole('treeitem').filter({ hasText: 'from the' })
  await expect(shown).toHaveCount(3)
  await steps.focus()
  await page.keyboard.press('f')
  await expect(page.getByRole('searchbox', { name: 'Filter steps' })).toBeFocused()
  await page.getByRole('combobox', { name: 'Tag to show' }).selectOption('career')
  await expect(shown).toHaveCount(2)
  await page.getByRole('group', { name: 'From' }).getByText('Drafts').click()
  await expect(shown).toHaveCount(1)
  await page.getByRole('combobox', { name: 'Goal to show' }).selectOption('portfolio')
  await expect(shown).toContainText('from the draft')
  expect(await findFaults(page)).toEqual([])

  await page.getByRole('searchbox', { name: 'Filter steps' }).fill('zzz')
  await expect(
    page.getByText('No step with “zzz”, in drafts, in entries tagged #career, towards portfolio.'),
  ).toContainText('3 others are hidden by this.')
  await page.getByRole('button', { name: 'Clear the filters' }).click()
  await expect(shown).toHaveCount(3)
  await page.getByRole('combobox', { name: 'Tag to show' }).selectOption('ai')
  await expect(shown).toHaveCount(1)
  await page.getByRole('button', { name: /^#ai ?, remove this filter$/ }).click()
  await expect(shown).toHaveCount(3)
  await page.getByRole('searchbox', { name: 'Filter steps' }).focus()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('searchbox', { name: 'Filter steps' })).toHaveCount(0)
  await expect(steps).toBeFocused()
  expect(fs.readdirSync(folder)).not.toContain('.cairn')
})
