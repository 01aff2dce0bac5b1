import { compilePattern } from './compile-pattern.ts'
import { createMachine } from './pattern-machine.ts'
import { parsePattern } from './parse-pattern.ts'

/** Says when to stop. Asked every few thousand steps. */
export type IsLate = () => boolean

/** Matches a pattern, line by line, in time linear in the text whatever the pattern. */
export interface PatternMatcher {
  /** Null: there was no time to tell. */
  isIn(text: string, isLate: IsLate): boolean | null
  /** Half-open ranges, UTF-16 code units, rising: each the longest from its place; at most `most`. */
  findAll(text: string, most: number): [number, number][]
}

export type CompiledPattern =
  | { readonly isValid: true; readonly matcher: PatternMatcher }
  | { readonly isValid: false; readonly problem: string }

/** A longer line is data; its beginning is looked at. */
const longestLine = 10_000
/** Steps that finding all places in a text may take: milliseconds. What is left then is not marked. */
const mostSteps = 300_000

/** Prepares a pattern as it stands between slashes; a problem is said in words. */
export function createPatternMatcher(source: string): CompiledPattern {
  const parsed = parsePattern(source)
  if (!parsed.isValid) return parsed
  const program = compilePattern(parsed.node)
  const anywhere = createMachine(program, true)
  const fromHere = createMachine(program, false)
  return {
    isValid: true,
    matcher: {
      isIn(text, isLate) {
        let isStopped = false
        const isFound = eachLine(text, (from, to) => {
          const end = anywhere.endOf(text, { from, lineFrom: from, lineTo: to, isSoon: true, isLate })
          isStopped = end === null
          return end !== -1
        })
        return isStopped ? null : isFound
      },
      findAll(text, most) {
        const found: [number, number][] = []
        const lastStep = anywhere.steps + fromHere.steps + mostSteps
        const isLate = (): boolean => anywhere.steps + fromHere.steps > lastStep
        eachLine(text, (lineFrom, lineTo) => {
          const line = { lineFrom, lineTo, isLate }
          // Most lines hold nothing; only the others are tried place by place.
          if (anywhere.endOf(text, { ...line, from: lineFrom, isSoon: true }) === -1) return isLate()
          for (let at = lineFrom; at < lineTo && found.length < most && !isLate();) {
            const end = fromHere.endOf(text, { ...line, from: at, isSoon: false }) ?? -1
            if (end > at) found.push([at, end])
            at = Math.max(at + 1, end)
          }
          return found.length >= most || isLate()
        })
        return found
      },
    },
  }
}

/** Calls `visit` with each line until it answers true; gives whether it did. */
function eachLine(text: string, visit: (from: number, to: number) => boolean): boolean {
  for (let from = 0; from <= text.length;) {
    const next = text.indexOf('\n', from)
    const end = next < 0 ? text.length : next
    const to = end > from && text.charCodeAt(end - 1) === 13 ? end - 1 : end
    if (visit(from, Math.min(to, from + longestLine))) return true
    from = end + 1
  }
  return false
}
