import type { Expansion } from './expand.ts'
import { bodyField } from './query.ts'
import { placedWords, type Scratch } from './scratch.ts'
import { hasPositions } from './positions.ts'
import { countPages, documentFrequency, findPosting, pageItems } from './postings.ts'
import { entryCountOf, groupOf, itemCountOf, ownField, type Segment } from './segment.ts'

/** One word of the query at work on one segment. */
export interface WordTask {
  /** Number of the word, 0 to 30: its bit. */
  readonly word: number
  /** Best first; those of kind `fuzzy` last. */
  readonly expansions: readonly Expansion[]
  /** What finding it is worth: rare words more. */
  readonly worth: number
  /** Fields it may stand in, 0 for any. */
  readonly fields: number
  /** Bits of the words that an item must have to be looked at. */
  readonly required: number
  /** false: only items that have a word already are looked at. */
  readonly takesNew: boolean
  /** Items that it rules out are not looked at; null: none is. */
  readonly gate: ((item: number) => boolean) | null
}

/** Lists longer than this many items times the items still in question are looked up, not walked. */
const lookupFactor = 14
/** Postings read for one word at most: keeps one letter in 100,000 entries within a frame. */
const mostPostings = 400_000

/** Adds a word's best term in each item to the item's score. */
export function scoreWord(segment: Segment, task: WordTask, scratch: Scratch): void {
  let read = 0
  for (const expansion of task.expansions) {
    const frequency = documentFrequency(segment, expansion.term)
    if (read > 0 && read + frequency > mostPostings) continue
    read += frequency
    if (!task.takesNew && frequency > scratch.openCount * lookupFactor)
      lookUp(segment, task, expansion, scratch)
    else walk(segment, task, expansion, scratch)
  }
}

/** Reads the whole list of a term. */
function walk(segment: Segment, task: WordTask, expansion: Expansion, scratch: Scratch): void {
  const { covered } = scratch
  const { postingStarts, postingItems } = segment
  const { required, takesNew, gate } = task
  const pages = countPages(itemCountOf(segment))
  for (let page = 0; page < pages; page += 1) {
    const list = expansion.term * pages + page
    const end = postingStarts[list + 1] ?? 0
    for (let posting = postingStarts[list] ?? 0; posting < end; posting += 1) {
      const item = page * pageItems + (postingItems[posting] ?? 0)
      const before = covered[item] ?? 0
      if ((before & required) !== required || (before === 0 && !takesNew)) continue
      if (before === 0 && gate !== null && !gate(item)) continue
      take(segment, task, expansion, scratch, item, posting)
    }
  }
}

/** Looks for each item still in question in the list of a term. */
function lookUp(segment: Segment, task: WordTask, expansion: Expansion, scratch: Scratch): void {
  const { open } = scratch
  for (let at = 0; at < scratch.openCount; at += 1) {
    const item = open[at] ?? 0
    const posting = findPosting(segment, expansion.term, item)
    if (posting >= 0) take(segment, task, expansion, scratch, item, posting)
  }
}

function take(
  segment: Segment,
  task: WordTask,
  expansion: Expansion,
  scratch: Scratch,
  item: number,
  posting: number,
): void {
  const fields = segment.postingFields[posting] ?? 0
  if (expansion.fields !== 0 && (fields & expansion.fields) === 0) return
  if (task.fields !== 0 && !isInFields(segment, posting, fields, task.fields)) return
  const { covered, totals, best, own, loose, far, kinds } = scratch
  const bit = 1 << task.word
  const before = covered[item] ?? 0
  const score = (segment.postingImpacts[posting] ?? 0) * expansion.quality * task.worth
  if ((before & bit) === 0) {
    if (before === 0) {
      scratch.touched[scratch.touchedCount] = item
      scratch.touchedCount += 1
      scratch.open[scratch.openCount] = item
      scratch.openCount += 1
      totals[item] = 0
      kinds[item] = 0
    }
    covered[item] = before | bit
    totals[item] = (totals[item] ?? 0) + score
    best[item] = score
    // The surest terms come first, so the first that is found says how the word stands here.
    kinds[item] = Math.max(kinds[item] ?? 0, expansion.sureness)
    if (expansion.kind === 'fuzzy') loose[item] = (loose[item] ?? 0) | bit
    if (expansion.edits > 1) far[item] = (far[item] ?? 0) | bit
  } else if (score > (best[item] ?? 0)) {
    totals[item] = (totals[item] ?? 0) + score - (best[item] ?? 0)
    best[item] = score
  } else {
    if ((fields & ownBit(segment, item)) !== 0) own[item] = (own[item] ?? 0) | bit
    return
  }
  if ((fields & ownBit(segment, item)) !== 0) own[item] = (own[item] ?? 0) | bit
  if (item < entryCountOf(segment) && task.word < placedWords) {
    scratch.postings[task.word * scratch.entryRoom + item] = posting
  }
}

function ownBit(segment: Segment, item: number): number {
  return ownField[groupOf(segment, item)]
}

export function isInFields(segment: Segment, posting: number, fields: number, wanted: number): boolean {
  if ((fields & wanted) !== 0) return true
  return (wanted & bodyField) !== 0 && hasPositions(segment, posting)
}
