import { expect } from '@playwright/test'
import path from 'node:path'
import { test } from '../support/app-fixture.ts'
import { entryText, expectFile, openEntry, readText } from '../support/app-page.ts'

const texts = {
  'pages/toy models.md': '# Toy models\n\n## Open questions\n\nwords\n',
  'pages/people.md': '# Met\n\n[a](https://a.org) by Neel Nanda (Sep 2025)\n\n@Ines said so\n',
  'log.md': '# Log\n\nbegun\n',
}

test('a link is completed by keys alone, in rich text and as Markdown, and Escape leaves what was typed', async ({
  launch,
  makeJournal,
}) => {
  const folder = makeJournal(texts)
  const { page } = await launch({ journal: folder })
  const file = path.join(folder, 'log.md')
  await openEntry(page, 'Log', 'log.md')
  await entryText(page).getByText('begun').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' [[toy modls')
  const links = page.getByRole('listbox', { name: 'Links' })
  await expect(links.getByRole('option', { name: 'Toy models' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(links.getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(links).toHaveCount(0)
  await expectFile(file, '# Log\n\nbegun [[toy models|Toy models]]\n')

  await page.keyboard.type(' with @nee')
  await expect(links.getByRole('option', { name: 'Neel Nanda' })).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.type(' and [[toy models#op')
  await expect(links.getByRole('option', { name: 'Open questions' })).toBeVisible()
  await page.keyboard.press('Tab')
  const begun = '# Log\n\nbegun [[toy models|Toy models]] with @Neel.Nanda and [[toy models#Open questions]]'
  await expectFile(file, `${begun}\n`)

  await page.keyboard.type(' or [[toy')
  await expect(links).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(links).toHaveCount(0)
  await page.keyboard.type(' m')
  await page.keyboard.press('Enter')
  await page.keyboard.type('next')
  await expect(links).toHaveCount(0)
  await expect.poll(() => readText(file)).toMatch(/or \\?\[\\?\[toy m\n+next/)

  await page.keyboard.press('Control+e')
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('[[Toy')
  await expect(links.getByRole('option', { name: 'Toy models' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => readText(file)).toMatch(/\n\[\[toy models\|Toy models\]\]\n?$/)
})

test('a pasted address becomes the link that the journal has for it; one undo gives the bare address', async ({
  launch,
  makeJournal,
}) => {
  const folder = makeJournal({
    'known.md': '# Known\n\n[Career advice](https://www.example.org/advice/) by Neel Nanda (Sep 2025)\n',
    'log.md': '# Log\n\nread\n',
  })
  const app = await launch({ journal: folder })
  const { page } = app
  const file = path.join(folder, 'log.md')
  const address = 'https://example.org/advice'
  await openEntry(page, 'Log', 'log.md')
  await app.electron.evaluate(({ clipboard }, text) => clipboard.writeText(text), address)
  await entryText(page).getByText('read').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' ')
  await page.keyboard.press('Control+v')
  await expectFile(file, `# Log\n\nread [Career advice](${address}) by Neel Nanda (Sep 2025)\n`)
  await page.keyboard.press('Control+z')
  await expectFile(file, `# Log\n\nread ${address}\n`)
})
