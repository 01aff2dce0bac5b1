import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { DateCorrection } from '../../shared/contract/journal-memory.ts'
import { createFactBook, type FactBook } from '../../shared/facts/fact-book.ts'
import { createSearchIndex, type SearchIndex } from '../../shared/search/search-index.ts'
import { factPieces, packFacts, unpackFacts } from './pack-facts.ts'
import { packIndex, unpackIndex, type PackedIndex } from './pack-index.ts'
import { openPieces, savePieces } from './saved-pieces.ts'

/** What is known of a journal: what its texts say, and what its entries hold. */
export interface JournalKnowledge {
  readonly index: SearchIndex
  readonly facts: FactBook
  /** How words of dates were corrected when the entries were read. */
  readonly corrections: readonly DateCorrection[]
}

/** What a saved index is good for: one journal, one setting, one version of the code that made it. */
export interface CacheStamp {
  readonly root: string
  readonly actionHeadings: readonly string[]
  /** Names the code: any change in how entries are read or cut into words gives another one. */
  readonly code: string
}

interface CacheDescription {
  readonly stamp: CacheStamp
  readonly packed: PackedIndex['description']
  readonly corrections: JournalKnowledge['corrections']
}

/** Names the code of the worker in `file`. */
export function readCodeStamp(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

/**
 * Loads a saved index. What the entries hold is read from the file when it is first asked for, which is after the names
 * have been shown; should it be damaged, asking for it throws, the file is gone, and the next start reads the journal.
 *
 * @returns null when there is none, when it is for something else, or when a single byte of it is not as written:
 * then the index is made again from the files, which are the truth.
 */
export function loadIndex(file: string, stamp: CacheStamp): JournalKnowledge | null {
  const wanted = JSON.stringify(stamp)
  const saved = openPieces<CacheDescription>(
    file,
    (description) => JSON.stringify(description.stamp) === wanted,
    factPieces,
  )
  if (saved === null) return null
  const { corrections } = saved.description
  const known = { index: createSearchIndex(), facts: createFactBook(), corrections }
  unpackIndex({ description: saved.description.packed, pieces: saved.early }, known.index)
  known.facts.load(() => unpackFacts(saved.readLate()))
  return known
}

/**
 * Saves an index, see `savePieces`.
 *
 * @returns false when the disk does not allow it; the index then lives without a saved copy.
 */
export async function saveIndex(
  file: string,
  stamp: CacheStamp,
  { index, facts, corrections }: JournalKnowledge,
): Promise<boolean> {
  const { description, pieces } = packIndex(index)
  return savePieces(file, { stamp, packed: description, corrections } satisfies CacheDescription, [
    ...pieces,
    ...packFacts(facts),
  ])
}
