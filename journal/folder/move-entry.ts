import { link, lstat, mkdir, realpath, rename, unlink } from 'node:fs/promises'
import path from 'node:path'
import { fail, succeed, type Outcome } from '../../shared/contract/errors.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import { folderOf } from '../../shared/links/relative-path.ts'
import { isFileError, isMissing, withFileFailures } from '../file-failure.ts'
import { isUnder, joinInside, resolveInside } from '../inside-path.ts'
import { findNameHindrance } from './entry-name.ts'
import { makeFolder } from './make-folder.ts'

/**
 * Gives an entry or another file another name or folder, never over another file, not even one that appears meanwhile. A change of
 * case alone is a rename too. Missing folders of the new path are made.
 *
 * A link is moved, not what it points to. Fails with `already-exists`, `name-not-possible`, `not-found`,
 * `outside-journal`, or what the disk said.
 */
export function renameEntry<P extends string>(root: string, from: P, to: P): Promise<Outcome<P>> {
  return withFileFailures(async () => {
    if (from === to) return succeed(to)
    const hindrance = findNameHindrance(to.slice(to.lastIndexOf('/') + 1))
    if (hindrance !== null) return fail('name-not-possible', hindrance)
    const source = await resolveName(root, from)
    if (!source.ok) return source
    if (!(await exists(source.value))) return fail('not-found', 'The file is not there any more.')
    const folder = await makeFolder(root, folderOf(to))
    if (!folder.ok) return folder
    const target = path.join(folder.value, to.slice(to.lastIndexOf('/') + 1))
    const moved = await moveWithoutReplacing(source.value, target)
    return moved ? succeed(to) : fail('already-exists', 'A file of that name is already there.')
  })
}

/**
 * Moves an entry to the trash.
 *
 * @param moveToSystemTrash takes the real path; throws when this system or disk has no trash. Then, or when it is
 * null, the file goes to the journal's own `.trash` folder, where Obsidian puts such files too.
 */
export function trashEntry(
  root: string,
  entry: EntryPath,
  moveToSystemTrash: ((file: string) => Promise<void>) | null,
): Promise<Outcome<undefined>> {
  return withFileFailures(async () => {
    const source = await resolveName(root, entry)
    if (!source.ok) return source
    if (!(await exists(source.value))) return fail('not-found', 'The file is not there any more.')
    if (moveToSystemTrash !== null && (await isTrashed(source.value, moveToSystemTrash)))
      return succeed(undefined)
    await moveToOwnTrash(root, source.value)
    return succeed(undefined)
  })
}

async function isTrashed(file: string, moveToSystemTrash: (file: string) => Promise<void>): Promise<boolean> {
  try {
    await moveToSystemTrash(file)
  } catch (error) {
    // “No trash on this disk” has no code that all systems share; whatever it was, `.trash` is the safe way out.
    if (!(error instanceof Error)) throw error
  }
  return !(await exists(file))
}

async function moveToOwnTrash(root: string, source: string): Promise<void> {
  const trash = joinInside(root, '.trash')
  await mkdir(trash, { recursive: true })
  if (!isUnder(root, await realpath(trash)))
    throw Object.assign(new Error('.trash leads elsewhere'), { code: 'EACCES' })
  const { name, ext } = path.parse(source)
  for (let attempt = 1; ; attempt += 1) {
    const target = path.join(trash, attempt === 1 ? `${name}${ext}` : `${name} ${attempt}${ext}`)
    if (await moveWithoutReplacing(source, target)) return
  }
}

/** Like `resolveInside`, but a link is itself and not its target. */
async function resolveName(root: string, entry: string): Promise<Outcome<string>> {
  const folder = folderOf(entry)
  const place = folder === '' ? succeed(root) : await resolveInside(root, folder)
  return place.ok ? succeed(path.join(place.value, entry.slice(entry.lastIndexOf('/') + 1))) : place
}

/**
 * Renames unless the target exists: false then, and nothing has changed.
 *
 * `rename` replaces silently, so the new name is claimed with a hard link, which refuses; the old one goes after.
 */
async function moveWithoutReplacing(source: string, target: string): Promise<boolean> {
  if (await isSameFile(source, target)) {
    // Another case of one name on a disk where case does not count: `link` would refuse its own file.
    await rename(source, target)
    return true
  }
  try {
    await link(source, target)
  } catch (error) {
    if (!isFileError(error) || isMissing(error)) throw error
    if (error.code === 'EEXIST' || (await exists(target))) return false
    // No hard links on this disk, or not of this file: the look just now is the best there is.
    await rename(source, target)
    return true
  }
  await unlink(source)
  return true
}

async function isSameFile(source: string, target: string): Promise<boolean> {
  if (source.toLowerCase() !== target.toLowerCase()) return false
  const [first, second] = [await lstat(source), await findStatus(target)]
  return second !== null && first.ino === second.ino && first.dev === second.dev
}

async function exists(file: string): Promise<boolean> {
  return (await findStatus(file)) !== null
}

async function findStatus(file: string): Promise<{ readonly ino: number; readonly dev: number } | null> {
  try {
    return await lstat(file)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}
