import { expect } from '@playwright/test'
import fs from 'node:fs'
import path from 'node:path'
import { test } from '../support/app-fixture.ts'
import {
  clickAfter,
  entryMarkdown,
  entryText,
  expectFile,
  expectOpenFile,
  openEntry,
  railEntry,
  readText,
  saveStatus,
} from '../support/app-page.ts'

test('a file that is not UTF-8 is shown, cannot be edited, and keeps its bytes', async ({
  launch,
  makeJournal,
}) => {
  const bytes = Buffer.from('# Latin\n\ncaf\xe9 cr\xe8me\n', 'latin1')
  const folder = makeJournal({ 'latin.md': bytes })
  const { page } = await launch({ journal: folder })
  await expect(entryText(page)).toContainText('café crème')
  await expect(page.getByText('This file is not UTF-8 and cannot be edited.')).toBeVisible()
  await expect(saveStatus(page)).toHaveText('Read-only')
  await entryText(page).click()
  await page.keyboard.type('lost?')
  await page.keyboard.press('Control+e')
  await expect(entryMarkdown(page)).toContainText('café crème')
  await entryMarkdown(page).click()
  await page.keyboard.type('lost?')
  await page.keyboard.press('Control+s')
  await expect(entryMarkdown(page)).not.toContainText('lost?')
  expect(fs.readFileSync(path.join(folder, 'latin.md')).equals(bytes)).toBe(true)
})

test('NUL bytes, an empty file and front matter that cannot be read are edited, and keep what they are', async ({
  launch,
  makeJournal,
}) => {
  const broken = '---\ntitle: [unclosed, "here\ntags: : :\n---\n'
  const open = '---\ntitle: never closed\n\n# Open\n\nbody here\n'
  const folder = makeJournal({
    'nul.md': '# Nul\n\nbefore \u0000 after\n\nplain\n',
    'empty.md': '',
    'broken.md': `${broken}\n# Broken\n\nbody here\n`,
    'open.md': open,
  })
  const file = (name: string) => path.join(folder, name)
  const { page } = await launch({ journal: folder })

  await openEntry(page, 'Nul', 'nul.md')
  await clickAfter(page, 'plain')
  await page.keyboard.type(' words')
  await expectFile(file('nul.md'), '# Nul\n\nbefore \u0000 after\n\nplain words\n')

  await openEntry(page, 'empty', 'empty.md')
  await entryText(page).click()
  await page.keyboard.type('first words')
  await expect.poll(() => readText(file('empty.md'))?.trimEnd(), { intervals: [100] }).toBe('first words')

  await openEntry(page, 'Broken', 'broken.md')
  await clickAfter(page, 'body')
  await page.keyboard.type('guard')
  await expectFile(file('broken.md'), `${broken}\n# Broken\n\nbodyguard here\n`)
  await page.keyboard.press('Control+e')
  await entryMarkdown(page).click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await page.keyboard.type('"]')
  await expect
    .poll(() => readText(file('broken.md')), { intervals: [100] })
    .toContain('title: [unclosed, "here"]\n')
  await page.keyboard.press('Control+e')

  await openEntry(page, 'Open', 'open.md')
  await clickAfter(page, 'body')
  await page.keyboard.type('guard')
  await expectFile(file('open.md'), open.replace('body', 'bodyguard'))
})

test('a file of 20 MB opens as Markdown, says why, and is saved as any other', async ({
  launch,
  makeJournal,
}) => {
  const line = 'a line of an enormous file that somebody once imported, number\n'
  const text = `# Big\n\n${line.repeat(Math.ceil(20_000_000 / line.length))}`
  const folder = makeJournal({ 'big.md': text })
  const { page } = await launch({ journal: folder })
  await expect(page.getByText('This file is shown as Markdown.')).toBeVisible()
  await expect(page.getByText(/20\.0 million characters/)).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Text' })).toBeDisabled()
  await page.keyboard.press('Control+e')
  await entryMarkdown(page).click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('End')
  await page.keyboard.type(' file')
  await expect.poll(() => fs.statSync(path.join(folder, 'big.md')).size).toBe(text.length + ' file'.length)
  expect(readText(path.join(folder, 'big.md')) === text.replace('# Big', '# Big file')).toBe(true)
})

test('odd names and a folder that is called like a file are opened and saved under their names', async ({
  launch,
  makeJournal,
}) => {
  const longName = `${'n'.repeat(252)}.md`
  const folder = makeJournal({
    'a: b? "c".md': '# Colon\n\nwords\n',
    [longName]: '# Long\n\nwords\n',
    'é ü 日本.md': '# Letters\n\nwords\n',
    'x.md/inside.md': '# Inside\n\nwords\n',
  })
  const { page } = await launch({ journal: folder })
  for (const [title, name] of [
    ['Colon', 'a: b? "c".md'],
    ['Long', longName],
    ['Letters', 'é ü 日本.md'],
    ['Inside', 'x.md/inside.md'],
  ] as const) {
    await openEntry(page, title, path.basename(name))
    await clickAfter(page, 'words')
    await page.keyboard.type(' kept')
    await expectFile(path.join(folder, name), `# ${title}\n\nwords kept\n`)
  }
  await expect(page.getByText('On this computer, 4 files')).toBeVisible()
})

test('a journal folder that disappears keeps what is typed, and gets it when it is back', async ({
  launch,
  makeJournal,
}) => {
  const folder = makeJournal({ 'page.md': '# Page\n\nwords\n', 'other.md': '# Other\n' })
  const { page } = await launch({ journal: folder })
  await openEntry(page, 'Page', 'page.md')
  await clickAfter(page, 'words')
  fs.renameSync(folder, `${folder}-away`)
  await page.keyboard.type(' typed meanwhile')
  await expect(page.getByText('The journal’s folder cannot be reached.')).toBeVisible()
  await expect(entryText(page)).toContainText('words typed meanwhile')
  await expect(saveStatus(page)).not.toContainText(/^Saved/)
  expect(fs.existsSync(folder)).toBe(false)
  fs.renameSync(`${folder}-away`, folder)
  await expectFile(path.join(folder, 'page.md'), '# Page\n\nwords typed meanwhile\n')
  await expect(page.getByText('The journal’s folder cannot be reached.')).toHaveCount(0)
  await railEntry(page, 'Other').click()
  await expectOpenFile(page, 'other.md')
})
