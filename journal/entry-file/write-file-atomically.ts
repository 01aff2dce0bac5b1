import { randomBytes } from 'node:crypto'
import { link, lstat, open, rename, stat, unlink, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isFileError, isMissing } from '../file-failure.ts'

/** Names of our unfinished files; a crash may leave one behind, and nothing ever takes it for an entry. */
const temporaryName = /^\..*\.cairn-[0-9a-f]+\.tmp$/

/** True for the file name of a write that has not finished, or never will. */
export function isTemporaryName(name: string): boolean {
  return temporaryName.test(name)
}

/**
 * Dot-named, so that no watcher, sync program or index shows it, and cut short, so that an entry whose name takes
 * all 255 bytes that a disk allows can still be saved.
 */
export function makeTemporaryName(name: string): string {
  return `.${[...name].slice(0, 24).join('')}.cairn-${randomBytes(6).toString('hex')}.tmp`
}

export interface AtomicWrite {
  /** Real path of the file: a link here would be replaced by a file. */
  readonly target: string
  readonly bytes: Uint8Array
  /** false: the file must not exist; the write fails with `EEXIST` and touches nothing when it does. */
  readonly mayReplace: boolean
  /**
   * Asked when all bytes are safely on disk, right before the file takes its place. Answering false gives up. A
   * full write and flush can take seconds on a slow disk, and another program may have saved meanwhile.
   */
  readonly isStillWanted?: () => Promise<boolean>
}

/**
 * Writes a whole file so that at every moment, and after a crash or power cut, the path holds either the old bytes
 * or the new ones: temporary file in the same folder, flush, rename, flush of the folder. Keeps the mode, and the
 * owner where the system allows it.
 *
 * Throws what the file system throws, and leaves no temporary file then.
 *
 * @returns false when `isStillWanted` gave up.
 */
export async function writeFileAtomically(write: AtomicWrite): Promise<boolean> {
  const folder = path.dirname(write.target)
  const temporary = path.join(folder, makeTemporaryName(path.basename(write.target)))
  const existing = await findExisting(write.target)
  try {
    await writeWhole(temporary, write.bytes, existing)
    if (write.isStillWanted !== undefined && !(await write.isStillWanted())) {
      await unlink(temporary)
      return false
    }
    if (write.mayReplace) await renameOver(temporary, write.target)
    else await claimName(temporary, write)
  } catch (error) {
    await removeLeftover(temporary)
    throw error
  }
  await flushFolder(folder)
  return true
}

interface Ownership {
  readonly mode: number
  readonly uid: number
  readonly gid: number
}

async function findExisting(target: string): Promise<Ownership | null> {
  try {
    return await stat(target)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

async function writeWhole(temporary: string, bytes: Uint8Array, like: Ownership | null): Promise<void> {
  // 'wx': never follow or reuse a file that somebody laid there.
  const file = await open(temporary, 'wx', like === null ? 0o666 : 0o600)
  try {
    await file.writeFile(bytes)
    if (like !== null) await keepOwnership(file, like)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function keepOwnership(file: FileHandle, like: Ownership): Promise<void> {
  const own = await file.stat()
  if (own.uid !== like.uid || own.gid !== like.gid) {
    try {
      await file.chown(like.uid, like.gid)
    } catch (error) {
      // Only root may give a file away. The author's text matters more than whose it is.
      if (
        !isFileError(error) ||
        (error.code !== 'EPERM' && error.code !== 'EINVAL' && error.code !== 'ENOSYS')
      )
        throw error
    }
  }
  try {
    await file.chmod(like.mode & 0o7777)
  } catch (error) {
    // Disks without modes (FAT, some network shares) refuse; there is nothing to keep then.
    if (
      !isFileError(error) ||
      (error.code !== 'EPERM' && error.code !== 'ENOTSUP' && error.code !== 'ENOSYS')
    )
      throw error
  }
}

/** On Windows a virus scanner or indexer may hold the old file open for a moment: the rename is tried again. */
const holdCodes: readonly string[] = ['EPERM', 'EACCES', 'EBUSY']
const holdRetriesMs: readonly number[] = process.platform === 'win32' ? [10, 50, 200, 500] : []

async function renameOver(temporary: string, target: string): Promise<void> {
  for (const pauseMs of holdRetriesMs) {
    try {
      return await rename(temporary, target)
    } catch (error) {
      if (!isFileError(error) || !holdCodes.includes(error.code)) throw error
      await wait(pauseMs)
    }
  }
  return rename(temporary, target)
}

/** Gives the finished file its name only if that name is free: `link` refuses where `rename` would replace. */
async function claimName(temporary: string, write: AtomicWrite): Promise<void> {
  try {
    await link(temporary, write.target)
  } catch (error) {
    if (!isFileError(error) || error.code === 'EEXIST') throw error
    if (!(await isNameFree(write.target)))
      throw Object.assign(new Error('the name is taken'), { code: 'EEXIST' })
    // No hard links here (FAT, exFAT, many network shares): an exclusive create is the next best.
    await writeExclusively(write)
  }
  await removeLeftover(temporary)
}

async function writeExclusively(write: AtomicWrite): Promise<void> {
  const file = await open(write.target, 'wx')
  let isWhole = false
  try {
    await file.writeFile(write.bytes)
    await file.sync()
    isWhole = true
  } finally {
    await file.close()
    if (!isWhole) await removeLeftover(write.target)
  }
}

async function isNameFree(target: string): Promise<boolean> {
  try {
    await lstat(target)
    return false
  } catch (error) {
    if (isMissing(error)) return true
    throw error
  }
}

async function removeLeftover(file: string): Promise<void> {
  try {
    await unlink(file)
  } catch (error) {
    // The first failure is the one to report; a file that cannot be removed now is ignored by its name for ever.
    if (!isFileError(error)) throw error
  }
}

/** Makes the new name itself survive a power cut. Windows and some network disks cannot flush a folder. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  try {
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    // The file is in its place and its bytes are flushed: the save stands whatever the folder answers.
    if (!isFileError(error)) throw error
  }
}
