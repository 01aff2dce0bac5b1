/** How the author writes: what new blocks and marks take over when they have no neighbour to follow. */

import type { Block, Item, List, ParsedEntry } from '../tree.ts'
import { readLead, spanOf } from './base-index.ts'
import { findLineStart } from '../../entry/line-edges.ts'
import { advanceColumn } from './columns.ts'
import type { InlineStyle } from './write-inline.ts'

export interface FileStyle extends InlineStyle {
  readonly bullet: string
  /** `.` or `)` behind the number. */
  readonly numberEnd: string
  /** What stands in front of a list nested in an item of the outermost list; null: as wide as the marker. */
  readonly nestedIndent: string | null
  readonly codeFence: string
  readonly rule: string
}

const known = new WeakMap<ParsedEntry, FileStyle>()

/** The style of an entry; worked out on first use, for one pass over the text. */
export function readFileStyle(base: ParsedEntry): FileStyle {
  const found = known.get(base)
  if (found !== undefined) return found
  const style = detectStyle(base)
  known.set(base, style)
  return style
}

function detectStyle(base: ParsedEntry): FileStyle {
  const body = base.text.slice(base.bodyFrom)
  const votes = new Votes()
  visitBlocks(base.text, base.blocks, votes)
  return {
    bold: count(body, /(?<![\w_])__(?=\S)/g) > count(body, /(?<![*\\])\*\*(?=[^\s*])/g) ? '__' : '**',
    italic: count(body, /(?<![\w_\\])_(?=[^\s_])/g) > count(body, /(?<![*\\\w])\*(?=[^\s*])/g) ? '_' : '*',
    strike: '~~',
    hardBreak:
      count(body, /[^\\]\\(?:\r\n|\n|\r)/g) > count(body, /\S {2,}(?:\r\n|\n|\r)(?=.*\S)/g) ? '\\' : '  ',
    bullet: votes.winner('bullet') ?? '-',
    numberEnd: votes.winner('numberEnd') ?? '.',
    nestedIndent: votes.winner('nestedIndent') ?? null,
    codeFence: votes.winner('codeFence') ?? '```',
    rule: votes.winner('rule') ?? '---',
  }
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

type Question = 'bullet' | 'numberEnd' | 'nestedIndent' | 'codeFence' | 'rule'

class Votes {
  readonly #counts = new Map<Question, Map<string, number>>()

  cast(question: Question, answer: string): void {
    const counts = this.#counts.get(question) ?? new Map<string, number>()
    counts.set(answer, (counts.get(answer) ?? 0) + 1)
    this.#counts.set(question, counts)
  }

  winner(question: Question): string | undefined {
    let best: string | undefined
    let most = 0
    for (const [answer, votes] of this.#counts.get(question) ?? []) {
      if (votes > most) [best, most] = [answer, votes]
    }
    return best
  }
}

function visitBlocks(text: string, blocks: readonly Block[], votes: Votes): void {
  for (const block of blocks) {
    if (block.type === 'quote') visitBlocks(text, block.blocks, votes)
    if (block.type === 'list') visitList(text, block, votes)
    const { from, to } = spanOf(block)
    if (block.type === 'code') {
      const fence = /^(?:`{3,}|~{3,})/.exec(text.slice(from, Math.min(to, from + 40)))
      if (fence !== null) votes.cast('codeFence', fence[0].slice(0, 3))
    }
    if (block.type === 'rule') votes.cast('rule', text.slice(from, to).trimEnd())
  }
}

function visitList(text: string, list: List, votes: Votes): void {
  for (const item of list.items) {
    const { marker } = readLead(text, item)
    if (list.ordered) votes.cast('numberEnd', marker.slice(-1))
    else votes.cast('bullet', marker)
    for (const block of item.blocks) {
      if (block.type === 'list') voteIndent(text, item, block, votes)
    }
    visitBlocks(text, item.blocks, votes)
  }
}

/** Only lists inside an item of an unindented list: deeper ones repeat the same step. */
function voteIndent(text: string, item: Item, nested: List, votes: Votes): void {
  const from = spanOf(item).from
  const first = nested.items[0]
  if (first === undefined || findLineStart(text, from) !== from) return
  const at = spanOf(first).from
  const indent = text.slice(findLineStart(text, at), at)
  if (indent.trim() === '' && advanceColumn(indent) > 1) votes.cast('nestedIndent', indent)
}
