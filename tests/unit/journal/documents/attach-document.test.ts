import { readFileSync, readdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { attachDocument } from '../../../../journal/documents/attach-document.ts'
import { findAttachmentFolder } from '../../../../journal/documents/attachment-folder.ts'
import type { EntryPath } from '../../../../shared/entry/entry-path.ts'
import { valueOf } from '../../../support/outcomes.ts'
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts'

const at = (entry: string): EntryPath => entry as EntryPath
const bytes = (text: string): Uint8Array => Buffer.from(text)

describe('the folder for attachments', () => {
  it.each<[string, Record<string, string>, string, string]>([
    ['a new journal', {}, '24.md', 'attachments'],
    [
      'where most documents are',
      { 'a.pdf': '', 'papers/a.pdf': '', 'papers/b.pdf': '', 'z/c.pdf': '' },
      '24.md',
      'papers',
    ],
    ['pictures are no documents', { 'img/a.png': '' }, '24.md', 'attachments'],
    [
      'Obsidian: a folder',
      { '.obsidian/app.json': '{"attachmentFolderPath":"Files/PDF"}' },
      'n/24.md',
      'Files/PDF',
    ],
    ['Obsidian: the top', { '.obsidian/app.json': '{"attachmentFolderPath":"/"}' }, 'n/24.md', ''],
    ['Obsidian: nothing set means the top', { '.obsidian/app.json': '{}' }, 'n/24.md', ''],
    ['Obsidian: beside', { '.obsidian/app.json': '{"attachmentFolderPath":"./"}' }, 'n/24.md', 'n'],
    ['Obsidian: below', { '.obsidian/app.json': '{"attachmentFolderPath":"./files"}' }, 'n/24.md', 'n/files'],
    ['Obsidian: broken settings', { '.obsidian/app.json': '{' }, 'n/24.md', 'attachments'],
    [
      'Obsidian: out of the journal',
      { '.obsidian/app.json': '{"attachmentFolderPath":"../x"}' },
      'n/24.md',
      'attachments',
    ],
    ['Hugo: a page that is a folder', { 'p/a.pdf': '' }, 'posts/one/index.md', 'posts/one'],
  ])('%s', async (_what, files, entry, folder) => {
    expect(await findAttachmentFolder(makeTemporaryFolder(files), at(entry))).toBe(folder)
  })
})

describe('attaching a document', () => {
  it('copies the bytes under its own name, made possible on every system', async () => {
    const root = makeTemporaryFolder({ '24.md': '' })
    const file = valueOf(
      await attachDocument(root, at('24.md'), { name: 'Toy: Models [v2].PDF', bytes: bytes('one') }),
    )
    expect(file).toBe('attachments/Toy Models v2.pdf')
    expect(readFileSync(path.join(root, file), 'utf8')).toBe('one')
  })

  it('never writes over another file, and writes the same bytes once', async () => {
    const root = makeTemporaryFolder({ 'attachments/a.pdf': 'first' })
    const attach = async (name: string, text: string) =>
      valueOf(await attachDocument(root, at('24.md'), { name, bytes: bytes(text) }))
    expect(await attach('a.pdf', 'other')).toBe('attachments/a 2.pdf')
    expect(await attach('b.pdf', 'other')).toBe('attachments/a 2.pdf')
    expect(await attach('a.pdf', 'first')).toBe('attachments/a.pdf')
    expect(readFileSync(path.join(root, 'attachments/a.pdf'), 'utf8')).toBe('first')
    expect(readdirSync(path.join(root, 'attachments')).toSorted()).toEqual(['a 2.pdf', 'a.pdf'])
  })

  it.each([
    ['a program', 'tool.exe', 'x', 'invalid-input'],
    ['an entry', 'note.md', 'x', 'invalid-input'],
    ['an empty file', 'a.pdf', '', 'invalid-input'],
    ['a path for a name', '../../up.pdf', 'x', 'attachments/up.pdf'],
  ])('%s', async (_what, name, text, result) => {
    const root = makeTemporaryFolder()
    const attached = await attachDocument(root, at('24.md'), { name, bytes: bytes(text) })
    expect(attached.ok ? attached.value : attached.error.code).toBe(result)
  })

  it('writes nothing through a link that leads out of the journal', async () => {
    const outside = makeTemporaryFolder()
    const root = makeTemporaryFolder()
    symlinkSync(outside, path.join(root, 'attachments'))
    const attached = await attachDocument(root, at('24.md'), { name: 'a.pdf', bytes: bytes('x') })
    expect(attached).toMatchObject({ ok: false, error: { code: 'outside-journal' } })
    expect(readdirSync(outside)).toEqual([])
  })
})
