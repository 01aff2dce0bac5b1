import { findLineStart } from '../../entry/line-edges.ts'
import type { Span } from '../tree.ts'
import type { LineRule } from './line-rule.ts'

/** True when nothing changed but the lines in which `span` of the old text stands, and blank lines right beside them. */
export function keepsAllOutside(old: string, next: string, span: Span): boolean {
  const from = old.slice(0, findLineStart(old, span.from)).trimEnd().length
  const lineRest = /^[^\r\n]*/.exec(old.slice(span.to))?.[0].length ?? 0
  const behind = old.slice(span.to + lineRest).trimStart()
  const isBlankAt = (at: number): boolean => /^\s?$/.test(next.charAt(at))
  return (
    next.length >= from + behind.length &&
    next.startsWith(old.slice(0, from)) &&
    next.endsWith(behind) &&
    (from === 0 || isBlankAt(from)) &&
    (behind === '' || isBlankAt(next.length - behind.length - 1))
  )
}

/** Lines with their endings; the last may have none. */
function listLines(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? []
}

/** True when the lines of `next` are those of `old` but for what the rule allows. */
export function keepsLines(old: string, next: string, rule: LineRule): boolean {
  switch (rule) {
    case 'none':
      return old === next
    case 'one-line':
      return old === next || isOneLine(listLines(old), listLines(next))
    case 'insert':
      return isSubsequence(fullLines(old), fullLines(next))
    case 'delete':
      // What held the text may stay, as a marker on a line of its own, or a comment that keeps neighbours apart.
      return isSubsequence(
        fullLines(next).filter((line) => !isBareMarker(line) && line.trim() !== '<!-- -->'),
        fullLines(old),
      )
    case 'lines':
      return sortedContent(old) === sortedContent(next)
    case 'any':
      return true
  }
}

function isOneLine(old: readonly string[], next: readonly string[]): boolean {
  const ending = (line: string | undefined) => /(?:\r\n|\n|\r)$/.exec(line ?? '')?.[0] ?? ''
  // The other half of a mark may stand on another line, and a mark that comes to stand in a word is written with stars.
  const withStars = (line: string | undefined) => (line ?? '').replaceAll('_', '*')
  const changed = old.filter((line, at) => withStars(line) !== withStars(next[at])).length
  return (
    old.length === next.length && changed <= 1 && old.every((line, at) => ending(line) === ending(next[at]))
  )
}

function fullLines(text: string): string[] {
  return text.split(/\r\n|\n|\r/).filter((line) => /[^\s>]/.test(line))
}

/** Markers and prefixes in front of a line's content. */
const leadPattern = /^(?:[\s>\uFEFF]|[-+*](?=\s|$)|\d+[.)](?=\s|$))+/

function isBareMarker(line: string): boolean {
  return line.replace(leadPattern, '') === ''
}

/** Numbers may be counted anew where the first item of a list came or went. */
function isSubsequence(some: readonly string[], all: readonly string[]): boolean {
  const plain = (line: string) => line.replace(leadPattern, '').trim()
  let at = 0
  for (const line of some) {
    while (at < all.length && plain(all[at] ?? '') !== plain(line)) at += 1
    if (at === all.length) return false
    at += 1
  }
  return true
}

function sortedContent(text: string): string {
  const plain = (line: string) => line.replace(leadPattern, '').trim()
  return fullLines(text)
    .map(plain)
    .filter((line) => line !== '' && line !== '<!-- -->' && !/^(?:`{3,}|~{3,})$/.test(line))
    .sort()
    .join('\n')
}
