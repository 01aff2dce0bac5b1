const startedMs = Date.now()

/**
 * Prints one line of progress with the seconds since the start; not among the results of a command, which may be
 * piped into another.
 * @param {string} message
 */
export function log(message) {
  console.error(`[setup ${((Date.now() - startedMs) / 1000).toFixed(1)}s] ${message}`)
}

/** Ends the set-up with a sentence that says what to do. @param {string} message @returns {never} */
export function stop(message) {
  console.error(`[setup] ${message}`)
  process.exit(1)
}
