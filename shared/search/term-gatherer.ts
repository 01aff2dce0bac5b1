import { createTermTable } from './term-table.ts'
import { createGrowingUint32, createGrowingUint8, type GrowingNumbers } from './growing.ts'
import { pushPositions } from './positions.ts'

/** Collects the terms of one item after the other, as postings in the order of the items. */
export interface TermGatherer {
  /** Notes a term of the current item. `offset` -1: it has no place in the entry's text. */
  note(term: string, weight: number, field: number, offset: number): void
  /** The same for the plain word `[from, to)` of `text`. */
  notePlain(
    text: string,
    from: number,
    to: number,
    hash: number,
    weight: number,
    field: number,
    offset: number,
  ): void
  /** Ends the current item: its terms become postings of `item`. */
  finishItem(item: number, keepsPositions: boolean): void
  readonly gathered: GatheredPostings
}

/** Postings in the order they were gathered. */
export interface GatheredPostings {
  /** The terms by number, in order of first sight. */
  readonly termTexts: readonly string[]
  readonly terms: GrowingNumbers<Uint32Array>
  readonly items: GrowingNumbers<Uint32Array>
  readonly impacts: GrowingNumbers<Uint8Array>
  readonly fields: GrowingNumbers<Uint8Array>
  /** For each posting of an item that keeps positions, in order: where its bytes begin. */
  readonly positionStarts: GrowingNumbers<Uint32Array>
  readonly positions: GrowingNumbers<Uint8Array>
}

/**
 * How fast more of a term stops counting: at this weight an item has half of all there is to gain. Chosen so that a
 * title word counts about twice a word of the body.
 */
const halfImpact = 2

export function createTermGatherer(): TermGatherer {
  const table = createTermTable()
  const gathered: GatheredPostings = {
    termTexts: table.terms,
    terms: createGrowingUint32(),
    items: createGrowingUint32(),
    impacts: createGrowingUint8(),
    fields: createGrowingUint8(),
    positionStarts: createGrowingUint32(),
    positions: createGrowingUint8(),
  }
  const current = createCurrentItem()
  return {
    gathered,
    note: (term, weight, field, offset) => current.note(table.numberOf(term), weight, field, offset),
    notePlain: (text, from, to, hash, weight, field, offset) =>
      current.note(table.numberOfPlain(text, from, to, hash), weight, field, offset),
    finishItem: (item, keepsPositions) => current.flush(gathered, item, keepsPositions),
  }
}

/** The terms of the item at work: one slot for each different term. */
function createCurrentItem() {
  let slotOfTerm = new Int32Array(2048)
  let slotTerms = new Int32Array(1024)
  let slotWeights = new Float64Array(1024)
  let slotFields = new Uint8Array(1024)
  let slotCounts = new Int32Array(1024)
  let placeSlots = new Int32Array(2048)
  let placeOffsets = new Int32Array(2048)
  let slots = 0
  let places = 0

  function slotOf(term: number): number {
    if (term >= slotOfTerm.length) slotOfTerm = enlarge(slotOfTerm, term)
    const slot = slotOfTerm[term] ?? 0
    if (slot < slots && slotTerms[slot] === term) return slot
    if (slots === slotTerms.length) enlargeSlots()
    slotOfTerm[term] = slots
    slotTerms[slots] = term
    slotWeights[slots] = 0
    slotFields[slots] = 0
    slotCounts[slots] = 0
    slots += 1
    return slots - 1
  }

  function enlargeSlots(): void {
    slotTerms = enlarge(slotTerms, slots)
    slotCounts = enlarge(slotCounts, slots)
    const weights = new Float64Array(slotTerms.length)
    weights.set(slotWeights)
    slotWeights = weights
    const fields = new Uint8Array(slotTerms.length)
    fields.set(slotFields)
    slotFields = fields
  }

  function note(term: number, weight: number, field: number, offset: number): void {
    const slot = slotOf(term)
    slotWeights[slot] = (slotWeights[slot] ?? 0) + weight
    slotFields[slot] = (slotFields[slot] ?? 0) | field
    if (offset < 0) return
    if (places >= placeSlots.length) {
      placeSlots = enlarge(placeSlots, places)
      placeOffsets = enlarge(placeOffsets, places)
    }
    placeSlots[places] = slot
    placeOffsets[places] = offset
    slotCounts[slot] = (slotCounts[slot] ?? 0) + 1
    places += 1
  }

  function flush(gathered: GatheredPostings, item: number, keepsPositions: boolean): void {
    for (let slot = 0; slot < slots; slot += 1) {
      const weight = slotWeights[slot] ?? 0
      gathered.terms.push(slotTerms[slot] ?? 0)
      gathered.items.push(item)
      gathered.impacts.push(Math.max(1, Math.round((255 * weight) / (weight + halfImpact))))
      gathered.fields.push(slotFields[slot] ?? 0)
    }
    if (keepsPositions) flushPositions(gathered)
    slots = 0
    places = 0
  }

  function flushPositions(gathered: GatheredPostings): void {
    const nextPlace = new Int32Array(slots)
    let total = 0
    for (let slot = 0; slot < slots; slot += 1) {
      nextPlace[slot] = total
      total += slotCounts[slot] ?? 0
    }
    const sorted = new Int32Array(total)
    for (let place = 0; place < places; place += 1) {
      const slot = placeSlots[place] ?? 0
      const at = nextPlace[slot] ?? 0
      sorted[at] = placeOffsets[place] ?? 0
      nextPlace[slot] = at + 1
    }
    let from = 0
    for (let slot = 0; slot < slots; slot += 1) {
      const to = nextPlace[slot] ?? 0
      gathered.positionStarts.push(gathered.positions.length)
      pushPositions(gathered.positions, sorted, from, to)
      from = to
    }
  }

  return { note, flush }
}

function enlarge(numbers: Int32Array, needed: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(numbers.length * 2, needed + 1))
  larger.set(numbers)
  return larger
}
