/** Shorter slices are copies anyway (V8). */
const shortestSlice = 13

/**
 * A copy of a string that does not keep alive what it was cut from. A slice of 13 letters and more is a window on the
 * whole: kept for long, it would hold an entry's text, or all titles of an index part that is long gone.
 */
export function detached(text: string): string {
  // Joining writes all letters into one new block; adding two strings would only remember both.
  return text.length < shortestSlice ? text : [text.slice(0, 1), text.slice(1)].join('')
}
