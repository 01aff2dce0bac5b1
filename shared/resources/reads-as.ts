import type { ResourceUse } from '../entry/summary.ts'
import { parseEntry } from '../markdown/parse-entry.ts'
import { readLinks, type ReadLink } from './read-links.ts'

/**
 * Reads a text that was edited again: it must hold as many links as before, each as it is meant to be.
 *
 * @param isMeant tells it of a link by its number, with what it was before the edit
 */
export function readsAs(
  text: string,
  before: readonly ReadLink[],
  isMeant: (now: ResourceUse, before: ResourceUse, index: number) => boolean,
): boolean {
  const links = readLinks(parseEntry(text))
  return (
    links.length === before.length && links.every(({ use }, index) => isMeant(use, before[index]!.use, index))
  )
}
