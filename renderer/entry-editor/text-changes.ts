import { diffArrays } from 'diff'

/** One replaced range: `[from, to)` of the old text, UTF-16 code units, becomes `insert`. */
export interface TextChange {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/** Beyond this edit distance in lines a line-by-line comparison costs more than it helps the caret. */
const MOST_EDITED_LINES = 500

/**
 * Finds few, small replacements that turn `before` into `after`, sorted and without overlap.
 *
 * Lines are compared first; inside a replaced run of lines the common beginning and end are cut off, so that a caret
 * in an untouched part of a changed line stays where it is.
 */
export function findTextChanges(before: string, after: string): TextChange[] {
  if (before === after) return []
  const outer = trimChange({ from: 0, to: before.length, insert: after }, before)
  const from = outer.from === 0 ? 0 : before.lastIndexOf('\n', outer.from - 1) + 1
  const end = before.indexOf('\n', outer.to)
  const to = end < 0 ? before.length : end + 1
  const middle = after.slice(from, after.length - (before.length - to))
  const runs = diffArrays(splitLines(before.slice(from, to)), splitLines(middle), {
    maxEditLength: MOST_EDITED_LINES,
  })
  if (runs === undefined) return [outer]
  const changes: TextChange[] = []
  let at = from
  let pending: TextChange | null = null
  for (const run of runs) {
    const text = run.value.join('')
    if (!run.added && !run.removed) {
      if (pending !== null) changes.push(trimChange(pending, before))
      pending = null
      at += text.length
      continue
    }
    pending ??= { from: at, to: at, insert: '' }
    if (run.removed) at += text.length
    pending = run.removed ? { ...pending, to: at } : { ...pending, insert: pending.insert + text }
  }
  if (pending !== null) changes.push(trimChange(pending, before))
  return changes
}

function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

function trimChange(change: TextChange, before: string): TextChange {
  const most = Math.min(change.to - change.from, change.insert.length)
  let head = 0
  while (head < most && before.charCodeAt(change.from + head) === change.insert.charCodeAt(head)) head += 1
  let tail = 0
  while (
    tail < most - head &&
    before.charCodeAt(change.to - 1 - tail) === change.insert.charCodeAt(change.insert.length - 1 - tail)
  ) {
    tail += 1
  }
  return {
    from: change.from + head,
    to: change.to - tail,
    insert: change.insert.slice(head, change.insert.length - tail),
  }
}
