import { expect, type ElectronApplication, type Locator, type Page } from '@playwright/test'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** The rich text of the open entry. */
export function entryText(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Entry', exact: true })
}

/** The open entry as Markdown. */
export function entryMarkdown(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Entry as Markdown' })
}

/** An entry in the rail, by its title. */
export function railEntry(page: Page, title: string): Locator {
  return page.getByRole('tree', { name: 'Entries' }).getByRole('treeitem', { name: title, exact: true })
}

/** What the status line says about the file. */
export function saveStatus(page: Page): Locator {
  return page.locator('footer').getByRole('status')
}

/** Chooses an entry in the rail and waits until its file is the open one. */
export async function openEntry(page: Page, title: string, fileName: string): Promise<void> {
  await railEntry(page, title).click()
  await expectOpenFile(page, fileName)
}

/** The file name in the title bar: which entry is on the page. */
export async function expectOpenFile(page: Page, fileName: string): Promise<void> {
  await expect(page.locator('main header .path b')).toHaveText(fileName)
}

/**
 * Puts the caret right after some words of the text, by a click there, as a hand would.
 *
 * Blocks off the screen have estimated heights, so the place is looked at until it does not move any more.
 */
export async function clickAfter(page: Page, words: string): Promise<void> {
  const text = entryText(page)
  await expect(text).toContainText(words)
  let before = ''
  await expect
    .poll(
      async () => {
        const last = before
        before = JSON.stringify(await findEndOf(text, words))
        return before !== 'null' && before === last
      },
      { intervals: [30] },
    )
    .toBe(true)
  const point = JSON.parse(before) as Point
  await page.mouse.click(point.x, point.y)
  await expect(text).toBeFocused()
}

interface Point {
  readonly x: number
  readonly y: number
}

/** Scrolls to the first place of some words and gives the end of their last letter, a frame later. */
function findEndOf(text: Locator, words: string): Promise<Point | null> {
  return text.evaluate(async (root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf(wanted)
      if (at < 0) continue
      node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' })
      await new Promise((resolve) => requestAnimationFrame(resolve))
      const range = document.createRange()
      range.setStart(node, at + wanted.length - 1)
      range.setEnd(node, at + wanted.length)
      const rect = [...range.getClientRects()].at(-1)
      if (rect) return { x: rect.right - 0.5, y: (rect.top + rect.bottom) / 2 }
    }
    return null
  }, words)
}

/** Waits until the file holds exactly this text. */
export async function expectFile(file: string, text: string): Promise<void> {
  await expect.poll(() => readText(file), { intervals: [100] }).toBe(text)
}

/** The text of a file, or null while there is none. */
export function readText(file: string): string | null {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null
}

/** One line for each file and folder below `folder`: path, size, time of change in ms, hash of the bytes. */
export function describeFolder(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .map((name) => {
      const file = path.join(folder, name)
      const status = fs.lstatSync(file)
      const content = status.isFile() ? createHash('sha256').update(fs.readFileSync(file)).digest('hex') : ''
      return `${name} ${status.size} ${status.mtimeMs} ${status.mode} ${content}`
    })
}

/** The next folder dialogs are answered with these folders, in turn; null is a dialog that was cancelled. */
export async function answerFolderDialog(
  electron: ElectronApplication,
  folders: readonly (string | null)[],
): Promise<void> {
  await electron.evaluate(({ dialog }, answers) => {
    const waiting = [...answers]
    dialog.showOpenDialog = () => {
      const folder = waiting.shift() ?? null
      return Promise.resolve({ canceled: folder === null, filePaths: folder === null ? [] : [folder] })
    }
  }, folders)
}

/** From now on links are noted instead of opened. Gives what reads the list. */
export async function recordOpenedLinks(electron: ElectronApplication): Promise<() => Promise<string[]>> {
  await electron.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { openedLinks: opened })
    shell.openExternal = (address) => {
      opened.push(address)
      return Promise.resolve()
    }
  })
  return () => electron.evaluate(() => Reflect.get(globalThis, 'openedLinks') as string[])
}

/** The answer of the next message boxes, by the number of the button; gives what reads the boxes that were shown. */
export async function answerMessageBox(
  electron: ElectronApplication,
  button: number,
): Promise<() => Promise<string[]>> {
  await electron.evaluate(({ dialog }, response) => {
    const shown: string[] = []
    Object.assign(globalThis, { shownBoxes: shown })
    dialog.showMessageBox = (...args: unknown[]) => {
      const options = args.at(-1) as { detail?: string }
      shown.push(options.detail ?? '')
      return Promise.resolve({ response, checkboxChecked: false })
    }
  }, button)
  return () => electron.evaluate(() => Reflect.get(globalThis, 'shownBoxes') as string[])
}

/** Runs a command by its name, through the palette: the way that every command has. */
export async function runCommand(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: 'Search' })
  await expect(field).toBeFocused()
  await field.fill(`> ${name}`)
  await expect(page.getByRole('option', { name, selected: true })).toBeVisible()
  await page.keyboard.press('Enter')
}

/** The local calendar day, `2026-11-24`, `days` from today. */
export function dayFromToday(days = 0): string {
  const day = new Date()
  day.setDate(day.getDate() + days)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}
