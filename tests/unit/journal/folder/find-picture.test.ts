import { symlinkSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createFileNames } from '../../../../journal/folder/file-names.ts'
import { readPicture } from '../../../../journal/folder/find-picture.ts'
import type { EntryPath } from '../../../../shared/entry/entry-path.ts'
import { errorOf, valueOf } from '../../../support/outcomes.ts'
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts'

async function readText(root: string, from: string, target: string): Promise<string> {
  const picture = await readPicture(root, from as EntryPath, target, createFileNames(root).find)
  return valueOf(picture).bytes.toString()
}

async function readCode(root: string, from: string, target: string): Promise<string> {
  return errorOf(await readPicture(root, from as EntryPath, target, createFileNames(root).find)).code
}

test('looks beside the entry, then at the top, then anywhere by name', async () => {
  const root = makeTemporaryFolder({
    'sub/a.png': 'beside',
    'a.png': 'top',
    'b.png': 'top',
    'media/deep/C.PNG': 'anywhere',
  })
  expect(await readText(root, 'sub/note.md', 'a.png')).toBe('beside')
  expect(await readText(root, 'sub/note.md', 'b.png')).toBe('top')
  expect(await readText(root, 'sub/note.md', 'c.png')).toBe('anywhere')
  expect(await readText(root, 'sub/note.md', '/a.png')).toBe('top')
  expect(await readText(root, 'sub/note.md', '../b.png')).toBe('top')
})

test('of several files of one name, takes the one whose path ends as written, then the nearest', async () => {
  const root = makeTemporaryFolder({ 'x/a.png': 'x', 'y/media/a.png': 'near', 'z/img/a.png': 'named' })
  expect(await readText(root, 'y/note.md', 'a.png')).toBe('near')
  expect(await readText(root, 'y/note.md', 'img/a.png')).toBe('named')
})

test('understands spaces, accents and percent signs as Markdown and Obsidian write them', async () => {
  const root = makeTemporaryFolder({ 'my map é.png': 'map', '100%.png': 'percent', 'a#1.png': 'hash' })
  expect(await readText(root, 'note.md', 'my%20map%20%C3%A9.png')).toBe('map')
  expect(await readText(root, 'note.md', 'my map é.png')).toBe('map')
  expect(await readText(root, 'note.md', '100%.png')).toBe('percent')
  expect(await readText(root, 'note.md', 'a#1.png')).toBe('hash')
  expect(await readText(root, 'note.md', 'my map é.png?v=2#top')).toBe('map')
  expect(await readText(root, 'note.md', 'sub\\..\\100%.png')).toBe('percent')
})

test('knows the type by the ending and serves nothing but pictures', async () => {
  const root = makeTemporaryFolder({
    'a.JPG': 'j',
    'b.svg': '<svg/>',
    'note.md': 'text',
    'key.txt': 'k',
    'c.html': 'h',
  })
  const type = async (target: string): Promise<string> =>
    valueOf(await readPicture(root, 'note.md' as EntryPath, target, createFileNames(root).find)).type
  expect([await type('a.JPG'), await type('b.svg')]).toEqual(['image/jpeg', 'image/svg+xml'])
  for (const target of ['note.md', 'key.txt', 'c.html', ''])
    expect(await readCode(root, 'note.md', target)).toBe('not-found')
})

test('never leaves the folder, by dots, by absolute paths, or by links', async () => {
  const outside = makeTemporaryFolder({ 'secret.png': 'secret', 'key.txt': 'key' })
  const root = makeTemporaryFolder({ 'sub/note.md': '' })
  symlinkSync(path.join(outside, 'secret.png'), path.join(root, 'link.png'))
  symlinkSync(path.join(outside, 'key.txt'), path.join(root, 'key.png'))
  symlinkSync(outside, path.join(root, 'folder'))
  const name = path.basename(outside)
  const targets = [
    'link.png',
    'key.png',
    'folder/secret.png',
    `../../${name}/secret.png`,
    `..%2F..%2F${name}%2Fsecret.png`,
    path.join(outside, 'secret.png'),
    `file://${path.join(outside, 'secret.png')}`,
    '..\\..\\secret.png',
    'secret.png\0.png',
  ]
  for (const target of targets) expect(await readCode(root, 'sub/note.md', target)).toBe('not-found')
})

test('a link inside the folder to what is no picture stays closed', async () => {
  const root = makeTemporaryFolder({ 'note.md': 'text' })
  symlinkSync('note.md', path.join(root, 'note.png'))
  expect(await readCode(root, 'note.md', 'note.png')).toBe('not-found')
})

test('file names are listed anew only after a file came or went', async () => {
  const root = makeTemporaryFolder({ 'media/a.png': 'a' })
  const names = createFileNames(root)
  names.fill(['elsewhere/a.png'])
  expect(await names.find('a.png')).toEqual(['elsewhere/a.png'])
  names.forget()
  expect(await names.find('a.png')).toEqual(['media/a.png'])
})
