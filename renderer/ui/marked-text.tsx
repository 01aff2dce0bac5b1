interface MarkedTextProps {
  readonly text: string
  /** Half-open ranges, UTF-16 code units, in any order; what overlaps or lies outside is cut. */
  readonly marks: readonly (readonly [number, number])[]
}

/** Text with the parts that matched a search marked. */
export function MarkedText({ text, marks }: MarkedTextProps) {
  const parts = []
  let at = 0
  for (const [from, to] of marks.toSorted((one, other) => one[0] - other[0])) {
    const start = Math.max(at, from)
    const end = Math.min(text.length, to)
    if (end <= start) continue
    if (start > at) parts.push(text.slice(at, start))
    parts.push(<mark key={start}>{text.slice(start, end)}</mark>)
    at = end
  }
  if (at < text.length) parts.push(text.slice(at))
  return <>{parts}</>
}
