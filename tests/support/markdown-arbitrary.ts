import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { blocksArbitrary } from './generated/block-arbitrary.ts'
import { headArbitrary } from './generated/dialect-arbitrary.ts'

/**
 * Random entries from a grammar of all constructs nested in each other, for property tests.
 *
 * `entryTextArbitrary` makes whole entries: front matter or none, byte order mark or none, any line ending (also
 * mixed), with or without a last line end. `plainEntryArbitrary` makes them with `\n` alone, for `encodings` to
 * rewrite. `markdownArbitrary` makes the Markdown alone, with `\n`.
 */
export const markdownArbitrary: Arbitrary<string> = blocksArbitrary

export const plainEntryArbitrary: Arbitrary<string> = fc
  .tuple(headArbitrary, markdownArbitrary, fc.constantFrom('\n', '\n', '', '\n\n', '  \n'))
  .map((parts) => parts.join(''))

/** The ways in which the same entry can stand on a disk. */
export const encodings: readonly { readonly name: string; readonly encode: (text: string) => string }[] = [
  { name: 'LF', encode: (text) => text },
  { name: 'CRLF', encode: (text) => text.replace(/\n/g, '\r\n') },
  { name: 'CR', encode: (text) => text.replace(/\n/g, '\r') },
  { name: 'BOM', encode: (text) => `\uFEFF${text}` },
  {
    name: 'mixed',
    encode: (text) => text.replace(/\n/g, (_, at: number) => ['\r\n', '\n', '\r'][at % 3] ?? '\n'),
  },
  { name: 'NUL', encode: (text) => text.replace(/ /, '\0').replace(/.$/, '$&\0') },
]

/** Whole entries in any encoding, see above. */
export const entryTextArbitrary: Arbitrary<string> = fc
  .tuple(plainEntryArbitrary, fc.constantFrom(...encodings.map(({ encode }) => encode)))
  .map(([text, encode]) => encode(text))
