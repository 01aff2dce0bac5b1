import { readFileSync } from 'node:fs'
import { fail, succeed, type Outcome } from '../../shared/contract/errors.ts'
import {
  memoryPath,
  readMemory,
  writeMemory,
  type Memory,
  type MemoryName,
  type ReadMemory,
} from '../../shared/contract/journal-memory.ts'
import type { EntryPath, Revision } from '../../shared/entry/entry-path.ts'
import { decodeEntry } from '../entry-file/decode-entry.ts'
import { readEntryBytes } from '../entry-file/read-entry.ts'
import { saveEntry } from '../entry-file/save-entry.ts'
import { isFileError } from '../file-failure.ts'
import { joinInside } from '../inside-path.ts'

/** What a file of the journal's memory holds, and which bytes that was read from; null: there is no file. */
export interface RememberedFile<N extends MemoryName> extends ReadMemory<N> {
  readonly name: N
  readonly revision: Revision | null
}

export interface MemoryChange<N extends MemoryName> {
  readonly name: N
  /** Fields with their new values; the others stay. */
  readonly patch: Partial<Memory<N>>
  /** What the change was made from: with other bytes on disk it is a `conflict`. */
  readonly baseRevision: Revision | null
}

/** The files in which a journal remembers what its texts do not say. */
export interface MemoryFiles {
  read<N extends MemoryName>(name: N): Promise<Outcome<RememberedFile<N>>>
  /**
   * Writes whole and at once, as an entry is written. A file with a fault is left as it is (`invalid-input`): whatever
   * stands in it, somebody wrote it.
   */
  change<N extends MemoryName>(change: MemoryChange<N>): Promise<Outcome<RememberedFile<N>>>
}

interface MemoryFilesOptions {
  readonly root: string
  readonly isReadOnly: boolean
  /** Runs `work` alone on the path. */
  readonly alone: <T>(path: string, work: () => Promise<T>) => Promise<T>
  /** The file was written, by us or, as was seen when it was read again, by another program. */
  readonly onChanged: (name: MemoryName) => void
}

/** The folder is not watched: whoever shows what is remembered reads again when the window gets the focus. */
export function createMemoryFiles({ root, isReadOnly, alone, onChanged }: MemoryFilesOptions): MemoryFiles {
  const seen = new Map<MemoryName, Revision | null>()

  function noteSeen(name: MemoryName, revision: Revision | null): void {
    const before = seen.get(name)
    seen.set(name, revision)
    if (before !== undefined && before !== revision) onChanged(name)
  }

  async function readText(
    name: MemoryName,
  ): Promise<Outcome<{ readonly text: string | null; readonly revision: Revision | null }>> {
    const read = await readEntryBytes(root, asFile(name))
    if (read.ok) return succeed({ text: decodeEntry(read.value.bytes).text, revision: read.value.revision })
    return read.error.code === 'not-found' ? succeed({ text: null, revision: null }) : read
  }

  async function changeNow<N extends MemoryName>({
    name,
    patch,
    baseRevision,
  }: MemoryChange<N>): Promise<Outcome<RememberedFile<N>>> {
    if (isReadOnly)
      return fail('read-only', 'The journal’s folder cannot be written, so this is not remembered.')
    const now = await readText(name)
    if (!now.ok) return now
    const { fault } = readMemory(name, now.value.text)
    if (fault !== null)
      return fail('invalid-input', `${fault} Cairn does not write it: mend it, or move it away.`)
    const text = writeMemory(now.value.text, patch)
    const saved = await saveEntry(root, asFile(name), { text, baseRevision })
    if (!saved.ok) return saved
    seen.set(name, now.value.revision)
    noteSeen(name, saved.value.revision)
    return succeed({ name, ...readMemory(name, text), revision: saved.value.revision })
  }

  return {
    async read(name) {
      const now = await readText(name)
      if (!now.ok) return now
      noteSeen(name, now.value.revision)
      return succeed({ name, ...readMemory(name, now.value.text), revision: now.value.revision })
    },
    change: (change) => alone(memoryPath(change.name), () => changeNow(change)),
  }
}

/** They are read and written as entries are, though none of them is one. */
function asFile(name: MemoryName): EntryPath {
  return memoryPath(name) as EntryPath
}

/** What a file says now, for whoever cannot wait: the index's thread and the terminal. The defaults when it cannot be read. */
export function readMemoryNow<N extends MemoryName>(root: string, name: N): Memory<N> {
  return readMemory(name, readTextNow(joinInside(root, memoryPath(name)))).content
}

function readTextNow(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (!isFileError(error)) throw error
    return null
  }
}
