import type { Block, CodeBlock, Heading, SourceBlock, Span } from '../tree.ts'
import type { BlockBuilding, PlacedNode } from './block-building.ts'
import type { Container } from './containers.ts'
import { lineFromOf, lineStart } from './containers.ts'
import { readDefinition } from './definitions.ts'
import { decodeText } from './inline/decode-text.ts'
import type { LeafContent } from './leaf-content.ts'
import { contentFromLine, leafContent, sourceOffsets } from './leaf-content.ts'
import { lineEndAt, sourceLines, textOfLines, trimSourceEnd } from './source-lines.ts'

/** Where a paragraph stands: at the start of a quote (a callout mark may come), behind a box (no definition may). */
export type LeafPlace = 'quote-start' | 'behind-box' | 'anywhere'

/** A paragraph's blocks: the link definitions it begins with, then the paragraph, if anything is left. */
export function buildParagraph(
  building: BlockBuilding,
  { from, to }: Span,
  containers: readonly Container[],
  place: LeafPlace,
): readonly Block[] {
  const content = leafContent(building.text, { from, to }, containers)
  const [blocks, rest] =
    place === 'behind-box' ? [[], content] : takeDefinitions(building, content, containers)
  if (rest.text === '') return blocks
  const start = rest.lines[0]?.from ?? from
  if (isPropertyList(building, start, rest)) {
    return [...blocks, building.sourceBlock('properties', { from: start, to }, containers)]
  }
  const runs = building.runsOf(rest, { isCalloutStart: place === 'quote-start' && blocks.length === 0 })
  return [...blocks, { type: 'paragraph', span: { from: start, to }, runs }]
}

/** Takes link definitions off the start of a paragraph (CommonMark 0.31, section 4.7). */
function takeDefinitions(
  building: BlockBuilding,
  content: LeafContent,
  containers: readonly Container[],
): readonly [readonly SourceBlock[], LeafContent] {
  const blocks: SourceBlock[] = []
  const sourceAt = sourceOffsets(content)
  let at = 0
  for (
    let found = readDefinition(content.text, at);
    found !== null;
    found = readDefinition(content.text, at)
  ) {
    const { label, url, title } = found
    if (!building.links.has(label)) building.links.set(label, { url, title })
    const span = { from: sourceAt(at), to: sourceAt(found.to) }
    blocks.push(building.sourceBlock('definition', span, containers))
    at = found.to + 1
  }
  const line = content.lines.findIndex((start) => start.at >= at)
  return [blocks, contentFromLine(content, line < 0 ? content.lines.length : line)]
}

const property = /^[A-Za-z][\w./-]*:: ?.*$/

/** Logseq keeps a page's properties as `key:: value` lines at the very top. Elsewhere such lines are text. */
function isPropertyList(building: BlockBuilding, from: number, content: LeafContent): boolean {
  if (
    !content.text.includes('::') ||
    trimSourceEnd(building.text, building.bodyFrom, from) > building.bodyFrom
  )
    return false
  return content.text.split('\n').every((line) => property.test(line))
}

/** An ATX heading: its content stands between the opening and an optional closing run of `#`. */
export function buildAtxHeading(building: BlockBuilding, node: PlacedNode): Heading {
  const { from } = node
  const to = lineEndAt(building.text, from, building.text.length)
  const level = Number(node.name.slice(-1)) as Heading['level']
  const inner = trimClosing(building.text.slice(from + level, to))
  const start = from + level + (inner.length - inner.trimStart().length)
  const content = leafContent(building.text, { from: start, to: from + level + inner.length }, [])
  return { type: 'heading', style: 'atx', level, span: { from, to }, runs: building.runsOf(content) }
}

/** What stands behind the opening `#`, without a closing run of `#` and the space around it. */
function trimClosing(text: string): string {
  let end = trimSourceEnd(text, 0, text.length)
  const full = end
  while (end > 0 && text[end - 1] === '#') end--
  if (end === full || (end > 0 && text[end - 1] !== ' ' && text[end - 1] !== '\t')) end = full
  return text.slice(0, trimSourceEnd(text, 0, end))
}

/** A heading with an underline, behind the link definitions that its text may begin with. */
export function buildSetextHeading(
  building: BlockBuilding,
  node: PlacedNode,
  containers: readonly Container[],
): readonly Block[] {
  const underline = lineFromOf(building.text, node.to, node.from)
  const to = trimSourceEnd(building.text, node.from, underline)
  const content = leafContent(building.text, { from: node.from, to }, containers)
  const [blocks, rest] = takeDefinitions(building, content, containers)
  const level = node.name.endsWith('1') ? 1 : 2
  const span = {
    from: rest.lines[0]?.from ?? node.from,
    to: lineEndAt(building.text, underline, building.text.length),
  }
  return [...blocks, { type: 'heading', style: 'setext', level, span, runs: building.runsOf(rest) }]
}

/**
 * Fenced code, or an unclosed fence up to the end of its container; blank lines at the end of an unclosed one are not
 * taken into it.
 */
export function buildFencedCode(
  building: BlockBuilding,
  node: Span,
  containers: readonly Container[],
): CodeBlock {
  const { text } = building
  const { from } = node
  const openTo = lineEndAt(text, from, node.to)
  const mark = /^(?:`+|~+)/.exec(text.slice(from, openTo))?.[0] ?? ''
  const lines = sourceLines(text, node, containers).slice(1)
  const close = closingFence(text, lines.at(-1), mark)
  if (close !== null) lines.pop()
  else while (isBlank(text, lines.at(-1))) lines.pop()
  const indent = indentOf(text, from, containers)
  const content = lines.map((line) => withoutIndent(text, line, indent))
  const info = text.slice(from + mark.length, openTo)
  return {
    type: 'code',
    span: { from, to: close === null ? (lines.at(-1)?.to ?? openTo) : node.to },
    info: decodeText(info.trim()),
    text: textOfLines(text, content),
    fence: { open: { from, to: from + mark.length }, close },
    infoSpan: trimmedSpan(info, from + mark.length),
    lines: content.map((line) => ({ from: line.from, to: line.to })),
  }
}

function isBlank(text: string, line: Span | undefined): boolean {
  return line !== undefined && text.slice(line.from, line.to).trim() === ''
}

/** Where `text`, which begins at `at`, stands without white space around it. */
function trimmedSpan(text: string, at: number): Span {
  const words = text.trim()
  const from = words === '' ? at : at + text.indexOf(words)
  return { from, to: from + words.length }
}

/** A block that reaches to the end of the text does not own the text's last line end. */
export function withoutLastLineEnd(text: string, { from, to }: Span): number {
  if (to < text.length || to <= from + 1) return to
  if (text[to - 1] === '\n') return text[to - 2] === '\r' ? to - 2 : to - 1
  return text[to - 1] === '\r' ? to - 1 : to
}

function closingFence(
  text: string,
  line: (Span & { pending: number }) | undefined,
  mark: string,
): Span | null {
  if (line === undefined || line.pending > 3) return null
  const match = /^( {0,3})(`+|~+)[ \t]*$/.exec(text.slice(line.from, line.to))
  const run = match?.[2] ?? ''
  if (run[0] !== mark[0] || run.length < mark.length) return null
  const from = line.from + (match?.[1]?.length ?? 0)
  return { from, to: from + run.length }
}

/** How far, in columns, the character at `at` stands behind the start of its line's content. */
function indentOf(text: string, at: number, containers: readonly Container[]): number {
  // A byte order mark in front of the first line is not indent.
  const first = text.startsWith('\uFEFF') ? 1 : 0
  const start = lineStart(text, lineFromOf(text, at, first), containers)
  return start.at > at ? 0 : at - start.at + start.pending
}

/** A line of fenced code loses as much indent as the opening fence has. */
function withoutIndent<T extends Span & { readonly pending: number }>(
  text: string,
  line: T,
  indent: number,
): T {
  let need = indent
  let { from, pending } = line
  const taken = Math.min(pending, need)
  pending -= taken
  need -= taken
  while (need > 0 && from < line.to && text[from] === ' ') {
    from++
    need--
  }
  return { ...line, from, pending }
}
