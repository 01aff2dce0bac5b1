import AxeBuilder from '@axe-core/playwright'
import { expect, type Locator, type Page } from '@playwright/test'
import fs from 'node:fs'
import path from 'node:path'
import { test } from '../support/app-fixture.ts'
import { makeManyEntries } from '../support/many-entries.ts'
import { entryText, expectFile, expectOpenFile, openEntry, readText } from '../support/app-page.ts'

const filler = Array.from({ length: 40 }, (_, at) => `filling line ${at}\n\n`).join('')
const files = {
  '2025-09-20.md': `# the day i asked\n\nabout a mentor\n\n${filler}## next steps\n\nthe mentor again\n\n- [ ] look for a mentor\n`,
  '2025-09-18.md':
    '---\ntags: [career, ai-safety]\n---\n# notes\n\n[Advice](https://www.advice.example/page?utm_source=x) by Richard Ngo (May 2023) ⭐\n- the case for a mentor\n',
  'pages/plan.md': '# A plan\n\nwrite here:\n',
}
const wide = { width: 1440, height: 900 }

function fieldOf(page: Page): Locator {
  return page.getByRole('combobox', { name: 'Search' })
}
function optionsOf(page: Page): Locator {
  return page.getByRole('listbox', { name: 'Found' }).getByRole('option')
}
async function search(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(fieldOf(page)).toBeFocused()
  await fieldOf(page).fill(text)
}

test('the preview marks every hit of the chosen entry, steps through them, and Enter opens at the row’s place', async ({
  launch,
  makeJournal,
}) => {
  test.slow()
  const { page } = await launch({ journal: makeJournal(files), size: wide })
  await openEntry(page, 'A plan', 'plan.md')
  await search(page, 'mentor again')
  await expect(optionsOf(page).first()).toContainText('the day i asked')
  const preview = page.getByRole('region', { name: 'Preview of the day i asked' })
  await expect(preview.locator('mark.now')).toHaveText('mentor')
  await expect(preview.locator('mark.now')).toBeInViewport()
  await expect(preview.getByText('next steps').first()).toBeVisible()
  const before = await preview.getByRole('status').textContent()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(preview.getByRole('status')).not.toHaveText(before ?? '')
  await page.keyboard.press('Shift+F3')
  await expect(preview.getByRole('status')).toHaveText(before ?? '')

  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('region', { name: 'Entry beside' })).toContainText('the day i asked')
  await search(page, 'mentor again')
  await expect(optionsOf(page).first()).toContainText('the day i asked')
  await expect(preview.locator('mark.now')).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByText('the mentor again')).toBeInViewport()
})

test('filters are completed and explained, and what stands in the way of nothing else can be seen by everyone', async ({
  launch,
  makeJournal,
}) => {
  test.slow()
  const { page } = await launch({ journal: makeJournal(files), size: wide })
  await expect(entryText(page)).toBeVisible()
  await search(page, 'ta')
  const suggestions = page.getByRole('listbox', { name: 'Suggestions' })
  await expect(suggestions.getByRole('option')).toHaveText(['tag:'])
  await page.keyboard.press('Tab')
  await expect(fieldOf(page)).toHaveValue('tag:')
  await expect(suggestions.getByRole('option', { name: 'career' })).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  const picked = (await suggestions.getByRole('option', { selected: true }).textContent()) ?? ''
  await page.keyboard.press('Enter')
  await expect(fieldOf(page)).toHaveValue(`tag:${picked.replace(/\d+$/, '')} `)
  await expect(optionsOf(page).first()).toContainText('notes')

  await fieldOf(page).fill('is:open before:soon ')
  await expect(page.getByText(/soon is not a date/)).toBeVisible()
  await expect(page.getByText('with something still to do')).toBeVisible()
  await expect(page.getByRole('group', { name: 'Actions' })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: /^\d+ results?$/ })).toHaveCount(1)

  const found: string[] = []
  const check = async (screen: string) => {
    await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0)
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include('.pal').analyze()
    found.push(
      ...violations.map(({ id, nodes }) => `${screen}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    )
  }
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    for (const text of ['is:open before:soon ', 'tag:', 'mentor', '?', ''] as const) {
      await fieldOf(page).fill(text)
      // A filter that waits for its value finds nothing yet, and offers values.
      await expect(
        (text === 'tag:' ? suggestions.getByRole('option') : optionsOf(page)).first(),
      ).toBeVisible()
      await check(`${theme} "${text}"`)
    }
  }
  expect(found).toEqual([])
})

test('a search is kept in a readable page, counted in the rail, renamed, edited by hand, and let go', async ({
  launch,
  makeJournal,
}) => {
  test.slow()
  const folder = makeJournal(files)
  const page_ = path.join(folder, '.cairn', 'searches.md')
  const { page } = await launch({ journal: folder, size: wide })
  await expect(entryText(page)).toBeVisible()
  await search(page, 'by:ngo')
  await expect(optionsOf(page).first()).toContainText('Advice')
  await page.keyboard.press('Control+d')
  await page.getByRole('textbox', { name: 'Keep in the rail as' }).fill('Richard Ngo')
  await page.keyboard.press('Enter')
  await expect.poll(() => readText(page_)).toContain('- Richard Ngo: `by:ngo`\n')
  await expect(page.getByRole('button', { name: /^Kept as “Richard Ngo”/ })).toBeVisible()
  await expect(fieldOf(page)).toBeFocused()
  await page.keyboard.press('Escape')

  const rail = page.getByRole('region', { name: 'Saved searches' })
  await expect(rail.getByRole('button', { name: 'Richard Ngo 3 results' })).toBeVisible()
  await rail
    .getByRole('button', { name: /Richard Ngo/ })
    .first()
    .focus()
  await page.keyboard.press('F2')
  await page.getByRole('textbox', { name: 'Name of the search' }).fill('Ngo')
  await page.keyboard.press('Enter')
  await expect(rail.getByRole('button', { name: /^Ngo/ })).toBeFocused()

  fs.writeFileSync(page_, `${readText(page_)}- Stars: \`has:star\`\n- no query here\n`)
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(rail.getByRole('button', { name: /^Stars/ })).toBeVisible()
  await expect(rail.getByText(/is no search/)).toBeVisible()
  await rail.getByRole('button', { name: /^Stars/ }).click()
  await expect(fieldOf(page)).toHaveValue('has:star')
  await expect(optionsOf(page).first()).toContainText('Advice')
  await page.keyboard.press('Escape')

  await rail.getByRole('button', { name: /^Ngo/ }).focus()
  await page.keyboard.press('Delete')
  await expect.poll(() => readText(page_)).not.toContain('by:ngo')
  expect(readText(page_)).toContain('- no query here\n')
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect.poll(() => readText(page_)).toContain('- Ngo: `by:ngo`\n')
})

test('what was found is linked at the caret, dragged into the text, and ticked where it stands', async ({
  launch,
  makeJournal,
}) => {
  test.slow()
  const folder = makeJournal(files)
  const plan = path.join(folder, 'pages', 'plan.md')
  const { page } = await launch({ journal: folder, size: wide })
  await openEntry(page, 'A plan', 'plan.md')
  await entryText(page).getByText('write here:').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' ')

  await search(page, 'by:ngo ')
  await expect(optionsOf(page).first()).toContainText('Advice')
  await page.keyboard.press('Alt+Enter')
  await expectFile(plan, '# A plan\n\nwrite here: [Advice](https://www.advice.example/page?utm_source=x)\n')
  await expectOpenFile(page, 'plan.md')
  await page.keyboard.type(' and ')
  await search(page, 'in:title the day i asked ')
  await expect(optionsOf(page).first()).toContainText('the day i asked')
  await page.keyboard.press('Alt+Enter')
  const linked =
    '# A plan\n\nwrite here: [Advice](https://www.advice.example/page?utm_source=x) and [the day i asked](../2025-09-20.md)'
  await expectFile(plan, `${linked}\n`)

  await page.keyboard.press('Enter')
  await page.keyboard.type('dropped:')
  await search(page, 'by:ngo ')
  await expect(optionsOf(page).first()).toContainText('Advice')
  const source = await optionsOf(page).first().boundingBox()
  const goal = await page.locator('.entry-prose').getByText('dropped:').boundingBox()
  if (!source || !goal) throw new Error('nothing to drag')
  await page.mouse.move(source.x + 60, source.y + 10)
  await page.mouse.down()
  await page.mouse.move(source.x + 80, source.y + 20, { steps: 4 })
  await expect(fieldOf(page)).toHaveCount(0)
  await page.mouse.move(goal.x + goal.width - 2, goal.y + goal.height / 2, { steps: 6 })
  await page.mouse.up()
  await expectFile(plan, `${linked}\n\ndropped:[Advice](https://advice.example/page)\n`)

  await search(page, 'is:open ')
  await expect(optionsOf(page).first()).toContainText('look for a mentor')
  await page.keyboard.press('Control+Space')
  await expect.poll(() => readText(path.join(folder, '2025-09-20.md'))).toContain('- [x] look for a mentor\n')
  await expect(optionsOf(page).first()).toContainText('done: look for a mentor')
})

test('a lane opens to its last hit, and only the rows in view exist', async ({ launch, makeJournal }) => {
  test.slow()
  const folder = makeJournal(files)
  for (const { path: file, text } of makeManyEntries(600)) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    fs.writeFileSync(path.join(folder, file), `${text}\n\nquetzal\n`)
  }
  const { page } = await launch({ journal: folder, size: wide })
  await expect(entryText(page)).toBeVisible()
  await search(page, 'quetzal')
  const tab = page.getByRole('button', { name: /^Entries/ })
  await expect(tab).toContainText('600', { timeout: 60_000 })
  await tab.click()
  const list = page.getByRole('listbox', { name: 'Found' })
  const last = list.locator('[role=option][aria-posinset="600"]')
  await expect(async () => {
    await list.evaluate((element) => element.scrollTo({ top: element.scrollHeight }))
    await expect(last).toBeInViewport({ timeout: 100 })
  }).toPass({ timeout: 60_000 })
  await expect(last).toHaveAttribute('aria-setsize', '600')
  expect(await optionsOf(page).count()).toBeLessThan(60)
  await fieldOf(page).press('ArrowDown')
  await expect(list.getByRole('option', { selected: true })).toBeInViewport()
  await expect(list.getByRole('option', { selected: true })).toHaveAttribute('aria-posinset', '2')
})
