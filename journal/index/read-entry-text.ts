import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import { decodeEntry } from '../entry-file/decode-entry.ts'
import { isFileError } from '../file-failure.ts'
import { joinInside } from '../inside-path.ts'

/** Text of an entry for the index, with what tells whether the file has changed since. */
export interface EntryText {
  readonly text: string
  readonly size: number
  readonly modifiedMs: number
}

/** Of a larger file only the beginning is searched: nobody writes 2 MB of notes, but logs and exports are larger. */
const mostBytes = 2 * 1024 * 1024

/**
 * Reads an entry, at once: in a worker a synchronous read costs a fifth of a promised one.
 *
 * @returns null when it cannot be read: gone, a folder, no permission.
 */
export function readEntryText(root: string, path: EntryPath): EntryText | null {
  try {
    const file = openSync(joinInside(root, path), 'r')
    try {
      const { size, mtimeMs } = fstatSync(file)
      return { text: decodeEntry(readBytes(file, size)).text, size, modifiedMs: mtimeMs }
    } finally {
      closeSync(file)
    }
  } catch (error) {
    if (!isFileError(error)) throw error
    return null
  }
}

function readBytes(file: number, size: number): Uint8Array {
  const bytes = Buffer.alloc(Math.min(size, mostBytes))
  let length = 0
  while (length < bytes.length) {
    const read = readSync(file, bytes, length, bytes.length - length, length)
    if (read === 0) break
    length += read
  }
  const whole = bytes.subarray(0, length)
  return size > mostBytes ? dropCutCharacter(whole) : whole
}

/** The cut may go through a character of UTF-8; its first bytes alone would make the whole file look like Latin-1. */
function dropCutCharacter(bytes: Uint8Array): Uint8Array {
  let end = bytes.length
  while (end > 0 && bytes.length - end < 4 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1
  return (bytes[end - 1] ?? 0) >= 0xc0 ? bytes.subarray(0, end - 1) : bytes
}
