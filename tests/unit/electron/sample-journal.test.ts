import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { copySampleJournal } from '../../../electron/sample-journal.ts'
import { makeTemporaryFolder } from '../../support/temporary-folder.ts'

test('the sample is copied whole, once, and what the user did to it stays', async () => {
  const source = makeTemporaryFolder({ 'a.md': 'a', 'deep/b.md': 'b', 'pictures/c.svg': '<svg/>' })
  const target = path.join(makeTemporaryFolder(), 'Sample journal')
  expect(await copySampleJournal(source, target)).toBe(target)
  expect(readFileSync(path.join(target, 'deep/b.md'), 'utf8')).toBe('b')
  expect(readFileSync(path.join(target, 'pictures/c.svg'), 'utf8')).toBe('<svg/>')
  writeFileSync(path.join(target, 'a.md'), 'mine')
  rmSync(path.join(target, 'deep/b.md'))
  await copySampleJournal(source, target)
  expect(readFileSync(path.join(target, 'a.md'), 'utf8')).toBe('mine')
  expect(existsSync(path.join(target, 'deep/b.md'))).toBe(false)
})
