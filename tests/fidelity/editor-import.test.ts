import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { $getRoot, createEditor } from 'lexical'
import { describe, expect, test } from 'vitest'
import { $importBlocks, type BaseByKey } from '../../editor/import-entry.ts'
import { entryNodes } from '../../editor/nodes/entry-nodes.ts'
import { $projectBlocks } from '../../editor/project-entry.ts'
import { canonicalKey } from '../../shared/markdown/canonical-key.ts'
import { parseEntry } from '../../shared/markdown/parse-entry.ts'
import type { Block } from '../../shared/markdown/tree.ts'

const folders = ['../shared/text', '../shared/corpus'].map((folder) => join(process.cwd(), folder))

function listMarkdown(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name))
}

function throughEditor(blocks: readonly Block[]): readonly Block[] {
  const editor = createEditor({
    nodes: [...entryNodes],
    onError: (error) => {
      throw error
    },
  })
  const bases: BaseByKey = new Map()
  editor.update(
    () => {
      $getRoot().append(...$importBlocks(blocks, bases))
    },
    { discrete: true },
  )
  return editor.read(() => $projectBlocks($getRoot(), bases))
}

describe('what goes into the editor comes out of it', () => {
  const files = folders.flatMap(listMarkdown)
  test.skipIf(files.length === 0)(
    'for every block of the texts beside the project (skipped where they are missing)',
    () => {
      let blockCount = 0
      for (const file of files) {
        const { blocks } = parseEntry(readFileSync(file, 'utf8'))
        const projected = throughEditor(blocks)
        expect(projected.length, file).toBe(blocks.length)
        for (const [index, block] of blocks.entries()) {
          const back = projected[index]
          expect(back === undefined ? '' : canonicalKey(back), `${file}, block ${index}`).toBe(
            canonicalKey(block),
          )
          blockCount += 1
        }
      }
      expect(blockCount).toBeGreaterThan(1000)
    },
  )
})
