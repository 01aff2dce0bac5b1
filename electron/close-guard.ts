/** What the window answers when it is asked to close: null when all is written, else what could not be. */
export type Unsaved = { readonly name: string; readonly reason: string } | null

export interface CloseGuardOptions {
  /** Asks the window to write everything and answer. */
  readonly ask: () => void
  /** True while there is a page that can answer: loaded, and not crashed. */
  readonly canAnswer: () => boolean
  /** Asks the user. True: close without saving. */
  readonly confirmLoss: (reason: string) => Promise<boolean>
  /** Closes the window for good. */
  readonly close: () => void
  /** The window stays, so an app that was about to quit does not. */
  readonly stay: () => void
  readonly patienceMs: number
}

/** Keeps a window open until its text is on disk, or the user gives it up. */
export interface CloseGuard {
  /** The user or the system wants to close. True: it must wait, and `close` follows when it may. */
  mustWait(): boolean
  /** The window's answer. */
  answer(unsaved: Unsaved): void
  /** The page crashed or went away: nobody will answer any more. */
  pageGone(): void
}

type Phase = 'open' | 'asked' | 'confirming' | 'closing'

/**
 * Scenario: the window is closed within half a second of the last key. The page writes and answers; then it closes.
 * When the page cannot write, or does not answer within `patienceMs` (it hangs, or the disk does), the user decides.
 * A crashed page has nothing more to save, and must not keep the app from quitting.
 */
export function createCloseGuard(options: CloseGuardOptions): CloseGuard {
  let phase: Phase = 'open'
  let timer: NodeJS.Timeout | null = null

  function stopWaiting(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }

  function closeNow(): void {
    stopWaiting()
    phase = 'closing'
    options.close()
  }

  async function confirm(reason: string): Promise<void> {
    stopWaiting()
    phase = 'confirming'
    const mayClose = await options.confirmLoss(reason)
    // A late answer of the page, or its crash, may have closed the window while the user was reading.
    if (phase !== 'confirming') return
    if (mayClose) return closeNow()
    phase = 'open'
    options.stay()
  }

  return {
    mustWait() {
      if (phase === 'closing') return false
      if (phase !== 'open') return true
      if (!options.canAnswer()) {
        phase = 'closing'
        return false
      }
      phase = 'asked'
      timer = setTimeout(() => {
        void confirm('The window does not answer.')
      }, options.patienceMs)
      options.ask()
      return true
    },
    answer(unsaved) {
      if (phase !== 'asked' && phase !== 'confirming') return
      if (unsaved === null) closeNow()
      else if (phase === 'asked') void confirm(`${unsaved.name}: ${unsaved.reason}`)
    },
    pageGone() {
      if (phase === 'asked' || phase === 'confirming') closeNow()
    },
  }
}
