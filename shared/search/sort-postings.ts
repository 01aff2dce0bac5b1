import { createPositionWriter } from './positions.ts'
import { countPages, pageItems } from './postings.ts'
import { groupCount, type Segment } from './segment.ts'
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
  const itemAt = (at: number): number => {
    const item = items[at] ?? 0
    return (groupStarts[item & 7] ?? 0) + (item >>> 3)
  }
  const pages = countPages(groupStarts[groupCount] ?? 0)
  const listAt = (at: number): number => (ranks[at] ?? 0) * pages + Math.floor(itemAt(at) / pageItems)
  const postingStarts = countByList(items.length, listAt, rankOfTerm.length * pages)
  const next = postingStarts.slice()
  const postingItems = new Uint16Array(items.length)
  const postingImpacts = new Uint8Array(items.length)
  const postingFields = new Uint8Array(items.length)
  const sources = new Uint32Array(items.length).fill(nowhere)
  for (let group = 0; group < groupCount; group += 1) {
    let entryPosting = 0
    for (let at = 0; at < items.length; at += 1) {
      if (((items[at] ?? 0) & 7) !== group) continue
      const list = listAt(at)
      const to = next[list] ?? 0
      next[list] = to + 1
      postingItems[to] = itemAt(at) % pageItems
      postingImpacts[to] = impacts[at] ?? 0
      postingFields[to] = fields[at] ?? 0
      if (group === 0) sources[to] = entryStarts[entryPosting++] ?? 0
    }
  }
  const positions = copyPositions(gathered.positions.finish(), sources)
  const postings = { terms, postingStarts, postingItems, postingImpacts, postingFields }
  return { ...postings, ...positions, vocabulary: describeVocabulary({ ...postings, pages }) }
}

/** Of postings without places. */
const nowhere = 0xffffffff

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

/** Where the postings of each list begin, and how many there are at the end. */
function countByList(count: number, listAt: (at: number) => number, lists: number): Uint32Array {
  const starts = new Uint32Array(lists + 1)
  for (let at = 0; at < count; at += 1) {
    const after = listAt(at) + 1
    starts[after] = (starts[after] ?? 0) + 1
  }
  for (let list = 1; list < starts.length; list += 1)
    starts[list] = (starts[list] ?? 0) + (starts[list - 1] ?? 0)
  return starts
}

function copyPositions(
  from: Uint8Array,
  sources: Uint32Array,
): Pick<Segment, 'positions' | 'positionStarts'> {
  const writer = createPositionWriter()
  for (const source of sources) writer.push(source === nowhere ? null : from, source)
  return writer.finish()
}
