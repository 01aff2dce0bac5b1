import { fail, type AppErrorCode, type Outcome } from '../shared/contract/errors.ts'

/** True for the errors that Node's file functions throw: they carry a POSIX code such as `ENOENT`. */
export function isFileError(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string'
}

/** True when the file system says that the path is not there: it, or one of the folders above it, is missing. */
export function isMissing(error: unknown): boolean {
  return isFileError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}

const failures: Readonly<Record<string, readonly [AppErrorCode, string]>> = {
  ENOENT: ['not-found', 'The file or its folder is not there any more.'],
  ENOTDIR: ['not-found', 'The file’s folder is not there any more.'],
  EACCES: ['permission-denied', 'The system does not allow Cairn to do this here.'],
  EPERM: ['permission-denied', 'The system does not allow Cairn to do this here.'],
  EROFS: ['read-only', 'The disk is read-only.'],
  ENOSPC: ['disk-full', 'The disk is full.'],
  EDQUOT: ['disk-full', 'Your share of the disk is full.'],
  ENAMETOOLONG: ['name-not-possible', 'The name is too long for this disk.'],
  EINVAL: ['name-not-possible', 'This disk cannot hold a file of that name.'],
  EILSEQ: ['name-not-possible', 'This disk cannot hold a file of that name.'],
  EISDIR: ['not-found', 'This is a folder, not an entry.'],
  EEXIST: ['already-exists', 'A file of that name is already there.'],
  ENOTEMPTY: ['already-exists', 'A folder of that name is already there.'],
  ELOOP: ['outside-journal', 'The file is a link that leads nowhere.'],
  EBUSY: ['permission-denied', 'Another program holds the file.'],
  ETXTBSY: ['permission-denied', 'Another program holds the file.'],
  EMFILE: ['unexpected', 'Too many files are open at once. Wait a moment and try again.'],
  ENFILE: ['unexpected', 'Too many files are open at once. Wait a moment and try again.'],
  EIO: ['unexpected', 'The disk reported an error.'],
  ESTALE: ['journal-gone', 'The folder’s disk is not connected.'],
  ENXIO: ['journal-gone', 'The folder’s disk is not connected.'],
  ENODEV: ['journal-gone', 'The folder’s disk is not connected.'],
  ENOTCONN: ['journal-gone', 'The folder’s disk is not connected.'],
}

/**
 * The outcome a user can read for an error of the file system.
 *
 * Throws `error` again when it is not one: a bug is no failure of the disk.
 */
export function describeFileFailure(error: unknown): Outcome<never> {
  if (!isFileError(error)) throw error
  const known = failures[error.code]
  if (known === undefined) return fail('unexpected', `The disk answered ${error.code}.`)
  return fail(known[0], known[1])
}

/** Runs `work` and turns an error of the file system into an outcome; other errors pass through. */
export async function withFileFailures<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work()
  } catch (error) {
    return describeFileFailure(error)
  }
}
