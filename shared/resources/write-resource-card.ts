import type { Splice } from '../contract/edits.ts'
import { fail, type Outcome } from '../contract/errors.ts'
import { parseEntry } from '../markdown/parse-entry.ts'
import type { LinkCard } from './link-card.ts'
import { readResources } from './read-resources.ts'
import { writeLinkCard } from './write-link-line.ts'

/**
 * Writes fields of a resource into an entry that links it: into the line that is about it, else where it is linked
 * first. See `writeLinkCard`.
 *
 * @param key `canonicalUrl` of its address
 */
export function writeResourceCard(
  text: string,
  key: string,
  change: Partial<LinkCard>,
): Outcome<readonly Splice[]> {
  const uses = readResources(parseEntry(text)).filter((use) => use.key === key)
  const use = uses.find(({ isCard }) => isCard) ?? uses[0]
  return use === undefined
    ? fail('not-found', 'The link is not there any more.')
    : writeLinkCard(text, use.span.from, change)
}
