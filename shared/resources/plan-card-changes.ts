import type { Splice } from '../contract/edits.ts'
import { succeed, type Outcome } from '../contract/errors.ts'
import { spliceText } from '../entry/splice-text.ts'
import type { LinkCard } from './link-card.ts'
import { writeLinkAddress } from './write-link-address.ts'
import { writeLinkCard } from './write-link-line.ts'

/** What shall become of one link of an entry. */
export interface CardChange {
  /** Offset of the link, `ResourceUse.span.from`. */
  readonly from: number
  readonly card: Partial<LinkCard>
  /** Another address; left out: the one it has. */
  readonly url?: string
}

/** What can be written of what was asked, and how many links could not be. */
export interface PlannedCards {
  /** Of the entry's text, rising and apart. */
  readonly splices: readonly Splice[]
  readonly refused: number
}

/**
 * Plans changes of several links of one entry as splices of its text. A link whose line cannot say it stays as it is
 * and is counted.
 */
export function planCardChanges(text: string, changes: readonly CardChange[]): PlannedCards {
  let splices: readonly Splice[] = []
  let edited = text
  let refused = 0
  // From the end, so that what is written moves no link that is still to come.
  for (const change of changes.toSorted((one, other) => other.from - one.from)) {
    const planned = planChange(edited, change)
    const joined = planned.ok ? joinSplices(splices, planned.value) : null
    const next = joined === null ? null : spliceText(text, joined)
    if (joined === null || next === null) refused += 1
    else {
      splices = joined
      edited = next
    }
  }
  return { splices, refused }
}

function planChange(text: string, { from, card, url }: CardChange): Outcome<readonly Splice[]> {
  const written = writeLinkCard(text, from, card)
  if (!written.ok || url === undefined) return written
  const withCard = spliceText(text, written.value)
  if (withCard === null) throw new Error('A planned edit does not fit its text.')
  const readdressed = writeLinkAddress(withCard, from, url)
  if (!readdressed.ok) return readdressed
  const joined = joinSplices(written.value, readdressed.value)
  return joined === null ? readdressed : succeed(joined)
}

/**
 * One edit for two that follow each other.
 *
 * @param later of the text that `first` makes
 * @returns splices of the text that `first` is for; null where the later edit touches what the first one wrote
 */
export function joinSplices(first: readonly Splice[], later: readonly Splice[]): readonly Splice[] | null {
  const moved: Splice[] = []
  for (const splice of later) {
    let shift = 0
    for (const { from, to, text } of first) {
      const start = from + shift
      const end = start + text.length
      if (splice.to < start || (splice.to === start && splice.from < start)) break
      if (splice.from < end || (splice.from === start && end === start)) return null
      shift += text.length - (to - from)
    }
    moved.push({ from: splice.from - shift, to: splice.to - shift, text: splice.text })
  }
  return [...first, ...moved].toSorted((one, other) => one.from - other.from || one.to - other.to)
}
