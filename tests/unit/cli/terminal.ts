import { noPaint } from '../../../cli/paint.ts'
import { runCommand, type ExitCode, type Terminal } from '../../../cli/run-command.ts'
import type { Verb } from '../../../cli/verb.ts'
import { makeTemporaryFolder } from '../../support/temporary-folder.ts'

export interface Ran {
  readonly exitCode: ExitCode
  readonly printed: string
  readonly complained: string
}

/** Runs a command at a terminal that remembers; its caches are a folder of the test. */
export async function runAtTerminal(
  verbs: readonly Verb[],
  typed: readonly string[],
  where: Partial<Terminal> = {},
): Promise<Ran> {
  const printed: string[] = []
  const complained: string[] = []
  const exitCode = await runCommand(verbs, '1.2.3', typed, {
    print: (text) => printed.push(text),
    complain: (text) => complained.push(text),
    showProgress: () => undefined,
    paint: noPaint,
    workingFolder: '/',
    cacheFolder: where.cacheFolder ?? makeTemporaryFolder(),
    ...where,
  })
  return { exitCode, printed: printed.join('\n'), complained: complained.join('\n') }
}
