import { execFileSync } from 'node:child_process'
import { onTestFinished } from 'vitest'
import { makeTemporaryFolder } from './temporary-folder.ts'

/** A real disk of its own in memory, or null where the system does not let us mount one. */
export function mountSmallDisk(kilobytes: number): { readonly folder: string; makeReadOnly(): void } | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  const folder = makeTemporaryFolder()
  if (!tryMount(['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder])) return null
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder])
  })
  return { folder, makeReadOnly: () => void execFileSync('mount', ['-o', 'remount,ro', folder]) }
}

function tryMount(args: readonly string[]): boolean {
  try {
    execFileSync('mount', args, { stdio: 'ignore' })
    return true
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return false
  }
}
