/** Blocks that are kept by the line: code and source. Only changed lines are written. */

import type { CodeBlock, SourceBlock, Span } from '../tree.ts'
import { spanOf } from './base-index.ts'
import { findLineEnd, findLineStart } from '../../entry/line-edges.ts'
import { trimPrefix } from './columns.ts'
import type { SaveContext } from './save-context.ts'
import { lineEndingAt, styleOf } from './save-context.ts'

/** For each new line the number of the old line that it is, or null. Common start and end first, then in between. */
function matchLines(old: readonly string[], wanted: readonly string[]): (number | null)[] {
  const found: (number | null)[] = wanted.map(() => null)
  let start = 0
  while (start < old.length && start < wanted.length && old[start] === wanted[start]) {
    found[start] = start
    start += 1
  }
  let oldEnd = old.length
  let end = wanted.length
  while (oldEnd > start && end > start && old[oldEnd - 1] === wanted[end - 1]) {
    oldEnd -= 1
    end -= 1
    found[end] = oldEnd
  }
  let from = start
  for (let index = start; index < end; index += 1) {
    const number = old.indexOf(wanted[index] ?? '', from)
    if (number === -1 || number >= oldEnd) continue
    found[index] = number
    from = number + 1
  }
  return found
}

/** Old lines with what stands in front of them, and where the block goes on behind the last one. */
interface OldLines {
  readonly texts: readonly string[]
  readonly spans: readonly Span[]
}

/**
 * Lines `wanted` as source, each behind its line ending and prefix; kept lines are copied with theirs.
 *
 * `isFirstBare`: the first line stands right at the block's start, without line ending and prefix.
 */
function writeLines(
  context: SaveContext,
  old: OldLines,
  wanted: readonly string[],
  prefix: string,
  near: number,
  isFirstBare: boolean,
): string {
  const { text } = context.base
  const matches = matchLines(old.texts, wanted)
  const lineEnding = lineEndingAt(context.base, near)
  let next = 0
  return wanted
    .map((line, index) => {
      const match = matches[index] ?? null
      // A new line takes the place of the old one there, and with it what ends the line above.
      const isReplaced = match === null && next < old.spans.length && !matches.includes(next)
      const span = old.spans[match ?? (isReplaced ? next : -1)]
      if (match !== null || isReplaced) next = (match ?? next) + 1
      const isBare = isFirstBare && index === 0
      const content = match === null || span === undefined ? line : text.slice(span.from, span.to)
      if (isBare) return content
      if (span === undefined || (isFirstBare && span === old.spans[0]))
        return lineEnding + prefixed(prefix, content)
      const from = findLineStart(text, span.from)
      const whole = match === null ? prefixed(prefix, content) : text.slice(from, span.to)
      return endingBefore(text, from) + whole
    })
    .join('')
}

function prefixed(prefix: string, line: string): string {
  return line === '' ? trimPrefix(prefix) : prefix + line
}

function endingBefore(text: string, lineStart: number): string {
  return text.slice(lineStart - 2, lineStart) === '\r\n' ? '\r\n' : text.slice(lineStart - 1, lineStart)
}

/** A source block: as the author typed it, behind the prefix of its container. */
export function writeSource(
  context: SaveContext,
  block: SourceBlock,
  base: SourceBlock | null,
  prefix: string,
): string {
  const wanted = block.text.split('\n')
  const old =
    base?.lines === undefined ? { texts: [], spans: [] } : { texts: base.text.split('\n'), spans: base.lines }
  const near = base === null ? context.base.text.length : spanOf(base).from
  const written = writeLines(context, old, wanted, prefix, near, true)
  if (base?.lines === undefined) return written
  const tail = base.lines.at(-1)?.to ?? spanOf(base).to
  return written + context.base.text.slice(tail, spanOf(base).to)
}

/** A fenced code block: fence and info kept, lines spliced, the fence made longer when the code holds one. */
export function writeCode(
  context: SaveContext,
  block: CodeBlock,
  base: CodeBlock | null,
  prefix: string,
): string {
  if (base?.fence === undefined || base.infoSpan === undefined || base.lines === undefined) {
    return writeNewCode(context, block, prefix)
  }
  const { text } = context.base
  const { from, to } = spanOf(base)
  const { open, close } = base.fence
  const oldFence = text.slice(open.from, open.to)
  const fence = lengthenFence(oldFence, block.text)
  const openLineEnd = findLineEnd(text, open.to)
  const info =
    block.info === base.info
      ? text.slice(open.to, openLineEnd)
      : replaceInfo(text, base.infoSpan, block.info, open, openLineEnd)
  const isEmpty = block.text === '' && base.text === ''
  const wanted = block.text === '' && !isEmpty ? [] : block.text.split('\n')
  const old = { texts: base.text.split('\n'), spans: base.lines }
  const lines = isEmpty
    ? sliceBody(text, base, openLineEnd)
    : writeLines(context, old, wanted, prefix, from, false)
  const head = text.slice(from, open.from) + fence + info + lines
  if (close === null) return head
  const closeStart = findLineStart(text, close.from)
  const closing = endingBefore(text, closeStart) + text.slice(closeStart, close.from)
  const closeFence = fence === oldFence ? text.slice(close.from, close.to) : fence
  return head + closing + closeFence + text.slice(close.to, to)
}

/** What stands between the opening fence's line and the closing one's, as it is. */
function sliceBody(text: string, base: CodeBlock, openLineEnd: number): string {
  return text.slice(openLineEnd, base.lines?.at(-1)?.to ?? openLineEnd)
}

function replaceInfo(text: string, info: Span, wanted: string, open: Span, lineEnd: number): string {
  if (wanted === '') return ''
  return text.slice(open.to, info.from) + wanted + text.slice(info.to, lineEnd)
}

/** Longer than any run of its character that could close it. */
function lengthenFence(fence: string, code: string): string {
  const mark = fence.slice(0, 1)
  let length = fence.length
  const closers = mark === '`' ? /^ {0,3}(`{3,})[ \t]*$/gm : /^ {0,3}(~{3,})[ \t]*$/gm
  for (const match of code.matchAll(closers)) {
    length = Math.max(length, (match[1]?.length ?? 0) + 1)
  }
  return mark.repeat(length)
}

function writeNewCode(context: SaveContext, block: CodeBlock, prefix: string): string {
  const style = styleOf(context).codeFence
  // The info of a backtick fence cannot hold a backtick.
  const fence = lengthenFence(block.info.includes('`') ? '~~~' : style, block.text)
  const lineEnding = context.base.lineEnding
  const lines = block.text === '' ? [] : block.text.split('\n')
  const behind = [...lines, fence].map((line) => lineEnding + prefixed(prefix, line))
  return fence + block.info + behind.join('')
}
