import type { FactBook, SavedFacts } from '../../shared/facts/fact-book.ts'

/** Pieces that `packFacts` makes. */
export const factPieces = 3

/** The facts of all entries as three pieces of bytes: paths, the length of each entry's facts, and the facts. */
export function packFacts(facts: FactBook): readonly Uint8Array[] {
  const saved = facts.saved()
  const lengths = Uint32Array.from(saved, ({ bytes }) => bytes.byteLength)
  return [
    // No path holds a NUL; a line break is possible.
    Buffer.from(saved.map(({ path }) => path).join('\0'), 'utf8'),
    new Uint8Array(lengths.buffer),
    Buffer.concat(saved.map(({ bytes }) => bytes)),
  ]
}

/** The packed facts of each entry. The bytes are used where they lie, without a copy. */
export function unpackFacts(pieces: readonly Uint8Array[]): readonly SavedFacts[] {
  const [names, sizes, bytes] = pieces
  if (names === undefined || sizes === undefined || bytes === undefined)
    throw new Error('Packed facts have fewer pieces than they should.')
  const lengths = new Uint32Array(sizes.buffer, sizes.byteOffset, sizes.byteLength / 4)
  const paths = lengths.length === 0 ? [] : Buffer.from(names).toString('utf8').split('\0')
  let at = 0
  return paths.map((path, entry) => {
    const from = at
    at += lengths[entry] ?? 0
    return { path, bytes: bytes.subarray(from, at) }
  })
}
