import { realpath } from 'node:fs/promises'
import path from 'node:path'
import { fail, succeed, type Outcome } from '../shared/contract/errors.ts'
import { isInsidePath } from '../shared/entry/entry-path.ts'
import { describeFileFailure, isMissing } from './file-failure.ts'

const outsideMessage = 'This lies outside the journal’s folder, so Cairn leaves it alone.'

/** True when `inner` is `outer` or lies under it. Both are real paths (links resolved). */
export function isUnder(outer: string, inner: string): boolean {
  const relative = path.relative(outer, inner)
  return relative === '' || (!path.isAbsolute(relative) && relative.split(path.sep)[0] !== '..')
}

/** `relative` with '/' as the system's path, joined to `root`; no look at the disk. */
export function joinInside(root: string, relative: string): string {
  return path.join(root, ...relative.split('/'))
}

/**
 * Where a path of the journal really lies on disk.
 *
 * The folder of the path must exist, and with every symbolic link resolved it must lie inside `root` (itself a
 * real path). The last segment may be missing; when it is a link, its target is the answer and must lie inside too.
 *
 * @returns the absolute path to read or write, or `outside-journal`, `not-found`, `journal-gone`, or what the disk said.
 */
export async function resolveInside(root: string, relative: string): Promise<Outcome<string>> {
  if (!isInsidePath(relative)) return fail('outside-journal', outsideMessage)
  const lexical = joinInside(root, relative)
  const folder = await realPathOf(path.dirname(lexical))
  if (!folder.ok) return folder.error.code === 'not-found' ? describeMissingFolder(root) : folder
  if (!isUnder(root, folder.value)) return fail('outside-journal', outsideMessage)
  const own = path.join(folder.value, path.basename(lexical))
  try {
    const target = await realpath(own)
    return isUnder(root, target) ? succeed(target) : fail('outside-journal', outsideMessage)
  } catch (error) {
    // Missing, or a link whose target is missing: writing to `own` replaces it inside the folder, never beyond.
    return isMissing(error) ? succeed(own) : describeFileFailure(error)
  }
}

/** A folder inside is missing, or the whole journal is: the second must never look like entries that were deleted. */
async function describeMissingFolder(root: string): Promise<Outcome<never>> {
  const top = await realPathOf(root)
  if (top.ok) return fail('not-found', 'The file’s folder is not there any more.')
  return fail('journal-gone', 'The journal’s folder is not there any more.')
}

async function realPathOf(folder: string): Promise<Outcome<string>> {
  try {
    return succeed(await realpath(folder))
  } catch (error) {
    return describeFileFailure(error)
  }
}
