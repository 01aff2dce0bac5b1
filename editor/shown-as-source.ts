import type { Block, TreeNode } from '../shared/markdown/tree.ts'

/** Source of the blocks that the editor's nodes could not hold. Blocks of a base tree never change. */
const sources = new WeakMap<TreeNode, string>()

/** Notes that a block of the base tree is shown as this source, with '\n' line ends. */
export function rememberShownAsSource(block: Block, source: string): void {
  sources.set(block, source)
}

/** True while `source` is what the block of the base tree was shown as: then the block is as it was opened. */
export function isShownAsSource(base: TreeNode, source: string): base is Block {
  return sources.get(base) === source
}
