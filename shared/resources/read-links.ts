import { leafLines, readableSlice, sourceSpan, type LeafLine } from '../entry/leaf-lines.ts'
import type { ResourceStatus, ResourceUse } from '../entry/summary.ts'
import { parseEntry } from '../markdown/parse-entry.ts'
import type { Block, Item, List, ParsedEntry, Run, SourceBlock, Span } from '../markdown/tree.ts'
import { canonicalUrl } from './canonical-url.ts'
import { anchorAddress, findLineLinks } from './line-links.ts'
import { beginsWithLink, readLinkLine, type LinkFacts } from './link-line.ts'
import { linkSentence } from './link-sentence.ts'
import { statusInText, statusOfBox, withoutStatus } from './link-status.ts'
import { isResourceAddress } from './resource-address.ts'
import { findShortcodeCode } from './shortcode-code.ts'
import { withoutStars } from './stars.ts'

/** A link to a resource as it was read: what it says, and where each part of it stands. */
export interface ReadLink {
  readonly use: ResourceUse
  /** Where it was read; null for links in HTML blocks and footnotes, which are kept as source. */
  readonly place: LinkPlace | null
}

/** A link's line, and what belongs to it. */
export interface LinkPlace {
  readonly line: LeafLine
  readonly facts: LinkFacts
  /** The line begins with this link: it is the link's own line, its card. */
  readonly isCard: boolean
  /** The card that the list item of this link speaks of; null when the link is not part of a sub-bullet. */
  readonly holder: ReadLink | null
  /** The sub-bullets under a card, in order, those with a link of their own left out. */
  readonly bullets: readonly LinkBullet[]
  /** The lines below a card in its own list item; null without any. */
  readonly more: MoreLines | null
}

/** What an author who breaks lines wrote below the first line of an item: it goes on with the card's last note, or is one. */
export interface MoreLines {
  readonly span: Span
  readonly isJoined: boolean
}

/** A sub-bullet that says something of the link above it. */
export interface LinkBullet {
  readonly item: Item
  /** Plain text of its first paragraph, without lines that are another link's. */
  readonly text: string
}

/** A link while it is read: sub-bullets that follow still add notes. */
interface DraftLink extends ReadLink {
  readonly use: ResourceUse & { readonly notes: string[]; status: ResourceStatus | null }
  readonly place: DraftPlace | null
}

type DraftPlace = LinkPlace & { readonly bullets: LinkBullet[]; more: MoreLines | null }

interface Reading {
  readonly parsed: ParsedEntry
  readonly links: DraftLink[]
  /** Code that the parser reads as text. */
  readonly isCode: (at: number) => boolean
}

/**
 * Every link to a resource in the Markdown of an entry, in the order of the text: inline and reference links,
 * autolinks, bare addresses, HTML anchors, wiki links to files, links in footnotes. Pictures and links to entries are
 * none.
 *
 * @param parsed a base tree: positions are read from it.
 */
export function readLinks(parsed: ParsedEntry): readonly ReadLink[] {
  const reading: Reading = { parsed, links: [], isCode: findShortcodeCode(parsed.text) }
  readBlocks(parsed.blocks, null, reading)
  return reading.links
}

/**
 * Reads blocks in order. `holder` is the link that a list among them speaks of: that of the item they stand in.
 * Elsewhere a list speaks of the link line directly above it, without a blank line between.
 */
function readBlocks(blocks: readonly Block[], holder: DraftLink | null, reading: Reading): void {
  let above: DraftLink | null = null
  let aboveEnd = -1
  for (const block of blocks) {
    switch (block.type) {
      case 'paragraph':
        above = readLines(block.runs, holder, reading)
        aboveEnd = block.span?.to ?? -1
        continue
      case 'heading':
        readLines(block.runs, holder, reading)
        break
      case 'quote':
        readBlocks(block.blocks, null, reading)
        break
      case 'list':
        readList(block, holder ?? (isRightBelow(block, aboveEnd, reading) ? above : null), reading)
        break
      case 'table':
        for (const row of block.rows) for (const cell of row.cells) readLines(cell.runs, null, reading)
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
function readList(list: List, holder: DraftLink | null, reading: Reading): void {
  let current = holder
  for (const item of list.items) current = readItem(item, current, reading)
}

/**
 * Reads an item, and gives the link that the items after it speak of.
 *
 * Scenario: a link line, a bullet under it, and the next link line right below. Markdown takes that last line into the
 * bullet's paragraph (a lazy continuation), though the author began the next link there; bullets after it are about
 * the new link.
 */
function readItem(item: Item, holder: DraftLink | null, reading: Reading): DraftLink | null {
  const [first, ...rest] = item.blocks
  const noteHolder = item.box === null ? holder : null
  if (first?.type !== 'paragraph') {
    readBlocks(item.blocks, noteHolder, reading)
    return holder
  }
  const column = item.span === undefined ? 0 : columnOf(item.span.from, reading)
  let own = noteHolder
  let next = holder
  const note: string[] = []
  const more: LeafLine[] = []
  let firstCard: DraftLink | null = null
  for (const [index, line] of leafLines(first.runs).entries()) {
    const isLazy = index > 0 && lineColumn(line, reading) <= column
    const card = readLine(line, isLazy ? null : noteHolder, reading)
    if (card !== null) own = card
    if (card !== null && index === 0) {
      card.use.status ??= statusOfBox(item.box)
      firstCard = card
    } else if (own === noteHolder) note.push(readableSlice(line, 0, line.text.length))
    else if (own === firstCard && !isLazy && line.text.trim() !== '') more.push(line)
    if (isLazy && card !== null) next = card
  }
  if (noteHolder !== null) addNote(noteHolder, item, withoutStars(note.join(' ')))
  if (firstCard !== null) addMore(firstCard, more)
  readBlocks(rest, own, reading)
  return next
}

function addMore({ use, place }: DraftLink, lines: readonly LeafLine[]): void {
  const [first] = lines
  const last = lines.at(-1)
  if (place === null || first === undefined || last === undefined) return
  const text = lines.map((line) => readableSlice(line, 0, line.text.length)).join(' ')
  use.status ??= statusInText(text)
  const said = withoutStatus(withoutStars(text))
  const { facts, line } = place
  const open = facts.notes.at(-1)
  const read = Math.max(
    ...[facts.link, facts.month, facts.star, ...facts.authors, ...facts.notes].map((part) => part?.end ?? 0),
  )
  // `[title](…) gives us a` is the beginning of a sentence, and what follows the rest of it.
  if (!/^[\s)]*$/.test(line.text.slice(read))) return
  const isJoined = open !== undefined && line.text.slice(open.end).trim() === '' && use.notes.length > 0
  if (isJoined) use.notes.push(`${use.notes.pop()} ${said}`)
  else if (said !== '') use.notes.push(said)
  const span = {
    from: sourceSpan(first, 0, 1).from,
    to: sourceSpan(last, 0, Math.max(1, last.text.trimEnd().length)).to,
  }
  place.more = { span, isJoined }
}

function addNote(link: DraftLink, item: Item, text: string): void {
  if (text === '') return
  link.use.status ??= statusInText(text)
  link.use.notes.push(text)
  link.place?.bullets.push({ item, text })
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

/** Reads all lines of a leaf; gives the link that the last one begins with. */
function readLines(runs: readonly Run[], holder: DraftLink | null, reading: Reading): DraftLink | null {
  let card: DraftLink | null = null
  for (const line of leafLines(runs)) card = readLine(line, holder, reading)
  return card
}

/** Reads a line; gives the link it begins with: what sub-bullets under it speak of. */
function readLine(line: LeafLine, holder: DraftLink | null, reading: Reading): DraftLink | null {
  const links = findLineLinks(line, reading.parsed.text)
  if (links.length === 0) return null
  const isCard = beginsWithLink(line, links)
  const read = readLinkLine(line, links).map((facts, index) =>
    addLink({ line, facts, isCard: isCard && index === 0, holder, bullets: [], more: null }, reading),
  )
  return isCard ? (read[0] ?? null) : null
}

/** Adds the link when its address names a resource; a link to an entry keeps its facts to itself. */
function addLink(place: DraftPlace, reading: Reading): DraftLink | null {
  const { facts, isCard } = place
  const { url, span } = facts.link
  if (facts.isCopy || !isResourceAddress(url) || reading.isCode(span.from)) return null
  const use = {
    url,
    key: canonicalUrl(url),
    title: facts.title,
    authors: facts.authors.map((author) => author.value),
    month: facts.month?.value ?? null,
    isMustRead: facts.star !== null,
    status: isCard ? statusInText(place.line.text) : null,
    isCard,
    sentence: linkSentence(place.line, facts.link),
    notes: facts.notes.map((note) => withoutStatus(note.value)).filter((note) => note !== ''),
    ...(facts.copies.length > 0 ? { copies: facts.copies } : {}),
    span,
  }
  const link: DraftLink = { use, place }
  reading.links.push(link)
  return link
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
    addSourceLink(reading, {
      url,
      key: canonicalUrl(url),
      title: title === '' ? url : title,
      authors: [],
      month: null,
      isMustRead: false,
      status: null,
      notes: [],
      isCard: false,
      sentence: '',
      span: { from, to: from + match[0].length },
    })
  }
}

/** A footnote is kept as source; its text is Markdown like any other, and is read as such. */
function readFootnote(span: Span, reading: Reading): void {
  const source = reading.parsed.text.slice(span.from, span.to)
  const label = /^\s*\[\^[^\]]*\]:[ \t]*/.exec(source)?.[0].length ?? 0
  const start = span.from + label
  for (const { use } of readLinks(parseEntry(source.slice(label)))) {
    const moved = { from: use.span.from + start, to: use.span.to + start }
    addSourceLink(reading, { ...use, span: moved })
  }
}

function addSourceLink(reading: Reading, use: ResourceUse): void {
  reading.links.push({ use: { ...use, notes: [...use.notes] }, place: null })
}
