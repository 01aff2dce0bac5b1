import type { ReadText } from './find-phrase.ts'
import type { IsLate, PatternMatcher } from './pattern/match-pattern.ts'
import { readEntryRecord, shownTexts } from './record.ts'
import { entryCountOf, itemCountOf, type Segment } from './segment.ts'

/** A pattern as the query holds it. */
export interface QueryPattern {
  readonly source: string
  readonly matcher: PatternMatcher
}

/** What is known of the items that a pattern was looked for in. Kept between searches, since reading all takes long. */
export interface PatternScans {
  /** Prepares for one search: `isLate` says when its time is over. */
  begin(isLate: IsLate): void
  /** True when the pattern stands in the item; false also while there was no time to look. */
  isIn(pattern: QueryPattern, segment: Segment, item: number, readText: ReadText): boolean
  /** Entries that could not be looked at in this search for want of time. */
  readonly unread: number
}

const Known = { not: 0, absent: 1, present: 2 } as const
/** Patterns that are typed one after the other share nothing; the last few may be asked again. */
const mostPatterns = 4

export function createPatternScans(): PatternScans {
  const scans = new Map<string, WeakMap<Segment, Uint8Array>>()
  let isLate: IsLate = () => false
  let isOver = false
  let unread = 0
  let looked = 0

  function knownOf(source: string, segment: Segment): Uint8Array {
    const bySegment = scans.get(source) ?? new WeakMap<Segment, Uint8Array>()
    scans.delete(source)
    scans.set(source, bySegment)
    const [oldest] = scans.keys()
    if (scans.size > mostPatterns && oldest !== undefined) scans.delete(oldest)
    const known = bySegment.get(segment) ?? new Uint8Array(itemCountOf(segment))
    bySegment.set(segment, known)
    return known
  }

  return {
    get unread() {
      return unread
    },
    begin(isLateNow) {
      isLate = isLateNow
      isOver = false
      unread = 0
      looked = 0
    },
    isIn({ source, matcher }, segment, item, readText) {
      const known = knownOf(source, segment)
      if (known[item] !== Known.not) return known[item] === Known.present
      isOver ||= isLate()
      const found = isOver ? null : isFound(matcher, segment, item, readText, isLate)
      looked += isOver ? 0 : 1
      // A text that takes all the time of a search by itself would do so the next time, and the search never end.
      if (found === null && (isOver || looked > 1)) {
        unread += 1
        return false
      }
      known[item] = found === true ? Known.present : Known.absent
      return found === true
    },
  }
}

/** Null when there was no time to tell. An entry that cannot be read holds nothing. */
function isFound(
  matcher: PatternMatcher,
  segment: Segment,
  item: number,
  readText: ReadText,
  isLate: IsLate,
): boolean | null {
  if (item < entryCountOf(segment)) {
    const text = readText(readEntryRecord(segment, item).path)
    return text === null ? false : matcher.isIn(text, isLate)
  }
  for (const text of shownTexts(segment, item)) {
    const found = matcher.isIn(text, isLate)
    if (found !== false) return found
  }
  return false
}
