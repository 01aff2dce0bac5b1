import { isWordUnit, type Assertion, type PatternNode } from './parse-pattern.ts'

/** A step of the machine that matches a pattern. */
export type Step =
  | { readonly kind: 'set'; readonly has: (unit: number) => boolean; next: number }
  | { readonly kind: 'assert'; readonly what: Assertion; next: number }
  | { readonly kind: 'fork'; next: number; other: number }
  | { readonly kind: 'found' }

/** Steps of a pattern; the last is `found`. */
export interface Program {
  readonly steps: readonly Step[]
  readonly start: number
}

/** Turns a tree into steps, each part of it into those before what follows it. */
export function compilePattern(node: PatternNode): Program {
  const steps: Step[] = [{ kind: 'found' }]
  const add = (step: Step): number => steps.push(step) - 1

  function compile(part: PatternNode, next: number): number {
    switch (part.kind) {
      case 'set':
        return add({ kind: 'set', has: part.has, next })
      case 'assert':
        return add({ kind: 'assert', what: part.what, next })
      case 'sequence':
        return part.nodes.reduceRight((after, inner) => compile(inner, after), next)
      case 'choice':
        return part.nodes
          .map((inner) => compile(inner, next))
          .reduceRight((other, first) => add({ kind: 'fork', next: first, other }))
      case 'repeat':
        return compileRepeat(part, next)
    }
  }

  function compileRepeat(part: PatternNode & { kind: 'repeat' }, next: number): number {
    let after = next
    if (part.most === Infinity) {
      const fork: Step = { kind: 'fork', next: 0, other: next }
      after = add(fork)
      fork.next = compile(part.node, after)
    } else {
      for (let time = part.least; time < part.most; time += 1)
        after = add({ kind: 'fork', next: compile(part.node, after), other: next })
    }
    for (let time = 0; time < part.least; time += 1) after = compile(part.node, after)
    return after
  }

  const start = compile(node, 0)
  return { steps, start }
}

/** What stands on a side of a place in a line. */
export const Side = { edge: 0, word: 1, other: 2 } as const
export type SideValue = (typeof Side)[keyof typeof Side]

const asciiSides = Uint8Array.from({ length: 128 }, (_, unit) => (isWordUnit(unit) ? Side.word : Side.other))

/** Side that a code unit makes. */
export function sideOf(unit: number): SideValue {
  if (unit >= 128) return isWordUnit(unit) ? Side.word : Side.other
  return asciiSides[unit] as SideValue
}

/** True when an assertion holds between two sides. */
export function holds(what: Assertion, before: SideValue, after: SideValue): boolean {
  switch (what) {
    case 'start':
      return before === Side.edge
    case 'end':
      return after === Side.edge
    case 'boundary':
      return (before === Side.word) !== (after === Side.word)
    case 'no-boundary':
      return (before === Side.word) === (after === Side.word)
  }
}
