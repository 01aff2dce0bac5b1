import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { encodeEntry, revisionOf } from '../../../../journal/entry-file/decode-entry.ts'
import { createPathQueue } from '../../../../journal/entry-file/path-queue.ts'
import { readEntry } from '../../../../journal/entry-file/read-entry.ts'
import { chainSave, saveEntry, saveSplice } from '../../../../journal/entry-file/save-entry.ts'
import type { EntryPath, Revision } from '../../../../shared/entry/entry-path.ts'
import { errorOf, valueOf } from '../../../support/outcomes.ts'
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts'

const entry = 'note.md' as EntryPath
const revisionOfText = (text: string): Revision => revisionOf(encodeEntry(text))
const read = (root: string, name = 'note.md'): string => readFileSync(path.join(root, name), 'utf8')

test('writes the text over the revision it was made from', async () => {
  const root = makeTemporaryFolder({ 'note.md': 'old' })
  const saved = valueOf(await saveEntry(root, entry, { text: 'new', baseRevision: revisionOfText('old') }))
  expect(read(root)).toBe('new')
  expect(saved.revision).toBe(revisionOfText('new'))
  expect(saved.savedMs).toBe(statSync(path.join(root, 'note.md')).mtimeMs)
  expect(readdirSync(root)).toEqual(['note.md'])
})

test('another revision on disk is a conflict with what is there, and the file stays', async () => {
  const root = makeTemporaryFolder({ 'note.md': 'theirs' })
  const error = errorOf(await saveEntry(root, entry, { text: 'mine', baseRevision: revisionOfText('old') }))
  expect(error).toMatchObject({
    code: 'conflict',
    theirs: { text: 'theirs', revision: revisionOfText('theirs') },
  })
  expect(read(root)).toBe('theirs')
  expect(readdirSync(root)).toEqual(['note.md'])
})

test('a file that is gone is a conflict with nothing, and is not made again', async () => {
  const root = makeTemporaryFolder()
  const error = errorOf(await saveEntry(root, entry, { text: 'mine', baseRevision: revisionOfText('old') }))
  expect(error).toMatchObject({ code: 'conflict', theirs: null })
  expect(existsSync(path.join(root, 'note.md'))).toBe(false)
})

test('a new entry never replaces a file', async () => {
  const root = makeTemporaryFolder({ 'note.md': 'theirs' })
  const error = errorOf(await saveEntry(root, entry, { text: 'mine', baseRevision: null }))
  expect(error).toMatchObject({ code: 'conflict', theirs: { text: 'theirs' } })
  expect(read(root)).toBe('theirs')
})

test('a new entry gets the folders of its path', async () => {
  const root = makeTemporaryFolder()
  valueOf(await saveEntry(root, 'a/b/c.md' as EntryPath, { text: 'x', baseRevision: null }))
  expect(read(root, 'a/b/c.md')).toBe('x')
})

test('bytes that are on disk already are not written again', async () => {
  const root = makeTemporaryFolder({ 'note.md': 'same' })
  const before = statSync(path.join(root, 'note.md'))
  const saved = valueOf(await saveEntry(root, entry, { text: 'same', baseRevision: revisionOfText('same') }))
  expect(saved.wasWritten).toBe(false)
  expect(statSync(path.join(root, 'note.md')).ino).toBe(before.ino)
})

test('another program that wrote the very same text is no conflict', async () => {
  const root = makeTemporaryFolder({ 'note.md': 'same' })
  const saved = valueOf(await saveEntry(root, entry, { text: 'same', baseRevision: revisionOfText('old') }))
  expect(saved.revision).toBe(revisionOfText('same'))
})

test('an external change between the first look and the rename is a conflict and is not overwritten', async () => {
  const root = makeTemporaryFolder({ 'note.md': 'old' })
  // As long as bytes are being written and flushed, the temporary file is there: that is when the other program writes.
  const large = 'x'.repeat(24 * 1024 * 1024)
  const saving = saveEntry(root, entry, { text: large, baseRevision: revisionOfText('old') })
  await untilTrue(() => readdirSync(root).some((name) => name.endsWith('.tmp')))
  writeFileSync(path.join(root, 'note.md'), 'theirs')
  const error = errorOf(await saving)
  expect(error).toMatchObject({ code: 'conflict', theirs: { text: 'theirs' } })
  expect(read(root)).toBe('theirs')
  expect(readdirSync(root)).toEqual(['note.md'])
})

test('two saves while one is running write the newest text, each upon our own', async () => {
  const root = makeTemporaryFolder({ 'note.md': 'old' })
  const queue = createPathQueue(
    (_path, request: Parameters<typeof chainSave>[2], preceding: Parameters<typeof chainSave>[3]) =>
      chainSave(root, entry, request, preceding),
  )
  const baseRevision = revisionOfText('old')
  const answers = await Promise.all(
    ['one', 'one two', 'one two three'].map((text) => queue.save(entry, { text, baseRevision })),
  )
  expect(answers.map((answer) => valueOf(answer).revision)).toEqual([
    revisionOfText('one'),
    revisionOfText('one two three'),
    revisionOfText('one two three'),
  ])
  expect(read(root)).toBe('one two three')
})

test('a save that waited for ours still meets the change of another program', async () => {
  const root = makeTemporaryFolder({ 'note.md': 'old' })
  const queue = createPathQueue(
    (_path, request: Parameters<typeof chainSave>[2], preceding: Parameters<typeof chainSave>[3]) =>
      chainSave(root, entry, request, preceding),
  )
  const baseRevision = revisionOfText('old')
  const first = queue.save(entry, { text: 'mine', baseRevision })
  const second = queue.save(entry, { text: 'mine too', baseRevision })
  // The next in line begins right behind the first; what the other program writes must be there before it looks.
  void first.then(() => writeFileSync(path.join(root, 'note.md'), 'theirs'))
  expect(errorOf(await second)).toMatchObject({ code: 'conflict', theirs: { text: 'theirs' } })
  expect(read(root)).toBe('theirs')
})

test('keeps the mode of the file', async () => {
  const root = makeTemporaryFolder({ 'note.md': 'old' })
  chmodSync(path.join(root, 'note.md'), 0o640)
  valueOf(await saveEntry(root, entry, { text: 'new', baseRevision: revisionOfText('old') }))
  expect(statSync(path.join(root, 'note.md')).mode & 0o777).toBe(0o640)
})

test('a link inside the journal stays a link, and its target is written', async () => {
  const root = makeTemporaryFolder({ 'real/target.md': 'old' })
  symlinkSync('real/target.md', path.join(root, 'note.md'))
  valueOf(await saveEntry(root, entry, { text: 'new', baseRevision: revisionOfText('old') }))
  expect(read(root, 'real/target.md')).toBe('new')
  expect(
    readdirSync(root, { withFileTypes: true })
      .find((item) => item.name === 'note.md')
      ?.isSymbolicLink(),
  ).toBe(true)
})

test('a link out of the journal is neither read nor written', async () => {
  const outside = makeTemporaryFolder({ 'secret.md': 'secret' })
  const root = makeTemporaryFolder()
  symlinkSync(path.join(outside, 'secret.md'), path.join(root, 'note.md'))
  symlinkSync(outside, path.join(root, 'folder'))
  expect(errorOf(await readEntry(root, entry, false)).code).toBe('outside-journal')
  expect(errorOf(await readEntry(root, 'folder/secret.md' as EntryPath, false)).code).toBe('outside-journal')
  const request = { text: 'mine', baseRevision: revisionOfText('secret') }
  expect(errorOf(await saveEntry(root, entry, request)).code).toBe('outside-journal')
  expect(errorOf(await saveEntry(root, 'folder/secret.md' as EntryPath, request)).code).toBe(
    'outside-journal',
  )
  const fresh = await saveEntry(root, 'folder/new/note.md' as EntryPath, { text: 'x', baseRevision: null })
  expect(errorOf(fresh).code).toBe('outside-journal')
  expect(readdirSync(outside)).toEqual(['secret.md'])
  expect(readFileSync(path.join(outside, 'secret.md'), 'utf8')).toBe('secret')
})

test('a file that is not UTF-8 is never written', async () => {
  const latin1 = Uint8Array.from([0x63, 0x61, 0x66, 0xe9])
  const root = makeTemporaryFolder({ 'note.md': latin1 })
  const opened = valueOf(await readEntry(root, entry, false))
  expect(opened).toMatchObject({ text: 'café', readOnly: 'not-utf8' })
  const error = errorOf(await saveEntry(root, entry, { text: 'café!', baseRevision: opened.revision }))
  expect(error.code).toBe('read-only')
  expect(Uint8Array.from(readFileSync(path.join(root, 'note.md')))).toEqual(latin1)
})

test('half of an emoji is refused with its line, since no file could hold it', async () => {
  const root = makeTemporaryFolder({ 'note.md': 'old' })
  const error = errorOf(
    await saveEntry(root, entry, { text: 'a\r\nb\nc \ud83e d', baseRevision: revisionOfText('old') }),
  )
  expect(error.code).toBe('invalid-input')
  expect(error.message).toContain('Line 3')
  expect(read(root)).toBe('old')
})

test('a journal that is gone is said to be gone, and is not made again', async () => {
  const root = makeTemporaryFolder({ 'sub/note.md': 'old' })
  rmSync(root, { recursive: true })
  const path1 = 'sub/note.md' as EntryPath
  expect(errorOf(await saveEntry(root, path1, { text: 'x', baseRevision: revisionOfText('old') })).code).toBe(
    'journal-gone',
  )
  expect(errorOf(await saveEntry(root, path1, { text: 'x', baseRevision: null })).code).toBe('journal-gone')
  expect(errorOf(await readEntry(root, path1, false)).code).toBe('journal-gone')
  expect(existsSync(root)).toBe(false)
})

test('a folder named like an entry is no entry', async () => {
  const root = makeTemporaryFolder()
  mkdirSync(path.join(root, 'note.md'))
  expect(errorOf(await readEntry(root, entry, false)).code).toBe('not-found')
  const outcome = await saveEntry(root, entry, { text: 'x', baseRevision: null })
  expect(errorOf(outcome).code).toBe('already-exists')
  expect(readdirSync(root)).toEqual(['note.md'])
})

test('an entry whose name takes all 255 bytes can be saved', async () => {
  const long = `${'é'.repeat(126)}.md` as EntryPath
  const root = makeTemporaryFolder({ [long]: 'old' })
  valueOf(await saveEntry(root, long, { text: 'new', baseRevision: revisionOfText('old') }))
  expect(read(root, long)).toBe('new')
})

test('a name that the disk cannot hold is said to be too long', async () => {
  const root = makeTemporaryFolder()
  const outcome = await saveEntry(root, `${'a'.repeat(300)}.md` as EntryPath, {
    text: 'x',
    baseRevision: null,
  })
  expect(errorOf(outcome).code).toBe('name-not-possible')
})

async function untilTrue(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve))
}

test('a splice is made in the bytes that the revision names, marks and line endings kept', async () => {
  const root = makeTemporaryFolder({ 'note.md': '\uFEFFone\r\ntwo \t🪨' })
  const baseRevision = revisionOfText('\uFEFFone\r\ntwo \t🪨')
  const splice = { from: 6, to: 9, text: '2' }
  const saved = valueOf(await saveSplice(root, entry, { baseRevision, splice, length: 11 }))
  expect(read(root)).toBe('\uFEFFone\r\n2 \t🪨')
  expect(saved).toMatchObject({ revision: revisionOfText('\uFEFFone\r\n2 \t🪨'), wasWritten: true })
})

test('a splice for another revision is a conflict with what is there, and the file stays', async () => {
  const root = makeTemporaryFolder({ 'note.md': 'theirs' })
  const request = { baseRevision: revisionOfText('old'), splice: { from: 0, to: 1, text: 'x' }, length: 3 }
  const theirs = { text: 'theirs', revision: revisionOfText('theirs') }
  expect(errorOf(await saveSplice(root, entry, request))).toMatchObject({ code: 'conflict', theirs })
  expect(read(root)).toBe('theirs')
  rmSync(path.join(root, 'note.md'))
  expect(errorOf(await saveSplice(root, entry, request))).toMatchObject({ code: 'conflict', theirs: null })
})

test('a splice that does not fit, by its place or by the length of the text, changes nothing', async () => {
  const root = makeTemporaryFolder({ 'note.md': 'old' })
  const baseRevision = revisionOfText('old')
  for (const [to, length] of [
    [4, 1],
    [1, 4],
  ] as const) {
    const request = { baseRevision, splice: { from: 0, to, text: 'x' }, length }
    expect(errorOf(await saveSplice(root, entry, request)).code).toBe('invalid-input')
  }
  expect(read(root)).toBe('old')
})

test('a splice is not made in a file that is not UTF-8', async () => {
  const latin = Buffer.from([0x63, 0x61, 0x66, 0xe9])
  const root = makeTemporaryFolder()
  writeFileSync(path.join(root, 'note.md'), latin)
  const request = { baseRevision: revisionOf(latin), splice: { from: 0, to: 1, text: 'x' }, length: 4 }
  expect(errorOf(await saveSplice(root, entry, request)).code).toBe('read-only')
  expect(readFileSync(path.join(root, 'note.md')).equals(latin)).toBe(true)
})
