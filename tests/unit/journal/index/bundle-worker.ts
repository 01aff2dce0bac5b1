import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { build } from 'vite'
// @ts-expect-error plain JavaScript without types: the bundles of the app
import { nodeConfig } from '../../../../scripts/bundles.mjs'

/** Bundles the index worker as the app does, into a folder of its own; gives the file. */
export async function bundleWorker(): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cairn-worker-'))
  await build(nodeConfig({ name: 'worker', entry: 'journal/index/worker.ts', folder }))
  return path.join(folder, 'worker.cjs')
}
