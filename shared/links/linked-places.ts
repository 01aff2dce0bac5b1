import { visitLeaves } from '../entry/leaves.ts'
import { parseEntry } from '../markdown/parse-entry.ts'
import { readDestination, readLabel, readTitle, skipWhiteSpace } from '../markdown/parse/inline/link-parts.ts'
import type { Block, ParsedEntry, Run, SourceBlock, Span } from '../markdown/tree.ts'

/**
 * How a destination is written, which decides what its letters mean: between `[[` and `]]`; in Markdown, bare or in
 * angle brackets; in an attribute of HTML; as a plain string (a shortcode's, a value of front matter).
 */
export type PlaceForm = 'wiki' | 'bare' | 'angle' | 'attribute' | 'plain'

/** A place that may name a file of the journal: what stands there, without the signs around it. */
export interface LinkedPlace extends Span {
  readonly form: PlaceForm
}

/**
 * Every place of an entry where a link, a picture, an embed, a link definition, an HTML attribute, a shortcode
 * (`ref`, `relref`, `figure`) or front matter names an address or a file; rising and apart. Code and comments name
 * none.
 */
export function findLinkedPlaces(parsed: ParsedEntry): readonly LinkedPlace[] {
  const places = [...findInHead(parsed), ...findInBody(parsed)].filter(({ from, to }) => to > from)
  return places.sort((left, right) => left.from - right.from)
}

function findInBody(parsed: ParsedEntry): LinkedPlace[] {
  const places: LinkedPlace[] = []
  visitLeaves(parsed.blocks, ({ runs }) => addRuns(runs, parsed.text, places))
  addSourceBlocks(parsed.blocks, parsed.text, places)
  return places
}

function addRuns(runs: readonly Run[], text: string, places: LinkedPlace[]): void {
  for (const [at, run] of runs.entries()) {
    if (run.kind === 'opaque' && run.span !== undefined)
      addOpaque(run.form, run.source, run.span.from, places)
    if (run.link !== null && run.link.reference === null && runs[at + 1]?.link !== run.link) {
      const from = findClosing(run, text, run.link.closing)
      const place = from === null ? null : readInline(run.link.closing, 0, run.link.closing.length)
      if (from !== null && place !== null) places.push(moved(place, from))
    }
  }
}

/** Marks may stand between a link's text and its end: `[**a**](u)`. */
const mostMarks = 8

/** Where the closing of the link stands that ends with this run; null for an address that is its own link. */
function findClosing(run: Run, text: string, closing: string): number | null {
  const end = run.kind === 'text' ? run.segments?.at(-1)?.to : run.span?.to
  if (closing === '' || end === undefined) return null
  const at = text.slice(end, end + mostMarks + closing.length).indexOf(closing)
  return at < 0 ? null : end + at
}

function addOpaque(form: string, source: string, from: number, places: LinkedPlace[]): void {
  const add = (found: readonly LinkedPlace[]): void => {
    for (const place of found) places.push(moved(place, from))
  }
  if (form === 'wiki-link' || form === 'embed') add(findWikiTargets(source))
  if (form === 'image' || form === 'empty-link') add(findDestination(source))
  if (form === 'html') add(findAttributes(source))
  if (form === 'shortcode') add(findInShortcode(source))
}

/** The destination behind the one `](` after which the rest of the source is a whole link end. */
function findDestination(source: string): LinkedPlace[] {
  for (let at = source.indexOf(']('); at >= 0; at = source.indexOf('](', at + 1)) {
    const place = readInline(source, at, source.length)
    if (place !== null) return [place]
  }
  return []
}

/** Reads `](destination "title")` from `at` to `end`; null when something else stands there, or no destination. */
function readInline(source: string, at: number, end: number): LinkedPlace | null {
  if (!source.startsWith('](', at)) return null
  const from = skipWhiteSpace(source, at + 2)
  const destination = readDestination(source, from)
  if (destination === null) return null
  const titleFrom = skipWhiteSpace(source, destination.to)
  const title = titleFrom > destination.to ? readTitle(source, titleFrom) : null
  const close = skipWhiteSpace(source, title?.to ?? destination.to)
  return source[close] === ')' && close + 1 === end ? placeOf(source, from, destination.to) : null
}

function placeOf(source: string, from: number, to: number): LinkedPlace {
  return source[from] === '<' ? { form: 'angle', from: from + 1, to: to - 1 } : { form: 'bare', from, to }
}

/** `[[target#heading|alias]]`: the target; in a table its `|` is written `\|`. */
function findWikiTargets(source: string): LinkedPlace[] {
  return Array.from(source.matchAll(/\[\[([^[\]|#^\r\n]+?)(?=\\?\||#|\^|\]\])/g), ({ index, 1: target }) => {
    const blank = target!.length - target!.trimStart().length
    const from = index + 2 + blank
    return { form: 'wiki', from, to: from + target!.trim().length }
  })
}

function findAttributes(source: string): LinkedPlace[] {
  const found = source.matchAll(/\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)
  return Array.from(found, (match) => {
    const to = match.index + match[0].length - 1
    return { form: 'attribute', from: to - (match[1] ?? match[2] ?? '').length, to }
  })
}

/** `{{< ref "page.md" >}}`, `{{% relref "page" %}}`, `{{< figure src="picture.png" >}}`. */
function findInShortcode(source: string): LinkedPlace[] {
  const found = source.matchAll(/(?:\{\{[<%]\s*(?:rel)?ref\s+|\ssrc\s*=\s*)(["`])([^"`\r\n]*)\1/g)
  return Array.from(found, (match) => {
    const to = match.index + match[0].length - 1
    return { form: 'plain', from: to - match[2]!.length, to }
  })
}

function addSourceBlocks(blocks: readonly Block[], text: string, places: LinkedPlace[]): void {
  for (const block of blocks) {
    if (block.type === 'quote') addSourceBlocks(block.blocks, text, places)
    if (block.type === 'list') for (const item of block.items) addSourceBlocks(item.blocks, text, places)
    if (block.type === 'source') addSourceBlock(block, text, places)
  }
}

function addSourceBlock({ form, span, lines }: SourceBlock, text: string, places: LinkedPlace[]): void {
  if (span === undefined) return
  if (form === 'html' || form === 'shortcode')
    return addOpaque(form, text.slice(span.from, span.to), span.from, places)
  for (const line of lines ?? []) {
    const source = text.slice(line.from, line.to)
    const found =
      form === 'definition'
        ? findDefinition(source)
        : form === 'footnote-definition' || form === 'table'
          ? findInLine(source)
          : []
    for (const place of found) places.push(moved(place, line.from))
  }
}

function findDefinition(line: string): LinkedPlace[] {
  const label = readLabel(line, 0)
  if (label === null || line[label.to] !== ':') return []
  const from = skipWhiteSpace(line, label.to + 1)
  const destination = readDestination(line, from)
  return destination === null ? [] : [placeOf(line, from, destination.to)]
}

/** A line of a footnote or of a table that is kept as source, read as the Markdown that it is. */
function findInLine(line: string): readonly LinkedPlace[] {
  const lead = /^\[\^[^\]]+\]:[ \t]*|^[ \t|]*/.exec(line)?.[0].length ?? 0
  return findInBody(parseEntry(line.slice(lead))).map((place) => moved(place, lead))
}

/** Keys of front matter whose values name a file: those of Hugo's themes and of Obsidian's plugins. */
const fileKeys =
  /^[ \t]*(?:- +)?"?(?:image|images|cover|banner|thumbnail|featured_?image|src|url|source)"?\s*[:=]\s*\[?\s*/i

/** Wiki links anywhere in front matter, and the whole value of a key that names a file. */
function findInHead({ head, text }: ParsedEntry): LinkedPlace[] {
  if (head === null) return []
  const places: LinkedPlace[] = []
  for (const line of text.slice(head.span.from, head.span.to).matchAll(/[^\r\n]+/g)) {
    const wiki = findWikiTargets(line[0])
    const from = head.span.from + line.index
    const key = wiki.length > 0 ? null : fileKeys.exec(line[0])
    const found = key === null ? wiki : findValue(line[0], key[0].length)
    for (const place of found) places.push(moved(place, from))
  }
  return places
}

function findValue(line: string, at: number): LinkedPlace[] {
  const value = /^(["']?)([^"'\s,[\]][^"',[\]]*?)\1(?=\s*(?:,|\]|#|$))/.exec(line.slice(at))
  if (value === null) return []
  const from = at + value[1]!.length
  return [{ form: 'plain', from, to: from + value[2]!.length }]
}

function moved({ form, from, to }: LinkedPlace, by: number): LinkedPlace {
  return { form, from: from + by, to: to + by }
}
