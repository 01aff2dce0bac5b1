import { stat } from 'node:fs/promises'
import { fail, succeed, type Outcome } from '../../shared/contract/errors.ts'
import { documentKind } from '../../shared/documents/document-kind.ts'
import { linkedPaths } from '../../shared/documents/linked-file.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import { withFileFailures } from '../file-failure.ts'
import { resolveInside } from '../inside-path.ts'

const notHere = 'There is no such document in the journal. It may have been moved or renamed.'

/**
 * Finds the document that an entry links as `address`: beside the entry, then from the top of the journal, then, as
 * Obsidian does, the file of that name anywhere in it.
 *
 * @param findByName paths in the journal of all files with this name, in lower case
 * @returns its real path, which lies in the journal and has the ending of a document whatever links say
 */
export async function findDocument(
  root: string,
  from: EntryPath | null,
  address: string,
  findByName: (lowerCaseName: string) => Promise<readonly string[]>,
): Promise<Outcome<string>> {
  const paths = linkedPaths(from ?? ('top.md' as EntryPath), address)
  const name = paths[0]?.split('/').at(-1)?.toLowerCase()
  for (const path of [...paths, ...(name === undefined ? [] : await findByName(name))]) {
    const found = await withFileFailures(async () => {
      const place = await resolveInside(root, path)
      if (!place.ok) return place
      // The real name decides: a link `a.pdf` to a program is no document.
      const isDocument = documentKind(place.value) !== null && (await stat(place.value)).isFile()
      return isDocument ? place : fail('invalid-input', notHere)
    })
    if (found.ok) return succeed(found.value)
  }
  return fail('not-found', notHere)
}
