import { expect } from '@playwright/test'
import { test } from '../support/app-fixture.ts'
import { entryText, recordOpenedLinks } from '../support/app-page.ts'

const hostile = {
  script: 'javascript:alert(document.title)',
  file: 'file:///etc/passwd',
  data: 'data:text/html,hello',
  program: 'smb://somewhere/share',
} as const

test('links that could run or read something are never opened, others only when they are clicked', async ({
  launch,
  makeJournal,
}) => {
  const lines = Object.entries(hostile).map(([name, url]) => `see [the ${name}](<${url}>) here\n`)
  const folder = makeJournal({
    'page.md': `# Links\n\n${lines.join('\n')}\n[the page](https://example.org/a?b=c) and <https://auto.example/>\n\n[the mail](mailto:ines@example.org)\n`,
  })
  const app = await launch({ journal: folder })
  const { page } = app
  const readOpened = await recordOpenedLinks(app.electron)
  const text = entryText(page)
  const notOpened = page.getByText('The link was not opened.')
  for (const name of Object.keys(hostile)) {
    const link = text.getByRole('link', { name: `the ${name}` })
    await link.click({ modifiers: ['Control'] })
    await expect(notOpened).toBeVisible()
    await page.getByRole('button', { name: 'Close this notice' }).click()
    await expect(notOpened).toHaveCount(0)
    await link.click()
    await page.getByRole('dialog', { name: 'Link' }).getByRole('button', { name: 'Open' }).click()
    await expect(notOpened).toBeVisible()
    await page.getByRole('button', { name: 'Close this notice' }).click()
    await page.keyboard.press('Escape')
    await link.click({ button: 'middle' })
    await page.getByRole('button', { name: 'Close this notice' }).click()
  }
  expect(await readOpened()).toEqual([])
  expect(page.url()).toBe('cairn-app://window/index.html')

  const link = text.getByRole('link', { name: 'the page' })
  await link.hover()
  await expect(page.getByRole('tooltip')).toContainText('https://example.org/a?b=c')
  await link.click()
  await expect(page.getByRole('dialog', { name: 'Link' })).toContainText('https://example.org/a?b=c')
  expect(await readOpened()).toEqual([])
  await page.getByRole('dialog', { name: 'Link' }).getByRole('button', { name: 'Open' }).click()
  await expect.poll(readOpened).toEqual(['https://example.org/a?b=c'])
  await page.keyboard.press('Escape')
  await text.getByRole('link', { name: 'the mail' }).click({ modifiers: ['Control'] })
  await expect.poll(readOpened).toHaveLength(2)
  await text.getByRole('button', { name: 'https://auto.example/' }).click()
  await expect.poll(readOpened).toHaveLength(3)
  await page.getByRole('complementary').getByRole('button', { name: 'Open in browser' }).first().click()
  await expect
    .poll(readOpened)
    .toEqual([
      'https://example.org/a?b=c',
      'mailto:ines@example.org',
      'https://auto.example/',
      'https://example.org/a?b=c',
    ])
})
