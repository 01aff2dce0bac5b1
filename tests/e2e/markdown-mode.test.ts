import { expect, type Page } from '@playwright/test'
import path from 'node:path'
import { test } from '../support/app-fixture.ts'
import { clickAfter, entryMarkdown, entryText, expectFile, openEntry, readText } from '../support/app-page.ts'

/** The lines that Markdown mode shows. */
function shownLines(page: Page): Promise<string[]> {
  return entryMarkdown(page)
    .locator('.cm-line')
    .allInnerTexts()
    .then((lines) => lines.map((line) => line.replace(/\n$/, '')))
}

const head = '---\ntitle:   "A day"   # mine\ntags: [b,   a]\n---\n'

test('Markdown mode shows the file as it is; an edit there is saved, and seen as text', async ({
  launch,
  makeJournal,
}) => {
  const source = `${head}\n# Title\n\n* star  \n+ plus\n\n\n\nlast`
  const folder = makeJournal({ 'page.md': source })
  const file = path.join(folder, 'page.md')
  const { page } = await launch({ journal: folder })
  await expect(entryText(page)).toContainText('last')
  await page.keyboard.press('Control+e')
  await expect.poll(() => shownLines(page)).toEqual(source.split('\n'))
  await expect(page.getByRole('radio', { name: 'Markdown' })).toBeChecked()
  expect(readText(file)).toBe(source)

  await entryMarkdown(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' **word**')
  await expectFile(file, `${source} **word**`)
  await page.keyboard.press('Control+e')
  await expect(entryText(page).locator('.cairn-bold')).toHaveText('word')
  await expect(page.getByRole('radio', { name: 'Text' })).toBeChecked()
  expect(readText(file)).toBe(`${source} **word**`)

  await page.getByText('Markdown', { exact: true }).click()
  await entryMarkdown(page).click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await page.keyboard.type(' and only mine')
  await expectFile(file, `${source.replace('# mine', '# mine and only mine')} **word**`)
  await page.keyboard.press('Control+z')
  await expectFile(file, `${source} **word**`)
})

test('the caret stays at its place from text to Markdown and back', async ({ launch, makeJournal }) => {
  const folder = makeJournal({ 'page.md': `${head}\none **two** three\n\nfour five\n` })
  const { page } = await launch({ journal: folder })
  await clickAfter(page, 'four')
  await page.keyboard.press('Control+e')
  await expect(entryMarkdown(page)).toBeFocused()
  await page.keyboard.type('!')
  await page.keyboard.press('Control+e')
  await expect(entryText(page)).toBeFocused()
  await page.keyboard.type('?')
  await expectFile(path.join(folder, 'page.md'), `${head}\none **two** three\n\nfour!? five\n`)
})

test('a file with Windows line ends keeps them, whichever way it is edited', async ({
  launch,
  makeJournal,
}) => {
  const source = '---\r\ntitle: Windows\r\n---\r\n\r\n# Head\r\n\r\n- one\r\n- two\r\n\r\nlast\r\n'
  const folder = makeJournal({ 'page.md': source, 'other.md': '# Other\n' })
  const file = path.join(folder, 'page.md')
  const { page } = await launch({ journal: folder })
  await openEntry(page, 'Windows', 'page.md')
  await clickAfter(page, 'one')
  await page.keyboard.press('Enter')
  await page.keyboard.type('one and a half')
  const withItem = source.replace('- one\r\n', '- one\r\n- one and a half\r\n')
  await expectFile(file, withItem)
  await page.keyboard.press('Control+e')
  await entryMarkdown(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('- three')
  await page.keyboard.press('Enter')
  await page.keyboard.type('four')
  await expectFile(file, `${withItem}- three\r\n- four`)
})

test('front matter is no part of the rich text and stays as it is, comments and odd spaces too', async ({
  launch,
  makeJournal,
}) => {
  const folder = makeJournal({ 'page.md': `${head}first\n` })
  const { page } = await launch({ journal: folder })
  await expect(page.getByRole('heading', { name: 'A day', level: 1 })).toBeVisible()
  await expect(entryText(page)).toHaveText('first')
  await entryText(page).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('all new')
  await expectFile(path.join(folder, 'page.md'), `${head}all new\n`)
})

test('a block that rich text does not hold is edited as source, and saved as it was typed', async ({
  launch,
  makeJournal,
}) => {
  const folder = makeJournal({ 'page.md': '# Page\n\n<div   class=a>\nhtml\n</div>\n\nend\n' })
  const { page } = await launch({ journal: folder })
  await entryText(page).getByRole('button', { name: 'Edit as text' }).click()
  const field = page.getByRole('dialog', { name: /as text/ }).getByRole('textbox')
  await expect(field).toHaveValue('<div   class=a>\nhtml\n</div>')
  await field.fill('<div   class=b>\nhtml\n</div>')
  await page.keyboard.press('Control+Enter')
  await expectFile(path.join(folder, 'page.md'), '# Page\n\n<div   class=b>\nhtml\n</div>\n\nend\n')
})
