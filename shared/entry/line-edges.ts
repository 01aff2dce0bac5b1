/** Offset of the first character of the line that `at` stands in; every line end counts: LF, CRLF, CR. */
export function findLineStart(text: string, at: number): number {
  let from = at
  while (from > 0 && text[from - 1] !== '\n' && text[from - 1] !== '\r') from -= 1
  return from
}

/** Offset behind the last character of the line that `at` stands in, in front of its line end. */
export function findLineEnd(text: string, at: number): number {
  let to = at
  while (to < text.length && text[to] !== '\n' && text[to] !== '\r') to += 1
  return to
}
