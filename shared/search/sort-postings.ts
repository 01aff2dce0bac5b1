import { createGrowingUint32, createGrowingUint8, type GrowingNumbers } from './growing.ts'
import { numberLength, positionStride, readNumber, type Segment } from './segment.ts'
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
  const { terms, rankOfTerm } = sortTerms(gathered)
  const count = gathered.terms.length
  const postingStarts = countByTerm(gathered, rankOfTerm)
  const next = postingStarts.slice()
  const postingItems = new Uint32Array(count)
  const postingImpacts = new Uint8Array(count)
  const postingFields = new Uint8Array(count)
  const sources = new Uint32Array(count)
  for (let group = 0; group < 4; group += 1) {
    let entryPosting = 0
    for (let at = 0; at < count; at += 1) {
      const item = gathered.items.at(at)
      if ((item & 3) !== group) continue
      const rank = rankOfTerm[gathered.terms.at(at)] ?? 0
      const to = next[rank] ?? 0
      next[rank] = to + 1
      postingItems[to] = (groupStarts[group] ?? 0) + (item >>> 2)
      postingImpacts[to] = gathered.impacts.at(at)
      postingFields[to] = gathered.fields.at(at)
      if (group === 0) sources[to] = gathered.positionStarts.at(entryPosting++)
    }
  }
  const positions = copyPositions(gathered.positions.finish(), sources, postingItems, groupStarts[1] ?? 0)
  const postings = { terms, postingStarts, postingItems, postingImpacts, postingFields }
  return { ...postings, ...positions, vocabulary: describeVocabulary(postings) }
}

function sortTerms(gathered: GatheredPostings): {
  readonly terms: StringTable
  readonly rankOfTerm: Uint32Array
} {
  const sorted = Array.from(gathered.numbers.keys()).sort(compareUnits)
  const rankOfTerm = new Uint32Array(sorted.length)
  const terms = createStringTableBuilder()
  sorted.forEach((term, rank) => {
    rankOfTerm[gathered.numbers.get(term) ?? 0] = rank
    terms.add(term)
  })
  return { terms: terms.finish(), rankOfTerm }
}

function compareUnits(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

function countByTerm(gathered: GatheredPostings, rankOfTerm: Uint32Array): Uint32Array {
  const starts = new Uint32Array(rankOfTerm.length + 1)
  for (let at = 0; at < gathered.terms.length; at += 1) {
    const after = (rankOfTerm[gathered.terms.at(at)] ?? 0) + 1
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
