import type { LexicalNode } from 'lexical'
import { canonicalKey } from '../shared/markdown/canonical-key.ts'
import type { Block } from '../shared/markdown/tree.ts'
import { $importBlocks, type BaseByKey } from './import-entry.ts'
import { $createSourceBlockNode } from './nodes/source-block-node.ts'
import { $projectBlock } from './project-entry.ts'
import { rememberShownAsSource } from './shown-as-source.ts'

/**
 * Makes Lexical nodes from the top-level blocks of an entry, each checked: one that would not come out of the editor
 * as it went in is shown as its source, so that what the nodes cannot hold is never edited through them.
 *
 * One node per block, in order, entered into `bases` with all below. `text` is the whole entry. Call inside an update.
 */
export function $importGuarded(blocks: readonly Block[], text: string, bases: BaseByKey): LexicalNode[] {
  return blocks.map((block) => {
    const [node] = $importBlocks([block], bases)
    if (node !== undefined && canonicalKey($projectBlock(node, bases)) === canonicalKey(block)) return node
    return $showAsSource(block, text, bases)
  })
}

function $showAsSource(block: Block, text: string, bases: BaseByKey): LexicalNode {
  const { from, to } = block.span ?? { from: 0, to: 0 }
  const source = text.slice(from, to).replace(/\r\n?/g, '\n')
  const node = $createSourceBlockNode('other', source)
  bases.set(node.getKey(), block)
  rememberShownAsSource(block, source)
  return node
}
