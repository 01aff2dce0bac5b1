import { expect, test } from 'vitest'
import type { EntryPath } from '../../../../shared/entry/entry-path.ts'
import { indexInProcess } from '../../../support/index-in-process.ts'
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts'

/** Other entries, so that a word of two of them is rare. */
const crowd = Object.fromEntries(
  Array.from({ length: 60 }, (_, at) => [
    `crowd/${at}.md`,
    `# Day ${at}\n\nwent for a walk with everyone today\n`,
  ]),
)

async function relatedTo(path: string, files: Readonly<Record<string, string>>) {
  const indexer = await indexInProcess(makeTemporaryFolder({ ...crowd, ...files }))
  return indexer.findRelated(path as EntryPath)
}

test('finds entries that refer to the same links, and says how many', async () => {
  const links = '[toy](https://a.org/toy) and [circuits](https://www.a.org/circuits/)\n'
  const found = await relatedTo('a.md', {
    'a.md': links,
    'b.md': `# Bee\n\n${links}`,
    'c.md': '[toy](https://a.org/toy)\n',
  })
  expect(found.map(({ path, links: count }) => [path, count])).toEqual([
    ['b.md', 2],
    ['c.md', 1],
  ])
  expect(found[0]).toMatchObject({ kind: 'entry', title: 'Bee', from: 7 })
})

test('finds entries that share rare words, as they are written, and not those with one or with common ones', async () => {
  const found = await relatedTo('a.md', {
    'a.md': 'Eigenvalues of the kernel, and a walk with everyone\n',
    'b.md': 'the kernel has eigenvalues\n',
    'c.md': 'a kernel of corn\n',
  })
  expect(found.map(({ path }) => path)).toEqual(['b.md'])
  expect(found[0]?.words.toSorted()).toEqual(['eigenvalues', 'kernel'])
})

test('a tag that few have counts with one rare word, and alone it does not', async () => {
  const found = await relatedTo('a.md', {
    'a.md': '---\ntags: [mats]\n---\nthe kernel\n',
    'b.md': '---\ntags: [mats]\n---\nanother kernel\n',
    'c.md': '---\ntags: [mats]\n---\nnothing else\n',
  })
  expect(found.map(({ path, words, tags }) => [path, words, tags])).toEqual([['b.md', ['kernel'], ['mats']]])
})

test('finds resources that stand elsewhere, once, and none that the entry has already', async () => {
  const resource = '[Eigenvalues of a kernel](https://a.org/k)'
  const found = await relatedTo('a.md', {
    'a.md': 'the kernel, its eigenvalues, and [own kernel eigenvalues](https://a.org/own)\n',
    'b.md': `# Bee\n\n${resource}\n\n[own kernel eigenvalues](https://a.org/own)\n`,
    'c.md': `${resource}\n`,
  })
  expect(found.filter(({ kind }) => kind === 'resource').map(({ title }) => title)).toEqual([
    'Eigenvalues of a kernel',
  ])
})

test('finds nothing for an entry that has nothing in common, that is empty, or that is not there', async () => {
  const files = { 'a.md': 'alone\n', 'empty.md': '' }
  expect(await relatedTo('a.md', files)).toEqual([])
  expect(await relatedTo('empty.md', files)).toEqual([])
  expect(await relatedTo('gone.md', files)).toEqual([])
})

test('never names the entry itself, and keeps to five entries', async () => {
  const same = Object.fromEntries(
    Array.from({ length: 9 }, (_, at) => [`e${at}.md`, '[x](https://a.org/x)\n']),
  )
  const found = await relatedTo('e0.md', same)
  expect(found).toHaveLength(5)
  expect(found.map(({ path }) => path)).not.toContain('e0.md')
})

test('in a journal of three entries, words that stand in any text are no reason', async () => {
  const indexer = await indexInProcess(
    makeTemporaryFolder({
      'a.md': 'what they have with that, before it was there\n',
      'b.md': 'they have that, with what was there before\n',
      'c.md': 'moss\n',
    }),
  )
  expect(indexer.findRelated('a.md' as EntryPath)).toEqual([])
})
