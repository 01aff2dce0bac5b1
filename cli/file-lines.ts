import { readEntryText } from '../journal/index/read-entry-text.ts'
import type { EntryPath } from '../shared/entry/entry-path.ts'
import { plainText } from '../shared/search/passage.ts'

/** Lines of the files as they are now; each file is read once. */
export interface FileLines {
  /** Number of the line that an offset (UTF-16 code units) stands in, counted from 1. */
  numberAt(path: EntryPath, offset: number): number
  /** That line as one reads it, without Markdown signs. */
  textAt(path: EntryPath, offset: number): string
}

interface ReadFile {
  readonly text: string
  /** Offset of each line. */
  readonly starts: readonly number[]
}

export function createFileLines(root: string): FileLines {
  const files = new Map<EntryPath, ReadFile>()

  function read(path: EntryPath): ReadFile {
    const known = files.get(path)
    if (known !== undefined) return known
    const text = readEntryText(root, path)?.text ?? ''
    const starts = [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), (end) => end.index + end[0].length)]
    const file = { text, starts }
    files.set(path, file)
    return file
  }

  /** Number of the last line that begins at the offset or before it, by halving. */
  function numberAt(path: EntryPath, offset: number): number {
    const { starts } = read(path)
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low + 1
  }

  return {
    numberAt,
    textAt(path, offset) {
      const { text, starts } = read(path)
      const line = numberAt(path, offset)
      return plainText(text.slice(starts[line - 1], starts[line] ?? text.length)).trim()
    },
  }
}
