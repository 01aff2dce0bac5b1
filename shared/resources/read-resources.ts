import { leafLines, readableSlice, sourceSpan, type LeafLine } from '../entry/leaf-lines.ts'
import type { ResourceUse } from '../entry/summary.ts'
import { parseEntry } from '../markdown/parse-entry.ts'
import type { Block, Item, List, ParsedEntry, Run, SourceBlock, Span } from '../markdown/tree.ts'
import { canonicalUrl } from './canonical-url.ts'
import { anchorAddress, findLineLinks } from './line-links.ts'
import { beginsWithLink, readLinkLine, type LinkFacts } from './link-line.ts'
import { isResourceAddress } from './resource-address.ts'
import { withoutStars } from './stars.ts'

/** A use while it is read: sub-bullets that follow still add notes. */
interface DraftUse extends ResourceUse {
  readonly notes: string[]
}

interface Reading {
  readonly parsed: ParsedEntry
  readonly uses: DraftUse[]
}

/** One line of a paragraph: its text, and the use that sub-bullets under it speak of (the link it begins with). */
interface ReadLine {
  readonly line: LeafLine
  readonly card: DraftUse | null
}

/**
 * Every use of a resource in an entry, in the order of the text: inline and reference links, autolinks, bare
 * addresses, HTML anchors, links in footnotes. Pictures, wiki links and links to entries are none.
 *
 * @param parsed a base tree: positions are read from it.
 */
export function readResources(parsed: ParsedEntry): readonly ResourceUse[] {
  const reading: Reading = { parsed, uses: [] }
  readBlocks(parsed.blocks, null, reading)
  return reading.uses
}

/**
 * Reads blocks in order. `holder` is the use that a list among them speaks of: that of the item they stand in.
 * Elsewhere a list speaks of the link line directly above it, without a blank line between.
 */
function readBlocks(blocks: readonly Block[], holder: DraftUse | null, reading: Reading): void {
  let above: DraftUse | null = null
  let aboveEnd = -1
  for (const block of blocks) {
    switch (block.type) {
      case 'paragraph':
        above = readLines(block.runs, reading).at(-1)?.card ?? null
        aboveEnd = block.span?.to ?? -1
        continue
      case 'heading':
        readLines(block.runs, reading)
        break
      case 'quote':
        readBlocks(block.blocks, null, reading)
        break
      case 'list':
        readList(block, holder ?? (isRightBelow(block, aboveEnd, reading) ? above : null), reading)
        break
      case 'table':
        for (const row of block.rows) for (const cell of row.cells) readLines(cell.runs, reading)
        break
      case 'source':
        readSourceBlock(block, reading)
        break
      case 'code':
      case 'rule':
        break
    }
    above = null
  }
}

function isRightBelow(list: List, aboveEnd: number, reading: Reading): boolean {
  if (aboveEnd < 0 || list.span === undefined) return false
  const between = reading.parsed.text.slice(aboveEnd, list.span.from)
  return (between.match(/\r\n?|\n/g) ?? []).length <= 1
}

/** Reads items; each may hand a new holder to those after it, when a link line ended it lazily. */
function readList(list: List, holder: DraftUse | null, reading: Reading): void {
  let current = holder
  for (const item of list.items) current = readItem(item, current, reading)
}

/**
 * Reads an item, and gives the use that the items after it speak of.
 *
 * Scenario: a link line, a bullet under it, and the next link line right below. Markdown takes that last line into the
 * bullet's paragraph (a lazy continuation), though the author began the next link there; bullets after it are about
 * the new link.
 */
function readItem(item: Item, holder: DraftUse | null, reading: Reading): DraftUse | null {
  const [first, ...rest] = item.blocks
  if (first?.type !== 'paragraph') {
    readBlocks(item.blocks, item.box === null ? holder : null, reading)
    return holder
  }
  const column = item.span === undefined ? 0 : columnOf(item.span.from, reading)
  const noteHolder = item.box === null ? holder : null
  const lines = readLines(first.runs, reading)
  let own = lines[0]?.card ?? noteHolder
  let next = holder
  const note: string[] = []
  lines.forEach((each, index) => {
    const isLazy = index > 0 && lineColumn(each.line, reading) <= column
    if (each.card !== null) own = each.card
    else if (own === noteHolder) note.push(readableSlice(each.line, 0, each.line.text.length))
    if (isLazy && each.card !== null) next = each.card
  })
  if (noteHolder !== null) addNote(noteHolder, note.join(' '))
  readBlocks(rest, own, reading)
  return next
}

function addNote(use: DraftUse, text: string): void {
  const note = withoutStars(text)
  if (note !== '') use.notes.push(note)
}

/** Characters between the start of the source line and `at`. */
function columnOf(at: number, reading: Reading): number {
  const text = reading.parsed.text
  let from = at
  while (from > 0 && text[from - 1] !== '\n' && text[from - 1] !== '\r') from--
  return at - from
}

/** Column of the first character of a line: link text and marked text begin behind their brackets and marks. */
function lineColumn(line: LeafLine, reading: Reading): number {
  if (line.text === '') return Number.POSITIVE_INFINITY
  let at = sourceSpan(line, 0, 1).from
  while (at > 0 && '[*_~`<'.includes(reading.parsed.text[at - 1]!)) at--
  return columnOf(at, reading)
}

function readLines(runs: readonly Run[], reading: Reading): readonly ReadLine[] {
  return leafLines(runs).map((line) => {
    const links = findLineLinks(line, reading.parsed.text)
    if (links.length === 0) return { line, card: null }
    const uses = readLinkLine(line, links).map((facts) => addUse(facts, reading))
    return { line, card: beginsWithLink(line, links) ? (uses[0] ?? null) : null }
  })
}

/** Adds the use when its address names a resource; a link to an entry keeps its facts to itself. */
function addUse(facts: LinkFacts, reading: Reading): DraftUse | null {
  const { url, span } = facts.link
  if (!isResourceAddress(url)) return null
  const use: DraftUse = {
    url,
    key: canonicalUrl(url),
    title: facts.title,
    authors: facts.authors.map((author) => author.value),
    month: facts.month?.value ?? null,
    isMustRead: facts.star !== null,
    notes: facts.notes.map((note) => note.value),
    span,
  }
  reading.uses.push(use)
  return use
}

function readSourceBlock(block: SourceBlock, reading: Reading): void {
  if (block.span === undefined) return
  if (block.form === 'html') readAnchors(block.span, reading)
  if (block.form === 'footnote-definition') readFootnote(block.span, reading)
}

/** Anchors of an HTML block, where they are complete and not nested. */
function readAnchors(span: Span, reading: Reading): void {
  const source = reading.parsed.text.slice(span.from, span.to)
  for (const match of source.matchAll(/(<a\s[^>]*>)([^]*?)<\/a\s*>/gi)) {
    const url = anchorAddress(match[1]!)
    if (url === null || !isResourceAddress(url)) continue
    const title = match[2]!
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim()
    const from = span.from + match.index
    reading.uses.push({
      url,
      key: canonicalUrl(url),
      title: title === '' ? url : title,
      authors: [],
      month: null,
      isMustRead: false,
      notes: [],
      span: { from, to: from + match[0].length },
    })
  }
}

/** A footnote is kept as source; its text is Markdown like any other, and is read as such. */
function readFootnote(span: Span, reading: Reading): void {
  const source = reading.parsed.text.slice(span.from, span.to)
  const label = /^\s*\[\^[^\]]*\]:[ \t]*/.exec(source)?.[0].length ?? 0
  const start = span.from + label
  for (const use of readResources(parseEntry(source.slice(label)))) {
    const moved = { from: use.span.from + start, to: use.span.to + start }
    reading.uses.push({ ...use, notes: [...use.notes], span: moved })
  }
}
