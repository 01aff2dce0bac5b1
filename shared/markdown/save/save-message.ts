/**
 * A save that is worked out on another thread, where the same text was parsed: what is sent are the changed blocks,
 * and numbers for all that stands in the base.
 */

import type { Splice } from '../../contract/edits.ts'
import type { PiecedText } from '../../entry/pieced-text.ts'
import { findSplice } from '../../entry/splice-text.ts'
import { innerOf, withInner } from '../inner-nodes.ts'
import type { KnownChange, RefusedBlock, SaveOutcome } from '../save-outcome.ts'
import type { Block, ParsedEntry, Span, TreeNode } from '../tree.ts'

/** A number is that of a node of the base; else the node without what is below it, and where it came from. */
type SentNode =
  | number
  | { readonly node: TreeNode; readonly base: number | null; readonly inner: readonly SentNode[] }

/** The intended blocks, as they can be cloned from thread to thread. */
export type SaveMessage = readonly SentNode[]

/** What comes back. */
export interface OutcomeMessage {
  /**
   * Relative to the text that came back last, at first to the base: cloning a megabyte from thread to thread takes the
   * window longer than everything else in a save.
   */
  readonly edit: Splice
  /** Of the new text, to be sure that both threads speak of the same one. */
  readonly length: number
  /** From and to of each span in turn: thousands of objects would take longer to clone than the save to work out. */
  readonly spans: Uint32Array
  readonly refused: readonly (Omit<RefusedBlock, 'block'> & {
    /** Which of the intended blocks it is; null for one that is none of them, which is in `block`. */
    readonly at: number | null
    readonly block: Block | null
  })[]
}

/** The nodes of a base tree by number. Parsing is a function of the text, so they are the same on both threads. */
export class NumberedBase {
  readonly base: ParsedEntry
  readonly #nodes: TreeNode[] = []
  readonly #numbers = new Map<TreeNode, number>()

  constructor(base: ParsedEntry) {
    this.base = base
    for (const block of base.blocks) this.#add(block)
  }

  /** How many nodes there are: two threads that parsed the same text agree on it. */
  get count(): number {
    return this.#nodes.length
  }

  numberOf(node: TreeNode): number | undefined {
    return this.#numbers.get(node)
  }

  nodeOf(number: number): TreeNode {
    const node = this.#nodes[number]
    if (node === undefined) throw new Error('The base has no node of this number')
    return node
  }

  #add(node: TreeNode): void {
    this.#numbers.set(node, this.#nodes.length)
    this.#nodes.push(node)
    for (const inner of innerOf(node)) this.#add(inner)
  }
}

/** The intended blocks for the other thread. */
export function packIntended(base: NumberedBase, intended: readonly Block[]): SaveMessage {
  return intended.map((block) => packNode(base, block))
}

function packNode(numbered: NumberedBase, node: TreeNode): SentNode {
  const own = numbered.numberOf(node)
  if (own !== undefined) return own
  const { base, ...plain } = node
  const from = base === undefined ? null : (numbered.numberOf(base) ?? null)
  const inner = innerOf(node).map((part) => packNode(numbered, part))
  return { node: withInner(plain as TreeNode, []), base: from, inner }
}

/** The intended blocks on the other thread, pointing to the nodes of its base. */
export function unpackIntended(base: NumberedBase, message: SaveMessage): Block[] {
  return message.map((sent) => unpackNode(base, sent) as Block)
}

function unpackNode(numbered: NumberedBase, sent: SentNode): TreeNode {
  if (typeof sent === 'number') return numbered.nodeOf(sent)
  const inner = sent.inner.map((part) => unpackNode(numbered, part))
  const node = withInner(sent.node, inner)
  return sent.base === null ? node : ({ ...node, base: numbered.nodeOf(sent.base) } as TreeNode)
}

/** What a save gave, for the thread that asked. `intended` is what was saved there, `last` the text before. */
export function packOutcome(outcome: SaveOutcome, intended: readonly Block[], last: string): OutcomeMessage {
  const spans = new Uint32Array(outcome.spans.length * 2)
  outcome.spans.forEach(({ from, to }, index) => spans.set([from, to], index * 2))
  const refused = outcome.refused.map(({ block, reason, candidate }) => {
    const at = intended.indexOf(block)
    return { reason, candidate, at: at === -1 ? null : at, block: at === -1 ? block : null }
  })
  return { edit: findSplice(last, outcome.text), length: outcome.text.length, spans, refused }
}

/** The outcome on the thread that asked; its blocks are those that were sent. Throws when `last` is another text. */
export function unpackOutcome(
  message: OutcomeMessage,
  intended: readonly Block[],
  last: PiecedText,
): { readonly outcome: SaveOutcome; readonly saved: PiecedText } {
  const saved = last.splice(message.edit)
  if (saved.text.length !== message.length) throw new Error('The threads do not speak of the same text')
  const change = { before: last.text, splice: message.edit }
  return { outcome: unpackOnly(message, intended, saved.text, change), saved }
}

function unpackOnly(
  message: OutcomeMessage,
  intended: readonly Block[],
  text: string,
  change: KnownChange,
): SaveOutcome {
  let spans: readonly Span[] | null = null
  return {
    text,
    change,
    // Few look at them: whoever goes to a place in the text.
    get spans() {
      spans ??= unpackSpans(message.spans)
      return spans
    },
    refused: message.refused.flatMap(({ at, block, reason, candidate }) => {
      const own = at === null ? block : intended[at]
      return own == null ? [] : { block: own, reason, candidate }
    }),
  }
}

function unpackSpans(packed: Uint32Array): Span[] {
  return Array.from({ length: packed.length / 2 }, (_, index) => ({
    from: packed[index * 2] ?? 0,
    to: packed[index * 2 + 1] ?? 0,
  }))
}
