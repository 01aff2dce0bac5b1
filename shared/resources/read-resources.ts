import type { ResourceUse } from '../entry/summary.ts'
import type { ParsedEntry } from '../markdown/tree.ts'
import { readLinks } from './read-links.ts'

/** Every use of a resource in an entry, in the order of the text; `readLinks` says what counts. */
export function readResources(parsed: ParsedEntry): readonly ResourceUse[] {
  return readLinks(parsed).map((link) => link.use)
}
