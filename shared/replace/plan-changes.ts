import { findLineEnd, findLineStart } from '../entry/line-edges.ts'
import type { Splice } from '../contract/edits.ts'
import type { PlannedChange } from '../contract/replace.ts'
import { findDoubts } from './find-doubts.ts'

/** Words shown before and after a place, UTF-16 code units. */
const mostLead = 60
const mostTail = 100

/** The changes of one entry as they are shown: with their line, the words around them, and what is doubtful. */
export function planChanges(text: string, splices: readonly Splice[]): PlannedChange[] {
  const doubts = findDoubts(text, splices)
  return showChanges(text, splices).map((change, at) => ({ ...change, doubt: doubts[at] ?? null }))
}

/** Changes that nothing is doubtful about, as they are shown: with their line and the words around them. */
export function showChanges(text: string, splices: readonly Splice[]): PlannedChange[] {
  let line = 1
  let counted = 0
  return splices.map((splice) => {
    const { from, to } = splice
    line += countLineEnds(text, counted, from)
    counted = from
    return {
      ...splice,
      line,
      lead: cutLead(text.slice(findLineStart(text, from), from)),
      found: text.slice(from, to),
      tail: cutTail(text.slice(to, findLineEnd(text, to))),
      doubt: null,
    }
  })
}

function countLineEnds(text: string, from: number, to: number): number {
  return text.slice(from, to).match(/\r\n|\r|\n/g)?.length ?? 0
}

function cutLead(lead: string): string {
  const plain = lead.trimStart()
  if (plain.length <= mostLead) return plain
  const cut = plain.slice(-mostLead)
  return `…${cut.slice(cut.search(/\s/) + 1)}`
}

function cutTail(tail: string): string {
  if (tail.length <= mostTail) return tail.trimEnd()
  const cut = tail.slice(0, mostTail)
  const gap = cut.search(/\s\S*$/)
  return `${gap > 0 ? cut.slice(0, gap) : cut}…`
}
