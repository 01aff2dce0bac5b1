import { createGrowingUint32, createGrowingUint8 } from './growing.ts'

/**
 * Texts one after the other as UTF-8, of which few are ever read: those of shown hits. As strings they would take two
 * bytes a letter as soon as one of them holds a star, and be copied once more when a saved index is loaded.
 */
export interface RecordTable {
  readonly bytes: Uint8Array
  /** Where each text begins, and the end of the last. */
  readonly starts: Uint32Array
}

export interface RecordTableBuilder {
  add(text: string): void
  /** Adds a text of another table without reading it. */
  copy(table: RecordTable, at: number): void
  finish(): RecordTable
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

export function createRecordTableBuilder(): RecordTableBuilder {
  const bytes = createGrowingUint8()
  const starts = createGrowingUint32()
  starts.push(0)

  function push(source: Uint8Array, from: number, to: number): void {
    bytes.pushAll(source, from, to)
    starts.push(bytes.length)
  }

  return {
    add(text) {
      const encoded = encoder.encode(text)
      push(encoded, 0, encoded.length)
    },
    copy: (table, at) => push(table.bytes, table.starts[at] ?? 0, table.starts[at + 1] ?? 0),
    finish: () => ({ bytes: bytes.finish(), starts: starts.finish() }),
  }
}

/** Number of texts in a table. */
export function countRecords({ starts }: RecordTable): number {
  return starts.length - 1
}

/** Text number `at`; '' when there is none. */
export function recordAt(table: RecordTable, at: number): string {
  return decoder.decode(table.bytes.subarray(table.starts[at] ?? 0, table.starts[at + 1] ?? 0))
}

/** One line of text number `at`, without reading the others; '' when it has fewer. */
export function recordLineAt({ bytes, starts }: RecordTable, at: number, line: number): string {
  const end = starts[at + 1] ?? 0
  let from = starts[at] ?? 0
  for (let before = 0; before < line; before += 1) {
    const lineEnd = bytes.indexOf(lineFeed, from)
    if (lineEnd < 0 || lineEnd >= end) return ''
    from = lineEnd + 1
  }
  const lineEnd = bytes.indexOf(lineFeed, from)
  return decoder.decode(bytes.subarray(from, lineEnd < 0 ? end : Math.min(lineEnd, end)))
}

const lineFeed = 10
