import type { SearchIndex } from '../../shared/search/search-index.ts'
import type { Segment, Vocabulary } from '../../shared/search/segment.ts'
import type { RecordTable } from '../../shared/search/record-table.ts'
import type { StringTable } from '../../shared/search/string-table.ts'

/** An index as pieces of bytes and a description of them that JSON can hold. */
export interface PackedIndex {
  readonly description: {
    readonly segments: readonly { readonly groupStarts: readonly number[] }[]
  }
  readonly pieces: readonly Uint8Array[]
}

type NumberArray = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array
type ArrayClass = new (buffer: ArrayBufferLike, byteOffset: number, length: number) => NumberArray

const segmentColumns = {
  itemEntries: Uint32Array,
  itemOffsets: Uint32Array,
  itemFlags: Uint16Array,
  ownWords: Uint8Array,
  days: Int32Array,
  dueDays: Int32Array,
  pairs: Uint8Array,
  sizes: Float64Array,
  modified: Float64Array,
  resourceKeys: Uint32Array,
  resourceOrder: Uint32Array,
  postingStarts: Uint32Array,
  postingItems: Uint16Array,
  postingImpacts: Uint8Array,
  postingFields: Uint8Array,
  positions: Uint8Array,
  positionStarts: Uint32Array,
} as const satisfies Partial<Record<keyof Segment, ArrayClass>>
const vocabularyColumns = {
  bestImpacts: Uint8Array,
  termFields: Uint8Array,
  stems: Uint32Array,
  byLength: Uint32Array,
  lengthStarts: Uint32Array,
  letters: Uint32Array,
  lettersOfTerm: Uint32Array,
} as const satisfies Record<keyof Vocabulary, ArrayClass>

/** Takes an index apart. What changes afterwards is not in the pieces; entries that are gone by now are marked so. */
export function packIndex(index: SearchIndex): PackedIndex {
  const pieces: Uint8Array[] = packRecords(index.keys.save())
  const segments = index.parts.map(({ segment, alive }) => {
    pieces.push(alive.slice(), ...packRecords(segment.records), ...packTable(segment.terms))
    for (const name of namesOf(segmentColumns)) pieces.push(bytesOf(segment[name]))
    for (const name of namesOf(vocabularyColumns)) pieces.push(bytesOf(segment.vocabulary[name]))
    return { groupStarts: segment.groupStarts }
  })
  return { description: { segments }, pieces }
}

/** Puts a packed index into an empty one. The numbers are used where they lie, without a copy. */
export function unpackIndex({ description, pieces }: PackedIndex, index: SearchIndex): void {
  let next = 0
  const take = (): Uint8Array => {
    const piece = pieces[next]
    if (piece === undefined) throw new Error('A packed index has fewer pieces than its description says.')
    next += 1
    return piece
  }
  index.keys.load(unpackRecords(take))
  for (const { groupStarts } of description.segments) {
    const alive = take()
    const records = unpackRecords(take)
    const terms = unpackTable(take)
    const columns = unpackColumns(segmentColumns, take)
    const vocabulary = unpackColumns(vocabularyColumns, take) as unknown as Vocabulary
    index.addSegment({ groupStarts, records, terms, ...columns, vocabulary } as unknown as Segment, alive)
  }
}

function namesOf<T extends object>(columns: T): (keyof T)[] {
  return Object.keys(columns) as (keyof T)[]
}

function unpackColumns<T extends Readonly<Record<string, ArrayClass>>>(
  columns: T,
  take: () => Uint8Array,
): Record<keyof T, NumberArray> {
  const entries = namesOf(columns).map((name) => [name, numbersOf(columns[name] as ArrayClass, take())])
  return Object.fromEntries(entries) as Record<keyof T, NumberArray>
}

function packRecords({ bytes, starts }: RecordTable): Uint8Array[] {
  return [bytes, bytesOf(starts)]
}

function unpackRecords(take: () => Uint8Array): RecordTable {
  return { bytes: take(), starts: numbersOf(Uint32Array, take()) as Uint32Array }
}

function packTable({ latin, wide, starts, lengths }: StringTable): Uint8Array[] {
  return [Buffer.from(latin, 'latin1'), Buffer.from(wide, 'utf16le'), bytesOf(starts), bytesOf(lengths)]
}

function unpackTable(take: () => Uint8Array): StringTable {
  const latin = Buffer.from(take()).toString('latin1')
  const wide = Buffer.from(take()).toString('utf16le')
  const starts = numbersOf(Uint32Array, take()) as Uint32Array
  return { latin, wide, starts, lengths: numbersOf(Uint16Array, take()) as Uint16Array }
}

function bytesOf(numbers: NumberArray): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
}

function numbersOf(type: ArrayClass, bytes: Uint8Array): NumberArray {
  const width = (type as unknown as { BYTES_PER_ELEMENT: number }).BYTES_PER_ELEMENT
  return new type(bytes.buffer, bytes.byteOffset, bytes.byteLength / width)
}
