import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { build } from 'vite'
// @ts-expect-error plain JavaScript without types: the bundles of the app
import { nodeConfig } from '../../scripts/bundles.mjs'

/** Bundles the worker that reads documents as the app does, into a folder of its own; gives the file. */
export async function bundleDocumentWorker(): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cairn-document-worker-'))
  await build(nodeConfig({ name: 'document-worker', entry: 'journal/documents/document-worker.ts', folder }))
  return path.join(folder, 'document-worker.cjs')
}
