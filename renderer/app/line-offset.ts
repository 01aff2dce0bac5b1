/**
 * Where a line begins, in UTF-16 code units; the last line when there are fewer. Lines count from 1 and end with LF,
 * CRLF or a lone CR.
 */
export function offsetOfLine(text: string, line: number): number {
  let from = 0
  let at = 1
  for (const { index, 0: lineEnd } of text.matchAll(/\r\n?|\n/g)) {
    if (at === line) break
    from = index + lineEnd.length
    at += 1
  }
  return from
}
