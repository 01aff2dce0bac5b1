import { expect } from '@playwright/test'
import fs from 'node:fs'
import path from 'node:path'
import { test } from '../support/app-fixture.ts'
import { entryText, expectFile, expectOpenFile, openEntry, railEntry, readText } from '../support/app-page.ts'

test('drafts and pages are made by name, entries renamed and moved to the trash, and nothing is written over', async ({
  launch,
  makeJournal,
}) => {
  const folder = makeJournal({ 'people.md': '# People\n\nInes\n', 'taken.md': '# Taken\n' })
  const app = await launch({ journal: folder })
  const { page } = app
  await openEntry(page, 'People', 'people.md')

  await page.keyboard.press('Control+Shift+n')
  const dialog = page.getByRole('dialog', { name: 'New draft' })
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toBeFocused()
  await expect(dialog.getByRole('button', { name: 'Make it' })).toBeDisabled()
  await page.keyboard.type('What a: stone says?')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(railEntry(page, 'What a: stone says?')).toHaveAttribute('aria-selected', 'true')
  const [draftName = ''] = fs.readdirSync(path.join(folder, 'drafts'))
  await expectOpenFile(page, draftName)
  await expectFile(path.join(folder, 'drafts', draftName), '# What a: stone says?\n')

  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'New page' }).click()
  await page.keyboard.type('Taken')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('treeitem', { name: 'Taken' })).toHaveCount(2)
  expect(readText(path.join(folder, 'taken.md'))).toBe('# Taken\n')

  await openEntry(page, 'People', 'people.md')
  await page.keyboard.press('F2')
  const field = page.getByRole('textbox', { name: 'File name' })
  await expect(field).toHaveValue('people')
  await field.fill('taken')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('A file of that name is already there.')
  await field.fill('friends')
  await page.keyboard.press('Enter')
  await expectOpenFile(page, 'friends.md')
  await expectFile(path.join(folder, 'friends.md'), '# People\n\nInes\n')
  expect(readText(path.join(folder, 'people.md'))).toBeNull()
  expect(readText(path.join(folder, 'taken.md'))).toBe('# Taken\n')

  await entryText(page).getByText('Ines').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' and Tomasz')
  await expectFile(path.join(folder, 'friends.md'), '# People\n\nInes and Tomasz\n')

  await app.electron.evaluate(({ shell }) => {
    shell.trashItem = () => Promise.reject(new Error('no trash on this disk'))
  })
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Move entry to the trash' }).click()
  await expect(page.getByText('friends.md is in the trash.')).toBeVisible()
  await expect(railEntry(page, 'People')).toHaveCount(0)
  expect(readText(path.join(folder, 'friends.md'))).toBeNull()
  expect(readText(path.join(folder, '.trash', 'friends.md'))).toBe('# People\n\nInes and Tomasz\n')
})

test('the rail folds months, filters by tag and follows what other programs add', async ({
  launch,
  makeJournal,
}) => {
  const folder = makeJournal({
    '2025-01-02.md': '# Snow\n\n#stone words\n',
    '2025-02-03.md': '# Thaw\n\n#stone #moss\n',
    'page.md': '# A page\n',
  })
  const { page } = await launch({ journal: folder })
  const month = page.getByRole('treeitem', { name: /^February/ })
  await expect(railEntry(page, '3 Thaw')).toHaveAttribute('aria-selected', 'true')
  await month.click()
  await expect(railEntry(page, '3 Thaw')).toHaveCount(0)
  await month.click()
  await expect(railEntry(page, '3 Thaw')).toBeVisible()

  await page.getByRole('button', { name: 'moss 1 entry' }).click()
  await expect(railEntry(page, 'A page')).toHaveCount(0)
  await expect(railEntry(page, '3 Thaw')).toBeVisible()
  await page.getByRole('button', { name: /remove this filter/ }).click()
  await expect(railEntry(page, 'A page')).toBeVisible()

  fs.writeFileSync(path.join(folder, 'added.md'), '# Added by another program\n')
  await expect(railEntry(page, 'Added by another program')).toBeVisible()
  fs.rmSync(path.join(folder, 'added.md'))
  await expect(railEntry(page, 'Added by another program')).toHaveCount(0)
})

test('back and forward go through the entries that were seen', async ({ launch, makeJournal }) => {
  const { page } = await launch({
    journal: makeJournal({ 'a.md': '# One\n', 'b.md': '# Two\n', 'c.md': '# Three\n' }),
  })
  await openEntry(page, 'One', 'a.md')
  await openEntry(page, 'Two', 'b.md')
  await openEntry(page, 'Three', 'c.md')
  await page.keyboard.press('Alt+ArrowLeft')
  await expectOpenFile(page, 'b.md')
  await page.getByRole('button', { name: 'Back' }).click()
  await expectOpenFile(page, 'a.md')
  await page.keyboard.press('Alt+ArrowRight')
  await expectOpenFile(page, 'b.md')
})
