import AxeBuilder from '@axe-core/playwright'
import { expect, type Locator } from '@playwright/test'
import fs from 'node:fs'
import path from 'node:path'
import { test } from '../support/app-fixture.ts'
import { expectFile, expectOpenFile } from '../support/app-page.ts'
import { makePdf } from '../support/make-pdf.ts'

/** Drops a file on an element as the system does. */
async function dropFile(target: Locator, name: string, bytes: Buffer): Promise<void> {
  await target.evaluate(
    (element, { fileName, content }) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([Uint8Array.from(content)], fileName, { type: 'application/pdf' }))
      for (const type of ['dragenter', 'dragover', 'drop'])
        element.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
    },
    { fileName: name, content: [...bytes] },
  )
}

test('a PDF dropped on a resource is kept in the folder, linked from its line, and found by its words', async ({
  launch,
  makeJournal,
}) => {
  const entry =
    '# Reading\n\n- [Toy models](https://stones.example/toy) by Ann Lee (Sep 2025) ⭐\n  - begin here\n\nlast line\n'
  const folder = makeJournal({ '2026-11-20.md': entry })
  const file = path.join(folder, '2026-11-20.md')
  const { page } = await launch({ journal: folder })
  await expectOpenFile(page, '2026-11-20.md')
  const row = page.locator('.res', { hasText: 'Toy models' })
  const paper = makePdf([['The first page'], ['A zorilla on page two']], { title: 'Toy Models' })
  await dropFile(row, 'Toy: models.pdf', paper)

  const linked = entry.replace('⭐', '⭐ ([pdf](attachments/Toy%20models.pdf))')
  await expectFile(file, linked)
  expect(fs.readFileSync(path.join(folder, 'attachments/Toy models.pdf')).equals(paper)).toBe(true)
  await expect(row.getByRole('button', { name: 'Toy models.pdf' })).toBeVisible()

  await page.getByRole('button', { name: 'Undo' }).click()
  await expectFile(file, entry)
  await page.keyboard.press('Control+4')
  const option = page.getByRole('listbox', { name: 'Resources' }).getByRole('option', { name: /Toy models/ })
  await dropFile(option, 'the same under another name.pdf', paper)
  await expectFile(file, linked)
  const detail = page.getByRole('complementary', { name: 'About this resource' })
  await option.click()
  await expect(detail.getByRole('button', { name: 'Toy models.pdf' })).toBeVisible()
  const axe = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(axe.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
})

test('the text of a PDF is found with its page, and leads to the entry that links it', async ({
  launch,
  makeJournal,
}) => {
  const folder = makeJournal({
    '2026-11-20.md': '# Reading\n\n- [Toy models](https://stones.example/toy) ([pdf](files/toy.pdf))\n',
    '2026-11-21.md': 'another day\n',
  })
  fs.mkdirSync(path.join(folder, 'files'))
  fs.writeFileSync(
    path.join(folder, 'files/toy.pdf'),
    makePdf([['The first page'], ['A zorilla on page two']]),
  )
  const { page } = await launch({ journal: folder })
  await expect(page.getByText('On this computer')).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('zorilla')
  await expect(page.getByRole('option', { name: /toy.*zorilla.*PDF, page 2/i })).toBeVisible({
    timeout: 30_000,
  })
  await page.keyboard.press('Enter')
  await expectOpenFile(page, '2026-11-20.md')
})
