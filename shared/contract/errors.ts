/** Failures a user can meet. A bug is an exception instead, and reaches the one handler and the log. */
export type AppErrorCode =
  | 'not-found'
  | 'already-exists'
  | 'conflict'
  | 'outside-journal'
  | 'permission-denied'
  | 'read-only'
  | 'disk-full'
  | 'invalid-input'
  | 'too-large'
  | 'name-not-possible'
  | 'journal-gone'
  | 'unexpected'

/** A coded failure with what happened in plain words. */
export interface AppError {
  readonly code: AppErrorCode
  /** One sentence in the app's voice, e.g. “The disk is full.” */
  readonly message: string
  /** For `conflict`: what is on disk now; null when the file is gone. */
  readonly theirs?: { readonly text: string; readonly revision: string } | null
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: AppError }

export function succeed<T>(value: T): Outcome<T> {
  return { ok: true, value }
}

export function fail(code: AppErrorCode, message: string, theirs?: AppError['theirs']): Outcome<never> {
  return { ok: false, error: theirs === undefined ? { code, message } : { code, message, theirs } }
}
