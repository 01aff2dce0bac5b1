import { readableSlice, type LeafLine } from '../entry/leaf-lines.ts'
import type { LineLink } from './line-links.ts'

/** Most that is kept of a sentence on either side of its link, UTF-16 code units. */
const mostAround = 120

/**
 * The sentence that a link stands in, as a reader sees it: what stands before the link on its line back to the end of
 * the sentence before, its text, and what follows up to the end of the sentence.
 */
export function linkSentence(line: LeafLine, link: LineLink): string {
  const before = readableSlice(line, Math.max(0, link.at - mostAround * 2), link.at)
  const after = readableSlice(line, link.end, Math.min(line.text.length, link.end + mostAround * 2))
  const spaceBefore = /\s$/.test(line.text.slice(0, link.at)) ? ' ' : ''
  const spaceAfter = /^\s/.test(line.text.slice(link.end)) ? ' ' : ''
  return `${lastSentence(before)}${spaceBefore}${link.title}${spaceAfter}${firstSentence(after)}`.trim()
}

/** A full stop behind one letter or in a number ends no sentence. */
const sentenceEnd = /(?<=[\p{L}\p{N})\]"”’]{2}[.!?]["”’)]?)\s+(?=[\p{Lu}\p{N}"“(]|\p{Ll})/gu

function lastSentence(text: string): string {
  const last = text.split(sentenceEnd).at(-1) ?? ''
  if (last.length <= mostAround) return last
  const cut = last.slice(-mostAround)
  return `…${cut.slice(cut.search(/\s/) + 1)}`
}

function firstSentence(text: string): string {
  const [first = ''] = text.split(sentenceEnd)
  if (first.length <= mostAround) return first
  return `${first.slice(0, mostAround).replace(/\s\S*$/, '')}…`
}
