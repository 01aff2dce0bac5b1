import { holds, Side, sideOf, type Program, type SideValue } from './compile-pattern.ts'

/** Where to look. Offsets in UTF-16 code units. */
interface Run {
  /** A match begins here, or, for a machine that looks anywhere, here or behind. */
  readonly from: number
  readonly lineFrom: number
  readonly lineTo: number
  /** The first end of a match will do; else the last is wanted. */
  readonly isSoon: boolean
  readonly isLate: () => boolean
}

/** A pattern at work on one line after the other. */
export interface PatternMachine {
  /** End of a match, -1 without one; null when it became late before that was clear. */
  endOf(text: string, run: Run): number | null
  /** Grows with the work that was done. */
  readonly steps: number
}

/** Steps that are waited at, between two signs. */
interface State {
  /** Sorted numbers of steps, not yet followed over assertions. */
  readonly waiting: readonly number[]
  readonly before: SideValue
  /** Where a sign leads, by code unit; filled as signs come. */
  readonly ascii: (State | undefined)[]
  readonly wide: Map<number, State>
  /** The pattern is found here, by what stands behind; filled likewise. */
  readonly isFound: (boolean | undefined)[]
  readonly generation: number
}

/** More states than this are forgotten and made again: a pattern can have as many as there are sets of its steps. */
const mostStates = 3000
/** Steps between two looks at the clock. */
const stepsAtOnce = 4096

/**
 * Makes the machine of a program: all ways to match are followed at once, and each set of them is remembered with the
 * sets that signs lead to. So a sign costs one look-up, or as much as the pattern is long; never more.
 *
 * @param isAnywhere true: a match may begin at every sign, not only at the first.
 */
export function createMachine({ steps: program, start }: Program, isAnywhere: boolean): PatternMachine {
  let states = new Map<string, State>()
  let generation = 0
  let steps = 0

  function stateOf(waiting: readonly number[], before: SideValue): State {
    const key = `${before}:${waiting.join()}`
    const known = states.get(key)
    if (known !== undefined) return known
    if (states.size >= mostStates) {
      states = new Map()
      generation += 1
    }
    const state: State = { waiting, before, ascii: [], wide: new Map(), isFound: [], generation }
    states.set(key, state)
    return state
  }

  /** Follows forks, and assertions that hold between the two sides. */
  function follow(state: State, after: SideValue): ReadonlySet<number> {
    const seen = new Set<number>()
    const stack = [...state.waiting]
    for (let number = stack.pop(); number !== undefined; number = stack.pop()) {
      const step = program[number]
      if (step === undefined || seen.has(number)) continue
      seen.add(number)
      if (step.kind === 'fork') stack.push(step.next, step.other)
      else if (step.kind === 'assert' && holds(step.what, state.before, after)) stack.push(step.next)
    }
    steps += 8 * seen.size
    return seen
  }

  function isFound(state: State, after: SideValue): boolean {
    return (state.isFound[after] ??= follow(state, after).has(0))
  }

  function advance(state: State, unit: number, side: SideValue): State {
    const known = unit < 128 ? state.ascii[unit] : state.wide.get(unit)
    if (known !== undefined && known.generation === generation) return known
    const reached = new Set<number>(isAnywhere ? [start] : [])
    for (const number of follow(state, side)) {
      const step = program[number]
      if (step?.kind === 'set' && step.has(unit)) reached.add(step.next)
    }
    const next = stateOf(
      Array.from(reached).sort((left, right) => left - right),
      side,
    )
    if (unit < 128) state.ascii[unit] = next
    else state.wide.set(unit, next)
    return next
  }

  return {
    get steps() {
      return steps
    },
    endOf(text, { from, lineFrom, lineTo, isSoon, isLate }) {
      let state = stateOf([start], from === lineFrom ? Side.edge : sideOf(text.charCodeAt(from - 1)))
      let end = -1
      let checkAt = steps + stepsAtOnce
      for (let at = from; ; at += 1) {
        const unit = at < lineTo ? text.charCodeAt(at) : -1
        const after = unit < 0 ? Side.edge : sideOf(unit)
        if (isFound(state, after)) {
          end = at
          if (isSoon) return end
        }
        if (unit < 0 || state.waiting.length === 0) return end
        state = advance(state, unit, after)
        steps += 1
        if (steps < checkAt) continue
        if (isLate()) return null
        checkAt = steps + stepsAtOnce
      }
    },
  }
}
