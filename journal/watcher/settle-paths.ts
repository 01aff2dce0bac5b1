/** Gathers paths that something happened to, and hands each over once it has been quiet. */
export interface PathSettler {
  /** Something happened to the path. */
  note(path: string): void
  /** Forgets everything that waits. */
  dispose(): void
}

export interface SettleTimes {
  /** Silence after the last event of a path. An editor's save is two to five events within some 50 ms. */
  readonly quietMs: number
  /** A path that never gets quiet, such as one that a program keeps appending to, is handed over after this. */
  readonly longestMs: number
}

/**
 * @param onSettled gets all paths that became quiet together: a `git checkout` is one batch, not a thousand.
 */
export function createPathSettler(
  times: SettleTimes,
  onSettled: (paths: readonly string[]) => void,
): PathSettler {
  const waiting = new Map<string, { readonly firstMs: number; lastMs: number }>()
  let timer: NodeJS.Timeout | null = null

  function handOver(): void {
    timer = null
    const now = performance.now()
    const settled: string[] = []
    for (const [path, { firstMs, lastMs }] of waiting) {
      if (now - lastMs < times.quietMs && now - firstMs < times.longestMs) continue
      settled.push(path)
      waiting.delete(path)
    }
    if (waiting.size > 0) schedule()
    if (settled.length > 0) onSettled(settled)
  }

  function schedule(): void {
    timer ??= setTimeout(handOver, times.quietMs)
  }

  return {
    note(path) {
      const now = performance.now()
      const known = waiting.get(path)
      if (known === undefined) waiting.set(path, { firstMs: now, lastMs: now })
      else known.lastMs = now
      schedule()
    },
    dispose() {
      if (timer !== null) clearTimeout(timer)
      timer = null
      waiting.clear()
    },
  }
}
