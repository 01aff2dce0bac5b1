import { expect } from '@playwright/test'
import path from 'node:path'
import { test } from '../support/app-fixture.ts'
import { expectFile, expectOpenFile, readText } from '../support/app-page.ts'

const entry = '# Plans\r\n\r\n## Next steps\r\n\r\n1. speak with Ada on sep 23rd\r\n2. learn the basics\r\n'

test('a date that was read wrongly is corrected by keyboard, beside the text; it holds in the panel, and can be taken back', async ({
  launch,
  makeJournal,
}) => {
  const folder = makeJournal({ '2025-09-20.md': entry })
  const file = path.join(folder, '2025-09-20.md')
  const dates = path.join(folder, '.cairn', 'dates.json')
  const { page } = await launch({ journal: folder })
  await expect(page.getByText('On this computer')).toBeVisible()
  await page.keyboard.press('Control+2')
  const steps = page.getByRole('tree', { name: 'Steps' })
  const step = steps.getByRole('treeitem', { name: /speak with Ada/ })
  await expect(step).toContainText('23 Sep 2025')

  await steps.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('c')
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await page.keyboard.type('2031-09-23')
  await page.keyboard.press('Enter')
  await expect(step).toContainText('23 Sep 2031')
  await expectFile(file, entry)
  expect(JSON.parse(readText(dates) ?? '')).toEqual({
    corrections: [
      {
        text: 'speak with Ada on sep 23rd',
        heading: 'Next steps',
        entryDay: '2025-09-20',
        day: '2031-09-23',
      },
    ],
  })

  await page.keyboard.press('Enter')
  await expectOpenFile(page, '2025-09-20.md')
  const panel = page.getByRole('complementary')
  await expect(panel.getByText('23 Sep 2031')).toBeVisible()
  await panel.getByRole('button', { name: 'More for this action' }).first().focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Read them as before' }).click()
  // The focus is on the menu's button, which stands in the place of the date.
  await expect(panel).toContainText('23 Sep 2025')
  await expectFile(file, entry)
})

test('a date is set from the panel in plain words, as one edit that Undo takes back', async ({
  launch,
  makeJournal,
}) => {
  const folder = makeJournal({ '2025-09-20.md': entry })
  const file = path.join(folder, '2025-09-20.md')
  const { page } = await launch({ journal: folder })
  const panel = page.getByRole('complementary')
  await panel.getByRole('button', { name: 'speak with Ada on sep 23rd' }).focus()
  await page.keyboard.press('d')
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await page.keyboard.type('5 oct 2025')
  await page.keyboard.press('Enter')
  await expectFile(file, entry.replace('sep 23rd', 'oct 5th'))
  await page.getByRole('textbox', { name: 'Entry' }).focus()
  await page.keyboard.press('Control+z')
  await expectFile(file, entry)
})
