import { expect, type Page } from '@playwright/test'
import path from 'node:path'
import { commands, type CommandId } from '../../shared/contract/commands.ts'
import { test, type RunningApp } from '../support/app-fixture.ts'
import {
  answerFolderDialog,
  clickAfter,
  dayFromToday,
  entryMarkdown,
  entryText,
  expectFile,
  expectOpenFile,
  openEntry,
  railEntry,
} from '../support/app-page.ts'

const files = {
  'page.md': '# Page\n\nwords to select\n\n- [ ] call\n\nend\n',
  'other.md': '# Other\n\nsee [a link](https://example.org/)\n',
}

/** `Mod-Shift-n` as Playwright has it: `Control+Shift+n`. */
function toPress(keys: string): string {
  return keys.replace('Mod', 'Control').replaceAll('-', '+')
}

/** Closes what the key opened, with the focus back in the text. */
async function closeDialog(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('dialog', { name })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(entryText(page)).toBeFocused()
}

type Check = (app: RunningApp, press: () => Promise<void>, folder: string) => Promise<void>

/** The key shows an overview, and Back the entry again. */
function checkOverview(title: string): Check {
  return async ({ page }, press) => {
    await press()
    await expect(page.locator('.bar .path b')).toHaveText(title)
    await page.keyboard.press('Alt+ArrowLeft')
    await expectOpenFile(page, 'page.md')
    await clickAfter(page, 'end')
  }
}

/** What each key does, pressed while the caret is in `page.md`. In this order: the last ones leave the entry. */
const checks: Partial<Record<CommandId, Check>> = {
  'open-search': async ({ page }, press) => {
    await press()
    await closeDialog(page, 'Search')
  },
  'new-draft': async ({ page }, press) => {
    await press()
    await closeDialog(page, 'New draft')
  },
  'rename-entry': async ({ page }, press) => {
    await press()
    await closeDialog(page, 'Rename entry')
  },
  'show-keys': async ({ page }, press) => {
    await press()
    await closeDialog(page, 'Keyboard')
  },
  'add-action': async ({ page }, press) => {
    await press()
    await closeDialog(page, 'New action')
  },
  'open-settings': async ({ page }, press) => {
    await press()
    await closeDialog(page, 'Settings')
  },
  'replace-in-entries': async ({ page }, press) => {
    await press()
    await closeDialog(page, 'Replace in entries')
  },
  'add-link': async ({ page }, press) => {
    await press()
    await closeDialog(page, 'Link')
  },
  'save-entry': async ({ page }, press, folder) => {
    await page.keyboard.type('less')
    await press()
    await expectFile(path.join(folder, 'page.md'), files['page.md'].replace('end', 'endless'))
  },
  'toggle-rail': async ({ page }, press) => {
    await press()
    await expect(page.getByRole('button', { name: 'Show rail' })).toBeVisible()
    await press()
    await expect(page.getByRole('button', { name: 'Hide rail' })).toBeVisible()
  },
  'toggle-sidebar': async ({ page }, press) => {
    await press()
    await expect(page.getByRole('complementary')).toHaveCount(0)
    await press()
    await expect(page.getByRole('complementary')).toBeVisible()
  },
  'next-region': async ({ page }, press) => {
    await press()
    await expect(page.getByRole('complementary').locator(':focus')).toHaveCount(1)
    await press()
    await expect(page.getByRole('tree', { name: 'Entries' })).toBeFocused()
    await press()
    await expect(entryText(page)).toBeFocused()
  },
  'toggle-mode': async ({ page }, press) => {
    await press()
    await expect(entryMarkdown(page)).toBeFocused()
    await press()
    await expect(entryText(page)).toBeFocused()
  },
  'show-agenda': checkOverview('Agenda'),
  'show-calendar': checkOverview('Calendar'),
  'show-resources': checkOverview('Resources'),
  'show-people': checkOverview('People'),
  'show-quotes': checkOverview('Quotes'),
  'close-pane': async ({ page }, press) => {
    await railEntry(page, 'Other').click({ modifiers: ['Control'] })
    await expect(page.getByRole('region', { name: 'Entry beside' })).toBeVisible()
    await press()
    await expect(page.getByRole('region', { name: 'Entry beside' })).toHaveCount(0)
    await expectOpenFile(page, 'page.md')
    await clickAfter(page, 'end')
  },
  'go-back': async ({ page }, press) => {
    await press()
    await expectOpenFile(page, 'other.md')
  },
  'go-forward': async ({ page }, press) => {
    await press()
    await expectOpenFile(page, 'page.md')
  },
  'open-today': async ({ page }, press) => {
    await press()
    await expectOpenFile(page, `${dayFromToday()}.md`)
    await expect(entryText(page)).toBeFocused()
  },
  'choose-journal': async ({ page, electron }, press, folder) => {
    await answerFolderDialog(electron, [path.join(folder, '..', 'journal-2')])
    await press()
    await expect(entryText(page)).toContainText('another journal')
  },
}

test('every key of the table does what it says, from within the text', async ({ launch, makeJournal }) => {
  const folder = makeJournal(files)
  makeJournal({ 'there.md': 'another journal\n' })
  const app = await launch({ journal: folder })
  const { page } = app
  await openEntry(page, 'Other', 'other.md')
  await openEntry(page, 'Page', 'page.md')
  await clickAfter(page, 'end')
  const withKeys = commands.filter(({ keys }) => keys !== null)
  expect(Object.keys(checks).toSorted()).toEqual(withKeys.map(({ id }) => id as string).toSorted())
  for (const [id, check] of Object.entries(checks)) {
    const keys = withKeys.find((command) => command.id === id)?.keys ?? ''
    await test.step(`${id}: ${keys}`, () => check(app, () => page.keyboard.press(toPress(keys)), folder))
  }
})

test('the search begins with the selected words, and says how much it found', async ({
  launch,
  makeJournal,
}) => {
  const { page } = await launch({ journal: makeJournal(files) })
  await openEntry(page, 'Page', 'page.md')
  await clickAfter(page, 'words')
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+Control+ArrowRight')
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: 'Search' })
  await expect(field).toHaveValue('words')
  const said = page.getByRole('dialog', { name: 'Search' }).getByRole('status')
  await expect(said.filter({ hasText: /^\d+ results?$/ })).toHaveCount(1)
  await field.fill('zzzzqqqq')
  await expect(said.filter({ hasText: 'Nothing found' })).toHaveCount(1)
  await expect(said.filter({ hasText: /^\d+ results?$/ })).toHaveCount(0)
})

/** The width in px of the ring around what has the focus, or around the label that stands for it. */
function readFocusRing(page: Page): Promise<{ name: string; width: number } | null> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return null
    // A radio button's label, and the row that the tree names as its active one, stand for them.
    const active = document.getElementById(element.getAttribute('aria-activedescendant') ?? '')
    const ringed = element.classList.contains('unseen') ? element.closest('label') : (active ?? element)
    const { outlineStyle, outlineWidth } = getComputedStyle(ringed ?? element)
    const own = element.getAttribute('aria-label') ?? element.textContent ?? ''
    const name = `${element.tagName} ${own || (element.closest('label')?.textContent ?? '')}`
    return { name, width: outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth) }
  })
}

test('what has the focus always has its ring; only the text, which has a caret, goes without', async ({
  launch,
  makeJournal,
}) => {
  const { page } = await launch({ journal: makeJournal(files) })
  await openEntry(page, 'Other', 'other.md')
  await openEntry(page, 'Page', 'page.md')
  await page.getByRole('button', { name: 'Search' }).focus()
  const without: string[] = []
  const seen = new Set<string>()
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab')
    const ring = await readFocusRing(page)
    if (ring === null) continue
    seen.add(ring.name)
    if (ring.width < 2) without.push(ring.name)
    if (ring.name === 'DIV Entry') await page.keyboard.press('Escape')
    if (ring.name.includes('Search')) break
  }
  for (const part of ['Entries', 'Entry', 'Back', 'Text', 'Hide sidebar', 'Height of', 'Settings']) {
    expect(
      [...seen].some((name) => name.includes(part)),
      `${part} in ${[...seen].join(', ')}`,
    ).toBe(true)
  }
  expect(without).toEqual(['DIV Entry'])
})
