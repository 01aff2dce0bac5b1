import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { encodeEntry, revisionOf } from '../../../journal/entry-file/decode-entry.ts'
import type { EntryEdit, Splice } from '../../../shared/contract/edits.ts'
import type { EntryPath } from '../../../shared/entry/entry-path.ts'
import { openTestJournal } from '../../support/open-test-journal.ts'
import { becomeNobody } from '../../support/become-nobody.ts'
import { errorOf, valueOf } from '../../support/outcomes.ts'
import { makeTemporaryFolder } from '../../support/temporary-folder.ts'

const readIn = (root: string) => (name: string) => readFileSync(path.join(root, name), 'utf8')

/** An edit of the file as the text says it is. */
function edit(name: string, text: string, ...splices: readonly Splice[]): EntryEdit {
  return { path: name as EntryPath, revision: revisionOf(encodeEntry(text)), splices: [...splices] }
}
const splice = (from: number, to: number, text: string): Splice => ({ from, to, text })

test('edits many files, each only where it was told to', async () => {
  const text = '\uFEFFone two\r\nthree\n\n  four \t'
  const root = makeTemporaryFolder({ 'a.md': text, 'deep/b.md': 'one', 'c.md': 'left alone' })
  const { journal, heard } = await openTestJournal(root)
  const untouched = statSync(path.join(root, 'c.md')).mtimeMs
  const applied = await journal.edits.apply([
    edit('a.md', text, splice(1, 4, '1'), splice(10, 15, 'trois')),
    edit('deep/b.md', 'one', splice(3, 3, ' and more')),
  ])
  expect(applied.results).toEqual([
    { path: 'a.md', revision: revisionOf(encodeEntry('\uFEFF1 two\r\ntrois\n\n  four \t')), failure: null },
    { path: 'deep/b.md', revision: revisionOf(encodeEntry('one and more')), failure: null },
  ])
  expect(readIn(root)('a.md')).toBe('\uFEFF1 two\r\ntrois\n\n  four \t')
  expect(readIn(root)('deep/b.md')).toBe('one and more')
  expect(statSync(path.join(root, 'c.md')).mtimeMs).toBe(untouched)
  expect(readdirSync(root).toSorted()).toEqual(['a.md', 'c.md', 'deep'])
  expect(heard.changes.map((change) => change.path)).toEqual(['a.md', 'deep/b.md'])
  expect(heard.noted).toEqual(['a.md', 'deep/b.md'])
})

test('leaves a file alone that another program has changed, and edits the others', async () => {
  const root = makeTemporaryFolder({ 'a.md': 'theirs', 'b.md': 'one' })
  const { journal } = await openTestJournal(root)
  const { results } = await journal.edits.apply([
    edit('a.md', 'mine', splice(0, 4, 'x')),
    edit('b.md', 'one', splice(0, 3, 'two')),
  ])
  expect(results.map(({ failure }) => failure)).toEqual(['It was changed meanwhile.', null])
  expect(readIn(root)('a.md')).toBe('theirs')
  expect(readIn(root)('b.md')).toBe('two')
})

test('makes all edits of a file or none', async () => {
  const root = makeTemporaryFolder({ 'a.md': 'one two' })
  const { journal } = await openTestJournal(root)
  for (const wrong of [
    [splice(0, 3, 'x'), splice(2, 4, 'y')],
    [splice(4, 7, 'x'), splice(0, 3, 'y')],
    [splice(0, 3, 'x'), splice(4, 8, 'y')],
    [splice(3, 2, 'x')],
  ]) {
    const { results, undo } = await journal.edits.apply([edit('a.md', 'one two', ...wrong)])
    expect(results[0]?.failure).toBe('The edit does not fit the text.')
    expect(undo).toBeNull()
  }
  expect(readIn(root)('a.md')).toBe('one two')
})

test('says why a file could not be written, and writes the others', async () => {
  const latin = Buffer.from([0x63, 0x61, 0x66, 0xe9])
  const root = makeTemporaryFolder({ 'latin.md': latin, 'b.md': 'one' })
  mkdirSync(path.join(root, 'folder.md'))
  const { journal } = await openTestJournal(root)
  const { results } = await journal.edits.apply([
    { path: 'latin.md' as EntryPath, revision: revisionOf(latin), splices: [splice(0, 1, 'C')] },
    edit('gone.md', '', splice(0, 0, 'x')),
    edit('folder.md', '', splice(0, 0, 'x')),
    edit('b.md', 'one', splice(0, 0, '\uD800')),
    edit('b.md', 'one', splice(0, 3, 'two')),
  ])
  expect(results.map(({ failure }) => failure)).toEqual([
    expect.stringContaining('not UTF-8'),
    expect.stringContaining('not there'),
    expect.stringContaining('folder'),
    expect.stringContaining('half of a character'),
    null,
  ])
  expect(readFileSync(path.join(root, 'latin.md'))).toEqual(latin)
  expect(readIn(root)('b.md')).toBe('two')
})

test('reports a folder that may not be written, and edits what may', async (context) => {
  const root = makeTemporaryFolder({ 'locked/a.md': 'one', 'open/b.md': 'one' })
  const { journal } = await openTestJournal(root)
  chmodSync(root, 0o755)
  chmodSync(path.join(root, 'locked'), 0o555)
  chmodSync(path.join(root, 'open'), 0o777)
  if (!becomeNobody()) return context.skip('this system has no users to become')
  const { results } = await journal.edits.apply([
    edit('locked/a.md', 'one', splice(0, 3, 'two')),
    edit('open/b.md', 'one', splice(0, 3, 'two')),
  ])
  expect(results.map(({ failure }) => failure)).toEqual([expect.stringContaining('not allow'), null])
  expect(readIn(root)('locked/a.md')).toBe('one')
  expect(readIn(root)('open/b.md')).toBe('two')
})

test('takes all of it back, to the byte, and makes it once more', async () => {
  const text = 'one two one\r\n'
  const root = makeTemporaryFolder({ 'a.md': text, 'b.md': 'one' })
  const { journal } = await openTestJournal(root)
  const applied = await journal.edits.apply([
    edit('a.md', text, splice(0, 3, 'eleven'), splice(8, 11, '')),
    edit('b.md', 'one', splice(0, 3, '')),
  ])
  expect([readIn(root)('a.md'), readIn(root)('b.md')]).toEqual(['eleven two \r\n', ''])
  const undone = valueOf(await journal.edits.undo(applied.undo ?? ''))
  expect(undone.results.every(({ failure }) => failure === null)).toBe(true)
  expect([readIn(root)('a.md'), readIn(root)('b.md')]).toEqual([text, 'one'])
  valueOf(await journal.edits.undo(undone.undo ?? ''))
  expect([readIn(root)('a.md'), readIn(root)('b.md')]).toEqual(['eleven two \r\n', ''])
})

test('takes back only what is still as it was left', async () => {
  const root = makeTemporaryFolder({ 'a.md': 'one', 'b.md': 'one', 'c.md': 'one' })
  const { journal } = await openTestJournal(root)
  const { undo } = await journal.edits.apply(
    ['a.md', 'b.md', 'c.md'].map((name) => edit(name, 'one', splice(0, 3, 'two'))),
  )
  writeFileSync(path.join(root, 'b.md'), 'two, and what I wrote since')
  rmSync(path.join(root, 'c.md'))
  const { results } = valueOf(await journal.edits.undo(undo ?? ''))
  expect(results.map(({ path: name, failure }) => [name, failure === null])).toEqual([
    ['a.md', true],
    ['b.md', false],
    ['c.md', false],
  ])
  expect(readIn(root)('a.md')).toBe('one')
  expect(readIn(root)('b.md')).toBe('two, and what I wrote since')
  expect(readdirSync(root).toSorted()).toEqual(['a.md', 'b.md'])
})

test('can be taken back once, and not for ever', async () => {
  const root = makeTemporaryFolder({ 'a.md': '0' })
  const { journal } = await openTestJournal(root)
  const tokens: string[] = []
  for (let count = 0; count < 11; count += 1) {
    const { undo } = await journal.edits.apply([
      edit('a.md', String(count), splice(0, String(count).length, String(count + 1))),
    ])
    tokens.push(undo ?? '')
  }
  expect(errorOf(await journal.edits.undo(tokens[0] ?? '')).code).toBe('not-found')
  valueOf(await journal.edits.undo(tokens[10] ?? ''))
  expect(readIn(root)('a.md')).toBe('10')
  expect(errorOf(await journal.edits.undo(tokens[10] ?? '')).code).toBe('not-found')
  expect(errorOf(await journal.edits.undo('never given')).code).toBe('not-found')
})

test('stands in line with the saves of the same file: neither eats the other', async () => {
  const root = makeTemporaryFolder({ 'a.md': 'old' })
  const { journal } = await openTestJournal(root)
  const baseRevision = revisionOf(encodeEntry('old'))
  const saving = journal.saveEntry('a.md' as EntryPath, { text: 'typed', baseRevision })
  const applying = journal.edits.apply([edit('a.md', 'old', splice(0, 3, 'replaced'))])
  valueOf(await saving)
  expect((await applying).results[0]?.failure).toBe('It was changed meanwhile.')
  expect(readIn(root)('a.md')).toBe('typed')
})

test('of two edits of one file in one call the second finds it changed', async () => {
  const root = makeTemporaryFolder({ 'a.md': 'one' })
  const { journal } = await openTestJournal(root)
  const { results } = await journal.edits.apply([
    edit('a.md', 'one', splice(0, 3, 'two')),
    edit('a.md', 'one', splice(0, 3, 'three')),
  ])
  expect(results.map(({ failure }) => failure)).toEqual([null, 'It was changed meanwhile.'])
  expect(readIn(root)('a.md')).toBe('two')
})

test('writes fifty files, and takes them all back', async () => {
  const names = Array.from({ length: 50 }, (_, at) => `${at}.md`)
  const root = makeTemporaryFolder(Object.fromEntries(names.map((name) => [name, `one ${name}`])))
  const { journal, heard } = await openTestJournal(root)
  const applied = await journal.edits.apply(
    names.map((name) => edit(name, `one ${name}`, splice(0, 3, 'two'))),
  )
  expect(applied.results.map((result) => result.path)).toEqual(names)
  expect(names.every((name) => readIn(root)(name) === `two ${name}`)).toBe(true)
  expect(new Set(heard.changes.map((change) => change.path)).size).toBe(50)
  valueOf(await journal.edits.undo(applied.undo ?? ''))
  expect(names.every((name) => readIn(root)(name) === `one ${name}`)).toBe(true)
})
