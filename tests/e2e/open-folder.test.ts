import { expect, type Page } from '@playwright/test'
import fs from 'node:fs'
import path from 'node:path'
import { sharedFolder, test } from '../support/app-fixture.ts'
import {
  answerFolderDialog,
  describeFolder,
  entryMarkdown,
  entryText,
  expectOpenFile,
  railEntry,
} from '../support/app-page.ts'

const vault: Readonly<Record<string, string | Uint8Array>> = {
  '.obsidian/app.json': '{"alwaysUpdateLinks": true}\n',
  '.obsidian/daily-notes.json': '{"folder": "Journal", "format": "YYYY-MM-DD"}',
  'Journal/2025-03-01.md':
    '# First of march\r\n\r\nwith *windows* line ends  \r\n\r\n- [ ] one\r\n\t- [x] two\r\n',
  'Journal/2025-03-02.md': '\uFEFF# Marked\n\nA byte order mark, and no last line end',
  'Notes/Callouts.md':
    '# Callouts\n\n> [!tip]+ Folded\n> text\n\n![[missing.png|300]] and [[Pieces#part|parts]]\n\n%% hidden %%\n',
  'Notes/Pieces.md':
    '# Pieces\n\n| a | b |\n|:--|--:|\n| 1 | 2 |\n\n<div align="center">html</div>\n\nnote[^1]\n\n[^1]: said here\n\n~~~js\nlet a = 1\n~~~\n\n***\n\n* star\n+ plus\n1) paren\n   - three\n\t\n\n\n\nend\n\n\n',
  'Notes/Empty.md': '',
  'Notes/Latin.md': Uint8Array.from([
    0x23, 0x20, 0x4c, 0x61, 0x74, 0x69, 0x6e, 0x0a, 0x63, 0x61, 0x66, 0xe9, 0x0a,
  ]),
}

const hugo: Readonly<Record<string, string>> = {
  'posts/first/index.md':
    '+++\ntitle = "A post in TOML"\ndate = 2025-02-01T10:00:00+01:00\ndraft = false\n+++\n\n{{< figure src="a.png" >}}\n\nWords.\n',
  'posts/second.md':
    '---\ntitle: "A post in YAML"\ndate: 2025-02-02\ndraft: true\ntags: [one, "two"]\ncover:\n    image: ""   # none\n---\n\nSetext heading\n===\n\nHard  \nbreak\\\nhere\n',
  'about.md': '---\ntitle: Broken\ntags: [a, "b\ndate: : :\n---\n\n# About\n',
}

/** A title that only the index knows, of the entry that it reads last, in each folder. */
const lastTitles = [/^Pieces$/, /^A post in YAML$/, /^AI Safety Career Exploration$/]

test('an Obsidian vault and a Hugo folder stay as they are, to the byte and the minute, when every entry is looked at', async ({
  launch,
  makeJournal,
}) => {
  const folders = [makeJournal(vault), makeJournal(hugo)]
  if (fs.existsSync(sharedFolder)) {
    folders.push(makeJournal({}))
    fs.cpSync(path.join(sharedFolder, 'text'), folders.at(-1) ?? '', { recursive: true })
  }
  const before = folders.map(describeFolder)
  const app = await launch()
  const { page } = app
  await expect(page.getByRole('button', { name: 'Choose a folder' })).toBeFocused()
  await answerFolderDialog(app.electron, folders)
  await page.keyboard.press('2')
  for (const [at, folder] of folders.entries()) {
    if (at > 0) await page.keyboard.press('Control+o')
    await expect(page.getByRole('button', { name: path.basename(folder) })).toBeVisible()
    // The index moves entries to where their front matter says; before that, walking by keys would lose its way.
    await expect(page.getByRole('treeitem', { name: lastTitles[at] ?? '' }).first()).toBeVisible()
    await lookAtEveryEntry(page, entriesOf(folder).length)
  }
  await app.stop()
  expect(folders.map(describeFolder)).toEqual(before)
})

function entriesOf(folder: string): string[] {
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.filter((name) => name.endsWith('.md') && !name.startsWith('.'))
}

/** Walks down the rail with the keys; looks at each entry as text, to its end, and as Markdown, and clicks into both. */
async function lookAtEveryEntry(page: Page, count: number): Promise<void> {
  const tree = page.getByRole('tree', { name: 'Entries' })
  const seen = new Set<string>()
  await expect(page.getByText(`On this computer, ${count} files`)).toBeVisible()
  await tree.focus()
  await page.keyboard.press('Home')
  for (let step = 0; step < 40 && seen.size < count; step += 1) {
    const active = page.locator(`[id="${await tree.getAttribute('aria-activedescendant')}"]`)
    if ((await active.getAttribute('aria-expanded')) === 'false') await page.keyboard.press('ArrowRight')
    if ((await active.getAttribute('aria-expanded')) === null) {
      await page.keyboard.press('Enter')
      await expect(active).toHaveAttribute('aria-selected', 'true')
      seen.add((await page.locator('main header .path').getAttribute('title')) ?? '')
      await lookAtEntry(page)
      await tree.focus()
    }
    await page.keyboard.press('ArrowDown')
  }
  expect(seen.size).toBe(count)
}

async function lookAtEntry(page: Page): Promise<void> {
  await entryText(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Control+e')
  await entryMarkdown(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Control+e')
  await expect(entryText(page)).toBeVisible()
}

test('an entry is shown as what it holds: boxes, tables, callouts, sources, pictures that are missing', async ({
  launch,
  makeJournal,
}) => {
  const { page } = await launch({ journal: makeJournal(vault) })
  await railEntry(page, 'Pieces').click()
  await expectOpenFile(page, 'Pieces.md')
  const text = entryText(page)
  await expect(text.getByRole('table')).toContainText('1')
  await expect(text.getByRole('figure', { name: /HTML.*kept as written/i })).toContainText(
    '<div align="center">',
  )
  await expect(text.getByRole('figure', { name: /footnote.*kept as written/i })).toContainText('said here')
  await expect(text.getByRole('separator')).toHaveCount(1)
  await railEntry(page, 'Callouts').click()
  await expectOpenFile(page, 'Callouts.md')
  await expect(text).toContainText('missing.png')
  await expect(text).toContainText('file missing')
  await text.getByRole('button', { name: 'parts' }).click()
  await expectOpenFile(page, 'Pieces.md')
})

test('the journal’s pictures are shown, from beside the entry, from the top, and by their name alone', async ({
  launch,
  makeJournal,
}) => {
  const dot =
    '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>'
  const { page } = await launch({
    journal: makeJournal({
      'notes/page.md': '# Pictures\n\n![beside](dot.svg)\n\n![top](top.svg)\n\n![[far.svg]]\n',
      'notes/dot.svg': dot,
      'top.svg': dot,
      'deep/down/far.svg': dot,
    }),
  })
  for (const name of ['beside', 'top', 'far.svg']) {
    const picture = entryText(page).getByRole('img', { name })
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(8)
  }
})
