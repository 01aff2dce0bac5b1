import { hashText } from './hash-text.ts'
import { Field } from './segment.ts'
import type { TermGatherer } from './term-gatherer.ts'
import type { PairNoter } from './word-pairs.ts'
import { tokenizeTo, TokenRole } from './tokenize.ts'

/** Letters in the text of an entry of usual length. */
const usualTextLength = 2000
/** What a word in a web address counts beside one of the text. */
const addressShare = 0.3

/** Notes the terms of an entry's whole text with their offsets; front matter gives its values, not its keys. */
export function gatherEntryText(gatherer: TermGatherer, pairs: PairNoter, text: string): void {
  const weight = 1 / (0.4 + (0.6 * text.length) / usualTextLength)
  const bodyFrom = headEndOf(text)
  if (bodyFrom > 0) gatherHead(gatherer, pairs, text.slice(0, bodyFrom), weight)
  const body = bodyFrom > 0 ? text.slice(bodyFrom) : text
  gatherPiece(gatherer, pairs, body, bodyFrom, weight)
}

function gatherPiece(
  gatherer: TermGatherer,
  pairs: PairNoter,
  piece: string,
  base: number,
  weight: number,
): void {
  pairs.breakOff()
  tokenizeTo(piece, {
    takePlain(text, from, to, hash) {
      pairs.note(hash)
      gatherer.notePlain(text, from, to, hash, weight, 0, base + from)
    },
    take(term, from, _to, role) {
      if (role === TokenRole.whole) pairs.note(hashText(term))
      // Words of an address are found, but not shown as a passage: the reader sees the link's text.
      if (role === TokenRole.address) gatherer.note(term, weight * addressShare, Field.address, -1)
      else gatherer.note(term, weight, 0, base + from)
    },
  })
}

/** Notes which words follow each other in a title: one made of the file's name stands nowhere in the text. */
export function gatherTitlePairs(pairs: PairNoter, title: string): void {
  pairs.breakOff()
  tokenizeTo(title, {
    takePlain: (_text, _from, _to, hash) => pairs.note(hash),
    take(term, _from, _to, role) {
      if (role === TokenRole.whole) pairs.note(hashText(term))
    },
  })
}

/** Offset after front matter fenced by `---` or `+++`, 0 without it. */
export function headEndOf(text: string): number {
  const match = /^\ufeff?(---|\+\+\+)[ \t]*\r?\n/.exec(text)
  if (match === null) return 0
  const fence = match[1] ?? '---'
  const close = fence === '---' ? /^(?:---|\.\.\.)[ \t]*$/m : /^\+\+\+[ \t]*$/m
  const rest = text.slice(match[0].length)
  const end = close.exec(rest)
  return end === null ? 0 : match[0].length + end.index + end[0].length
}

/** `title: "How to"` says how and to; `draft: false` says nothing. */
function gatherHead(gatherer: TermGatherer, pairs: PairNoter, head: string, weight: number): void {
  for (const line of head.matchAll(/[^\r\n]+/g)) {
    const key = /^[\s-]*[\w-]+\s*[:=]\s*/.exec(line[0])?.[0].length ?? 0
    const value = line[0].slice(key)
    if (!/^(?:true|false|null)?\s*$/.test(value))
      gatherPiece(gatherer, pairs, value, line.index + key, weight)
  }
}
