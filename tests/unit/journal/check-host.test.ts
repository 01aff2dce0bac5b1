import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from 'vite'
import { createCheckHost } from '../../../journal/check-host.ts'
// @ts-expect-error plain JavaScript without types: the bundles of the app
import { nodeConfig } from '../../../scripts/bundles.mjs'

let folder = ''
let journal = ''
let workerFile = ''

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'cairn-check-'))
  await build(nodeConfig({ name: 'check-worker', entry: 'cli/check-worker.ts', folder }))
  workerFile = path.join(folder, 'check-worker.cjs')
  journal = mkdtempSync(path.join(folder, 'journal-'))
  writeFileSync(path.join(journal, 'a.md'), '* a  \n* *b*\n\n\nwords to edit')
  writeFileSync(path.join(journal, 'b.md'), Buffer.from([0x63, 0xe9]))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function readJournal(): string[] {
  return readdirSync(journal).map((name) => `${name} ${readFileSync(path.join(journal, name), 'hex')}`)
}

describe('checking files on a thread', () => {
  it('tells its progress and the result, and writes nothing', async () => {
    const before = readJournal()
    const told: { done: number; total: number }[] = []
    const host = createCheckHost(workerFile, (progress) => told.push(progress))
    const checked = await host.run({ root: journal, edits: 2, seed: 7 })
    expect(checked).toMatchObject({
      ok: true,
      value: { files: 2, identical: 2, readOnly: 1, edits: 2, seed: 7, faults: [], faultCount: 0 },
    })
    expect(told.at(-1)).toEqual({ done: 2, total: 2 })
    expect(readJournal()).toEqual(before)
  })

  it('says why a folder cannot be checked', async () => {
    const host = createCheckHost(workerFile, () => undefined)
    const checked = await host.run({ root: path.join(journal, 'gone'), edits: 0, seed: 1 })
    expect(checked.ok ? 'ok' : checked.error.code).toBe('not-found')
  })

  it('gives nothing when it is cancelled, or when another check begins', async () => {
    const host = createCheckHost(workerFile, () => undefined)
    const first = host.run({ root: journal, edits: 0, seed: 1 })
    const second = host.run({ root: journal, edits: 0, seed: 1 })
    host.cancel()
    expect(await first).toEqual({ ok: true, value: null })
    expect(await second).toEqual({ ok: true, value: null })
  })

  it('rejects when the worker dies', async () => {
    const broken = path.join(folder, 'broken.cjs')
    writeFileSync(broken, 'process.exit(3)')
    await expect(
      createCheckHost(broken, () => undefined).run({ root: journal, edits: 0, seed: 1 }),
    ).rejects.toThrow('code 3')
  })
})
