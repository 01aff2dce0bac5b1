/** The markers of a list's items. */

import type { Item, List } from '../tree.ts'
import type { Partner } from './align.ts'
import { readLead } from './base-index.ts'
import type { SaveContext } from './save-context.ts'
import { styleOf } from './save-context.ts'

/**
 * Hands out markers in the order of the items. Items in place keep theirs; the first of an ordered list gets the
 * list's start; a new one counts on from the item before it and leaves those behind it alone.
 */
export class MarkerSource {
  readonly #context: SaveContext
  readonly #list: List
  #bullet: string
  #numberEnd: string
  #last: number | null = null
  #isRepeated = false

  constructor(context: SaveContext, list: List, base: List | null) {
    this.#context = context
    this.#list = list
    const model = base?.items[0]
    const marker = model === undefined ? null : readLead(context.base.text, model).marker
    const isBullet = marker !== null && /^[-+*]$/.test(marker)
    this.#bullet = isBullet ? marker : styleOf(context).bullet
    this.#numberEnd = marker !== null && !isBullet ? marker.slice(-1) : styleOf(context).numberEnd
    this.#isRepeated = base !== null && hasRepeatedNumbers(context, base)
  }

  /** The marker of the next item; null lets it keep its own. */
  next(partner: Partner<Item> | null): string | null {
    const own = partner === null ? null : readLead(this.#context.base.text, partner.node).marker
    const isOfKind = own !== null && /\d/.test(own) === this.#list.ordered
    const isInPlace = isOfKind && partner !== null && partner.index !== null
    if (this.#list.ordered) return this.#nextNumber(isInPlace ? own : null)
    // In a list that changes its bullet half-way, a new item follows the one above it.
    if (isInPlace) this.#bullet = own
    return own === this.#bullet ? null : this.#bullet
  }

  #nextNumber(own: string | null): string | null {
    const number = own === null ? null : Number.parseInt(own, 10)
    const isFirst = this.#last === null
    if (own !== null && number !== null && (!isFirst || number === this.#list.start)) {
      this.#last = number
      this.#numberEnd = own.slice(-1)
      return null
    }
    const next = this.#last === null ? this.#list.start : this.#last + (this.#isRepeated ? 0 : 1)
    this.#last = next
    return `${next}${this.#numberEnd}`
  }
}

/** `1. 1. 1.`: an author who lets Markdown count. */
function hasRepeatedNumbers(context: SaveContext, base: List): boolean {
  const [first, second] = base.items.slice(0, 2).map((item) => readLead(context.base.text, item).marker)
  return first !== undefined && /\d/.test(first) && first === second
}
