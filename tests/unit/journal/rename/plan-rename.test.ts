import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { EntryPath } from '../../../../shared/entry/entry-path.ts'
import { indexInProcess } from '../../../support/index-in-process.ts'
import { openTestJournal } from '../../../support/open-test-journal.ts'
import { errorOf, valueOf } from '../../../support/outcomes.ts'
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts'

const at = (name: string) => name as EntryPath

async function linesFor(root: string, from: string, to: string): Promise<Record<string, string[]>> {
  const { files } = valueOf(await (await indexInProcess(root)).planRename({ from, to }))
  return Object.fromEntries(
    files.map(({ path: name, changes }) => [
      name,
      changes.map(({ line, lead, text, tail }) => `${line}: ${lead}${text}${tail}`),
    ]),
  )
}

test('finds every link to a page, with its line as it would be', async () => {
  const root = makeTemporaryFolder({
    'pages/Toy models.md': 'see [[Toy models]] and [up](../2026-11-20.md)\n',
    '2026-11-20.md': 'a\r\n\r\n- read [[Toy models|it]]\r\n',
    '2026-11-21.md': '[again](pages/Toy%20models.md#part "t")\n',
    '2026-11-22.md': 'toy models in words\n',
    'other.md': 'nothing\n',
  })
  expect(await linesFor(root, 'pages/Toy models.md', 'archive/toys/Toys.md')).toEqual({
    '2026-11-21.md': ['1: [again](archive/toys/Toys.md#part "t")'],
    '2026-11-20.md': ['3: - read [[Toys|it]]'],
    'pages/Toy models.md': [
      '1: see [[Toys]] and [up](../2026-11-20.md)',
      '1: see [[Toy models]] and [up](../../2026-11-20.md)',
    ],
  })
})

test.each([
  ['Café (1).md', '[a](Caf%C3%A9%20%281%29.md) [[Café (1)]]'],
  ['日記.md', '[a](%E6%97%A5%E8%A8%98.md)'],
  ['a&b.md', '[a](a&amp;b.md)'],
  ['snake_case name.md', '[a](<snake\\_case name.md>)'],
  ['2026-11-24.md', '[[2026-11-24]]'],
  ['x.md', '[[x]]'],
  ['pictures/camelCaseMap-2.png', '![m](pictures/camelCaseMap-2.png) ![[camelCaseMap-2.png]]'],
])('the index knows which entries may name %s', async (name, text) => {
  const root = makeTemporaryFolder({ [name]: '', 'there.md': `${text}\n` })
  const to = `new-name${path.extname(name)}`
  expect(Object.keys(await linesFor(root, name, to))).toEqual(['there.md'])
})

test('a page that would be shadowed by the new name is named by its path', async () => {
  const root = makeTemporaryFolder({
    'deep/goal.md': '',
    'plan.md': '',
    'a.md': '[[goal]]\n',
  })
  expect(await linesFor(root, 'plan.md', 'goal.md')).toEqual({ 'a.md': ['1: [[deep/goal]]'] })
})

test('a taken name and a file that is gone are said before anything is written', async () => {
  const indexer = await indexInProcess(makeTemporaryFolder({ 'a.md': '', 'B.md': '' }))
  expect(errorOf(await indexer.planRename({ from: 'a.md', to: 'b.md' })).code).toBe('already-exists')
  expect(errorOf(await indexer.planRename({ from: 'c.md', to: 'd.md' })).code).toBe('not-found')
})

test('the plan goes through the edits of the journal, leaves alone what changed meanwhile, and can be taken back', async () => {
  const texts = {
    'map.png': '',
    'a.md': '![[map.png]]\r\n',
    'b.md': '![m](map.png)\n',
    'c.md': '![](map.png)\n',
  }
  const root = makeTemporaryFolder(texts)
  const { files } = valueOf(
    await (await indexInProcess(root)).planRename({ from: 'map.png', to: 'img/road.png' }),
  )
  const { journal } = await openTestJournal(root)
  writeFileSync(path.join(root, 'b.md'), 'theirs ![m](map.png)\n')
  expect(valueOf(await journal.renameFile('map.png', 'img/road.png'))).toBe('img/road.png')
  const applied = await journal.edits.apply(
    files.map(({ path: name, revision, changes }) => ({ path: name, revision, splices: changes })),
  )
  const read = (name: string) => readFileSync(path.join(root, name), 'utf8')
  expect([read('a.md'), read('b.md'), read('c.md')]).toEqual([
    '![[road.png]]\r\n',
    'theirs ![m](map.png)\n',
    '![](img/road.png)\n',
  ])
  expect(applied.results.find((result) => result.path === at('b.md'))?.failure).toBe(
    'It was changed meanwhile.',
  )
  valueOf(await journal.edits.undo(applied.undo ?? ''))
  valueOf(await journal.renameFile('img/road.png', 'map.png'))
  expect([read('a.md'), read('c.md'), read('map.png')]).toEqual([texts['a.md'], texts['c.md'], ''])
})

test('only files that are no entries and are shown get another name, with the ending they have', async () => {
  const { journal } = await openTestJournal(makeTemporaryFolder({ 'a.png': '', 'b.md': '', '.git/x': '' }))
  for (const [from, to] of [
    ['a.png', 'a.md'],
    ['a.png', 'a.svg'],
    ['b.md', 'b.png'],
    ['.git/x', 'x'],
    ['a.png', '.git/a.png'],
  ] as const)
    expect(errorOf(await journal.renameFile(from, to)).code).toBe('invalid-input')
})
