import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createTimeLimit } from '../../../../journal/replace/time-limit.ts'
import type { ReplacePlan, ReplaceQuestion } from '../../../../shared/contract/replace.ts'
import { indexInProcess } from '../../../support/index-in-process.ts'
import { openTestJournal } from '../../../support/open-test-journal.ts'
import { valueOf } from '../../../support/outcomes.ts'
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts'

const plain: ReplaceQuestion = {
  number: 1,
  find: 'mentorship',
  replacement: 'guidance',
  isExpression: false,
  isCaseKept: false,
  isWholeWord: false,
  scope: '',
}
const files = {
  '2026-11-20.md': '# A call\r\n\r\nMentorship, and mentorship again.\r\n',
  '2026-11-22.md': '---\ntags: [career]\n---\n\nabout mentorship\n',
  'drafts/one.md': '---\ndraft: true\ntitle: On mentorship\n---\n\nsee [it](https://a.org/mentorship)\n',
  'other.md': 'nothing of the kind\n',
}

async function plan(root: string, question: Partial<ReplaceQuestion>): Promise<ReplacePlan> {
  return (await indexInProcess(root)).planReplacements({ ...plain, ...question })
}
const placesOf = ({ files: found }: ReplacePlan) =>
  found.map((file) => [file.path, file.changes.map(({ line, doubt }) => (doubt === null ? line : doubt))])

test('plans every place, newest entry first, with its line and what is doubtful', async () => {
  const planned = await plan(makeTemporaryFolder(files), {})
  expect(placesOf(planned)).toEqual([
    ['2026-11-22.md', [5]],
    ['2026-11-20.md', [3, 3]],
    ['drafts/one.md', ['front-matter', 'address']],
  ])
  expect(planned.files[1]).toMatchObject({ title: 'A call', date: '2026-11-20' })
  expect(planned.files[1]?.changes[1]).toMatchObject({
    lead: 'Mentorship, and ',
    found: 'mentorship',
    tail: ' again.',
    text: 'guidance',
  })
})

test.each([
  ['tag:career', ['2026-11-22.md']],
  ['kind:draft', ['drafts/one.md']],
  ['before:2026-11-21', ['2026-11-20.md']],
  ['path:2026 -tag:career', ['2026-11-20.md']],
  ['tag:career or kind:draft', ['2026-11-22.md', 'drafts/one.md']],
  ['quetzal', ['2026-11-22.md', '2026-11-20.md', 'drafts/one.md']],
])('looks only at the entries that the filters of %s leave', async (scope, expected) => {
  const { files: found } = await plan(makeTemporaryFolder(files), { scope })
  expect(found.map((file) => file.path)).toEqual(expected)
})

test('a plan that is applied changes those places and no other byte, and is taken back as one', async () => {
  const root = makeTemporaryFolder(files)
  const read = (name: string) => readFileSync(path.join(root, name), 'utf8')
  const { files: found } = await plan(root, {})
  const { journal } = await openTestJournal(root)
  const edits = found.map(({ path: file, revision, changes }) => ({
    path: file,
    revision,
    splices: changes.filter(({ doubt }) => doubt === null),
  }))
  const { results, undo } = await journal.edits.apply(edits.filter(({ splices }) => splices.length > 0))
  expect(results.map(({ failure }) => failure)).toEqual([null, null])
  expect(read('2026-11-20.md')).toBe('# A call\r\n\r\nguidance, and guidance again.\r\n')
  expect(read('drafts/one.md')).toBe(files['drafts/one.md'])
  valueOf(await journal.edits.undo(undo ?? ''))
  for (const [name, text] of Object.entries(files)) expect(read(name)).toBe(text)
})

test('plans for the files as they are on disk, whatever the index has read', async () => {
  const root = makeTemporaryFolder(files)
  const indexer = await indexInProcess(root)
  writeFileSync(path.join(root, 'other.md'), 'now about mentorship')
  expect(placesOf(await indexer.planReplacements(plain))).toContainEqual(['other.md', [1]])
})

test('leaves out files that are never written', async () => {
  const latin = Buffer.from('caf\xe9 mentorship', 'latin1')
  expect(placesOf(await plan(makeTemporaryFolder({ 'a.md': latin }), {}))).toEqual([])
})

test('says why an expression cannot be looked for', async () => {
  const root = makeTemporaryFolder({ 'a.md': `# Slow\n\n${'a'.repeat(40)}!`, 'b.md': 'aab' })
  const { failure } = await plan(root, { find: '(a', isExpression: true })
  expect(failure).toMatch(/^This is no regular expression yet/)
  const slow = await plan(root, { find: '^(a+)+$', isExpression: true })
  expect(slow.failure).toBe('The expression takes too long in “Slow”.')
  expect(placesOf(await plan(root, { find: '(a+)b', isExpression: true }))).toEqual([['b.md', [1]]])
})

test('an older question stops when a newer one is asked', async () => {
  const indexer = await indexInProcess(makeTemporaryFolder(files))
  const [older, newer] = await Promise.all([
    indexer.planReplacements(plain),
    indexer.planReplacements({ ...plain, number: 2, find: 'call' }),
  ])
  expect(older.files).toEqual([])
  expect(placesOf(newer)).toEqual([['2026-11-20.md', [1]]])
})

test('plans two thousand places at most, and says that there are more', async () => {
  const planned = await plan(makeTemporaryFolder({ 'a.md': 'x '.repeat(1500), 'b.md': 'x '.repeat(1500) }), {
    find: 'x',
  })
  expect(planned.files.map(({ changes }) => changes.length)).toEqual([1500, 500])
  expect(planned.isCut).toBe(true)
})

test('work within its time gives its value and its errors', () => {
  const limit = createTimeLimit(1000)
  expect(limit(() => 'done')).toEqual({ isStopped: false, value: 'done' })
  expect(() =>
    limit(() => {
      throw new RangeError('mine')
    }),
  ).toThrow('mine')
})
