import type { ResourceStatus } from '../entry/summary.ts'

const tags: readonly (readonly [RegExp, ResourceStatus])[] = [
  [/^(?:to-?read|unread|read-?later|tbr)$/i, 'to-read'],
  [/^(?:reading|in-progress)$/i, 'reading'],
  [/^(?:read|used|done|finished|watched)$/i, 'used'],
  [/^(?:dropped|abandoned|skipped)$/i, 'dropped'],
]

/** What a line or a note says of how far the author is: `#to-read`, `status: reading`. Null when it says nothing. */
export function statusInText(text: string): ResourceStatus | null {
  for (const match of text.matchAll(/(?:(?<=^|[\s(,;])#|^\s*status:\s*#?)([\p{L}-]+)/giu)) {
    const found = tags.find(([word]) => word.test(match[1]!))
    if (found !== undefined) return found[1]
  }
  return null
}

/** A note without the tag that says how far the author is: that is no part of what it says. */
export function withoutStatus(text: string): string {
  return text
    .replace(/(?:^|\s+)#([\p{L}-]+)(?=\s|$)/gu, (tag, word: string) => (isStatus(word) ? '' : tag))
    .trim()
}

/** Where in a text the word of a status tag stands, `#` left out; null without one. */
export function findStatusTag(text: string): { readonly at: number; readonly end: number } | null {
  for (const match of text.matchAll(/(?<=(?:^|[\s(,;])#)[\p{L}-]+/gu))
    if (isStatus(match[0])) return { at: match.index, end: match.index + match[0].length }
  return null
}

function isStatus(word: string): boolean {
  return tags.some(([each]) => each.test(word))
}

/** What the box of an item that begins with a link says of it. Other marks than these say nothing. */
export function statusOfBox(box: string | null): ResourceStatus | null {
  switch (box) {
    case ' ':
      return 'to-read'
    case '/':
      return 'reading'
    case 'x':
    case 'X':
      return 'used'
    case '-':
      return 'dropped'
    default:
      return null
  }
}
