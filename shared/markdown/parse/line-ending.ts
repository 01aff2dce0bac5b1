import type { LineEnding } from '../tree.ts'

/** The line ending that most lines of `text` use; `\n` when there is none or at a draw with another. */
export function findLineEnding(text: string): LineEnding {
  if (!text.includes('\r')) return '\n'
  let lf = 0
  let crlf = 0
  let cr = 0
  for (const [ending] of text.matchAll(/\r\n|\n|\r/g)) {
    if (ending === '\n') lf++
    else if (ending === '\r\n') crlf++
    else cr++
  }
  if (lf >= crlf && lf >= cr) return '\n'
  return crlf >= cr ? '\r\n' : '\r'
}
