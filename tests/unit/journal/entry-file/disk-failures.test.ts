import { spawn } from 'node:child_process'
import { chmodSync, chownSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { encodeEntry, revisionOf } from '../../../../journal/entry-file/decode-entry.ts'
import { readEntry } from '../../../../journal/entry-file/read-entry.ts'
import { saveEntry } from '../../../../journal/entry-file/save-entry.ts'
import {
  isTemporaryName,
  makeTemporaryName,
  writeFileAtomically,
} from '../../../../journal/entry-file/write-file-atomically.ts'
import { describeFileFailure } from '../../../../journal/file-failure.ts'
import type { EntryPath } from '../../../../shared/entry/entry-path.ts'
import { becomeNobody } from '../../../support/become-nobody.ts'
import { errorOf, valueOf } from '../../../support/outcomes.ts'
import { mountSmallDisk } from '../../../support/small-disk.ts'
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts'

const entry = 'note.md' as EntryPath
const base = (text: string) => revisionOf(encodeEntry(text))

test('a full disk is said to be full; the old text and no temporary file are left', async (context) => {
  const disk = mountSmallDisk(64)
  if (disk === null) return context.skip('only root can mount a small disk')
  writeFileSync(path.join(disk.folder, 'note.md'), 'old')
  const outcome = await saveEntry(disk.folder, entry, {
    text: 'x'.repeat(200_000),
    baseRevision: base('old'),
  })
  expect(errorOf(outcome)).toEqual({ code: 'disk-full', message: 'The disk is full.' })
  expect(readFileSync(path.join(disk.folder, 'note.md'), 'utf8')).toBe('old')
  expect(readdirSync(disk.folder)).toEqual(['note.md'])
})

test('a new entry on a full disk leaves nothing behind', async (context) => {
  const disk = mountSmallDisk(64)
  if (disk === null) return context.skip('only root can mount a small disk')
  const outcome = await saveEntry(disk.folder, entry, { text: 'x'.repeat(200_000), baseRevision: null })
  expect(errorOf(outcome).code).toBe('disk-full')
  expect(readdirSync(disk.folder)).toEqual([])
})

test('a read-only disk is said to be read-only, and the file stays', async (context) => {
  const disk = mountSmallDisk(64)
  if (disk === null) return context.skip('only root can mount a small disk')
  writeFileSync(path.join(disk.folder, 'note.md'), 'old')
  disk.makeReadOnly()
  const outcome = await saveEntry(disk.folder, entry, { text: 'new', baseRevision: base('old') })
  expect(errorOf(outcome)).toEqual({ code: 'read-only', message: 'The disk is read-only.' })
  expect(valueOf(await readEntry(disk.folder, entry, false)).readOnly).toBe('no-permission')
})

test('a save in a folder that this user may not write in is denied, and the file stays', async (context) => {
  const root = makeTemporaryFolder({ 'note.md': 'old' })
  chmodSync(root, 0o555)
  onTestFinished(() => chmodSync(root, 0o755))
  if (!becomeNobody()) return context.skip('this system has no users to become')
  const outcome = await saveEntry(root, entry, { text: 'new', baseRevision: base('old') })
  expect(errorOf(outcome).code).toBe('permission-denied')
  expect(readFileSync(path.join(root, 'note.md'), 'utf8')).toBe('old')
})

test('an entry that this user may not read is denied', async (context) => {
  const root = makeTemporaryFolder({ 'note.md': 'old' })
  chmodSync(root, 0o755)
  chmodSync(path.join(root, 'note.md'), 0)
  if (!becomeNobody()) return context.skip('this system has no users to become')
  expect(errorOf(await readEntry(root, entry, false)).code).toBe('permission-denied')
})

test('keeps the owner where the system allows it', async (context) => {
  if (process.getuid?.() !== 0) return context.skip('only root can give files away')
  const root = makeTemporaryFolder({ 'note.md': 'old' })
  chownSync(path.join(root, 'note.md'), 1234, 1235)
  chmodSync(path.join(root, 'note.md'), 0o604)
  valueOf(await saveEntry(root, entry, { text: 'new', baseRevision: base('old') }))
  const status = statSync(path.join(root, 'note.md'))
  expect([status.uid, status.gid, status.mode & 0o777]).toEqual([1234, 1235, 0o604])
})

test('a process killed while it writes leaves the old text whole, and its leftover is no entry', async () => {
  const root = makeTemporaryFolder({ 'note.md': 'old' })
  const leftover = path.join(root, makeTemporaryName('note.md'))
  // What the writer does up to the rename, and then the power goes.
  const script = `const fs = require('fs'); const fd = fs.openSync(process.argv[1], 'wx'); fs.writeSync(fd, 'half'); process.kill(process.pid, 'SIGKILL')`
  await new Promise((resolve) => spawn(process.execPath, ['-e', script, leftover]).on('exit', resolve))
  expect(readdirSync(root)).toHaveLength(2)
  expect(isTemporaryName(path.basename(leftover))).toBe(true)
  valueOf(await saveEntry(root, entry, { text: 'new', baseRevision: base('old') }))
  expect(readFileSync(path.join(root, 'note.md'), 'utf8')).toBe('new')
  expect(readFileSync(leftover, 'utf8')).toBe('half')
})

test('a reader never sees half a file, however often it is written', async () => {
  const root = makeTemporaryFolder()
  const target = path.join(root, 'note.md')
  const texts = ['a', 'b'].map((letter) => Buffer.alloc(300_000, letter))
  await writeFileAtomically({ target, bytes: texts[0]!, mayReplace: true })
  let isWriting = true
  const writing = (async () => {
    for (let round = 0; round < 30; round += 1) {
      await writeFileAtomically({ target, bytes: texts[round % 2]!, mayReplace: true })
    }
    isWriting = false
  })()
  while (isWriting) {
    const file = await open(target)
    const bytes = await file.readFile()
    await file.close()
    expect(texts.some((text) => text.equals(bytes))).toBe(true)
  }
  await writing
})

test('a name that appears while a new file is being written is not taken over', async () => {
  const root = makeTemporaryFolder()
  const target = path.join(root, 'note.md')
  const writing = writeFileAtomically({
    target,
    bytes: Buffer.from('mine'),
    mayReplace: false,
    isStillWanted: async () => {
      writeFileSync(target, 'theirs')
      return true
    },
  })
  await expect(writing).rejects.toMatchObject({ code: 'EEXIST' })
  expect(readFileSync(target, 'utf8')).toBe('theirs')
  expect(readdirSync(root)).toEqual(['note.md'])
})

test('a folder that vanishes while a file is written is reported, not made again', async () => {
  const root = makeTemporaryFolder({ 'sub/note.md': 'old' })
  const target = path.join(root, 'sub/note.md')
  const writing = writeFileAtomically({
    target,
    bytes: Buffer.from('mine'),
    mayReplace: true,
    isStillWanted: async () => {
      rmSync(path.join(root, 'sub'), { recursive: true })
      return true
    },
  })
  await expect(writing).rejects.toMatchObject({ code: 'ENOENT' })
  expect(readdirSync(root)).toEqual([])
})

test.each([
  ['EDQUOT', 'disk-full'],
  ['EROFS', 'read-only'],
  ['EACCES', 'permission-denied'],
  ['EPERM', 'permission-denied'],
  ['ENAMETOOLONG', 'name-not-possible'],
  ['EISDIR', 'not-found'],
  ['ENODEV', 'journal-gone'],
  ['EWHATEVER', 'unexpected'],
])('%s is told as %s in a sentence', (code, told) => {
  const error = errorOf(describeFileFailure(Object.assign(new Error('from the system'), { code })))
  expect(error.code).toBe(told)
  expect(error.message).toMatch(/^[A-Z].*\.$/)
})

test('a bug is no failure of the disk', () => {
  expect(() => describeFileFailure(new TypeError('a bug'))).toThrow('a bug')
})
