import { leafLines, readableSlice, type LeafLine } from '../entry/leaf-lines.ts'
import { itemText, plainText } from '../entry/plain-text.ts'
import type { Quote, QuoteSource, ResourceUse } from '../entry/summary.ts'
import type { Block, Paragraph, ParsedEntry, Quote as QuoteBlock } from '../markdown/tree.ts'
import type { LinkAt } from './author-names.ts'
import { canonicalUrl } from './canonical-url.ts'
import { findLineLinks, type LineLink } from './line-links.ts'
import { beginsWithLink, readLinkLine } from './link-line.ts'
import { isOwnPage, personOfWikiLink, tidyName } from './person-names.ts'
import { isResourceAddress } from './resource-address.ts'
import { withoutStars } from './stars.ts'
import { readAttribution, whoInCalloutTitle, whoOpensQuote } from './who-says.ts'

/** Who and where, as far as a line says it. */
interface Origin {
  readonly people: readonly string[]
  readonly source: QuoteSource | null
}

const unknown: Origin = { people: [], source: null }

/**
 * The quotes of an entry, in the order of the text: block quotes at any depth, and callouts `[!quote]`. Other callouts
 * are asides and no quotes, but quotes in them are; a quote inside a quote is part of it.
 *
 * Who and where come, first that says so, from the quote itself (`— Ann Lee`, the title of its callout), from a dash
 * line right below it, from the line above it when that ends with a colon (a blank line may stand between) or stands
 * right above it and is a link's own line or names who speaks in it. Who can also come from the resource: its author
 * by another line of the entry. An entry that is about one resource (`url:` in its front matter) quotes that.
 *
 * @param parsed a base tree.
 * @param resources those of the same entry.
 */
export function readQuotes(parsed: ParsedEntry, resources: readonly ResourceUse[]): readonly Quote[] {
  const reading: Reading = { parsed, resources, quotes: [] }
  readBlocks(parsed.blocks, reading)
  return reading.quotes
}

interface Reading {
  readonly parsed: ParsedEntry
  readonly resources: readonly ResourceUse[]
  readonly quotes: Quote[]
}

function readBlocks(blocks: readonly Block[], reading: Reading): void {
  blocks.forEach((block, index) => {
    if (block.type === 'list') for (const item of block.items) readBlocks(item.blocks, reading)
    if (block.type !== 'quote') return
    const callout = calloutKind(block)
    if (callout !== null && !/^(?:quote|cite)$/.test(callout)) return readBlocks(block.blocks, reading)
    const quote = readQuote(block, { above: blocks[index - 1], below: blocks[index + 1] }, reading)
    if (quote !== null) reading.quotes.push(quote)
  })
}

/** `quote` of `[!quote]+`, lower case; `note` of GitHub's old `> **Note**`; null for a plain quote. */
function calloutKind(block: QuoteBlock): string | null {
  const first = block.blocks[0]
  if (first?.type !== 'paragraph') return null
  const run = first.runs[0]
  if (run?.kind === 'opaque' && run.form === 'callout-mark')
    return /^\[!([^\]|]*)/.exec(run.source)?.[1]?.trim().toLowerCase() ?? ''
  const isLabel =
    run?.kind === 'text' &&
    run.marks !== 0 &&
    /^(?:note|warning|tip|important|caution|info|update|edit):?$/i.test(run.text.trim())
  return isLabel ? 'note' : null
}

interface Neighbours {
  readonly above: Block | undefined
  readonly below: Block | undefined
}

function readQuote(block: QuoteBlock, neighbours: Neighbours, reading: Reading): Quote | null {
  if (block.span === undefined) throw new Error('quotes are read from a base tree')
  const body = readBody(block, reading)
  if (body.text === '') return null
  const origin = [
    () => body.origin,
    () => originBelow(block, neighbours.below, reading),
    () => originAbove(block, neighbours.above, reading),
    () => originOfEntry(reading),
  ].reduce((found, next) => (isKnown(found) ? found : next()), unknown)
  return { text: body.text, ...withAuthors(origin, reading.resources), span: block.span }
}

function isKnown({ people, source }: Origin): boolean {
  return people.length > 0 || source !== null
}

/** The words of a quote, and what it says of where they are from. */
function readBody(block: QuoteBlock, reading: Reading): { readonly text: string; readonly origin: Origin } {
  const lines = block.blocks.map(blockLines)
  let origin = unknown
  const first = block.blocks[0]
  const isCallout = first?.type === 'paragraph' && calloutKind(block) !== null
  if (isCallout) {
    const title = leafLines(first.runs)[0]!
    const words = readableSlice(title, 0, title.text.length)
    origin = originOfTitle(title, reading)
    // A title that names nobody, with nothing under it, is the quote.
    if (isKnown(origin) || lines.length > 1 || lines[0]!.length > 1 || words === '') lines[0]?.shift()
  }
  const last = block.blocks.at(-1)
  const ending = lastLine(last)
  const attribution = ending === null ? null : originOfEnding(ending.line, reading)
  if (
    ending !== null &&
    attribution !== null &&
    (lines.length > 1 || (lines[0]?.length ?? 0) > 1 || attribution.at > 0)
  ) {
    origin = isKnown(attribution.origin) ? attribution.origin : origin
    const kept = readableSlice(ending.line, 0, attribution.at)
    const own = lines.at(-1)!
    own.splice(own.length - 1, 1, ...(kept === '' ? [] : [kept]))
  }
  return { text: joinWords(lines.map((each) => each.join(' ').trim())), origin }
}

/** What a reader sees of a block, line by line. */
function blockLines(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
      return leafLines(block.runs).map((line) => readableSlice(line, 0, line.text.length))
    case 'heading':
      return [plainText(block.runs)]
    case 'list':
      return [joinWords(block.items.map(itemWords))]
    case 'quote':
      return [joinBlocks(block.blocks)]
    case 'code':
      return [block.text.trim()]
    case 'table':
      return [block.rows.map((row) => row.cells.map((cell) => plainText(cell.runs)).join(' ')).join('\n')]
    case 'rule':
    case 'source':
      return ['']
  }
}

function joinBlocks(blocks: readonly Block[]): string {
  return joinWords(blocks.map((block) => blockLines(block).join(' ').trim()))
}

function joinWords(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n')
}

/** A box is a step of the journal's author, not someone's words. */
function itemWords(item: { readonly box: string | null; readonly blocks: readonly Block[] }): string {
  return item.box === null ? joinBlocks(item.blocks) : ''
}

/** The last line of a quote, where an attribution stands: `> — Ann`, and `> - Ann`, which Markdown takes for a list. */
function lastLine(block: Block | undefined): { readonly line: LeafLine } | null {
  if (block?.type === 'paragraph') return { line: leafLines(block.runs).at(-1)! }
  if (block?.type !== 'list' || block.ordered || block.items.length !== 1) return null
  const [only] = block.items
  const first = only?.blocks[0]
  if (only?.box !== null || only.blocks.length !== 1 || first?.type !== 'paragraph') return null
  const [line, ...others] = leafLines(first.runs)
  return others.length > 0 || line === undefined || itemText(only).length > 120
    ? null
    : { line: dashed(line) }
}

/** The text of an item with the bullet that the author meant as a dash. */
function dashed(line: LeafLine): LeafLine {
  const mark = '- '
  const pieces = line.pieces.map((piece) => ({
    ...piece,
    at: piece.at + mark.length,
    end: piece.end + mark.length,
  }))
  return { text: mark + line.text, pieces }
}

function originOfEnding(
  line: LeafLine,
  reading: Reading,
): { readonly origin: Origin; readonly at: number } | null {
  const links = findLineLinks(line, reading.parsed.text)
  const attribution = readAttribution(line.text, linkFinder(links))
  if (attribution === null) return null
  return { at: attribution.at, origin: withLinks(attribution.people, links, attribution.at) }
}

function originOfTitle(line: LeafLine, reading: Reading): Origin {
  const links = findLineLinks(line, reading.parsed.text)
  const title = line.text.replace(/^\uFFFC/, ' ')
  const people = whoInCalloutTitle(title, linkFinder(links))
  return withLinks(people.length > 0 ? people : peopleOfWikiLinks(line), links, 0)
}

function linkFinder(links: readonly LineLink[]): LinkAt {
  return (at) => links.find((link) => link.at === at)
}

/** The last link from `at` on is the source; a person's own page only names the person. */
function withLinks(people: readonly string[], links: readonly LineLink[], at: number): Origin {
  const named = links.filter((link) => link.at >= at && isOwnPage(link.title, link.url))
  const source = links.findLast(
    (link) => link.at >= at && isResourceAddress(link.url) && (named.length === 0 || !named.includes(link)),
  )
  return {
    people: named.length > 0 ? named.map((link) => tidyName(link.title)) : people,
    source: source === undefined ? null : toSource(source),
  }
}

function toSource({ url, title }: LineLink): QuoteSource {
  return { key: canonicalUrl(url), url, title: withoutStars(title) || title }
}

function originBelow(block: QuoteBlock, below: Block | undefined, reading: Reading): Origin {
  if (below?.type !== 'paragraph' || blankLinesBetween(block, below, reading) > 1) return unknown
  const [line, ...others] = leafLines(below.runs)
  if (line === undefined || others.length > 0 || !/^\s*(?:[—–―]|--+)/.test(line.text)) return unknown
  return originOfEnding(line, reading)?.origin ?? unknown
}

function originAbove(block: QuoteBlock, above: Block | undefined, reading: Reading): Origin {
  if (above?.type !== 'paragraph') return unknown
  const line = leafLines(above.runs).at(-1)!
  const isOpened = /[:：]\s*[*_]*\s*$/u.test(line.text)
  return isOpened || blankLinesBetween(above, block, reading) === 0
    ? originOfOpening(line, isOpened, reading)
    : unknown
}

/** `Neel Nanda in [post](url):`, `In Richard Ngo's [post](url), he says:`, `Ann Lee said:`, or a link's own line. */
function originOfOpening(line: LeafLine, isOpened: boolean, reading: Reading): Origin {
  const links = findLineLinks(line, reading.parsed.text)
  const facts = readLinkLine(line, links)
  const introduced = facts.findLast((each) => each.authors.length > 0)
  if (introduced === undefined && !isOpened && !beginsWithLink(line, links)) return unknown
  const source =
    introduced?.link ?? (isOpened ? links.findLast(({ url }) => isResourceAddress(url)) : links[0])
  const own = source !== undefined && isOwnPage(source.title, source.url) ? [tidyName(source.title)] : []
  const people = [
    () => introduced?.authors.map((author) => tidyName(author.value)) ?? [],
    () => own,
    () => peopleOfWikiLinks(line),
    () => whoOpensQuote(line.text),
  ].reduce<readonly string[]>((found, next) => (found.length > 0 ? found : next()), [])
  return {
    people,
    source: source === undefined || !isResourceAddress(source.url) ? null : toSource(source),
  }
}

function peopleOfWikiLinks(line: LeafLine): readonly string[] {
  return line.pieces.flatMap(({ run }) => {
    const name = run.kind === 'opaque' && run.form === 'wiki-link' ? personOfWikiLink(run.source) : null
    return name === null ? [] : [name]
  })
}

function blankLinesBetween(before: QuoteBlock | Paragraph, after: Block, reading: Reading): number {
  if (before.span === undefined || after.span === undefined) return 0
  const between = reading.parsed.text.slice(before.span.to, after.span.from)
  return Math.max(0, (between.match(/\r\n?|\n/g) ?? []).length - 1)
}

/** An entry with an address in its front matter is about that: its quotes are from there. */
function originOfEntry({ resources, parsed }: Reading): Origin {
  const [first] = resources
  if (first === undefined || first.span.from >= parsed.bodyFrom) return unknown
  return { people: first.authors, source: { key: first.key, url: first.url, title: first.title } }
}

/** Who wrote the resource, by another line of the entry, when the quote itself names nobody. */
function withAuthors(origin: Origin, resources: readonly ResourceUse[]): Origin {
  const { source } = origin
  if (origin.people.length > 0 || source === null) return origin
  const known = resources.find((use) => use.key === source.key && use.authors.length > 0)
  return known === undefined ? origin : { ...origin, people: known.authors.map(tidyName) }
}
