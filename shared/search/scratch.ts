import { entryCountOf, itemCountOf, type Segment } from './segment.ts'

/** More words than this are matched and counted, but their places in the text are not compared. */
export const placedWords = 8

/**
 * Room to add up scores in, one place for each item of the largest segment. Kept between searches: clearing what was
 * touched is cheaper than new memory for every key.
 */
export interface Scratch {
  /** Score so far. Valid, like the rest, only where `covered` is not 0. */
  readonly totals: Float32Array
  /** Best score of the word at work. */
  readonly best: Float32Array
  /** Words found, one bit each. */
  readonly covered: Uint32Array
  /** Words found in the item's own text. */
  readonly own: Uint32Array
  /** Words found only as a mistyping. */
  readonly loose: Uint32Array
  /** Of those, the words found two edits away. */
  readonly far: Uint32Array
  /** Number of the least sure of `matchKinds` by which a word was found. */
  readonly kinds: Uint8Array
  /** For entries: the posting that answered each of the first words, word by word. */
  readonly postings: Int32Array
  readonly entryRoom: number
  /** Items that have a word. */
  readonly touched: Uint32Array
  touchedCount: number
  /** Those of them that can still answer: rising within what one word brought in. */
  readonly open: Uint32Array
  openCount: number
}

/** Gives a scratch with room for `segment`: the same one when it is large enough. */
export function makeRoom(scratch: Scratch | null, segment: Segment): Scratch {
  const items = itemCountOf(segment)
  const entries = entryCountOf(segment)
  if (scratch !== null && scratch.covered.length >= items && scratch.entryRoom >= entries) return scratch
  const room = Math.max(items, scratch?.covered.length ?? 0)
  const entryRoom = Math.max(entries, scratch?.entryRoom ?? 0)
  return {
    totals: new Float32Array(room),
    best: new Float32Array(room),
    covered: new Uint32Array(room),
    own: new Uint32Array(room),
    loose: new Uint32Array(room),
    far: new Uint32Array(room),
    kinds: new Uint8Array(room),
    postings: new Int32Array(entryRoom * placedWords),
    entryRoom,
    touched: new Uint32Array(room),
    touchedCount: 0,
    open: new Uint32Array(room),
    openCount: 0,
  }
}

/** Closes the items that lack one of the words of `required`. */
export function keepOpen(scratch: Scratch, required: number): void {
  const { open, covered } = scratch
  let kept = 0
  for (let at = 0; at < scratch.openCount; at += 1) {
    const item = open[at] ?? 0
    if (((covered[item] ?? 0) & required) === required) open[kept++] = item
  }
  scratch.openCount = kept
}

/** Forgets the last segment's scores. */
export function clearScratch(scratch: Scratch): void {
  const { covered, own, loose, far, touched } = scratch
  for (let at = 0; at < scratch.touchedCount; at += 1) {
    const item = touched[at] ?? 0
    covered[item] = 0
    own[item] = 0
    loose[item] = 0
    far[item] = 0
  }
  scratch.touchedCount = 0
  scratch.openCount = 0
}
