import { expect, type Page } from '@playwright/test'
import fs from 'node:fs'
import path from 'node:path'
import {
  projectRoot,
  resizeWindow,
  sharedFolder,
  takePicture,
  test,
  type RunningApp,
} from '../support/app-fixture.ts'
import {
  answerFolderDialog,
  clickAfter,
  entryMarkdown,
  entryText,
  expectOpenFile,
  openEntry,
  railEntry,
} from '../support/app-page.ts'

const wide = { width: 1440, height: 900 }
const narrow = { width: 900, height: 700 }
type Size = typeof wide
/** Narrower, lines are too short to be read with ease: the design's limit. */
const smallestTextWidth = 480

/** The sample, the first user's text where it is there, and what the sample does not have. */
function makeFullJournal(folder: string): string {
  const journal = path.join(folder, 'journal')
  fs.cpSync(path.join(projectRoot, 'assets', 'sample-journal'), journal, { recursive: true })
  fs.writeFileSync(path.join(journal, 'empty.md'), '')
  fs.writeFileSync(path.join(journal, 'changed.md'), '# Changed\n\nfirst words\n\nlast words\n')
  const source = path.join(sharedFolder, 'text', 'career-exploration.md')
  if (fs.existsSync(source)) fs.copyFileSync(source, path.join(journal, 'career-exploration.md'))
  return journal
}

/** What is cut off, wrapped or squeezed in the window as it is, one sentence each. */
function findFaults(page: Page): Promise<string[]> {
  return page.evaluate((textWidth) => {
    const faults: string[] = []
    const root = document.documentElement
    if (root.scrollWidth > innerWidth) faults.push(`the page is ${root.scrollWidth} px in ${innerWidth}`)
    if (root.scrollHeight > innerHeight)
      faults.push(`the page is ${root.scrollHeight} px high in ${innerHeight}`)
    const text = document.querySelector('[role=textbox][aria-label^="Entry"]')
    const width = text?.getBoundingClientRect().width ?? textWidth
    if (width < textWidth) faults.push(`the text is ${width} px wide`)
    for (const scroller of document.querySelectorAll('.page, .page *, .side *, .rail *, .dlg, .dlg *')) {
      const { overflowX } = getComputedStyle(scroller)
      const isHidden = overflowX === 'hidden' || overflowX === 'clip' || overflowX === 'visible'
      // Code, tables and lines of Markdown may scroll by themselves.
      if (isHidden || scroller.closest('pre, .cm-editor, .table-scroll, table, .diff')) continue
      if (scroller.scrollWidth > scroller.clientWidth + 1)
        faults.push(`<${scroller.tagName} class="${scroller.className}"> scrolls sideways`)
    }
    for (const button of document.querySelectorAll('.btn, .lk, .chg, .seg label, .find, kbd')) {
      const box = button.getBoundingClientRect()
      if (box.width === 0) continue
      const name = `“${button.textContent ?? ''}”`
      if (box.left < 0 || box.right > innerWidth + 0.5) faults.push(`${name} is outside of the window`)
      const range = document.createRange()
      range.selectNodeContents(button)
      const words = [...range.getClientRects()].filter((rect) => rect.width > 1 && rect.height > 6)
      const top = Math.min(...words.map((rect) => rect.bottom))
      if (words.some((rect) => rect.top >= top)) faults.push(`${name} has two lines`)
    }
    return faults
  }, smallestTextWidth)
}

/** Looks at a screen as it is: no fault in it, and a picture of it. */
async function look(app: RunningApp, name: string, size: Size): Promise<void> {
  await resizeWindow(app.electron, size)
  await expect
    .poll(() => app.page.evaluate(() => [innerWidth, innerHeight]))
    .toEqual([size.width, size.height])
  // Layouts by width are drawn a frame later, and what floats arrives within its motion.
  await app.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(null))))
  await expect
    .poll(() =>
      app.page.evaluate(() => document.getAnimations().filter((one) => one.playState === 'running').length),
    )
    .toBe(0)
  await app.page.evaluate(() => document.fonts.ready.then(() => null))
  await takePicture(app.page, name)
  expect(await findFaults(app.page), name).toEqual([])
}

for (const theme of ['light', 'dark'] as const) {
  test(`every screen fits its window, wide and narrow, ${theme}`, async ({ launch, temporaryFolder }) => {
    const journal = makeFullJournal(temporaryFolder)
    const app = await launch({ theme, size: wide })
    const { page } = app
    const both = async (name: string) => {
      await look(app, `${name}-narrow-${theme}`, narrow)
      await look(app, `${name}-${theme}`, wide)
    }
    await expect(page.getByRole('button', { name: 'Choose a folder' })).toBeFocused()
    await both('welcome')

    await answerFolderDialog(app.electron, [journal])
    await page.keyboard.press('1')
    await expectOpenFile(page, '2026-11-20.md')
    // The folder has been read through: titles and tags are there.
    await expect(railEntry(page, '20 The lonely feature has company')).toBeVisible()
    await expect(page.getByText('On this computer')).toBeVisible()
    await both('main')
    await page.keyboard.press('Control+e')
    await expect(entryMarkdown(page)).toBeVisible()
    await both('markdown')
    await page.keyboard.press('Control+e')

    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Search' }).fill('superpositon')
    await expect(page.getByRole('option').first()).toBeVisible()
    await both('search')
    await page.keyboard.press('Escape')

    await lookAtStates(app, journal, both)
    await lookAtNarrow(app, theme)
  })
}

/** An empty entry, a difference, a conflict. */
async function lookAtStates(
  app: RunningApp,
  journal: string,
  both: (name: string) => Promise<void>,
): Promise<void> {
  const { page } = app
  await openEntry(page, 'empty', 'empty.md')
  await expect(entryText(page)).toBeVisible()
  await both('empty')

  await openEntry(page, 'Changed', 'changed.md')
  await clickAfter(page, 'first')
  await page.keyboard.type(' and better')
  await page.getByRole('button', { name: '1 line changed' }).click()
  await expect(page.getByRole('dialog', { name: 'What changed' })).toBeVisible()
  await both('difference')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await clickAfter(page, 'last')
  await page.keyboard.type(' of mine')
  fs.writeFileSync(path.join(journal, 'changed.md'), '# Changed\n\nfirst words of theirs\n\nlast words\n')
  await expect(page.getByRole('button', { name: 'Keep both' })).toBeVisible()
  await both('conflict')
  await page.getByRole('button', { name: 'Compare' }).click()
  await expect(page.getByRole('dialog', { name: 'Theirs and mine' })).toBeVisible()
  await both('compare')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Take theirs' }).click()
  await expect(entryText(page)).toContainText('first words of theirs')

  if (!fs.existsSync(path.join(journal, 'career-exploration.md'))) return
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search' }).fill('career exploration')
  await page
    .getByRole('option')
    .filter({ hasText: /career exploration/i })
    .first()
    .click()
  await expectOpenFile(page, 'career-exploration.md')
  await expect(page.getByRole('heading', { name: 'AI Safety Career Exploration' })).toBeInViewport()
  await both('first-user')
}

/** The drawer and the flyouts of the narrow window, over a full entry. */
async function lookAtNarrow(app: RunningApp, theme: string): Promise<void> {
  const { page } = app
  await railEntry(page, '20 The lonely feature has company').click()
  await expectOpenFile(page, '2026-11-20.md')
  await resizeWindow(app.electron, narrow)
  await page.getByRole('button', { name: /open actions/ }).click()
  await expect(page.getByRole('complementary')).toBeVisible()
  await look(app, `drawer-${theme}`, narrow)
  await page.getByRole('button', { name: /open actions/ }).click()
  await page.getByRole('button', { name: 'Entries' }).click()
  await expect(page.getByRole('tree', { name: 'Entries' })).toBeFocused()
  await look(app, `flyout-${theme}`, narrow)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await look(app, `menu-${theme}`, narrow)
}
