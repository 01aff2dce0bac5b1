import type { Tree } from '@lezer/common'
import type { Run, SourceForm, SourceBlock, Span } from '../tree.ts'
import type { Container } from './containers.ts'
import type { Definitions, LeafOptions } from './inline/inline-scan.ts'
import { readRuns } from './inline/read-runs.ts'
import type { LeafContent } from './leaf-content.ts'
import { sourceLines, textOfLines } from './source-lines.ts'

type PendingLeaf = { readonly content: LeafContent; readonly runs: Run[]; readonly options: LeafOptions }

/**
 * What grows while blocks are built.
 *
 * Inline content waits in `pending` until all blocks are known, since a reference may stand before its definition.
 */
export class BlockBuilding {
  /** The entry's whole text. */
  readonly text: string
  /** Where the Markdown begins in it. */
  readonly bodyFrom: number
  readonly singleTilde: boolean
  readonly links = new Map<string, { readonly url: string; readonly title: string }>()
  readonly footnotes = new Set<string>()
  readonly #pending: PendingLeaf[] = []

  constructor(text: string, bodyFrom: number, singleTilde: boolean) {
    this.text = text
    this.bodyFrom = bodyFrom
    this.singleTilde = singleTilde
  }

  /** The runs of a leaf: an array that `readPending` fills. */
  runsOf(content: LeafContent, options: Partial<LeafOptions> = {}): readonly Run[] {
    const runs: Run[] = []
    const { singleTilde } = this
    this.#pending.push({
      content,
      runs,
      options: { singleTilde, isCell: false, isCalloutStart: false, ...options },
    })
    return runs
  }

  /** Reads the inline content of all leaves, now that all definitions are known. */
  readPending(): void {
    const definitions: Definitions = { links: this.links, footnotes: this.footnotes }
    for (const { content, runs, options } of this.#pending) {
      readRuns(runs, this.text, content, definitions, options)
    }
  }

  /** A block that is shown as source. */
  sourceBlock(form: SourceForm, span: Span, containers: readonly Container[]): SourceBlock {
    const lines = sourceLines(this.text, span, containers)
    return {
      type: 'source',
      form,
      span,
      text: textOfLines(this.text, lines),
      lines: lines.map(({ from, to }) => ({ from, to })),
    }
  }
}

/** A node of Lezer's tree and where it stands in the entry. */
export interface PlacedNode extends Span {
  readonly name: string
  readonly tree: Tree
}

/**
 * The children of the node that begins at `at`, in order.
 *
 * Lezer groups the children of long nodes into nameless ones. It saw `\r\n` as a space and a line end, so a node that
 * ends with its line is given back the place before the `\r`.
 */
export function childNodes(text: string, parent: Tree, at: number): readonly PlacedNode[] {
  const nodes: PlacedNode[] = []
  collectNodes(text, parent, at, nodes)
  return nodes
}

function collectNodes(text: string, parent: Tree, at: number, nodes: PlacedNode[]): void {
  parent.children.forEach((child, index) => {
    const from = at + (parent.positions[index] ?? 0)
    if (!('children' in child)) return
    const end = from + child.length
    const to = text[end] === '\n' && text[end - 1] === '\r' ? end - 1 : end
    if (child.type.isAnonymous) collectNodes(text, child, from, nodes)
    else nodes.push({ name: child.type.name, tree: child, from, to })
  })
}
