/** Intended trees for tests: copies of a base tree that point back to it, as the editor makes them, but changeable. */

import type { Block, ParsedEntry, Run, TreeNode } from '../../shared/markdown/tree.ts'

/** A run, changeable. Links stay shared objects: that two runs are in one link is told by identity. */
export type DraftRun = { -readonly [Key in keyof Run]: Run[Key] } & {
  text?: string
  source?: string
  form?: string
  hard?: boolean
}

/** Any node, changeable; which fields are there depends on its type. */
export interface DraftNode {
  type: TreeNode['type']
  base?: TreeNode
  runs: DraftRun[]
  blocks: DraftNode[]
  items: DraftNode[]
  rows: DraftNode[]
  cells: DraftNode[]
  align: ('left' | 'center' | 'right' | null)[]
  level: number
  ordered: boolean
  start: number
  box: string | null
  text: string
  info: string
  form: string
}

/** A seeded source of random numbers (mulberry32): the same seed gives the same edits. */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** Between 0 and `limit` - 1. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit)
  }

  pick<T>(values: readonly T[]): T | undefined {
    return values[this.below(values.length)]
  }
}

/** The base tree as an intended tree: no spans, every node points to where it came from. */
export function draftEntry(base: ParsedEntry): DraftNode[] {
  return base.blocks.map(draftNode)
}

/** The draft as blocks. */
export function asBlocks(draft: readonly DraftNode[]): readonly Block[] {
  return draft as unknown as readonly Block[]
}

function draftNode(node: TreeNode): DraftNode {
  return copyNode(node, true)
}

/** A node with all below it, pointing to the base or not. */
export function copyNode(node: TreeNode, hasBase: boolean): DraftNode {
  const pointer = hasBase ? { base: node.base ?? node } : {}
  const below = (nodes: readonly TreeNode[]) => nodes.map((child) => copyNode(child, hasBase))
  const own = ((): object => {
    switch (node.type) {
      case 'paragraph':
      case 'cell':
        return { runs: node.runs.map(copyRun) }
      case 'heading':
        return { level: node.level, runs: node.runs.map(copyRun) }
      case 'rule':
        return {}
      case 'quote':
        return { blocks: below(node.blocks) }
      case 'list':
        return { ordered: node.ordered, start: node.start, items: below(node.items) }
      case 'item':
        return { box: node.box, blocks: below(node.blocks) }
      case 'code':
        return { info: node.info, text: node.text }
      case 'table':
        return { align: [...node.align], rows: below(node.rows) }
      case 'row':
        return { cells: below(node.cells) }
      case 'source':
        return { form: node.form, text: node.text }
    }
  })()
  return { type: node.type, ...pointer, ...own } as DraftNode
}

function copyRun(run: Run): DraftRun {
  const { kind, marks, link } = run
  if (run.kind === 'text') return { kind, marks, link, text: run.text } as DraftRun
  if (run.kind === 'opaque') return { kind, marks, link, form: run.form, source: run.source } as DraftRun
  return { kind, marks, link, hard: run.hard } as DraftRun
}

export function textRun(text: string, marks = 0, link: DraftRun['link'] = null): DraftRun {
  return { kind: 'text', text, marks, link } as DraftRun
}

export function breakRun(hard: boolean): DraftRun {
  return { kind: 'break', hard, marks: 0, link: null } as DraftRun
}

export function paragraphOf(text: string): DraftNode {
  return { type: 'paragraph', runs: [textRun(text)] } as unknown as DraftNode
}

export function itemOf(text: string, box: string | null = null): DraftNode {
  return { type: 'item', box, blocks: [paragraphOf(text)] } as unknown as DraftNode
}

/** A sequence of siblings and what holds it. */
export interface DraftSequence {
  nodes: DraftNode[]
  owner: DraftNode | null
}

/** Every sequence of blocks in the tree, outermost first. */
export function listSequences(blocks: DraftNode[], owner: DraftNode | null = null): DraftSequence[] {
  const found: DraftSequence[] = [{ nodes: blocks, owner }]
  for (const block of blocks) {
    if (block.type === 'quote') found.push(...listSequences(block.blocks, block))
    if (block.type === 'list') for (const item of block.items) found.push(...listSequences(item.blocks, item))
  }
  return found
}

/** All nodes of the given types, in the order of the text. */
export function listNodes(blocks: readonly DraftNode[], ...types: TreeNode['type'][]): DraftNode[] {
  const found: DraftNode[] = []
  const visit = (node: DraftNode) => {
    if (types.includes(node.type)) found.push(node)
    for (const child of childrenOf(node)) visit(child)
  }
  blocks.forEach(visit)
  return found
}

function childrenOf(node: DraftNode): DraftNode[] {
  return node.blocks ?? node.items ?? node.rows ?? node.cells ?? []
}
