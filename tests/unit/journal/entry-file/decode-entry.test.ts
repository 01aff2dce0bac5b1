import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  decodeEntry,
  encodeEntry,
  findHalfCharacter,
  revisionOf,
} from '../../../../journal/entry-file/decode-entry.ts'

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)

test('every UTF-8 text comes back as the bytes it was read from', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const written = encodeEntry(text)
      const read = decodeEntry(written)
      expect(read.isUtf8).toBe(true)
      expect(encodeEntry(read.text).equals(written)).toBe(true)
    }),
    { seed: 20261124, numRuns: 500 },
  )
})

test('any bytes that count as UTF-8 are written back as they were', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (raw) => {
      const read = decodeEntry(raw)
      if (read.isUtf8) expect(Uint8Array.from(encodeEntry(read.text))).toEqual(raw)
      else expect(read.text).toHaveLength(raw.length)
    }),
    { seed: 20261124, numRuns: 2000 },
  )
})

test('keeps a byte order mark as a character of the text', () => {
  const raw = bytes(0xef, 0xbb, 0xbf, 0x61)
  expect(decodeEntry(raw)).toEqual({ text: '\uFEFFa', isUtf8: true })
  expect(Uint8Array.from(encodeEntry('\uFEFFa'))).toEqual(raw)
})

test('keeps NUL, carriage returns and a missing last line end', () => {
  expect(decodeEntry(bytes(0x61, 0, 0x0d, 0x0a, 0x62)).text).toBe('a\0\r\nb')
})

test('shows bytes that are not UTF-8 as Latin-1 and says so', () => {
  expect(decodeEntry(bytes(0x63, 0x61, 0x66, 0xe9))).toEqual({ text: 'café', isUtf8: false })
})

test('does not take overlong or surrogate bytes for UTF-8', () => {
  expect(decodeEntry(bytes(0xc0, 0xaf)).isUtf8).toBe(false)
  expect(decodeEntry(bytes(0xed, 0xa0, 0x80)).isUtf8).toBe(false)
})

test('finds half of an emoji, which has no bytes in UTF-8', () => {
  expect(findHalfCharacter('ok 🪨 ok')).toBe(-1)
  expect(findHalfCharacter('a\ud83e')).toBe(1)
  expect(findHalfCharacter('\udea8b')).toBe(0)
})

test('a revision is the SHA-256 of the bytes', () => {
  expect(revisionOf(bytes())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
})
