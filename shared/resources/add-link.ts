import type { Splice } from '../contract/edits.ts'
import { fail, succeed, type Outcome } from '../contract/errors.ts'
import { findLineEnd, findLineStart } from '../entry/line-edges.ts'
import { plainText } from '../entry/plain-text.ts'
import { spliceText } from '../entry/splice-text.ts'
import { parseEntry } from '../markdown/parse-entry.ts'
import type { ParsedEntry } from '../markdown/tree.ts'
import { cardOf, isSameCard } from './link-card.ts'
import { readLinks, type ReadLink } from './read-links.ts'

/** Headings that links are gathered under. */
const resourceHeading =
  /^(?:resources?|links?|useful links|reading(?: list)?|further reading|to read|references?|sources?|bookmarks?|materials?)\b/i

/**
 * Plans a new link line in an entry: below the last link under its resources heading, else below the last line of the
 * text when that is a link's, else at the end; with the bullet, the indent and the line ends of its neighbours.
 *
 * @param link the link as Markdown, with what stands behind it on its line
 * @returns splices of `text`; fails when the text would mean something else with it
 */
export function planAddedLink(text: string, link: string): Outcome<readonly Splice[]> {
  const parsed = parseEntry(text)
  const links = readLinks(parsed)
  const region = resourceRegion(parsed)
  const splice = besideNeighbour(text, links, region, link) ?? atEnd(text, region, link)
  const after = spliceText(text, [splice])
  if (after === null || !isOneMore(after, links)) {
    return fail('invalid-input', 'The link cannot be added there without changing something else.')
  }
  return succeed([splice])
}

interface Region {
  readonly from: number
  readonly to: number
  readonly isUnderHeading: boolean
}

/** What stands under the first resources heading, up to the next heading of its level; else the whole text. */
function resourceRegion({ text, blocks }: ParsedEntry): Region {
  const at = blocks.findIndex(
    (block) => block.type === 'heading' && resourceHeading.test(plainText(block.runs).trim()),
  )
  const heading = blocks[at]
  if (heading?.type !== 'heading' || heading.span === undefined)
    return { from: 0, to: text.length, isUnderHeading: false }
  const next = blocks.slice(at + 1).find((block) => block.type === 'heading' && block.level <= heading.level)
  return { from: heading.span.from, to: next?.span?.from ?? text.length, isUnderHeading: true }
}

/** Below the last link line of the region, as one more like it. Without a heading only when the text ends with it. */
function besideNeighbour(
  text: string,
  links: readonly ReadLink[],
  region: Region,
  link: string,
): Splice | null {
  const last = links.findLast(
    ({ use, place }) => place?.isCard === true && use.span.from >= region.from && use.span.from < region.to,
  )
  if (last?.place == null) return null
  const own = findLineEnd(text, last.use.span.to)
  const end = Math.max(own, last.place.more?.span.to ?? 0, last.place.bullets.at(-1)?.item.span?.to ?? 0)
  if (!region.isUnderHeading && text.slice(end).trim() !== '') return null
  const start = findLineStart(text, last.use.span.from)
  const lead = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+(?:\[.\][ \t]+)?)?/.exec(
    text.slice(start, last.use.span.from),
  )![0]
  return { from: end, to: end, text: `${lineEndOf(text)}${nextLead(lead)}${link}` }
}

/** `2. ` after `1. `, and a box that is not ticked. */
function nextLead(lead: string): string {
  return lead.replace(/\d+(?=[.)])/, (number) => String(Number(number) + 1)).replace(/\[.\]/, '[ ]')
}

/** Behind the last words of the region, a blank line between. */
function atEnd(text: string, region: Region, link: string): Splice {
  const at = region.from + text.slice(region.from, region.to).trimEnd().length
  const end = lineEndOf(text)
  const bullet = /^[-*+][ \t]+/.exec(text.slice(findLineStart(text, at), at))?.[0]
  if (bullet !== undefined) return { from: at, to: at, text: `${end}${bullet}${link}` }
  const gap = text.slice(0, at).trim() === '' ? '' : `${end}${end}`
  // The file ends with a line end, unless its author ends it without one.
  const last = text === '' ? end : ''
  return { from: at, to: at, text: `${gap}- ${link}${last}` }
}

function lineEndOf(text: string): string {
  return /\r\n?|\n/.exec(text)?.[0] ?? '\n'
}

/** All links as before, in their order, and one more among them. */
function isOneMore(text: string, before: readonly ReadLink[]): boolean {
  const links = readLinks(parseEntry(text))
  if (links.length !== before.length + 1) return false
  const added = links.findIndex(
    ({ use }, at) =>
      before[at] === undefined || use.url !== before[at].use.url || use.title !== before[at].use.title,
  )
  const others = links.filter((_, at) => at !== (added < 0 ? before.length : added))
  return others.every(({ use }, at) => isSameCard(cardOf(use), cardOf(before[at]!.use)))
}
