import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import type { Revision } from '../../shared/entry/entry-path.ts'

/** The revision of these bytes: their SHA-256 in hexadecimal. */
export function revisionOf(bytes: Uint8Array): Revision {
  return createHash('sha256').update(bytes).digest('hex') as Revision
}

/** Text of an entry, and whether encoding it again gives the same bytes. */
export interface DecodedEntry {
  readonly text: string
  /** False: the bytes are not UTF-8 and were read as Latin-1, only to be shown. */
  readonly isUtf8: boolean
}

/**
 * Reads the bytes of an entry as strict UTF-8, keeping a byte order mark as U+FEFF, NUL and every other character,
 * so that `encodeEntry` gives the same bytes back.
 *
 * Anything else is shown as Latin-1, where each byte is one character: readable for most old files, and never
 * written back.
 */
export function decodeEntry(bytes: Uint8Array): DecodedEntry {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return isUtf8(bytes)
    ? { text: buffer.toString('utf8'), isUtf8: true }
    : { text: buffer.toString('latin1'), isUtf8: false }
}

/** The bytes of an entry's text: UTF-8, nothing added. */
export function encodeEntry(text: string): Buffer {
  return Buffer.from(text, 'utf8')
}

/**
 * Where `text` holds half of a surrogate pair, in UTF-16 code units; -1 when it holds none.
 *
 * Such a half has no bytes in UTF-8: written, it would become U+FFFD and the file would no longer say what the
 * window shows.
 */
export function findHalfCharacter(text: string): number {
  return text.search(/\p{Surrogate}/u)
}
