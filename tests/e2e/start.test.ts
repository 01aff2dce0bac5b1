import { expect } from '@playwright/test'
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { startCommand, test } from '../support/app-fixture.ts'
import { answerFolderDialog, entryText, expectOpenFile, railEntry } from '../support/app-page.ts'

test('a first start shows three doors, opens a folder and the sample, and remembers both', async ({
  launch,
  makeJournal,
}) => {
  const app = await launch()
  const { page } = app
  const folder = makeJournal({ '2025-01-02.md': 'the second of january\n' })
  for (const [at, name] of [
    'Choose a folder',
    'Open an Obsidian or Hugo folder',
    'Start with a sample',
  ].entries()) {
    await expect(page.getByRole('button', { name })).toContainText(`${at + 1}`)
  }
  await expect(page.getByRole('button', { name: 'Choose a folder' })).toBeFocused()
  await expect(page.getByRole('region', { name: 'Opened before' })).toHaveCount(0)

  await answerFolderDialog(app.electron, [null, folder])
  await page.keyboard.press('1')
  await expect(page.getByRole('button', { name: 'Choose a folder' })).toBeEnabled()
  await expect(page.getByRole('tree', { name: 'Entries' })).toHaveCount(0)

  await page.keyboard.press('2')
  await expect(entryText(page)).toContainText('the second of january')

  await page.getByRole('button', { name: path.basename(folder) }).click()
  await page.getByRole('menuitem', { name: 'Close journal' }).click()
  await expect(
    page.getByRole('button', { name: `Forget ${path.basename(folder)}; the folder stays` }),
  ).toBeVisible()

  await page.keyboard.press('3')
  await expect(railEntry(page, 'Start here')).toBeVisible()
  await expectOpenFile(page, '2026-11-20.md')
  await app.stop()

  const again = await launch({ userData: app.userData })
  await expectOpenFile(again.page, '2026-11-20.md')
  await again.page.getByRole('button', { name: 'Sample journal' }).click()
  await again.page.getByRole('menuitem', { name: 'Close journal' }).click()
  const recents = again.page.getByRole('region', { name: 'Opened before' })
  await expect(recents.getByRole('listitem')).toHaveCount(2)
  await again.page.getByRole('button', { name: 'Forget Sample journal; the folder stays' }).click()
  await expect(recents.getByRole('listitem')).toHaveCount(1)
  await recents
    .getByRole('button', { name: path.basename(folder) })
    .first()
    .click()
  await expect(entryText(again.page)).toContainText('the second of january')
})

test('a folder that is gone is named, and the welcome screen stays', async ({ launch, makeJournal }) => {
  const app = await launch()
  const folder = path.join(makeJournal({}), 'nowhere')
  await answerFolderDialog(app.electron, [folder])
  await expect(app.page.getByRole('button', { name: 'Choose a folder' })).toBeFocused()
  await app.page.keyboard.press('1')
  await expect(app.page.getByRole('alert')).toContainText('The folder could not be opened.')
  await app.page.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(app.page.getByRole('alert')).toHaveCount(0)
  await expect(app.page.getByRole('button', { name: 'Start with a sample' })).toBeEnabled()
})

test('broken settings are set aside with a notice, and the journal opens all the same', async ({
  launch,
  makeJournal,
  temporaryFolder,
}) => {
  const userData = path.join(temporaryFolder, 'user')
  fs.mkdirSync(userData)
  fs.writeFileSync(path.join(userData, 'settings.json'), '{"settings": {"theme": "dar')
  const { page } = await launch({ userData, journal: makeJournal({ 'page.md': 'still here\n' }) })
  await expect(entryText(page)).toContainText('still here')
  const notice = page.getByRole('alert').filter({ hasText: 'The settings could not be read' })
  await expect(notice).toContainText('Your journal is not touched.')
  const kept = fs.readdirSync(userData).filter((name) => name.startsWith('settings.broken-'))
  expect(kept.map((name) => fs.readFileSync(path.join(userData, name), 'utf8'))).toEqual([
    '{"settings": {"theme": "dar',
  ])
  await notice.getByRole('button', { name: 'Close this notice' }).click()
  await expect(notice).toHaveCount(0)
})

test('a second start ends by itself, hands over its folder and brings the first window forward', async ({
  launch,
  makeJournal,
}) => {
  const app = await launch({ journal: makeJournal({ 'first.md': 'the first journal\n' }) })
  await expect(entryText(app.page)).toContainText('the first journal')
  await app.electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const calls: string[] = []
    Object.assign(globalThis, { calls })
    if (window) window.focus = () => void calls.push('focus')
  })
  const other = makeJournal({ 'second.md': 'the second journal\n' })
  const command = startCommand({ userData: app.userData, journal: other })
  const second = spawn(command.program, [...command.args], { env: command.environment, stdio: 'ignore' })
  const exitCode = await new Promise((resolve) => second.once('exit', resolve))
  expect(exitCode).toBe(0)
  await expect(entryText(app.page)).toContainText('the second journal')
  expect(await app.electron.evaluate(() => Reflect.get(globalThis, 'calls') as string[])).toEqual(['focus'])
  expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('the window opens where and as large as it was, with the theme and the panels that were chosen', async ({
  launch,
  makeJournal,
}) => {
  const journal = makeJournal({ 'page.md': 'words\n' })
  const app = await launch({ journal })
  await expect(entryText(app.page)).toContainText('words')
  const bounds = { x: 120, y: 90, width: 1230, height: 760 }
  await app.electron.evaluate(({ BrowserWindow }, wanted) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(wanted)
  }, bounds)
  await app.page.getByRole('button', { name: 'Hide sidebar' }).click()
  await app.page.getByRole('button', { name: 'Settings' }).click()
  await app.page.getByText('Dark', { exact: true }).click()
  await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await app.stop()

  const again = await launch({ userData: app.userData })
  await expect(entryText(again.page)).toContainText('words')
  const read = () =>
    again.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
  expect(await read()).toEqual(bounds)
  await expect(again.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(again.page.getByRole('button', { name: 'Show sidebar' })).toBeVisible()
})
