import {
  $getNodeByKey,
  $getRoot,
  $isRootNode,
  type EditorState,
  type LexicalNode,
  type NodeKey,
} from 'lexical'
import type { Block, ParsedEntry } from '../shared/markdown/tree.ts'
import type { BaseByKey } from './import-entry.ts'
import { $projectBlock, type ProjectionCache } from './project-entry.ts'

/**
 * What the editor says as blocks, kept from one reading to the next: only what an update touched is projected again,
 * down to the item of a list, so that reading after one key costs the same in a long entry as in a short one.
 */
export class EntryProjection {
  /** Which base node each Lexical node came from. */
  #bases: BaseByKey = new Map()
  readonly #known: ProjectionCache = new Map()
  /** As read last; null when the children of the root are others. The array itself is never changed. */
  #blocks: readonly Block[] | null = null
  /** Top-level keys with their places in `#blocks`. */
  readonly #places = new Map<NodeKey, number>()
  readonly #stale = new Set<NodeKey>()

  /**
   * Enters what was opened as the projection of each node that came from it: a block or item that nobody edited is
   * its base node, whatever the mapping makes of it. Call inside a read, when `base` is loaded.
   */
  $seed(base: ParsedEntry, bases: BaseByKey): void {
    this.restart(bases)
    const children = $getRoot().getChildren()
    const isPaired = (key: NodeKey | undefined, block: Block | undefined): boolean =>
      key !== undefined && block !== undefined && bases.get(key) === block
    const isWhole = base.blocks.every((block, index) => isPaired(children[index]?.getKey(), block))
    for (const [key, node] of isWhole ? bases : []) {
      if (node.type !== 'row' && node.type !== 'cell') this.#known.set(key, node)
    }
    if (isWhole) return
    for (const [index, block] of base.blocks.entries()) {
      const key = children[index]?.getKey()
      if (key !== undefined && isPaired(key, block)) this.#known.set(key, block)
    }
  }

  /** Other bases from now on, and nothing known of what the editor says. */
  restart(bases: BaseByKey): void {
    this.#bases = bases
    this.#known.clear()
    this.#forgetBlocks()
  }

  /** The intended tree, one block per child of the root. The same array as last time when nothing changed. */
  $readBlocks(): readonly Block[] {
    if (this.#blocks === null) this.#readAll()
    else if (this.#stale.size > 0) this.#readStale(this.#blocks)
    this.#stale.clear()
    return this.#blocks ?? []
  }

  /** An update touched these nodes and their ancestors. `isOrderSame`: the root has the same children as before. */
  forget(keys: Iterable<NodeKey>, isOrderSame: boolean): void {
    for (const key of keys) {
      this.#known.delete(key)
      if (this.#places.has(key)) this.#stale.add(key)
    }
    if (!isOrderSame) this.#forgetBlocks()
  }

  /** Undo and redo restore a whole state without saying what differs: the nodes that are other objects do. */
  forgetBetween(before: EditorState, now: EditorState): void {
    const changed = new Set<NodeKey>()
    let isOrderSame = true
    for (const [key, node] of now._nodeMap) {
      const old = before._nodeMap.get(key)
      if (old === node) continue
      // Children are a chain. Lexical makes another root at times, with the same children.
      isOrderSame &&= key === 'root' || node.__parent !== 'root' || isInPlace(node, old)
      // An element stays the object it was when something below it changes.
      for (
        let at: NodeKey | null = key;
        at !== null && !changed.has(at);
        at = now._nodeMap.get(at)?.__parent ?? null
      ) {
        changed.add(at)
      }
    }
    this.forget(changed, isOrderSame && sizeOf(before) === sizeOf(now))
  }

  #forgetBlocks(): void {
    this.#blocks = null
    this.#places.clear()
    this.#stale.clear()
  }

  #readAll(): void {
    const children = $getRoot().getChildren()
    this.#blocks = children.map((node) => $projectBlock(node, this.#bases, this.#known))
    for (const [index, node] of children.entries()) this.#places.set(node.getKey(), index)
  }

  #readStale(before: readonly Block[]): void {
    const blocks = [...before]
    for (const key of this.#stale) {
      const node = $getNodeByKey(key)
      const index = this.#places.get(key)
      if (node === null || index === undefined) throw new Error('A block went and nobody was told')
      blocks[index] = $projectBlock(node, this.#bases, this.#known)
    }
    this.#blocks = blocks
  }
}

function isInPlace(node: LexicalNode, old: LexicalNode | undefined): boolean {
  return old?.__parent === 'root' && old.__next === node.__next && old.__prev === node.__prev
}

function sizeOf({ _nodeMap }: EditorState): number {
  const root = _nodeMap.get('root')
  return $isRootNode(root) ? root.__size : 0
}
