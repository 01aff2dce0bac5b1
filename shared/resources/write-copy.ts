import type { Splice } from '../contract/edits.ts'
import { fail, succeed, type Outcome } from '../contract/errors.ts'
import { resourceLinkSource } from '../entry/link-source.ts'
import { spliceText } from '../entry/splice-text.ts'
import { parseEntry } from '../markdown/parse-entry.ts'
import { endOfLine, insertAt } from './card-edit.ts'
import { cardOf, isSameCard } from './link-card.ts'
import { readLinks, type ReadLink } from './read-links.ts'
import { readsAs } from './reads-as.ts'

/** A local copy as a link's line is to name it. */
export interface LocalCopy {
  /** Relative to the entry, as the path is on disk. */
  readonly path: string
  /** `pdf`, `saved page`. */
  readonly says: string
}

/**
 * Links a local copy from the line of its resource: ` ([pdf](attachments/one.pdf))` at the end of the line, or right
 * behind the link where a note or a sentence takes up the rest. A copy that is there already gives no splice.
 *
 * What is written is read again: the copy must be that link's, and everything else of all links as before. Otherwise it
 * fails with `invalid-input`.
 *
 * @param from offset of the link in `text`, `ResourceUse.span.from`
 */
export function writeCopy(text: string, from: number, copy: LocalCopy): Outcome<readonly Splice[]> {
  const links = readLinks(parseEntry(text))
  const at = links.findIndex(({ use }) => use.span.from === from)
  const link = links[at]
  if (link === undefined) return fail('not-found', 'The link is not there any more.')
  const source = resourceLinkSource(copy.says, copy.path)
  const address = source.slice(source.lastIndexOf('](') + 2, -1)
  if (link.use.copies?.includes(address) === true) return succeed([])
  for (const place of places(text, link)) {
    const splices = [insertAt(place, ` (${source})`)]
    const written = spliceText(text, splices)
    if (written !== null && isAsMeant(written, links, at, address)) return succeed(splices)
  }
  return fail('invalid-input', 'The line cannot take the link to the file. Write it into the entry yourself.')
}

function places(text: string, { use, place }: ReadLink): readonly number[] {
  if (place === null || !place.isCard) return [use.span.to]
  return [endOfLine({ text, link: { use, place }, place }), use.span.to]
}

function isAsMeant(text: string, before: readonly ReadLink[], at: number, address: string): boolean {
  return readsAs(text, before, (now, old, index) => {
    const copies = index === at ? [...(old.copies ?? []), address] : (old.copies ?? [])
    return (
      now.url === old.url &&
      isSameCard(cardOf(now), cardOf(old)) &&
      JSON.stringify((now.copies ?? []).toSorted()) === JSON.stringify(copies.toSorted())
    )
  })
}
