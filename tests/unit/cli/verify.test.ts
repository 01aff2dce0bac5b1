import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { verifyFolder } from '../../../cli/verify-folder.ts'
import { summarise, writeVerifyReport } from '../../../cli/verify-report.ts'
import { CodeBlockNode } from '../../../editor/nodes/code-block-node.ts'
import { makeTemporaryFolder } from '../../support/temporary-folder.ts'

const linkOverLines = '# Title\n\n[![alt](a.png)\n](https://example.org)\n\n- one\n- two\n\nlast words\n'
const mixedFence = 'a\r\n\r\n```ts\r\none two\n\nthree four\n\r\n```\r\n'

async function verify(files: Readonly<Record<string, string>>, edits: number) {
  const folder = makeTemporaryFolder(files)
  const outcome = await verifyFolder(folder, { edits, seed: 1, onProgress: () => undefined })
  if (!outcome.ok) throw new Error(outcome.error.message)
  return { folder, result: outcome.value }
}

test('a link that ends with a line break and a fence with mixed line ends are kept, and edited exactly', async () => {
  const { folder, result } = await verify({ 'link.md': linkOverLines, 'fence.md': mixedFence }, 10)
  const { byOperation, ...rest } = result
  const kinds = Object.values(byOperation)
  expect(kinds.reduce((sum, { edits }) => sum + edits, 0)).toBe(20)
  expect(kinds.every(({ edits, exact, undone }) => exact === edits && undone === edits)).toBe(true)
  expect(rest).toEqual({
    files: 2,
    identical: 2,
    readOnly: 0,
    asSource: 0,
    edits: 20,
    exact: 20,
    refused: 0,
    silent: 0,
    undone: 20,
    failures: [],
    refusals: [],
  })
  expect(readFileSync(join(folder, 'link.md'), 'utf8')).toBe(linkOverLines)
})

test('a block that the nodes lose is counted as shown as source, and edits are made beside it', async () => {
  // A mapping broken on purpose: code blocks forget their info.
  const broken = vi.spyOn(CodeBlockNode.prototype, 'getInfo').mockReturnValue('')
  onTestFinished(() => broken.mockRestore())
  const { result } = await verify({ 'code.md': 'a\n\n```ts\nx\n```\n\nb\n' }, 3)
  expect(result).toMatchObject({ files: 1, identical: 1, asSource: 1, edits: 3, exact: 3, failures: [] })
})

test('as JSON the result has the sums, by kind of edit too, and the failures, and nothing else', async () => {
  const { result } = await verify({ 'a.md': 'one\n' }, 1)
  const [kind = ''] = Object.keys(result.byOperation)
  expect(JSON.parse(JSON.stringify(summarise(result)))).toEqual({
    files: 1,
    identical: 1,
    edits: 1,
    exact: 1,
    refused: 0,
    silent: 0,
    undone: 1,
    failures: [],
    byOperation: { [kind]: { edits: 1, exact: 1, refused: 0, silent: 0, undone: 1 } },
  })
})

test('what is printed has a row for each kind of edit, and no table where none was made', async () => {
  const { result } = await verify({ 'a.md': 'one two\n' }, 8)
  const rows = writeVerifyReport(result).split('\n')
  expect(rows[0]).toMatch(/^kind of edit +edits +exact +refused +wrong$/)
  expect(rows.slice(1, -2).map((row) => row.split(/ {2,}/)[0])).toEqual(Object.keys(result.byOperation))
  expect(new Set(rows.slice(0, -2).map((row) => row.length)).size).toBe(1)
  const unedited = await verify({ 'a.md': 'one two\n' }, 0)
  expect(writeVerifyReport(unedited.result)).toBe('1 of 1 files come back byte for byte')
})
