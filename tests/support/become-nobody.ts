import { onTestFinished } from 'vitest'

/** Does the rest of the test as a user who owns nothing, where the test runs as root; false where there are no users. */
export function becomeNobody(): boolean {
  if (process.getuid?.() !== 0 || process.seteuid === undefined) return process.getuid !== undefined
  process.seteuid(65534)
  onTestFinished(() => process.seteuid?.(0))
  return true
}
