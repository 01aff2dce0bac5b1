import { expect } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { test } from '../support/app-fixture.ts'
import {
  answerMessageBox,
  clickAfter,
  entryText,
  expectFile,
  readText,
  saveStatus,
} from '../support/app-page.ts'

let mounted: string | null = null

test.afterEach(() => {
  if (mounted !== null) execFileSync('umount', ['-l', mounted])
  mounted = null
})

/** Makes `folder` a small disk of its own; false where the system does not let us. */
function mountSmallDisk(folder: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' })
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return false
  }
  mounted = folder
  return true
}

/** Writes until the disk takes no more. */
function fill(file: string): void {
  const handle = fs.openSync(file, 'w')
  try {
    for (;;) fs.writeSync(handle, Buffer.alloc(1024))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  } finally {
    fs.closeSync(handle)
  }
}

test('on a full disk the words stay, the window does not close without asking, and room lets them be saved', async ({
  launch,
  makeJournal,
}) => {
  const folder = makeJournal({})
  test.skip(!mountSmallDisk(folder), 'only root on Linux can mount a small disk')
  const file = path.join(folder, 'page.md')
  const text = '# Page\n\nwords\n'
  fs.writeFileSync(file, text)
  const app = await launch({ journal: folder })
  const { page } = app
  await clickAfter(page, 'words')
  fill(path.join(folder, 'ballast.bin'))
  await page.keyboard.type(' that need room')
  const notice = page.getByRole('alert').filter({ hasText: 'Not saved.' })
  await expect(notice).toContainText('The disk is full')
  await expect(notice.getByRole('button', { name: 'Save beside it' })).toBeVisible()
  await expect(saveStatus(page)).toContainText('Not saved')
  await expect(entryText(page)).toContainText('words that need room')
  expect(readText(file)).toBe(text)
  expect(fs.readdirSync(folder).toSorted()).toEqual(['ballast.bin', 'page.md'])

  const readBoxes = await answerMessageBox(app.electron, 0)
  await page.getByRole('button', { name: 'Close window' }).click()
  await expect.poll(readBoxes).toHaveLength(1)
  expect((await readBoxes())[0]).toContain('page.md')
  await expect(entryText(page)).toContainText('words that need room')

  fs.rmSync(path.join(folder, 'ballast.bin'))
  await notice.getByRole('button', { name: 'Try again' }).click()
  await expectFile(file, '# Page\n\nwords that need room\n')
  await expect(notice).toHaveCount(0)
})
