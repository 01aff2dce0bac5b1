import type { ResourceStatus, ResourceUse } from '../entry/summary.ts'

/** What a card shows of a resource, and what its line says: two views of the same text. */
export interface LinkCard {
  readonly title: string
  readonly authors: readonly string[]
  /** `2025-09`, or `2025`. */
  readonly month: string | null
  readonly isMustRead: boolean
  readonly status: ResourceStatus | null
  readonly notes: readonly string[]
}

export function cardOf({ title, authors, month, isMustRead, status, notes }: ResourceUse): LinkCard {
  return { title, authors, month, isMustRead, status, notes }
}

/** True when two cards say the same. */
export function isSameCard(left: LinkCard, right: LinkCard): boolean {
  return JSON.stringify(inOrder(left)) === JSON.stringify(inOrder(right))
}

function inOrder({ title, authors, month, isMustRead, status, notes }: LinkCard): readonly unknown[] {
  return [title, authors, month, isMustRead, status, notes]
}
