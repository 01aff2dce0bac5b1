import assert from 'node:assert/strict'
import fc from 'fast-check'
import { $getRoot, createEditor } from 'lexical'
import { EntryProjection } from '../../../editor/entry-projection.ts'
import { $importGuarded } from '../../../editor/import-guarded.ts'
import type { BaseByKey } from '../../../editor/import-entry.ts'
import { entryNodes } from '../../../editor/nodes/entry-nodes.ts'
import { FROM_DISK_TAG, trackDirtyBlocks } from '../../../editor/track-dirty-blocks.ts'
import { parseEntry } from '../../../shared/markdown/parse-entry.ts'
import { fixedEntries } from './fixed-entries.ts'
import { defineProperty, type FidelityProperty } from './property.ts'

/**
 * What a key costs, counted instead of timed, so that a busy machine cannot fail it: `bench/` has the times.
 */
export const costProperties: readonly FidelityProperty[] = [
  defineProperty(
    'a key makes the editor forget one block, however long the entry is: all others are the opened ones',
    60,
    [fc.array(fc.constantFrom(...fixedEntries), { minLength: 1, maxLength: 40 }), fc.nat()],
    (parts, place) => {
      const base = parseEntry(`begin\n\n${parts.join('\n\n')}`)
      const { blocks, text } = base
      const editor = createEditor({
        nodes: [...entryNodes],
        onError: (error) => {
          throw error
        },
      })
      const bases: BaseByKey = new Map()
      const projection = new EntryProjection()
      const load = { discrete: true, tag: FROM_DISK_TAG } as const
      editor.update(() => void $getRoot().append(...$importGuarded(blocks, text, bases)), load)
      editor.read(() => projection.$seed(base, bases))
      const unregister = trackDirtyBlocks(editor, projection, () => undefined)
      editor.update(
        () => {
          const nodes = $getRoot().getAllTextNodes()
          nodes[place % nodes.length]?.spliceText(0, 0, 'x')
        },
        { discrete: true },
      )
      const projected = editor.read(() => projection.$readBlocks())
      assert.equal(projected.filter((block, at) => block !== blocks[at]).length, 1)
      unregister()
    },
  ),
]
