import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'

/** Where bugs and refused requests are written down, for the user to look at and hand on. Never holds text of entries. */
export interface Log {
  write(message: string, error?: unknown): void
}

/** Three files of this size at most, bytes. */
const largestLogBytes = 512 * 1024
const keptLogs = 3

/**
 * Writes to `main.log` in `folder`, whose older parts are `main.1.log` and `main.2.log`.
 *
 * Synchronous on purpose: what is logged last, before the process ends, is what matters.
 */
export function createLog(folder: string): Log {
  const file = path.join(folder, 'main.log')
  return {
    write(message, error) {
      const detail = error === undefined ? '' : `\n${describe(error)}`
      const line = `${new Date().toISOString()} ${message}${detail}\n`
      try {
        mkdirSync(folder, { recursive: true })
        rotate(folder, file)
        appendFileSync(file, line)
      } catch (failure) {
        // A log that cannot be written must not take the app down with it.
        console.error(line, describe(failure))
      }
    },
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

function rotate(folder: string, file: string): void {
  const status = statSync(file, { throwIfNoEntry: false })
  if (status === undefined || status.size < largestLogBytes) return
  for (let number = keptLogs - 1; number > 1; number -= 1) {
    const older = path.join(folder, `main.${number - 1}.log`)
    if (statSync(older, { throwIfNoEntry: false }) !== undefined)
      renameSync(older, path.join(folder, `main.${number}.log`))
  }
  renameSync(file, path.join(folder, 'main.1.log'))
}
