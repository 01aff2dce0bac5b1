import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import fs from 'node:fs'
import path from 'node:path'
import { resizeWindow, test } from '../support/app-fixture.ts'
import { entryMarkdown, entryText, expectOpenFile } from '../support/app-page.ts'

/** What axe finds wrong, one line for each element. Legacy mode: Electron opens no second page for it. */
async function findViolations(page: Page, screen: string): Promise<string[]> {
  // What fades in has no final colours yet.
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0)
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${screen}: ${id}: ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`),
  )
}

for (const theme of ['light', 'dark'] as const) {
  test(`every screen is free of accessibility faults in the ${theme} theme`, async ({ launch }) => {
    const app = await launch({ theme, size: { width: 1440, height: 900 } })
    const { page } = app
    const found: string[] = []
    const check = async (screen: string) => found.push(...(await findViolations(page, screen)))
    await expect(page.getByRole('button', { name: 'Choose a folder' })).toBeFocused()
    await check('welcome')
    await page.keyboard.press('3')
    await expectOpenFile(page, '2026-11-20.md')
    await expect(page.getByRole('button', { name: /used in/ }).first()).toBeVisible()
    await page
      .getByRole('button', { name: /used in/ })
      .first()
      .click()
    await check('main')

    await page.keyboard.press('Control+k')
    await page.keyboard.type('mechanistc')
    await expect(page.getByRole('option').first()).toBeVisible()
    await check('palette')
    await page.getByRole('combobox', { name: 'Search' }).fill('zzqqzzqq')
    await expect(page.getByText('Nothing found')).toBeVisible()
    await check('palette, nothing found')
    await page.keyboard.press('Escape')

    await page.keyboard.press('F2')
    await check('rename')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+/')
    await check('keyboard')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await check('menu')
    await page.keyboard.press('Escape')

    const file = path.join(app.userData, 'Sample journal', '2026', '2026-11-20.md')
    await entryText(page).getByText('The plot is ugly and true:').click()
    await page.keyboard.press('End')
    await page.keyboard.type(' so')
    await expect(page.getByRole('button', { name: '1 line changed' })).toBeVisible()
    await page.getByRole('button', { name: '1 line changed' }).click()
    await check('difference')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+e')
    await expect(entryMarkdown(page)).toBeVisible()
    await check('Markdown')
    await page.keyboard.press('Control+e')
    fs.rmSync(file)
    await expect(page.getByText('This file was deleted or moved by another program.')).toBeVisible()
    await check('notice')

    await resizeWindow(app.electron, { width: 900, height: 700 })
    await expect(page.getByRole('button', { name: 'Show rail' })).toBeVisible()
    await check('narrow')
    await page.getByRole('button', { name: /open actions/ }).click()
    await expect(page.getByRole('complementary')).toBeVisible()
    await check('narrow, drawer')
    await page.getByRole('button', { name: 'Entries' }).click()
    await check('narrow, flyout')
    expect(found).toEqual([])
  })
}
