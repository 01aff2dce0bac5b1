import { packIndex } from '../../journal/index/pack-index.ts'
import { succeed } from '../../shared/contract/errors.ts'
import type { SearchIndex } from '../../shared/search/search-index.ts'
import { stringAt } from '../../shared/search/string-table.ts'
import { openIndex } from '../open-index.ts'
import { defineVerb } from '../verb.ts'

export const indexVerb = defineVerb({
  name: 'index',
  takes: [],
  about:
    'Reads every file anew and makes the search index, which is kept in your caches and only saves time. Says how many\n' +
    'entries and different words it holds, how long it took, and how large it is. Writes nothing into the folder.',
  options: {},
  async run({ folder, cacheFolder, showProgress }) {
    const startMs = performance.now()
    const { index } = await openIndex({ folder, cacheFolder, showProgress, isFresh: true })
    const ms = Math.round(performance.now() - startMs)
    const result = { entries: index.counts.searched, words: countWords(index), ms, bytes: countBytes(index) }
    return succeed({
      json: result,
      write: () =>
        `${result.entries} entries, ${result.words} different words, ${ms} ms, ` +
        `${(result.bytes / 1e6).toFixed(1)} MB`,
    })
  },
})

/** A large journal has several segments, each with its own list of words. */
function countWords({ parts }: SearchIndex): number {
  const words = new Set<string>()
  for (const { segment } of parts)
    for (let term = 0; term < segment.terms.starts.length; term += 1) words.add(stringAt(segment.terms, term))
  return words.size
}

function countBytes(index: SearchIndex): number {
  return packIndex(index).pieces.reduce((sum, piece) => sum + piece.byteLength, 0)
}
