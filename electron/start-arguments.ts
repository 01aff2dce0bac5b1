import path from 'node:path'

/** What the command line asked for. */
export interface StartArguments {
  /** Absolute path of the folder to open, or null. */
  readonly journal: string | null
  /** Absolute path of the folder for settings and logs, or null for the system's place. */
  readonly userData: string | null
}

/**
 * Reads `--journal <folder>` or `--journal=<folder>`, and where settings live: `CAIRN_USER_DATA`, else
 * `--user-data-dir=<folder>`.
 *
 * @param folder what relative paths start from
 */
export function readStartArguments(
  args: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
): StartArguments {
  const journal = readOption(args, '--journal')
  const userData = environment['CAIRN_USER_DATA'] || readOption(args, '--user-data-dir')
  return {
    journal: journal === null ? null : path.resolve(folder, journal),
    userData: userData === null ? null : path.resolve(folder, userData),
  }
}

function readOption(args: readonly string[], name: string): string | null {
  for (const [index, argument] of args.entries()) {
    if (argument.startsWith(`${name}=`)) return argument.slice(name.length + 1) || null
    const next = args[index + 1]
    if (argument === name && next !== undefined && !next.startsWith('--')) return next
  }
  return null
}
