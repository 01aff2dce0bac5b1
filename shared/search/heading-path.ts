import { readHeadingLevel, readOwnText } from './record.ts'
import { Group, type GroupValue, type Segment } from './segment.ts'

/** First and last + 1 of the items of one kind that stand in an entry: neighbours, in the order of the text. */
export function itemsInEntry(segment: Segment, group: GroupValue, entry: number): readonly [number, number] {
  const end = segment.groupStarts[group + 1] ?? 0
  let low = segment.groupStarts[group] ?? 0
  let high = end
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((segment.itemEntries[middle] ?? 0) < entry) low = middle + 1
    else high = middle
  }
  let to = low
  while (to < end && segment.itemEntries[to] === entry) to += 1
  return [low, to]
}

/**
 * Headings that the place `offset` of an entry stands under, outermost first; a heading does not stand under itself.
 *
 * @param offset UTF-16 code units in the entry's text.
 */
export function headingPathAt(segment: Segment, entry: number, offset: number): string[] {
  const above: { readonly text: string; readonly level: number }[] = []
  const [from, to] = itemsInEntry(segment, Group.heading, entry)
  for (let item = from; item < to && (segment.itemOffsets[item] ?? 0) <= offset; item += 1) {
    const level = readHeadingLevel(segment, item)
    while ((above.at(-1)?.level ?? 0) >= level) above.pop()
    if ((segment.itemOffsets[item] ?? 0) < offset) above.push({ text: readOwnText(segment, item), level })
  }
  return above.map(({ text }) => text)
}
