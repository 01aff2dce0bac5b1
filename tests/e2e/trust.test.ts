import { expect, type Page } from '@playwright/test'
import fs from 'node:fs'
import path from 'node:path'
import { test } from '../support/app-fixture.ts'
import { clickAfter, entryText, expectFile, readText, saveStatus } from '../support/app-page.ts'

/** The promise: two seconds after the last key, nothing that was typed can be lost. */
const promiseMs = 2_000
const before =
  '---\ntitle: "A day"   # mine\ndraft: false\n---\n\n* first  \n* second\n\nsome words here\n\n\nthe end'

function afterTyping(): string {
  return before.replace('some words here', 'some words added here')
}

async function typeAWord(page: Page): Promise<void> {
  await clickAfter(page, 'some words')
  await page.keyboard.type(' added')
}

test('killed two seconds after the last key, the app has lost nothing', async ({ launch, makeJournal }) => {
  const journal = makeJournal({ '2025-03-04.md': before })
  const app = await launch({ journal })
  await typeAWord(app.page)
  const typedMs = Date.now()
  await expect.poll(() => Date.now() - typedMs, { intervals: [50] }).toBeGreaterThanOrEqual(promiseMs)
  await app.kill()
  expect(readText(path.join(journal, '2025-03-04.md'))).toBe(afterTyping())
  expect(fs.readdirSync(journal)).toEqual(['2025-03-04.md'])
})

test('a word typed changes its line alone, and undo gives the bytes back', async ({
  launch,
  makeJournal,
}) => {
  const journal = makeJournal({ '2025-03-04.md': before })
  const file = path.join(journal, '2025-03-04.md')
  const { page } = await launch({ journal })
  await typeAWord(page)
  await expectFile(file, afterTyping())
  await expect(page.getByRole('button', { name: '1 line changed' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expectFile(file, before)
  await expect(page.getByRole('button', { name: /changed/ })).toHaveCount(0)
})

test('the window closed right after a key saves first', async ({ launch, makeJournal }) => {
  const journal = makeJournal({ '2025-03-04.md': before })
  const app = await launch({ journal })
  await typeAWord(app.page)
  await app.stop()
  expect(readText(path.join(journal, '2025-03-04.md'))).toBe(afterTyping())
})

test('going to another entry right after a key saves first, and both are there when one comes back', async ({
  launch,
  makeJournal,
}) => {
  const journal = makeJournal({ '2025-03-04.md': before, 'other.md': '# Other\n\nwords\n' })
  const { page } = await launch({ journal })
  await typeAWord(page)
  await page.getByRole('treeitem', { name: 'Other', exact: true }).click()
  await clickAfter(page, 'words')
  await page.keyboard.type(' of the other')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(entryText(page)).toContainText('some words added here')
  await expectFile(path.join(journal, '2025-03-04.md'), afterTyping())
  await expectFile(path.join(journal, 'other.md'), '# Other\n\nwords of the other\n')
  await page.getByRole('button', { name: 'Close window' }).click()
  expect(readText(path.join(journal, '2025-03-04.md'))).toBe(afterTyping())
})

test('an open entry without unsaved words follows another program, with the caret where it was', async ({
  launch,
  makeJournal,
}) => {
  const journal = makeJournal({ '2025-03-04.md': before })
  const file = path.join(journal, '2025-03-04.md')
  const { page } = await launch({ journal })
  await clickAfter(page, 'some words')
  fs.writeFileSync(file, before.replace('the end', 'another end, by someone else'))
  await expect(entryText(page)).toContainText('another end, by someone else')
  await page.keyboard.type(' added')
  await expectFile(file, afterTyping().replace('the end', 'another end, by someone else'))
})

const theirs = before.replace('the end', 'the end, as they have it')

/** Unsaved words here, other bytes there: autosave cannot have run, since both happen in one turn. */
async function meetConflict(page: Page, file: string): Promise<void> {
  await typeAWord(page)
  fs.writeFileSync(file, theirs)
  await expect(page.getByText('Another program changed this file while you had unsaved words.')).toBeVisible()
  expect(readText(file)).toBe(theirs)
}

for (const choice of [
  { name: 'Keep mine', file: afterTyping(), shown: 'some words added here' },
  { name: 'Take theirs', file: theirs, shown: 'the end, as they have it' },
] as const) {
  test(`in a conflict nothing is written until a choice; “${choice.name}” does what it says`, async ({
    launch,
    makeJournal,
  }) => {
    const journal = makeJournal({ '2025-03-04.md': before })
    const file = path.join(journal, '2025-03-04.md')
    const { page } = await launch({ journal })
    await meetConflict(page, file)
    await page.getByRole('button', { name: choice.name }).click()
    await expectFile(file, choice.file)
    await expect(entryText(page)).toContainText(choice.shown)
    await expect(page.getByRole('button', { name: choice.name })).toHaveCount(0)
    expect(fs.readdirSync(journal)).toHaveLength(1)
  })
}

test('in a conflict “Keep both” puts mine beside theirs', async ({ launch, makeJournal }) => {
  const journal = makeJournal({ '2025-03-04.md': before })
  const file = path.join(journal, '2025-03-04.md')
  const { page } = await launch({ journal })
  await meetConflict(page, file)
  await page.getByRole('button', { name: 'Keep both' }).click()
  await expect.poll(() => fs.readdirSync(journal).length).toBe(2)
  await expect(page.getByText(/Your words are in/)).toBeVisible()
  await expect(entryText(page)).toContainText('the end, as they have it')
  const mine = fs.readdirSync(journal).find((name) => name !== '2025-03-04.md') ?? ''
  expect(readText(file)).toBe(theirs)
  expect(readText(path.join(journal, mine))).toBe(afterTyping())
})

test('an entry deleted by another program keeps its text, and can be written again', async ({
  launch,
  makeJournal,
}) => {
  const journal = makeJournal({ '2025-03-04.md': before })
  const file = path.join(journal, '2025-03-04.md')
  const { page } = await launch({ journal })
  await expect(entryText(page)).toContainText('some words here')
  fs.unlinkSync(file)
  await expect(page.getByText('This file was deleted or moved by another program.')).toBeVisible()
  await expect(entryText(page)).toContainText('some words here')
  await page.getByRole('button', { name: 'Write it again' }).click()
  await expectFile(file, before)
})

test('words that cannot be saved stay in the window, with a way out', async ({ launch, makeJournal }) => {
  const journal = makeJournal({ 'days/2025-03-04.md': before })
  const folder = path.join(journal, 'days')
  const aside = `${folder}-aside`
  const { page } = await launch({ journal })
  await expect(entryText(page)).toContainText('some words here')
  // The folder's place is taken by a file: no write can succeed, whoever runs the test.
  fs.renameSync(folder, aside)
  fs.writeFileSync(folder, '')
  await typeAWord(page)
  await expect(page.getByRole('alert').first()).toBeVisible()
  await expect(entryText(page)).toContainText('some words added here')
  await expect(saveStatus(page)).not.toContainText('Saved')
  fs.unlinkSync(folder)
  fs.renameSync(aside, folder)
  // The window may see by itself that the folder is back, and write: then there is nothing to press.
  await page
    .getByRole('button', { name: /Try again|Write it again/ })
    .or(page.getByText(/^Saved /))
    .first()
    .click()
  await expectFile(path.join(folder, '2025-03-04.md'), afterTyping())
})

test('looking at entries writes nothing', async ({ launch, makeJournal }) => {
  const files = {
    '2025-03-04.md': before,
    'windows.md': '# one\r\n\r\n- [ ] a\r\n\t- b\r\n',
    'odd.md': '\ufeff# x\n\n\n\n* * *\n1) a\n1) b\n<div>\n',
  }
  const journal = makeJournal(files)
  const { page } = await launch({ journal })
  for (const name of ['one', 'x', 'A day']) {
    await page.getByRole('treeitem', { name, exact: true }).click()
    await page.keyboard.press('Control+e')
    await page.keyboard.press('Control+e')
    await expect(entryText(page)).toBeVisible()
  }
  for (const [name, text] of Object.entries(files)) expect(readText(path.join(journal, name))).toBe(text)
})
