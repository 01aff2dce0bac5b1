import { closeSync, fstatSync, openSync, readSync, rmSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { isFileError } from '../file-failure.ts'
import { checksumOf } from './checksum.ts'

/*
 * A file of pieces: the magic word, the length of the head, the head as JSON, the pieces at multiples of 8 so that
 * numbers are used where they lie, and checksums of the head and of each piece, with one of themselves.
 */
const magic = 'CAIRNIX3'
const startLength = 16
const checksumLength = 4

interface Head<Description> {
  readonly description: Description
  readonly lengths: readonly number[]
}

/** A saved file that was opened: its pieces in two parts, of which the second can wait until it is asked for. */
export interface SavedPieces<Description> {
  readonly description: Description
  readonly early: readonly Uint8Array[]
  /**
   * Reads the other pieces, once.
   *
   * @throws when they are not as written. The file is gone then, so that whoever starts anew reads the journal.
   */
  readonly readLate: () => readonly Uint8Array[]
}

/**
 * Opens a file of pieces.
 *
 * @param isMeant tells by the description whether it is worth reading.
 * @param lateCount pieces at the end that are not read yet.
 * @returns null when there is none, when it is not meant, or when a byte of what was read is not as written.
 */
export function openPieces<Description>(
  file: string,
  isMeant: (description: Description) => boolean,
  lateCount: number,
): SavedPieces<Description> | null {
  let handle: number | null = null
  try {
    handle = openSync(file, 'r')
    const opened = readEarly<Description>(handle, file, isMeant, lateCount)
    if (opened === null) closeSync(handle)
    return opened
  } catch (error) {
    if (!isFileError(error)) throw error
    if (handle !== null) closeSync(handle)
    return null
  }
}

function readEarly<Description>(
  handle: number,
  file: string,
  isMeant: (description: Description) => boolean,
  lateCount: number,
): SavedPieces<Description> | null {
  const { size } = fstatSync(handle)
  const start = readBlock(handle, 0, Math.min(startLength, size))
  if (start.length < startLength || start.toString('latin1', 0, magic.length) !== magic) return null
  const headLength = start.readUInt32LE(magic.length)
  if (startLength + headLength > size) return null
  const headBytes = readBlock(handle, startLength, headLength)
  const sums = readChecksums(handle, size, start.readUInt32LE(magic.length + 4))
  if (sums === null || sums[0] !== checksumOf(headBytes)) return null
  const { description, lengths } = JSON.parse(headBytes.toString('utf8')) as Head<Description>
  const earlyCount = lengths.length - lateCount
  const from = aligned(startLength + headLength)
  const ends = endsOf(lengths, from)
  const earlyEnd = ends[earlyCount - 1] ?? from
  const end = ends.at(-1) ?? from
  if (!isMeant(description) || end + sums.length * checksumLength + checksumLength !== size) return null
  const early = cutPieces(readBlock(handle, from, earlyEnd - from), lengths.slice(0, earlyCount))
  if (!areIntact(early, sums.slice(1))) return null
  return {
    description,
    early,
    readLate() {
      const late = cutPieces(readBlock(handle, earlyEnd, end - earlyEnd), lengths.slice(earlyCount))
      closeSync(handle)
      if (areIntact(late, sums.slice(1 + earlyCount))) return late
      rmSync(file, { force: true })
      throw new Error('The saved index is damaged.')
    },
  }
}

/** In a block of its own, so that its beginning is aligned for numbers of 8 bytes. */
function readBlock(handle: number, from: number, length: number): Buffer {
  const bytes = Buffer.from(new ArrayBuffer(length))
  let read = 0
  while (read < length) {
    const more = readSync(handle, bytes, read, length - read, from + read)
    if (more === 0) break
    read += more
  }
  return bytes.subarray(0, read)
}

/** The checksums at the end of the file; null when they are not as written. */
function readChecksums(handle: number, size: number, count: number): Uint32Array | null {
  const length = (count + 1) * checksumLength
  if (length > size) return null
  const bytes = readBlock(handle, size - length, length)
  const sums = new Uint32Array(bytes.buffer, 0, count)
  return checksumOf(bytes.subarray(0, length - checksumLength)) === bytes.readUInt32LE(count * checksumLength)
    ? sums
    : null
}

function endsOf(lengths: readonly number[], from: number): readonly number[] {
  let end = from
  return lengths.map((length) => (end = aligned(end + length)))
}

function cutPieces(block: Buffer, lengths: readonly number[]): readonly Buffer[] {
  let at = 0
  return lengths.map((length) => {
    const piece = block.subarray(at, at + length)
    at = aligned(at + length)
    return piece
  })
}

function areIntact(pieces: readonly Uint8Array[], sums: Uint32Array): boolean {
  return pieces.every((piece, at) => checksumOf(piece) === sums[at])
}

/**
 * Saves pieces: beside their place first, then in one step at it, so that a crash leaves the old file or the new one.
 * Others have their turn between the pieces.
 *
 * @returns false when the disk does not allow it.
 */
export async function savePieces(
  file: string,
  description: unknown,
  pieces: readonly Uint8Array[],
): Promise<boolean> {
  // Always the same name: what a killed worker left is overwritten by the next.
  const unfinished = `${file}.unfinished`
  try {
    await mkdir(path.dirname(file), { recursive: true })
    await writePieces(unfinished, description, pieces)
    await rename(unfinished, file)
    return true
  } catch (error) {
    if (!isFileError(error)) throw error
    await rm(unfinished, { force: true }).catch(() => undefined)
    return false
  }
}

async function writePieces(file: string, description: unknown, pieces: readonly Uint8Array[]): Promise<void> {
  const head: Head<unknown> = { description, lengths: pieces.map((piece) => piece.length) }
  const headBytes = Buffer.from(JSON.stringify(head), 'utf8')
  const start = Buffer.alloc(startLength)
  start.write(magic, 'latin1')
  start.writeUInt32LE(headBytes.length, magic.length)
  start.writeUInt32LE(pieces.length + 1, magic.length + 4)
  const sums = [headBytes, ...pieces].map(() => 0)
  const handle = await open(file, 'w', 0o600)
  try {
    await handle.writeFile(start)
    for (const [at, piece] of [headBytes, ...pieces].entries()) {
      sums[at] = checksumOf(piece)
      await writeInParts(handle, piece)
      await handle.writeFile(Buffer.alloc(aligned(piece.length) - piece.length))
    }
    const sumBytes = Buffer.from(Uint32Array.from(sums).buffer)
    const ofSums = Buffer.alloc(checksumLength)
    ofSums.writeUInt32LE(checksumOf(sumBytes), 0)
    await handle.writeFile(Buffer.concat([sumBytes, ofSums]))
  } finally {
    await handle.close()
  }
}

/** Bytes written at once: a few milliseconds. */
const partBytes = 4 * 1024 * 1024

async function writeInParts(
  handle: { writeFile(data: Uint8Array): Promise<void> },
  piece: Uint8Array,
): Promise<void> {
  for (let at = 0; at < piece.length; at += partBytes)
    await handle.writeFile(piece.subarray(at, at + partBytes))
}

function aligned(length: number): number {
  return Math.ceil(length / 8) * 8
}
