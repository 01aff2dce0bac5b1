import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import path from 'node:path'
import { takePicture, test } from '../support/app-fixture.ts'
import { describeFolder, entryText, expectOpenFile, openEntry, runCommand } from '../support/app-page.ts'

function settings(page: Page) {
  return page.getByRole('dialog', { name: 'Settings' })
}

async function findViolations(page: Page): Promise<string[]> {
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0)
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))
}

test('the files are checked in the background, and nothing in the folder changes', async ({
  launch,
  makeJournal,
}) => {
  const journal = makeJournal({
    'day.md': '---\ntitle: "A day"  # mine\n---\n\n* one  \n* two\n\n| a |  b |\n|---|---|\n| 1 | 2 |\n',
    'crlf.md': '\uFEFFa\r\n\r\n\r\nb',
    'latin.md': new Uint8Array([0x63, 0x61, 0x66, 0xe9]),
    'drafts/long.md': 'some words to write about\n\n'.repeat(40),
  })
  const before = describeFolder(journal)
  const { page } = await launch({ journal, size: { width: 1200, height: 860 } })
  await openEntry(page, 'A day', 'day.md')
  await page.keyboard.press('Control+,')
  await expect(settings(page)).toBeVisible()
  await settings(page).getByRole('checkbox', { name: 'Also try edits' }).check()
  await settings(page).getByRole('button', { name: 'Check my files' }).click()
  await expect(settings(page).getByText('Every file comes back byte for byte.')).toBeVisible({
    timeout: 30_000,
  })
  await expect(settings(page).getByText('4 of 4 files', { exact: false })).toBeVisible()
  await expect(settings(page).getByText('1 file not UTF-8', { exact: false })).toBeVisible()
  await expect(settings(page).getByText('in memory', { exact: false }).last()).toBeVisible()
  expect(describeFolder(journal)).toEqual(before)
})

for (const theme of ['light', 'dark'] as const) {
  test(`a fault is shown with its place, and can be gone to and reported, in the ${theme} theme`, async ({
    launch,
    makeJournal,
  }) => {
    const journal = makeJournal({ 'private name.md': '# Private name\n\nfirst\n\nsecret words\n' })
    const app = await launch({ journal, theme, size: { width: 1200, height: 860 } })
    const { page, electron } = app
    await expect(entryText(page)).toContainText('secret words')
    // The engine finds no fault that could be made on purpose, so one is told in its place.
    await electron.evaluate(({ ipcMain }) => {
      ipcMain.removeHandler('cairn:request:checkFiles')
      ipcMain.handle('cairn:request:checkFiles', () => ({
        ok: true,
        value: {
          files: 1,
          identical: 0,
          readOnly: 0,
          edits: 3,
          exact: 2,
          refused: 0,
          seed: 5,
          faults: [{ path: 'private name.md', line: 5, edit: 'bold', construct: 'paragraph: words' }],
          faultCount: 1,
        },
      }))
    })
    await electron.evaluate(({ clipboard }) => clipboard.writeText(''))
    await page.getByRole('button', { name: 'Settings' }).click()
    await settings(page).getByRole('button', { name: 'Check my files' }).click()
    const fault = settings(page).getByRole('list', { name: 'Faults' }).getByRole('button')
    await expect(fault).toContainText('private name.md')
    await expect(fault).toContainText('line 5')
    await takePicture(page, `settings-${theme}`)
    expect(await findViolations(page)).toEqual([])
    await settings(page).getByRole('button', { name: 'Copy report' }).click()
    const report = await electron.evaluate(({ clipboard }) => clipboard.readText())
    expect(report).toContain('file 1, line 5: bold: paragraph: words')
    expect(report).not.toContain('private')
    expect(report).not.toContain('secret')
    await fault.click()
    await expect(settings(page)).toHaveCount(0)
    await expectOpenFile(page, 'private name.md')
    await page.keyboard.type('Now ')
    await expect(entryText(page)).toContainText('Now secret words')
  })
}

test('what is chosen holds at once: theme, and which headings make actions', async ({
  launch,
  makeJournal,
}) => {
  const journal = makeJournal({ 'day.md': '# Day\n\n## errands\n\n- buy ink\n' })
  const { page } = await launch({ journal, size: { width: 1300, height: 860 } })
  await expect(entryText(page)).toContainText('buy ink')
  const actions = page.locator('.side').getByText('buy ink')
  await expect(actions).toHaveCount(0)
  await runCommand(page, 'Settings')
  await settings(page).getByText('Dark', { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await settings(page).getByRole('textbox', { name: 'Another heading' }).fill('Errands')
  await page.keyboard.press('Enter')
  await expect(settings(page).getByRole('button', { name: 'Remove “errands”' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(actions).toHaveCount(1)

  // The index has read everything anew: the action is found from anywhere.
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search' }).fill('ink is:open')
  await expect(page.getByRole('option').filter({ hasText: 'buy ink' }).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await runCommand(page, 'Settings')
  await settings(page).getByRole('button', { name: 'Remove “errands”' }).click()
  await page.keyboard.press('Escape')
  await expect(actions).toHaveCount(0)
})

test('a check can be stopped', async ({ launch, makeJournal }) => {
  const files = Array.from({ length: 400 }, (_, at) => [
    `n${at}.md`,
    `# ${at}\n\n${'- some words, *some* `more`\n'.repeat(20)}`,
  ])
  const journal = makeJournal(Object.fromEntries(files) as Record<string, string>)
  const before = describeFolder(path.join(journal))
  const { page } = await launch({ journal })
  await expect(page.getByRole('tree', { name: 'Entries' })).toBeVisible()
  await runCommand(page, 'Check my files')
  await expect(settings(page).getByRole('progressbar', { name: 'Files checked' })).toBeVisible()
  await settings(page).getByRole('button', { name: 'Stop' }).click()
  await expect(settings(page).getByRole('button', { name: 'Check my files' })).toBeVisible()
  expect(describeFolder(journal)).toEqual(before)
})
