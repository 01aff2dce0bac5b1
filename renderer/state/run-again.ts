/**
 * Runs `work` now, or once more when it is done for all that was asked meanwhile: while a journal is read, entries come
 * by the hundred, and each would ask for everything anew.
 *
 * @param isWanted false: what waits is left, since nobody looks any more
 */
export function createRunAgain(work: () => Promise<void>, isWanted: () => boolean): () => Promise<void> {
  let isWaiting = false
  let isRunning = false
  return async () => {
    isWaiting = true
    if (isRunning) return
    isRunning = true
    while (isWaiting && isWanted()) {
      isWaiting = false
      await work()
    }
    isRunning = false
  }
}
