/** Random edits of intended trees: what a person does in the editor, one at a time. */

import type { DraftNode } from './tree-draft.ts'
import { Random } from './tree-draft.ts'
import { blockEdits } from './tree-edits-blocks.ts'
import { inlineEdits } from './tree-edits-inline.ts'
import { listEdits } from './tree-edits-lists.ts'
import { tableEdits } from './tree-edits-tables.ts'

/**
 * Which lines an edit may change.
 *
 * `one-line`: exactly one line, line endings in the same order. `insert`: removes no line but blank ones. `delete`:
 * adds none but blank ones. `lines`: the lines stay the same but for markers, indents and order. `any`: not judged.
 */
export type LineRule = 'none' | 'one-line' | 'insert' | 'delete' | 'lines' | 'any'

export interface TreeEdit {
  readonly name: string
  readonly lines: LineRule
  /** Changes the tree; false when it has no place for this edit. */
  readonly apply: (blocks: DraftNode[], random: Random) => boolean
}

const noEdit: TreeEdit = { name: 'none', lines: 'none', apply: () => true }

/** Every operation, by name. */
export const treeEdits: readonly TreeEdit[] = [
  noEdit,
  ...inlineEdits,
  ...blockEdits,
  ...listEdits,
  ...tableEdits,
]

/** Up to `count` random edits in a row; gives their names. */
export function editAtRandom(blocks: DraftNode[], random: Random, count: number): string[] {
  const names: string[] = []
  for (let tries = 0; names.length < count && tries < count * 6; tries += 1) {
    const edit = random.pick(treeEdits)
    if (edit !== undefined && edit.apply(blocks, random)) names.push(edit.name)
  }
  return names
}
