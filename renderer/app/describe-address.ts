import { canonicalUrl } from '../../shared/resources/canonical-url.ts'
import { writeKnownLink } from '../../shared/resources/write-known-link.ts'
import type { Stores } from './stores.ts'

/** The link that the journal has for an address, as it is written; null when it knows no more than the address. */
export async function describeAddress({ journalApi }: Stores, address: string): Promise<string | null> {
  const answer = await journalApi.listResources({ keys: [canonicalUrl(address)], limit: 1 })
  const known = answer.ok ? answer.value.rows[0] : undefined
  return known === undefined ? null : writeKnownLink(address, known)
}
