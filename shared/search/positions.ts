import { createGrowingUint32, createGrowingUint8, pushNumber, type GrowingNumbers } from './growing.ts'
import type { Segment } from './segment.ts'

/** Postings between two remembered places in the stream of positions. */
const positionStride = 32

/*
 * The stream has for each posting: 0 for no place; twice the offset and one more for a single place, as most have; else
 * twice the bytes of what follows, which are the offsets as differences. All numbers are of variable length: seven bits
 * a byte, lowest first.
 */

/**
 * Offsets of a posting's term in the entry's text, rising; empty for items that are no entries.
 *
 * @param posting number of the posting in the segment.
 * @param most offsets read at most, 256 or fewer
 */
export function readPositions(segment: Segment, posting: number, most: number): number[] {
  const count = Math.min(most, readPositionsInto(segment, posting, readRoom))
  const offsets: number[] = []
  for (let at = 0; at < count; at += 1) offsets.push(readRoom[at] ?? 0)
  return offsets
}

/** One block for all: a search reads thousands of short lists. */
const readRoom = new Int32Array(256)

/**
 * The same into `offsets`, as many as have room.
 *
 * @returns how many were read
 */
export function readPositionsInto(segment: Segment, posting: number, offsets: Int32Array): number {
  const { positions } = segment
  let at = findPositions(segment, posting)
  const head = readNumber(positions, at)
  if (head === 0 || offsets.length === 0) return 0
  if ((head & 1) === 1) {
    offsets[0] = head >>> 1
    return 1
  }
  at += numberLength(head)
  let offset = 0
  let count = 0
  for (const end = at + (head >>> 1); at < end && count < offsets.length;) {
    let shift = 0
    let byte = 0
    do {
      byte = positions[at++] ?? 0
      offset += (byte & 0x7f) << shift
      shift += 7
    } while (byte >= 0x80)
    offsets[count] = offset
    count += 1
  }
  return count
}

/** True when a posting has a place in the text, which a title from the file name has not. */
export function hasPositions(segment: Segment, posting: number): boolean {
  return (segment.positions[findPositions(segment, posting)] ?? 0) !== 0
}

/** Where the positions of a posting begin: from the nearest remembered place, over those between. */
function findPositions({ positions, positionStarts }: Segment, posting: number): number {
  let at = positionStarts[(posting / positionStride) | 0] ?? 0
  for (let left = posting % positionStride; left > 0; left -= 1) at += positionsLength(positions, at)
  return at
}

/** Bytes that the positions of one posting take, which begin at `from`. */
export function positionsLength(bytes: Uint8Array, from: number): number {
  const head = readNumber(bytes, from)
  return numberLength(head) + ((head & 1) === 1 ? 0 : head >>> 1)
}

/** Writes the positions of one posting: the offsets from `from` to `to`, which rise. */
export function pushPositions(
  bytes: GrowingNumbers<Uint8Array>,
  offsets: Int32Array,
  from: number,
  to: number,
): void {
  if (to - from <= 1) return pushNumber(bytes, to === from ? 0 : (offsets[from] ?? 0) * 2 + 1)
  let length = 0
  let before = 0
  for (let at = from; at < to; at += 1) {
    const offset = offsets[at] ?? 0
    length += numberLength(offset - before)
    before = offset
  }
  pushNumber(bytes, length * 2)
  before = 0
  for (let at = from; at < to; at += 1) {
    const offset = offsets[at] ?? 0
    pushNumber(bytes, offset - before)
    before = offset
  }
}

/** Writes the stream of positions, posting by posting. */
export interface PositionWriter {
  /** The next posting: its bytes at `start` of `source`, or null when it has no places. */
  push(source: Uint8Array | null, start: number): void
  finish(): Pick<Segment, 'positions' | 'positionStarts'>
}

export function createPositionWriter(): PositionWriter {
  const positions: GrowingNumbers<Uint8Array> = createGrowingUint8()
  const positionStarts = createGrowingUint32()
  let postings = 0
  return {
    push(source, start) {
      if (postings % positionStride === 0) positionStarts.push(positions.length)
      postings += 1
      if (source === null) positions.push(0)
      else positions.pushAll(source, start, start + positionsLength(source, start))
    },
    finish: () => ({ positions: positions.finish(), positionStarts: positionStarts.finish() }),
  }
}

/** Reads a variable-length number: seven bits a byte, lowest first. */
function readNumber(bytes: Uint8Array, from: number): number {
  let value = 0
  let shift = 0
  for (let at = from; ; at += 1) {
    const byte = bytes[at] ?? 0
    value |= (byte & 0x7f) << shift
    if (byte < 0x80) return value
    shift += 7
  }
}

/** Bytes that a variable-length number takes. */
function numberLength(value: number): number {
  if (value < 0x80) return 1
  if (value < 0x4000) return 2
  return value < 0x200000 ? 3 : value < 0x10000000 ? 4 : 5
}
