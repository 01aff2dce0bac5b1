import type { AppError, Outcome } from '../../shared/contract/errors.ts'

/** The value of an outcome that must have succeeded. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`failed with ${outcome.error.code}: ${outcome.error.message}`)
  return outcome.value
}

/** The error of an outcome that must have failed. */
export function errorOf(outcome: Outcome<unknown>): AppError {
  if (outcome.ok) throw new Error(`succeeded with ${JSON.stringify(outcome.value)}`)
  return outcome.error
}
