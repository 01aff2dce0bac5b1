/** What saving needs to know of the base tree, worked out once per opened entry. */

import { readFootnoteLabel } from '../parse/grammar/dialect-blocks.ts'
import { normaliseLabel } from '../parse/inline/link-parts.ts'
import type { Block, Item, List, ParsedEntry, Quote, Span, TreeNode } from '../tree.ts'
import { findLineEnd, findLineStart } from '../../entry/line-edges.ts'

/** Where a node of the base tree stands. */
export interface Place {
  /** null for top-level blocks. */
  readonly parent: TreeNode | null
  /** Among its siblings; adjacent lists of one type are numbered as separate blocks. */
  readonly index: number
  /** What stands in front of the node's continuation lines, its own indent included, as the author wrote it. */
  readonly prefix: string
}

/** A container's inside. */
export interface Inside {
  /** The prefix of lines in it that continue or begin a block. */
  readonly prefix: string
  /** Where its first block begins, or would: behind the marker, its padding and the box. */
  readonly from: number
}

export interface BaseIndex {
  readonly places: ReadonlyMap<TreeNode, Place>
  readonly insides: ReadonlyMap<TreeNode, Inside>
  /** Normalised labels of the footnotes that the entry defines. */
  readonly footnotes: ReadonlySet<string>
}

const known = new WeakMap<ParsedEntry, BaseIndex>()

/** The index of an entry; built on first use. */
export function indexBase(base: ParsedEntry): BaseIndex {
  const found = known.get(base)
  if (found !== undefined) return found
  const builder = new IndexBuilder(base.text)
  base.blocks.forEach((block, index) => builder.visitBlock(block, null, index, []))
  const built = { places: builder.places, insides: builder.insides, footnotes: builder.footnotes }
  known.set(base, built)
  return built
}

/** The span of a node of the base tree. A node without one cannot be a base: that is a bug of the caller. */
export function spanOf(node: { readonly span?: Span; readonly type?: string }): Span {
  if (node.span === undefined) throw new Error(`A ${node.type ?? 'node'} of the base tree has no span`)
  return node.span
}

/** What an item of the base begins with: marker, padding behind it, and the box with the space behind it. */
export function readLead(text: string, item: Item): { marker: string; padding: string; box: string } {
  const marker = item.marker ?? spanOf(item)
  const lineEnd = findLineEnd(text, marker.to)
  const rest = text.slice(marker.to, lineEnd)
  const padding = /^[ \t]*/.exec(rest)?.[0] ?? ''
  const { boxSpan } = item
  const boxSpace = boxSpan ? (/^[ \t]*/.exec(text.slice(boxSpan.to, lineEnd))?.[0] ?? '') : ''
  const box = boxSpan ? text.slice(boxSpan.from, boxSpan.to) + boxSpace : ''
  return { marker: text.slice(marker.from, marker.to), padding, box }
}

class IndexBuilder {
  readonly places = new Map<TreeNode, Place>()
  readonly insides = new Map<TreeNode, Inside>()
  readonly footnotes = new Set<string>()
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  visitBlock(block: Block, parent: TreeNode | null, index: number, leads: readonly Span[]): void {
    this.places.set(block, { parent, index, prefix: this.#prefixAt(spanOf(block).from, leads) })
    if (block.type === 'quote') this.#visitQuote(block, leads)
    if (block.type === 'source' && block.form === 'footnote-definition') {
      const found = readFootnoteLabel(block.text, 0)
      if (found !== null) this.footnotes.add(normaliseLabel(found.label))
    }
    if (block.type === 'list') this.#visitList(block, leads)
    if (block.type === 'table') {
      const prefix = this.#prefixAt(spanOf(block).from, leads)
      block.rows.forEach((row, rowIndex) => {
        this.places.set(row, { parent: block, index: rowIndex, prefix })
        row.cells.forEach((cell, cellIndex) =>
          this.places.set(cell, { parent: row, index: cellIndex, prefix }),
        )
      })
    }
  }

  #visitQuote(quote: Quote, leads: readonly Span[]): void {
    const { from, to } = spanOf(quote)
    const mark = /^>[ \t]?/.exec(this.#text.slice(from, Math.min(to, from + 2)))
    const inside = from + (mark?.[0].length ?? 1)
    this.insides.set(quote, { prefix: quote.prefix ?? this.#prefixAt(inside, leads), from: inside })
    quote.blocks.forEach((block, index) => this.visitBlock(block, quote, index, leads))
  }

  #visitList(list: List, leads: readonly Span[]): void {
    list.items.forEach((item, index) => {
      this.places.set(item, { parent: list, index, prefix: this.#prefixAt(spanOf(item).from, leads) })
      this.#visitItem(item, leads)
    })
  }

  #visitItem(item: Item, leads: readonly Span[]): void {
    const { from } = spanOf(item)
    const { marker, padding, box } = readLead(this.#text, item)
    const first = item.blocks[0]
    const inner = [...leads, { from, to: from + marker.length }]
    const prefix = item.prefix ?? this.#prefixAt(from + marker.length, inner) + ' '
    const isBesideMarker = first !== undefined && this.#onOneLine(from, spanOf(first).from)
    const lead = from + marker.length + padding.length + box.length
    this.insides.set(item, { prefix, from: isBesideMarker ? spanOf(first).from : lead })
    item.blocks.forEach((block, index) => {
      this.visitBlock(block, item, index, inner)
      // The box stands in front of the first block but is no part of the prefix of its lines.
      if (index === 0 && box !== '' && isBesideMarker) this.places.set(block, { parent: item, index, prefix })
    })
  }

  #onOneLine(from: number, to: number): boolean {
    return !/[\r\n]/.test(this.#text.slice(from, to))
  }

  /** The line's text in front of `at`, list markers turned into spaces. */
  #prefixAt(at: number, leads: readonly Span[]): string {
    const from = findLineStart(this.#text, at)
    let prefix = this.#text.slice(from, at).replace(/^\uFEFF/, '')
    const shift = at - prefix.length
    for (const lead of leads) {
      if (lead.to <= from || lead.from >= at) continue
      const start = Math.max(0, lead.from - shift)
      const end = Math.min(prefix.length, lead.to - shift)
      prefix = prefix.slice(0, start) + ' '.repeat(end - start) + prefix.slice(end)
    }
    return prefix
  }
}
