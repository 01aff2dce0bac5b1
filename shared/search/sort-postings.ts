import { createGrowingUint32, createGrowingUint8, type GrowingNumbers } from './growing.ts'
import { groupCount, numberLength, positionStride, readNumber, type Segment } from './segment.ts'
import { createStringTableBuilder, type StringTable } from './string-table.ts'
import type { GatheredPostings } from './term-gatherer.ts'
import { describeVocabulary } from './vocabulary.ts'

type SortedPostings = Pick<
  Segment,
  | 'terms'
  | 'postingStarts'
  | 'postingItems'
  | 'postingImpacts'
  | 'postingFields'
  | 'positions'
  | 'positionStarts'
  | 'vocabulary'
>

/** Brings gathered postings into the order of a segment: terms by their letters, items of a term by number. */
export function sortPostings(gathered: GatheredPostings, groupStarts: readonly number[]): SortedPostings {
  const { terms, rankOfTerm } = sortTerms(gathered.termTexts)
  const ranks = gathered.terms.finish().map((term) => rankOfTerm[term] ?? 0)
  const items = gathered.items.finish()
  const impacts = gathered.impacts.finish()
  const fields = gathered.fields.finish()
  const entryStarts = gathered.positionStarts.finish()
  const postingStarts = countByRank(ranks, rankOfTerm.length)
  const next = postingStarts.slice()
  const postingItems = new Uint32Array(items.length)
  const postingImpacts = new Uint8Array(items.length)
  const postingFields = new Uint8Array(items.length)
  const sources = new Uint32Array(items.length)
  for (let group = 0; group < groupCount; group += 1) {
    const start = groupStarts[group] ?? 0
    let entryPosting = 0
    for (let at = 0; at < items.length; at += 1) {
      const item = items[at] ?? 0
      if ((item & 7) !== group) continue
      const rank = ranks[at] ?? 0
      const to = next[rank] ?? 0
      next[rank] = to + 1
      postingItems[to] = start + (item >>> 3)
      postingImpacts[to] = impacts[at] ?? 0
      postingFields[to] = fields[at] ?? 0
      if (group === 0) sources[to] = entryStarts[entryPosting++] ?? 0
    }
  }
  const positions = copyPositions(gathered.positions.finish(), sources, postingItems, groupStarts[1] ?? 0)
  const postings = { terms, postingStarts, postingItems, postingImpacts, postingFields }
  return { ...postings, ...positions, vocabulary: describeVocabulary(postings) }
}

function sortTerms(texts: readonly string[]): {
  readonly terms: StringTable
  readonly rankOfTerm: Uint32Array
} {
  const sorted = Array.from(texts.keys()).sort((left, right) =>
    compareUnits(texts[left] ?? '', texts[right] ?? ''),
  )
  const rankOfTerm = new Uint32Array(sorted.length)
  const terms = createStringTableBuilder()
  sorted.forEach((number, rank) => {
    rankOfTerm[number] = rank
    terms.add(texts[number] ?? '')
  })
  return { terms: terms.finish(), rankOfTerm }
}

function compareUnits(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

function countByRank(ranks: Uint32Array, terms: number): Uint32Array {
  const starts = new Uint32Array(terms + 1)
  for (let at = 0; at < ranks.length; at += 1) {
    const after = (ranks[at] ?? 0) + 1
    starts[after] = (starts[after] ?? 0) + 1
  }
  for (let rank = 1; rank < starts.length; rank += 1)
    starts[rank] = (starts[rank] ?? 0) + (starts[rank - 1] ?? 0)
  return starts
}

function copyPositions(
  from: Uint8Array,
  sources: Uint32Array,
  postingItems: Uint32Array,
  entryCount: number,
): Pick<Segment, 'positions' | 'positionStarts'> {
  const writer = createPositionWriter()
  for (let posting = 0; posting < postingItems.length; posting += 1) {
    const hasPlaces = (postingItems[posting] ?? 0) < entryCount
    writer.push(hasPlaces ? from : null, sources[posting] ?? 0)
  }
  return writer.finish()
}

/** Writes the stream of positions, posting by posting. */
export interface PositionWriter {
  /** The next posting: its bytes at `start` of `source`, or null when it has no places. */
  push(source: Uint8Array | null, start: number): void
  finish(): Pick<Segment, 'positions' | 'positionStarts'>
}

export function createPositionWriter(): PositionWriter {
  const positions: GrowingNumbers<Uint8Array> = createGrowingUint8()
  const positionStarts = createGrowingUint32()
  let postings = 0
  return {
    push(source, start) {
      if (postings % positionStride === 0) positionStarts.push(positions.length)
      postings += 1
      if (source === null) return
      const length = readNumber(source, start)
      positions.pushAll(source, start, start + numberLength(length) + length)
    },
    finish: () => ({ positions: positions.finish(), positionStarts: positionStarts.finish() }),
  }
}
