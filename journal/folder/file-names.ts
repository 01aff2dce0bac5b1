import { listEntries } from './list-entries.ts'

/** Where files that are no entries lie, by name: an embed `![[map.png]]` may mean any folder. */
export interface FileNames {
  /** Paths of all files of that name, in lower case, relative to the journal. Lists the folder when nothing is known. */
  find(lowerCaseName: string): Promise<readonly string[]>
  /** Takes over what a listing found. */
  fill(files: readonly string[]): void
  /** A file came or went: the next question lists the folder anew. */
  forget(): void
}

/** Keeps the file names of a journal until a file comes or goes. */
export function createFileNames(root: string): FileNames {
  let byName: Promise<ReadonlyMap<string, readonly string[]>> | null = null

  async function list(): Promise<ReadonlyMap<string, readonly string[]>> {
    const listing = await listEntries(root)
    return groupByName(listing.ok ? listing.value.otherFiles : [])
  }

  return {
    async find(lowerCaseName) {
      byName ??= list()
      return (await byName).get(lowerCaseName) ?? []
    },
    fill(files) {
      byName = Promise.resolve(groupByName(files))
    },
    forget() {
      byName = null
    },
  }
}

function groupByName(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const file of files) {
    const name = file.slice(file.lastIndexOf('/') + 1).toLowerCase()
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [file])
    else group.push(file)
  }
  return groups
}
