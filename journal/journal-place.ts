import { createHash } from 'node:crypto'
import { realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { fail, succeed, type Outcome } from '../shared/contract/errors.ts'
import type { JournalInfo } from '../shared/contract/requests.ts'
import { canRead, canWrite } from './entry-file/access.ts'
import { isMissing, withFileFailures } from './file-failure.ts'

/** Names a folder for the window without telling where it is: the same for every way that leads to it. */
export function journalId(root: string): string {
  return createHash('sha256').update(root).digest('hex').slice(0, 16)
}

/** A path for reading: the user's own folder as `~`. */
export function shortenPlace(folder: string, homeFolder: string): string {
  const relative = path.relative(homeFolder, folder)
  if (relative === '') return '~'
  const isAtHome = !path.isAbsolute(relative) && relative.split(path.sep)[0] !== '..'
  return isAtHome ? `~${path.sep}${relative}` : folder
}

export interface JournalPlace {
  /** Real path. */
  readonly root: string
  readonly info: JournalInfo
}

/**
 * Looks at a folder that the user wants to open as a journal.
 *
 * Fails with `not-found` when there is no folder, `permission-denied` when it cannot be read.
 */
export function findJournalPlace(
  folder: string,
  options: { readonly homeFolder: string; readonly isSample: boolean },
): Promise<Outcome<JournalPlace>> {
  return withFileFailures(async () => {
    const root = await findRealFolder(folder)
    if (root === null)
      return fail('not-found', `There is no folder ${shortenPlace(folder, options.homeFolder)}.`)
    if (!(await canRead(root))) {
      return fail(
        'permission-denied',
        `The system does not let Cairn read ${shortenPlace(root, options.homeFolder)}.`,
      )
    }
    const info: JournalInfo = {
      id: journalId(root),
      name: path.basename(root) || root,
      place: shortenPlace(root, options.homeFolder),
      isSample: options.isSample,
      isReadOnly: !(await canWrite(root)),
    }
    return succeed({ root, info })
  })
}

async function findRealFolder(folder: string): Promise<string | null> {
  try {
    const root = await realpath(path.resolve(folder))
    return (await stat(root)).isDirectory() ? root : null
  } catch (error) {
    if (!isMissing(error)) throw error
    return null
  }
}
