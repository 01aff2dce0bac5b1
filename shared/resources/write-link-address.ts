import type { Splice } from '../contract/edits.ts'
import { fail, succeed, type Outcome } from '../contract/errors.ts'
import { spliceText } from '../entry/splice-text.ts'
import { parseEntry } from '../markdown/parse-entry.ts'
import { cardOf, isSameCard } from './link-card.ts'
import { readableAddress } from './line-links.ts'
import { readLinks, type ReadLink } from './read-links.ts'
import { readsAs } from './reads-as.ts'

const notPossible =
  'The address cannot be changed here without changing something else. Edit the line as text.'

/**
 * Writes another address into a link, whatever its form, and leaves its words alone. A link that names its address by a
 * label changes where the label says it, with all others of that label.
 *
 * What is written is read again: the links must then lead where they led before, but for those that led to the old
 * address by the same label.
 *
 * @param from offset of the link in `text`, `ResourceUse.span.from`
 * @returns splices of `text`, rising and apart
 */
export function writeLinkAddress(text: string, from: number, url: string): Outcome<readonly Splice[]> {
  const links = readLinks(parseEntry(text))
  const at = links.findIndex(({ use }) => use.span.from === from)
  const link = links[at]
  if (link === undefined) return fail('not-found', 'The link is not there any more.')
  if (link.use.url === url) return succeed([])
  const splice = addressSplice(text, link, url) ?? definitionSplice(text, link, url)
  const written = splice === null ? null : spliceText(text, [splice])
  if (splice === null || written === null || !isAsMeant(written, links, at, url))
    return fail('invalid-input', notPossible)
  return succeed([splice])
}

/** The address where it stands in the link itself. */
function addressSplice(text: string, { use }: ReadLink, url: string): Splice | null {
  const source = text.slice(use.span.from, use.span.to)
  const written = [use.url, use.url.replace(/&/g, '&amp;')].find((each) => source.includes(each))
  if (written === undefined || /\s/.test(url)) return null
  // The last place: link text can show the address too.
  const from = use.span.from + source.lastIndexOf(written)
  return { from, to: from + written.length, text: written === use.url ? url : url.replace(/&/g, '&amp;') }
}

/** The address behind the label, `[label]: address`. */
function definitionSplice(text: string, { use }: ReadLink, url: string): Splice | null {
  const source = text.slice(use.span.from, use.span.to)
  const label = /\[([^[\]]+)\]$/.exec(source.replace(/\[\]$/, ''))?.[1]
  if (label === undefined || /\s/.test(url)) return null
  for (const found of text.matchAll(/^[ \t>]*\[([^[\]\r\n]+)\]:[ \t]*<?(\S+?)>?(?=[ \t\r\n]|$)/gm)) {
    if (folded(found[1]!) !== folded(label) || found[2] !== use.url) continue
    const from = found.index + found[0].lastIndexOf(use.url)
    return { from, to: from + use.url.length, text: url }
  }
  return null
}

function folded(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase()
}

function isAsMeant(text: string, before: readonly ReadLink[], at: number, url: string): boolean {
  const old = before[at]!.use.url
  return readsAs(text, before, (now, was, index) => {
    if (index === at && now.url !== url) return false
    if (now.url !== was.url && (now.url !== url || was.url !== old)) return false
    // A bare address is its own title.
    return now.url !== was.url && was.title === readableAddress(was.url)
      ? now.title === readableAddress(now.url)
      : isSameCard(cardOf(now), cardOf(was))
  })
}
