import { createHash, type Hash } from 'node:crypto'
import { closeSync, openSync, readFileSync, readSync, fstatSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { createFactBook, type FactBook } from '../../shared/facts/fact-book.ts'
import { createSearchIndex, type SearchIndex } from '../../shared/search/search-index.ts'
import { isFileError } from '../file-failure.ts'
import { factPieces, packFacts, unpackFacts } from './pack-facts.ts'
import { packIndex, unpackIndex, type PackedIndex } from './pack-index.ts'

/** What is known of a journal: what its texts say, and what its entries hold. */
export interface JournalKnowledge {
  readonly index: SearchIndex
  readonly facts: FactBook
}

/** What a saved index is good for: one journal, one setting, one version of the code that made it. */
export interface CacheStamp {
  readonly root: string
  readonly actionHeadings: readonly string[]
  /** Names the code: any change in how entries are read or cut into words gives another one. */
  readonly code: string
}

interface CacheHeader {
  readonly stamp: CacheStamp
  readonly packed: PackedIndex['description']
  /** Bytes of each piece; pieces begin at multiples of 8. */
  readonly lengths: readonly number[]
}

const magic = 'CAIRNIX2'
const digestLength = 32

/** Names the code of the worker in `file`. */
export function readCodeStamp(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

/**
 * Reads a saved index.
 *
 * @returns null when there is none, when it is for something else, or when a single byte of it is not as written:
 * then the index is made again from the files, which are the truth.
 */
export function loadIndex(file: string, stamp: CacheStamp): JournalKnowledge | null {
  const bytes = readWhole(file)
  if (bytes === null || !isIntact(bytes)) return null
  const headerLength = bytes.readUInt32LE(magic.length)
  const headerFrom = magic.length + 8
  const header = JSON.parse(bytes.toString('utf8', headerFrom, headerFrom + headerLength)) as CacheHeader
  if (JSON.stringify(header.stamp) !== JSON.stringify(stamp)) return null
  const pieces: Buffer[] = []
  let at = aligned(headerFrom + headerLength)
  for (const length of header.lengths) {
    pieces.push(bytes.subarray(at, at + length))
    at = aligned(at + length)
  }
  const known = { index: createSearchIndex(), facts: createFactBook() }
  unpackIndex({ description: header.packed, pieces }, known.index)
  unpackFacts(pieces.slice(-factPieces), known.facts)
  return known
}

function readWhole(file: string): Buffer | null {
  try {
    const handle = openSync(file, 'r')
    try {
      const { size } = fstatSync(handle)
      // A block of its own, so that its beginning is aligned for numbers of 8 bytes.
      const bytes = Buffer.from(new ArrayBuffer(size))
      return readSync(handle, bytes, 0, size, 0) === size ? bytes : null
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    if (!isFileError(error)) throw error
    return null
  }
}

function isIntact(bytes: Buffer): boolean {
  if (bytes.length < magic.length + 8 + digestLength || bytes.toString('latin1', 0, magic.length) !== magic)
    return false
  const end = bytes.length - digestLength
  return createHash('sha256').update(bytes.subarray(0, end)).digest().equals(bytes.subarray(end))
}

/**
 * Saves an index: beside its place first, then in one step at it, so that a crash leaves the old one or the new one.
 * Others have their turn between the pieces.
 *
 * @returns false when the disk does not allow it; the index then lives without a saved copy.
 */
export async function saveIndex(
  file: string,
  stamp: CacheStamp,
  { index, facts }: JournalKnowledge,
): Promise<boolean> {
  const { description, pieces: indexed } = packIndex(index)
  const pieces = [...indexed, ...packFacts(facts)]
  const header: CacheHeader = { stamp, packed: description, lengths: pieces.map((piece) => piece.length) }
  // Always the same name: what a killed worker left is overwritten by the next.
  const unfinished = `${file}.unfinished`
  try {
    await mkdir(path.dirname(file), { recursive: true })
    await writePieces(unfinished, Buffer.from(JSON.stringify(header), 'utf8'), pieces)
    await rename(unfinished, file)
    return true
  } catch (error) {
    if (!isFileError(error)) throw error
    await rm(unfinished, { force: true }).catch(() => undefined)
    return false
  }
}

async function writePieces(file: string, header: Buffer, pieces: readonly Uint8Array[]): Promise<void> {
  const handle = await open(file, 'w', 0o600)
  const hash = createHash('sha256')
  try {
    const start = Buffer.alloc(magic.length + 8)
    start.write(magic, 'latin1')
    start.writeUInt32LE(header.length, magic.length)
    let length = start.length
    await writePiece(handle, hash, start)
    for (const piece of [header, ...pieces]) {
      await writePiece(handle, hash, piece)
      length += piece.length
      await writePiece(handle, hash, Buffer.alloc(aligned(length) - length))
      length = aligned(length)
    }
    await handle.writeFile(hash.digest())
  } finally {
    await handle.close()
  }
}

/** Bytes hashed and written at once: a few milliseconds. */
const pieceBytes = 4 * 1024 * 1024

async function writePiece(
  handle: { writeFile(data: Uint8Array): Promise<void> },
  hash: Hash,
  piece: Uint8Array,
): Promise<void> {
  for (let at = 0; at < piece.length; at += pieceBytes) {
    const part = piece.subarray(at, at + pieceBytes)
    hash.update(part)
    await handle.writeFile(part)
  }
}

function aligned(length: number): number {
  return Math.ceil(length / 8) * 8
}
