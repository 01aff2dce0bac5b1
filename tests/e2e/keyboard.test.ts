import { expect, type Page } from '@playwright/test'
import { test } from '../support/app-fixture.ts'
import { clickAfter, entryMarkdown, entryText, expectOpenFile, railEntry } from '../support/app-page.ts'

const files = {
  'page.md':
    '# Page\n\n[A link](https://example.org/) by Ada\n\n- [ ] call\n- [ ] write #stone\n\n<div>source</div>\n\nend\n',
  'other.md': '# Other\n\nsee [[page]]\n',
}

/** Region of the window that has the focus. */
function focusedRegion(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-region]')?.dataset['region'])
}

test('F6 goes from rail to text to sidebar and round again, leaving out what is hidden', async ({
  launch,
  makeJournal,
}) => {
  const { page } = await launch({ journal: makeJournal(files) })
  await clickAfter(page, 'Other')
  for (const region of ['sidebar', 'rail', 'text', 'sidebar']) {
    await page.keyboard.press('F6')
    await expect.poll(() => focusedRegion(page)).toBe(region)
  }
  await page.keyboard.press('F6')
  await expect(page.getByRole('tree', { name: 'Entries' })).toBeFocused()
  await page.keyboard.press('Control+Shift+\\')
  await expect(page.getByRole('complementary')).toHaveCount(0)
  await page.keyboard.press('F6')
  await expect(entryText(page)).toBeFocused()
  await page.keyboard.press('F6')
  await expect(page.getByRole('tree', { name: 'Entries' })).toBeFocused()
  await page.keyboard.press('Control+\\')
  await expect(page.getByRole('button', { name: 'Show rail' })).toBeVisible()
  await entryText(page).focus()
  await page.keyboard.press('F6')
  await expect(page.getByRole('button', { name: 'Show rail' })).toBeFocused()
  await page.keyboard.press('F6')
  await expect(entryText(page)).toBeFocused()
  await page.keyboard.press('Control+\\')
  await page.keyboard.press('Control+Shift+\\')
  await expect(page.getByRole('complementary')).toBeVisible()
  await expect(page.getByRole('tree', { name: 'Entries' })).toBeVisible()
})

/** Name and role of what has the focus; the text counts as one thing. */
function describeFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return 'nothing'
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
    const name =
      element.getAttribute('aria-label') ?? labels.map((label) => label.textContent).join(' ') ?? ''
    return `${element.getAttribute('role') ?? element.tagName.toLowerCase()} ${name === '' ? (element.textContent ?? '') : name}`
  })
}

test('Tab reaches everything that can be used and is never caught; Escape lets it out of the text', async ({
  launch,
  makeJournal,
}) => {
  const { page } = await launch({ journal: makeJournal(files) })
  await railEntry(page, 'Page').click()
  await expectOpenFile(page, 'page.md')
  await page.getByRole('button', { name: 'Search' }).focus()
  const seen: string[] = []
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press('Tab')
    const focus = await describeFocus(page)
    if (focus === seen[0]) break
    seen.push(focus)
    if (focus === 'textbox Entry') await page.keyboard.press('Escape')
  }
  for (const expected of [
    'button Today',
    'tree Entries',
    'button stone',
    'button Settings',
    'button Back',
    'input Text',
    'button More',
    'textbox Entry',
    'button Hide sidebar',
    'button Add a link',
    'button A link',
    'button Open in browser',
    'separator Height of resources and actions',
    'input call',
    'button call',
    'button Search',
  ]) {
    const isReached = seen.some((focus) => focus.startsWith(expected))
    const isHidden =
      expected === 'button Back' && (await page.getByRole('button', { name: 'Back' }).isDisabled())
    expect(isReached || isHidden, `${expected} in ${seen.join(', ')}`).toBe(true)
  }
})

test('the text in Markdown is left by Escape and Tab as well', async ({ launch, makeJournal }) => {
  const { page } = await launch({ journal: makeJournal({ 'page.md': '# Page\n\nwords\n' }) })
  await expect(entryText(page)).toContainText('words')
  await page.keyboard.press('Control+e')
  await entryMarkdown(page).click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(entryMarkdown(page)).not.toBeFocused()
  await expect(entryMarkdown(page)).toHaveText(/^# Page\s*words$/)
  expect(await entryMarkdown(page).textContent()).not.toContain('\t')

  await entryMarkdown(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(entryMarkdown(page)).toBeFocused()
  await page.keyboard.type('at the end')
  await expect(entryMarkdown(page)).toHaveText(/words\s*at the end$/)
})

test('every key of the commands is listed, in the menu too, and the menu does what it says', async ({
  launch,
  makeJournal,
}) => {
  const { page, electron } = await launch({ journal: makeJournal(files) })
  await clickAfter(page, 'Other')
  await page.keyboard.press('Control+/')
  const dialog = page.getByRole('dialog', { name: 'Keyboard' })
  for (const line of [
    'Search',
    'Today’s entry',
    'New draft',
    'Rename entry…',
    'Text or Markdown',
    'Next region',
  ]) {
    await expect(dialog).toContainText(line)
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(entryText(page)).toBeFocused()

  const choose = (id: string) =>
    electron.evaluate(({ Menu }, name) => Menu.getApplicationMenu()?.getMenuItemById(name)?.click(), id)
  await choose('open-search')
  await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused()
  await page.keyboard.press('Escape')
  await choose('toggle-mode')
  await expect(entryMarkdown(page)).toBeVisible()
  await choose('toggle-mode')
  await choose('new-page')
  await expect(page.getByRole('dialog', { name: 'New page' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('dialogs, menus and the difference close with Escape and give the focus back', async ({
  launch,
  makeJournal,
}) => {
  const { page } = await launch({ journal: makeJournal(files) })
  await railEntry(page, 'Page').click()
  await clickAfter(page, 'end')
  await page.keyboard.press('F2')
  await expect(page.getByRole('textbox', { name: 'File name' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(entryText(page)).toBeFocused()
  await page.keyboard.type('ing')
  await expect(entryText(page)).toContainText('ending')

  const changed = page.getByRole('button', { name: '1 line changed' })
  await changed.focus()
  await page.keyboard.press('Enter')
  const difference = page.getByRole('dialog', { name: 'What changed' })
  await expect(difference).toContainText('end')
  await expect(difference).toContainText('ending')
  await page.keyboard.press('Escape')
  await expect(difference).toHaveCount(0)
  await expect(changed).toBeFocused()

  const more = page.getByRole('button', { name: 'More', exact: true })
  await more.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu', { name: 'More', exact: true })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(more).toBeFocused()
})

test('in a narrow window the strip and the drawer are used by keys, and one goes on typing beside the drawer', async ({
  launch,
  makeJournal,
}) => {
  const { page } = await launch({ journal: makeJournal(files), size: { width: 900, height: 700 } })
  await clickAfter(page, 'Other')
  await page.getByRole('button', { name: 'Pages' }).press('Enter')
  await expect(page.getByRole('tree', { name: 'Entries' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('tree', { name: 'Entries' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Pages' })).toBeFocused()
  await page.keyboard.press('Enter')
  await railEntry(page, 'Page').click()
  await expectOpenFile(page, 'page.md')

  await clickAfter(page, 'end')
  await page.keyboard.press('Control+Shift+\\')
  await expect(page.getByRole('complementary', { name: 'About this entry' })).toBeVisible()
  await page.keyboard.type('less')
  await expect(entryText(page)).toContainText('endless')
  await page.getByRole('checkbox', { name: 'call' }).last().focus()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('complementary', { name: 'About this entry' })).toHaveCount(0)
  await page.getByRole('button', { name: /open actions/ }).press('Enter')
  await expect(page.getByRole('complementary', { name: 'About this entry' })).toBeVisible()
})
