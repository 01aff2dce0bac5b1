import { comparablePath } from './find-entry-by-name.ts'

/** The files of a journal by name: entries and all others, paths relative to its top. */
export interface FileTable {
  /** Paths of the files with this last segment; of entries without their ending, without case. */
  named(name: string): readonly string[]
}

export function createFileTable(paths: Iterable<string>): FileTable {
  const byName = new Map<string, string[]>()
  for (const path of paths) {
    const name = comparableName(path)
    const known = byName.get(name)
    if (known === undefined) byName.set(name, [path])
    else known.push(path)
  }
  return { named: (name) => byName.get(comparableName(name)) ?? [] }
}

/** The table after one file has got another path. */
export function withRenamed(files: FileTable, from: string, to: string): FileTable {
  const newName = comparableName(to)
  return {
    named(name) {
      const others = files.named(name).filter((path) => path !== from)
      return comparableName(name) === newName ? [...others, to] : others
    },
  }
}

function comparableName(path: string): string {
  return comparablePath(path.slice(path.lastIndexOf('/') + 1))
}
