import { expect } from '@playwright/test'
import fs from 'node:fs'
import path from 'node:path'
import { test } from '../support/app-fixture.ts'
import { expectFile, expectOpenFile, openEntry, readText } from '../support/app-page.ts'

const texts = {
  'pages/toy models.md': '# Toy models\n\nbegun in [the log](../2026-11-20.md), see [[toy models#Part]]\n',
  '2026-11-20.md': '# A day\r\n\r\n*  read [[toy models|it]]   \r\n',
  '2026-11-21.md': '# Another\n\n[again](pages/toy%20models.md "t") and [x](https://a.org/toy%20models.md)\n',
  'other.md': '# Other\n\ntoy models\n',
}

test('renaming a page previews every link to it, writes what is chosen, and one undo takes all of it back', async ({
  launch,
  makeJournal,
}) => {
  const folder = makeJournal(texts)
  const { page } = await launch({ journal: folder })
  await openEntry(page, 'Toy models', 'toy models.md')
  await page.keyboard.press('F2')
  await page.getByRole('textbox', { name: 'File name' }).fill('superposition')
  await page.keyboard.press('Enter')

  const preview = page.getByRole('dialog', { name: 'Rename, and what links to it' })
  await expect(preview).toContainText('pages/toy models.md becomes pages/superposition.md')
  await expect(preview).toContainText('3 links in 3 entries.')
  const changes = preview.getByRole('treeitem', { level: 2 })
  await expect(changes).toHaveCount(3)
  await expect(changes.first()).toHaveAttribute('aria-checked', 'true')
  expect(readText(path.join(folder, '2026-11-20.md'))).toBe(texts['2026-11-20.md'])

  await preview.getByRole('button', { name: 'Rename and write 3 links' }).click()
  await expectOpenFile(page, 'superposition.md')
  await expectFile(
    path.join(folder, 'pages/superposition.md'),
    texts['pages/toy models.md'].replace('[[toy models#', '[[superposition#'),
  )
  await expectFile(
    path.join(folder, '2026-11-20.md'),
    texts['2026-11-20.md'].replace('[[toy models|', '[[superposition|'),
  )
  await expectFile(
    path.join(folder, '2026-11-21.md'),
    texts['2026-11-21.md'].replace('(pages/toy%20models.md', '(pages/superposition.md'),
  )
  expect(readText(path.join(folder, 'other.md'))).toBe(texts['other.md'])

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('The file is pages/toy models.md again.')).toBeVisible()
  await expectOpenFile(page, 'toy models.md')
  for (const [name, text] of Object.entries(texts)) await expectFile(path.join(folder, name), text)
  expect(fs.existsSync(path.join(folder, 'pages/superposition.md'))).toBe(false)
})
