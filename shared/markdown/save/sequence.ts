/** Siblings in a row: each written by itself, with gaps between them. */

import type { Block, Item, LineEnding, TreeNode } from '../tree.ts'
import type { Partner } from './align.ts'
import { alignSequence } from './align.ts'
import type { Donor } from './atom-match.ts'
import { spanOf } from './base-index.ts'
import { chooseGap } from './choose-gap.ts'
import type { Neighbour } from './choose-gap.ts'
import { isSameContent } from './content-keys.ts'
import type { GapSource } from './gaps.ts'
import { listDonors } from './leaf-source.ts'
import type { SaveContext, WrittenBlock } from './save-context.ts'
import { lineEndingAt } from './save-context.ts'

export type Sibling = Block | Item

export interface SequenceTask<N extends Sibling> {
  readonly intended: readonly N[]
  readonly base: readonly N[]
  /** Prefix of the container's lines, for blank lines. */
  readonly prefix: string
  /** Leaves around the container whose spelling may be needed. */
  readonly donors: () => readonly Donor[]
  readonly isTight: boolean
  /** Writes the sibling with this number. */
  readonly write: (
    node: N,
    at: number,
    partner: Partner<N> | null,
    donors: () => readonly Donor[],
  ) => WrittenBlock
}

export interface WrittenSequence {
  /** From the first sibling's own start to the last one's end. */
  readonly text: string
  /** What has to stand in front of the first line. */
  readonly prefix: string
}

interface WrittenSibling extends Neighbour {
  readonly index: number | null
}

/** Writes siblings one behind the other. `text` is empty when there are none. */
export function writeSequence<N extends Sibling>(
  context: SaveContext,
  task: SequenceTask<N>,
): WrittenSequence {
  const partners = alignSequence(context.index, task.intended, task.base)
  const source = createGapSource(context, task.base)
  let text = ''
  let previous: WrittenSibling | null = null
  let prefix = ''
  task.intended.forEach((node, at) => {
    const partner = partners[at] ?? null
    const index = partner?.index ?? null
    const written = task.write(node, at, partner, () => findDonors(context, task, partners, at))
    const isUnchanged = partner !== null && index !== null && isSameContent(node, partner.node)
    const sibling = { node, ...written, index, isUnchanged }
    if (previous === null) prefix = written.prefix
    else text += writeGap(context, task, source, previous, sibling)
    text += written.text
    previous = sibling
  })
  return { text, prefix }
}

function writeGap<N extends Sibling>(
  context: SaveContext,
  task: SequenceTask<N>,
  source: GapSource,
  before: WrittenSibling,
  after: WrittenSibling,
): string {
  const gap = {
    source,
    before: { type: before.node.type, index: before.index, prefix: before.prefix },
    after: { type: after.node.type, index: after.index, prefix: after.prefix },
    prefix: task.prefix,
    lineEnding: endingNear(context, task.base, before.index ?? after.index),
    isTight: task.isTight,
  }
  return chooseGap(context, gap, before, after)
}

function endingNear(context: SaveContext, base: readonly Sibling[], index: number | null): LineEnding {
  const node = base[index ?? 0]
  return node?.span === undefined ? context.base.lineEnding : lineEndingAt(context.base, node.span.from)
}

/** The base siblings as a source of gaps. */
function createGapSource(context: SaveContext, base: readonly Sibling[]): GapSource {
  return {
    text: context.base.text,
    count: base.length,
    spanAt: (index) => spanOf(base[index] ?? {}),
    isBetweenItems: (index) => base[index]?.type === 'item' && base[index + 1]?.type === 'item',
  }
}

/**
 * Leaves whose words may have come here: the siblings that are gone from between the neighbours (a merge), the
 * neighbours themselves (a split), and what the container was given.
 */
export function findDonors<N extends Sibling>(
  context: SaveContext,
  task: Pick<SequenceTask<N>, 'base' | 'donors'>,
  partners: readonly (Partner<N> | null)[],
  at: number,
): readonly Donor[] {
  const taken = new Set(partners.map((partner) => partner?.index))
  const isPlaced = (partner: Partner<N> | null) => typeof partner?.index === 'number'
  const low = partners.slice(0, at).findLast(isPlaced)?.index ?? -1
  const own = partners[at]?.index ?? null
  const high = partners.slice(at + 1).find(isPlaced)?.index ?? task.base.length
  const near: TreeNode[] = []
  for (let index = Math.max(0, low); index <= high && near.length < 12; index += 1) {
    const node = task.base[index]
    const isNeighbour = index === low || index === high
    if (node !== undefined && index !== own && (isNeighbour || !taken.has(index))) near.push(node)
  }
  return [...listDonors(context.base, near), ...task.donors()]
}
