import AxeBuilder from '@axe-core/playwright'
import { expect, type Locator, type Page } from '@playwright/test'
import fs from 'node:fs'
import path from 'node:path'
import { resizeWindow, takePicture, test } from '../support/app-fixture.ts'
import { clickAfter, entryText, expectFile, openEntry, readText, runCommand } from '../support/app-page.ts'

const files = {
  'call.md': '# A call\r\n\r\nWe spoke of mentorship.\r\n\r\n- [ ] Mentorship: ask again\r\n',
  '2025-09-18.md':
    '---\ntags: [mentorship]\n---\n\n# Links\n\nsee [mentorship](https://a.example/mentorship)\n',
  'drafts/essay.md': '---\ndraft: true\ntitle: An essay\n---\n\nOn mentorship, and more on mentorship.\n',
}

async function openDialog(page: Page, find: string, replacement: string): Promise<Locator> {
  await expect(entryText(page)).toBeVisible()
  await page.keyboard.press('Control+Shift+h')
  const dialog = page.getByRole('dialog', { name: 'Replace in entries' })
  await expect(dialog.getByLabel('Find')).toBeFocused()
  await dialog.getByLabel('Find').fill(find)
  await dialog.getByLabel('Replace with').fill(replacement)
  return dialog
}

test('replaces what was chosen, in the open entry and in others, and takes it back as one', async ({
  launch,
  makeJournal,
}) => {
  const journal = makeJournal(files)
  const { page } = await launch({ journal })
  const fileOf = (name: string) => path.join(journal, name)
  await openEntry(page, 'A call', 'call.md')
  await clickAfter(page, 'We spoke of mentorship.')
  await page.keyboard.type(' Twice.')

  const dialog = await openDialog(page, 'mentorship', 'guidance')
  // Seven places, of which those in front matter and in the address are for the user to choose.
  await expect(dialog.getByText('Found at 7 places in 3 entries. 2 not chosen.')).toBeVisible()
  await expect(dialog.getByRole('treeitem', { name: /in front matter$/ })).not.toBeChecked()
  const second = dialog.getByRole('treeitem', { name: /and more on mentorship/ }).last()
  await second.click()
  await expect(second).not.toBeChecked()
  await expect(dialog.getByRole('treeitem', { name: 'An essay, 1 of 2 chosen' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Replace 4 places in 3 entries' }).click()

  await expect(page.getByText('Replaced 4 places in 3 entries.')).toBeVisible()
  const replaced = files['call.md']
    .replace('mentorship.', 'guidance. Twice.')
    .replace('Mentorship', 'guidance')
  await expectFile(fileOf('call.md'), replaced)
  await expectFile(fileOf('2025-09-18.md'), files['2025-09-18.md'].replace('[mentorship](', '[guidance]('))
  await expectFile(
    fileOf('drafts/essay.md'),
    files['drafts/essay.md'].replace('On mentorship', 'On guidance'),
  )
  await expect(entryText(page)).toContainText('We spoke of guidance. Twice.')
  expect(fs.readdirSync(journal).toSorted()).toEqual(['2025-09-18.md', 'call.md', 'drafts'])

  await runCommand(page, 'Undo replace in 3 entries')
  await expect(page.getByText('3 entries are as before.')).toBeVisible()
  await expectFile(fileOf('call.md'), files['call.md'].replace('.', '. Twice.'))
  await expectFile(fileOf('2025-09-18.md'), files['2025-09-18.md'])
  await expectFile(fileOf('drafts/essay.md'), files['drafts/essay.md'])
  await expect(entryText(page)).toContainText('We spoke of mentorship. Twice.')
})

test('leaves a file alone that another program changes meanwhile, and says which', async ({
  launch,
  makeJournal,
}) => {
  const journal = makeJournal(files)
  const { page } = await launch({ journal })
  await openEntry(page, 'A call', 'call.md')
  const dialog = await openDialog(page, 'mentorship', 'guidance')
  await expect(dialog.getByText(/^Found at 7 places/)).toBeVisible()
  const theirs = 'theirs, about mentorship\n'
  fs.writeFileSync(path.join(journal, 'drafts/essay.md'), theirs)
  await dialog.getByRole('button', { name: /^Replace 5 places/ }).click()
  await expect(page.getByText('Left as they are: essay.md: It was changed meanwhile.')).toBeVisible()
  expect(readText(path.join(journal, 'drafts/essay.md'))).toBe(theirs)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByText('2 entries are as before.')).toBeVisible()
  await expectFile(path.join(journal, 'call.md'), files['call.md'])
  expect(readText(path.join(journal, 'drafts/essay.md'))).toBe(theirs)
})

test('works by keyboard alone, and goes on from a search', async ({ launch, makeJournal }) => {
  const journal = makeJournal(files)
  const { page } = await launch({ journal })
  await openEntry(page, 'A call', 'call.md')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search' }).fill('mentorship kind:draft')
  await page.keyboard.press('Control+Shift+h')
  const dialog = page.getByRole('dialog', { name: 'Replace in entries' })
  await expect(dialog.getByLabel('Find')).toHaveValue('mentorship')
  await expect(dialog.getByLabel('Only in')).toHaveValue('kind:draft')
  await expect(dialog.getByText('Found at 2 places in 1 entry.')).toBeVisible()
  await dialog.getByLabel('Only in').focus()
  await page.keyboard.press('Tab')
  const list = dialog.getByRole('tree', { name: 'Changes' })
  await expect(list).toBeFocused()
  await page.keyboard.press('Space')
  await expect(dialog.getByRole('button', { name: 'Replace 0 places in 0 entries' })).toBeDisabled()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(dialog.getByRole('treeitem').first()).toHaveAttribute('aria-checked', 'mixed')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(dialog.getByRole('treeitem')).toHaveCount(1)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(dialog.getByRole('button', { name: 'Replace 1 place in 1 entry' })).toBeFocused()
  await page.keyboard.press('Enter')
  const essay = files['drafts/essay.md'].replace('On mentorship', 'On ')
  await expectFile(path.join(journal, 'drafts/essay.md'), essay)
})

test('says what is wrong with an expression, stops one that never ends, and goes on searching', async ({
  launch,
  makeJournal,
}) => {
  const { page } = await launch({ journal: makeJournal({ ...files, 'slow.md': `${'a'.repeat(50)}!\n` }) })
  await openEntry(page, 'A call', 'call.md')
  const dialog = await openDialog(page, '(a', '')
  await dialog.getByRole('button', { name: 'Regular expression' }).click()
  await expect(dialog.getByText(/^This is no regular expression yet/)).toBeVisible()
  await dialog.getByLabel('Find').fill('^(a+)+$')
  await expect(dialog.getByText(/^The expression takes too long in/)).toBeVisible()
  await dialog.getByLabel('Find').fill('ment(or)ship')
  await dialog.getByLabel('Replace with').fill('$1')
  await expect(dialog.getByText(/^Found at 7 places/)).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search' }).fill('mentorship')
  await expect(page.getByRole('option', { name: /An essay/ })).toBeVisible()
})

for (const theme of ['light', 'dark'] as const) {
  test(`is free of accessibility faults and fits its window in the ${theme} theme`, async ({
    launch,
    makeJournal,
  }) => {
    const long = 'a title that is far too long to stand in one line of any window '.repeat(3)
    const journal = makeJournal({
      ...files,
      'long.md': `# ${long}\n\n${'many words before '.repeat(9)}mentorship\n`,
    })
    const { electron, page } = await launch({ journal, theme, size: { width: 1440, height: 900 } })
    await openEntry(page, 'A call', 'call.md')
    const dialog = await openDialog(page, '', '')
    const check = async (name: string) => {
      await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0)
      await takePicture(page, `replace-${name}-${theme}`)
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
      expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.html}`))).toEqual([])
    }
    await expect(dialog.getByText('Nothing to look for yet')).toBeVisible()
    await check('empty')
    await dialog.getByLabel('Find').fill('mentorship')
    await dialog.getByLabel('Replace with').fill('guidance | and more')
    await expect(dialog.getByText(/^Found at 8 places/)).toBeVisible()
    await dialog.getByRole('tree').focus()
    await check('found')
    await resizeWindow(electron, { width: 900, height: 700 })
    await check('narrow')
    const box = await dialog.boundingBox()
    expect(box !== null && box.x >= 0 && box.x + box.width <= 900 && box.y + box.height <= 700).toBe(true)
  })
}
