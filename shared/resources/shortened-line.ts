/** Longest text that is kept of a line: enough to know it again. */
const longest = 280

/** A text as one line of at most 280 characters. */
export function shortenedLine(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length <= longest ? line : `${line.slice(0, longest - 1).trimEnd()}…`
}
