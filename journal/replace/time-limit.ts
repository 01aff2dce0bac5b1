import vm from 'node:vm'

/** What a limited call came to: its value, or that it was stopped. */
export type Limited<T> = { readonly isStopped: false; readonly value: T } | { readonly isStopped: true }

/**
 * Makes a way to run `work` for at most `ms`, then it is stopped where it is, inside a regular expression too: `(a+)+$`
 * takes longer than anyone lives, and no code of ours runs meanwhile that could give up.
 */
export function createTimeLimit(ms: number): <T>(work: () => T) => Limited<T> {
  const room: { run: (() => unknown) | null } = { run: null }
  const context = vm.createContext(room)
  const script = new vm.Script('run()')
  return <T>(work: () => T): Limited<T> => {
    let value: T | null = null
    room.run = () => {
      value = work()
    }
    try {
      script.runInContext(context, { timeout: ms })
      return { isStopped: false, value: value as T }
    } catch (error) {
      if ((error as NodeJS.ErrnoException | null)?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
      return { isStopped: true }
    } finally {
      room.run = null
    }
  }
}
