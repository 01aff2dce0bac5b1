/**
 * Many strings in two long ones: one byte a letter where Latin-1 holds them, two where not.
 *
 * A journal of 10,000 entries has 100,000 titles, headings and link names; as separate strings they would cost more
 * than their text.
 */
export interface StringTable {
  readonly latin: string
  readonly wide: string
  /** Start of each string in its text; the highest bit says that it is the wide one. */
  readonly starts: Uint32Array
  readonly lengths: Uint16Array
}

const wideBit = 0x80000000
const longest = 0xffff

/** Collects strings in order; a string over 65,535 code units is cut. */
export interface StringTableBuilder {
  add(text: string): void
  finish(): StringTable
}

export function createStringTableBuilder(): StringTableBuilder {
  const latin: string[] = []
  const wide: string[] = []
  const starts: number[] = []
  const lengths: number[] = []
  let latinLength = 0
  let wideLength = 0
  return {
    add(text) {
      const kept = text.length > longest ? text.slice(0, longest) : text
      lengths.push(kept.length)
      if (isLatin(kept)) {
        starts.push(latinLength)
        latinLength += kept.length
        latin.push(kept)
      } else {
        starts.push((wideLength | wideBit) >>> 0)
        wideLength += kept.length
        wide.push(kept)
      }
    },
    finish: () => ({
      latin: latin.join(''),
      wide: wide.join(''),
      starts: Uint32Array.from(starts),
      lengths: Uint16Array.from(lengths),
    }),
  }
}

function isLatin(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0xff) return false
  return true
}

/** True when a string stands in the wide text. */
export function isWide({ starts }: StringTable, at: number): boolean {
  return (starts[at] ?? 0) >= wideBit
}

/** String number `at`; '' when there is none. */
export function stringAt(table: StringTable, at: number): string {
  const start = table.starts[at]
  if (start === undefined) return ''
  const length = table.lengths[at] ?? 0
  if (start >= wideBit) return table.wide.slice(start - wideBit, start - wideBit + length)
  return table.latin.slice(start, start + length)
}

/** First place in a sorted table whose string is not below `text`, in code unit order. */
export function lowerBound(table: StringTable, text: string): number {
  let low = 0
  let high = table.starts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (stringAt(table, middle) < text) low = middle + 1
    else high = middle
  }
  return low
}

/** Place of `text` in a sorted table, -1 without one. */
export function findString(table: StringTable, text: string): number {
  const at = lowerBound(table, text)
  return at < table.starts.length && stringAt(table, at) === text ? at : -1
}

/** First and last + 1 of the strings of a sorted table that begin with `prefix`. */
export function termRange(table: StringTable, prefix: string): readonly [number, number] {
  return [lowerBound(table, prefix), lowerBound(table, `${prefix}\uffff`)]
}
