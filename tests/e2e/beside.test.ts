import { expect, type Locator, type Page } from '@playwright/test'
import path from 'node:path'
import { test } from '../support/app-fixture.ts'
import { expectFile, expectOpenFile, openEntry, railEntry } from '../support/app-page.ts'

function side(page: Page, name: 'Entry' | 'Entry beside'): Locator {
  return page.getByRole('region', { name, exact: true })
}

function textIn(pane: Locator): Locator {
  return pane.getByRole('textbox', { name: 'Entry', exact: true })
}

test('two entries stand side by side, each is written where it was typed, and the sidebar speaks of the one with the focus', async ({
  launch,
  makeJournal,
}) => {
  const folder = makeJournal({
    'notes.md': '# Notes\n\nWhat I read today.\n',
    'plan.md': '# Plan\n\n- [ ] write to Ines\n\n[A guide](https://stones.example/guide)\n',
  })
  const { page } = await launch({ journal: folder })
  await openEntry(page, 'Notes', 'notes.md')
  await railEntry(page, 'Plan').click({ modifiers: ['Control'] })
  await expect(textIn(side(page, 'Entry beside'))).toContainText('write to Ines')
  await expect(textIn(side(page, 'Entry beside'))).toBeFocused()
  await expectOpenFile(page, 'plan.md')
  await expect(page.getByRole('button', { name: '1 resources' })).toBeVisible()

  await textIn(side(page, 'Entry')).getByText('What I read').click()
  await expectOpenFile(page, 'notes.md')
  await expect(page.getByRole('button', { name: '0 resources' })).toBeVisible()
  await page.keyboard.press('End')
  await page.keyboard.type(' And why.')
  await expectFile(path.join(folder, 'notes.md'), '# Notes\n\nWhat I read today. And why.\n')

  await page.keyboard.press('F6')
  await expect(textIn(side(page, 'Entry beside'))).toBeFocused()
  await side(page, 'Entry beside').getByRole('checkbox').click()
  await expectFile(
    path.join(folder, 'plan.md'),
    '# Plan\n\n- [x] write to Ines\n\n[A guide](https://stones.example/guide)\n',
  )

  await page.keyboard.press('Control+Shift+w')
  await expect(side(page, 'Entry beside')).toHaveCount(0)
  await expectOpenFile(page, 'notes.md')
})

test('what was typed last in both sides is on disk when the window has closed', async ({
  launch,
  makeJournal,
}) => {
  const folder = makeJournal({ 'one.md': '# One\n\nfirst\n', 'two.md': '# Two\n\nsecond\n' })
  const app = await launch({ journal: folder })
  const { page } = app
  await openEntry(page, 'One', 'one.md')
  await railEntry(page, 'Two').click({ modifiers: ['Control'] })
  await textIn(side(page, 'Entry beside')).getByText('second').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' here')
  await textIn(side(page, 'Entry')).getByText('first').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' there')
  await app.electron.close()
  await expectFile(path.join(folder, 'two.md'), '# Two\n\nsecond here\n')
  await expectFile(path.join(folder, 'one.md'), '# One\n\nfirst there\n')
})

test('in a window without room for two, an entry asked for beside opens in place', async ({
  launch,
  makeJournal,
}) => {
  const folder = makeJournal({ 'one.md': '# One\n\nfirst\n', 'two.md': '# Two\n\nsecond\n' })
  const app = await launch({ journal: folder })
  const { page } = app
  await openEntry(page, 'One', 'one.md')
  await railEntry(page, 'Two').click({ modifiers: ['Control'] })
  await expect(side(page, 'Entry beside')).toBeVisible()
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1000, 800))
  await expect(side(page, 'Entry beside')).toHaveCount(0)
  await expectOpenFile(page, 'two.md')
  await railEntry(page, 'One').click({ modifiers: ['Control'] })
  await expectOpenFile(page, 'one.md')
  await expect(side(page, 'Entry beside')).toHaveCount(0)
})
