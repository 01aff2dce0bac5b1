/**
 * One thing at a time per path, in the order asked, and of waiting saves only the newest.
 *
 * Overlapping writes of one file are the classic way to eat text. So everything that changes or judges a path (save,
 * tick, rename, trash, the watcher's look) stands in the same line.
 */
export interface PathQueue<S, R> {
  /**
   * Saves when the path is free. A save that still waits when the next one for its path arrives is never run: both
   * get the newer one's answer, since the newer text holds the older one's edits.
   */
  save(path: string, request: S): Promise<R>
  /** Runs `work` alone on the path. It is never dropped, and saves do not merge across it. */
  alone<T>(path: string, work: () => Promise<T>): Promise<T>
  /** Resolves when nothing runs or waits any more. */
  whenIdle(): Promise<void>
}

/** What ran right before a save on the same path, while that save was already waiting. */
export interface PrecedingSave<S, R> {
  readonly request: S
  readonly answer: R
}

interface WaitingSave<S, R> {
  kind: 'save'
  request: S
  readonly answers: Deferred<R>[]
}
interface WaitingWork {
  readonly kind: 'work'
  readonly run: () => Promise<void>
}
interface Deferred<R> {
  readonly resolve: (value: R) => void
  readonly reject: (error: unknown) => void
}

/**
 * @param runSave does one save. `preceding` is the save that was running when this one was asked for, so that the
 * asker could not know its answer yet; null otherwise.
 */
export function createPathQueue<S, R>(
  runSave: (path: string, request: S, preceding: PrecedingSave<S, R> | null) => Promise<R>,
): PathQueue<S, R> {
  const lines = new Map<string, (WaitingSave<S, R> | WaitingWork)[]>()
  const idleListeners: (() => void)[] = []

  async function drain(path: string, line: (WaitingSave<S, R> | WaitingWork)[]): Promise<void> {
    let preceding: PrecedingSave<S, R> | null = null
    for (let next = line.shift(); next !== undefined; next = line.shift()) {
      if (next.kind === 'work') {
        preceding = null
        await next.run()
      } else {
        preceding = await settleSave(path, next, preceding)
      }
    }
    lines.delete(path)
    if (lines.size === 0) for (const listener of idleListeners.splice(0)) listener()
  }

  async function settleSave(
    path: string,
    waiting: WaitingSave<S, R>,
    preceding: PrecedingSave<S, R> | null,
  ): Promise<PrecedingSave<S, R> | null> {
    const { request } = waiting
    try {
      const answer = await runSave(path, request, preceding)
      for (const deferred of waiting.answers) deferred.resolve(answer)
      return { request, answer }
    } catch (error) {
      for (const deferred of waiting.answers) deferred.reject(error)
      return null
    }
  }

  function enqueue(path: string, next: WaitingSave<S, R> | WaitingWork): void {
    const line = lines.get(path)
    if (line !== undefined) {
      line.push(next)
      return
    }
    const fresh = [next]
    lines.set(path, fresh)
    void drain(path, fresh)
  }

  return {
    save(path, request) {
      return new Promise((resolve, reject) => {
        const last = lines.get(path)?.at(-1)
        if (last?.kind === 'save') {
          last.request = request
          last.answers.push({ resolve, reject })
        } else {
          enqueue(path, { kind: 'save', request, answers: [{ resolve, reject }] })
        }
      })
    },
    alone(path, work) {
      return new Promise((resolve, reject) => {
        enqueue(path, { kind: 'work', run: () => work().then(resolve, reject) })
      })
    },
    whenIdle() {
      return lines.size === 0 ? Promise.resolve() : new Promise((resolve) => idleListeners.push(resolve))
    },
  }
}
