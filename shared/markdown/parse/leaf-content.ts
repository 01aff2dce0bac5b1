import type { Span } from '../tree.ts'
import type { Container } from './containers.ts'
import { sourceLines } from './source-lines.ts'

/**
 * The inline content of a paragraph, heading or cell: its lines without prefixes and leading white space, joined by
 * `\n`, with the way back into the source.
 */
export interface LeafContent {
  readonly text: string
  /** For each line: where it begins in `text` (`at`) and in the source (`from`). */
  readonly lines: readonly { readonly at: number; readonly from: number }[]
}

/** Takes the content of a leaf out of `[from, to)`; white space at its two ends is not part of it. */
export function leafContent(source: string, span: Span, containers: readonly Container[]): LeafContent {
  const parts: string[] = []
  const lines: { at: number; from: number }[] = []
  let at = 0
  for (const line of sourceLines(source, span, containers)) {
    let from = line.from
    while (from < line.to && isSpace(source.charCodeAt(from))) from++
    lines.push({ at, from })
    parts.push(source.slice(from, line.to))
    at += line.to - from + 1
  }
  return { text: trimEnd(parts.join('\n')), lines }
}

/** The content from the line with number `index` on, e.g. what is left behind link definitions. */
export function contentFromLine(content: LeafContent, index: number): LeafContent {
  const cut = content.lines[index]?.at ?? content.text.length
  return {
    text: content.text.slice(cut),
    lines: content.lines.slice(index).map((line) => ({ at: line.at - cut, from: line.from })),
  }
}

/** Gives a function that maps offsets in `content.text` to the source; fast for offsets that mostly grow. */
export function sourceOffsets(content: LeafContent): (at: number) => number {
  const { lines } = content
  let index = 0
  return (at) => {
    while (index > 0 && (lines[index]?.at ?? 0) > at) index--
    while (index + 1 < lines.length && (lines[index + 1]?.at ?? 0) <= at) index++
    const line = lines[index]
    return line === undefined ? at : line.from + at - line.at
  }
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9
}

function trimEnd(text: string): string {
  let end = text.length
  while (end > 0 && (isSpace(text.charCodeAt(end - 1)) || text.charCodeAt(end - 1) === 10)) end--
  return text.slice(0, end)
}
