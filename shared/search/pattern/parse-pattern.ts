import { foldCodePoint } from '../fold.ts'

/** A regular expression as a tree. Only what a machine can match in time linear in the text. */
export type PatternNode =
  | { readonly kind: 'set'; readonly has: (unit: number) => boolean }
  | { readonly kind: 'assert'; readonly what: Assertion }
  | { readonly kind: 'sequence' | 'choice'; readonly nodes: readonly PatternNode[] }
  | { readonly kind: 'repeat'; readonly node: PatternNode; readonly least: number; readonly most: number }

/** Line starts and ends here, a word begins or ends here, or it does not. */
export type Assertion = 'start' | 'end' | 'boundary' | 'no-boundary'

/** What the parser found, or why it gave up, in words. */
export type ParsedPattern =
  | { readonly isValid: true; readonly node: PatternNode }
  | { readonly isValid: false; readonly problem: string }

class PatternProblem extends Error {}

/** `x{1000}` is written out a thousand times; more would not be a pattern that a person types. */
const mostRepeats = 100
const mostSteps = 1000

/**
 * Parses letters, `.`, classes, groups, `|`, `* + ? {n,m}` (lazy or not), `^ $ \b \B` and `\d \w \s` with their
 * opposites. Case does not count. Look-around and back-references are refused: they cannot be matched in linear time.
 */
export function parsePattern(source: string): ParsedPattern {
  try {
    return { isValid: true, node: createParser(source).parseWhole() }
  } catch (error) {
    if (!(error instanceof PatternProblem)) throw error
    return { isValid: false, problem: error.message }
  }
}

function createParser(source: string) {
  let at = 0

  function parseWhole(): PatternNode {
    const node = parseChoice()
    if (at < source.length) throw new PatternProblem('a parenthesis closes that was not opened')
    if (sizeOf(node) > mostSteps) throw new PatternProblem('the pattern is too large')
    return node
  }

  function parseChoice(): PatternNode {
    const nodes = [parseSequence()]
    while (source[at] === '|') {
      at += 1
      nodes.push(parseSequence())
    }
    return nodes.length === 1 ? (nodes[0] as PatternNode) : { kind: 'choice', nodes }
  }

  function parseSequence(): PatternNode {
    const nodes: PatternNode[] = []
    while (at < source.length && source[at] !== '|' && source[at] !== ')')
      nodes.push(parseRepeats(parseAtom()))
    return { kind: 'sequence', nodes }
  }

  function parseRepeats(atom: PatternNode): PatternNode {
    let node = atom
    for (;;) {
      const match = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/.exec(source.slice(at, at + 20))
      if (match === null) return node
      at += match[0].length
      const [least, most] = boundsOf(match)
      if (least > mostRepeats || (most !== Infinity && most > mostRepeats))
        throw new PatternProblem(`a part may be repeated ${mostRepeats} times at most`)
      if (least > most) throw new PatternProblem('a repeat counts backwards')
      node = { kind: 'repeat', node, least, most }
    }
  }

  function boundsOf([whole, least, comma, most]: RegExpExecArray): [number, number] {
    if (least !== undefined)
      return [Number(least), comma === undefined ? Number(least) : most ? Number(most) : Infinity]
    return whole.startsWith('*') ? [0, Infinity] : whole.startsWith('+') ? [1, Infinity] : [0, 1]
  }

  function parseAtom(): PatternNode {
    const sign = source[at] ?? ''
    at += 1
    switch (sign) {
      case '(':
        return parseGroup()
      case '[':
        return parseClass()
      case '.':
        return { kind: 'set', has: () => true }
      case '^':
        return { kind: 'assert', what: 'start' }
      case '$':
        return { kind: 'assert', what: 'end' }
      case '\\':
        return parseEscape()
      case '*':
      case '+':
      case '?':
        throw new PatternProblem(`nothing stands before ${sign}`)
      default:
        return letterSet(sign.charCodeAt(0))
    }
  }

  function parseGroup(): PatternNode {
    if (/^\?(?:[=!]|<[=!])/.test(source.slice(at, at + 3)))
      throw new PatternProblem('looking ahead or behind is not possible here')
    at += /^\?(?::|<\w+>)/.exec(source.slice(at))?.[0].length ?? 0
    const node = parseChoice()
    if (source[at] !== ')') throw new PatternProblem('a parenthesis is not closed')
    at += 1
    return node
  }

  function parseEscape(): PatternNode {
    const sign = source[at] ?? ''
    at += 1
    if (sign === '') throw new PatternProblem('nothing stands behind the backslash')
    if (sign === 'b') return { kind: 'assert', what: 'boundary' }
    if (sign === 'B') return { kind: 'assert', what: 'no-boundary' }
    if (/[1-9k]/.test(sign)) throw new PatternProblem('what was found before cannot be asked for again')
    return { kind: 'set', has: escapedSet(sign) ?? letterSet(controlCode(sign)).has }
  }

  function parseClass(): PatternNode {
    const isNegated = source[at] === '^'
    if (isNegated) at += 1
    const sets: ((unit: number) => boolean)[] = []
    for (let isFirst = true; source[at] !== ']' || isFirst; isFirst = false) {
      if (at >= source.length) throw new PatternProblem('a class is not closed')
      sets.push(parseClassPart())
    }
    at += 1
    const has = (unit: number): boolean => sets.some((set) => set(unit))
    return { kind: 'set', has: isNegated ? (unit) => !has(unit) : has }
  }

  function parseClassPart(): (unit: number) => boolean {
    const first = parseClassSign()
    if (typeof first === 'function') return first
    if (source[at] !== '-' || source[at + 1] === ']' || at + 1 >= source.length) return letterSet(first).has
    at += 1
    const last = parseClassSign()
    if (typeof last === 'function' || last < first)
      throw new PatternProblem('a range in a class runs backwards')
    return (unit) => {
      if (unit >= first && unit <= last) return true
      const [lower, upper] = casesOf(unit)
      return (lower >= first && lower <= last) || (upper >= first && upper <= last)
    }
  }

  function parseClassSign(): number | ((unit: number) => boolean) {
    const sign = source[at] ?? ''
    at += 1
    if (sign !== '\\') return sign.charCodeAt(0)
    const escaped = source[at] ?? ''
    at += 1
    return escapedSet(escaped) ?? controlCode(escaped)
  }

  return { parseWhole }
}

/** Steps that a part is written out to. */
function sizeOf(node: PatternNode): number {
  switch (node.kind) {
    case 'set':
    case 'assert':
      return 1
    case 'repeat':
      return sizeOf(node.node) * Math.max(1, node.most === Infinity ? node.least + 1 : node.most)
    default:
      return node.nodes.reduce((sum, inner) => sum + sizeOf(inner), 1)
  }
}

function controlCode(sign: string): number {
  return sign === 't' ? 9 : sign === 'n' ? 10 : sign === 'r' ? 13 : sign.charCodeAt(0)
}

function escapedSet(sign: string): ((unit: number) => boolean) | null {
  switch (sign) {
    case 'd':
      return isDigit
    case 'D':
      return (unit) => !isDigit(unit)
    case 'w':
      return isWordUnit
    case 'W':
      return (unit) => !isWordUnit(unit)
    case 's':
      return isSpace
    case 'S':
      return (unit) => !isSpace(unit)
    default:
      return null
  }
}

/** A letter, in both cases and with or without its accent when it is typed without. */
function letterSet(wanted: number): { readonly kind: 'set'; readonly has: (unit: number) => boolean } {
  const [lower, upper] = casesOf(wanted)
  if (wanted >= 128)
    return { kind: 'set', has: (unit) => unit === wanted || unit === lower || unit === upper }
  const plain = String.fromCharCode(lower)
  return {
    kind: 'set',
    has: (unit) => unit === lower || unit === upper || (unit >= 128 && foldCodePoint(unit) === plain),
  }
}

function casesOf(unit: number): readonly [number, number] {
  const sign = String.fromCharCode(unit)
  return [sign.toLowerCase().charCodeAt(0), sign.toUpperCase().charCodeAt(0)]
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57
}

function isSpace(unit: number): boolean {
  return /\s/.test(String.fromCharCode(unit))
}

/** Letters of any script, digits and `_`. */
export function isWordUnit(unit: number): boolean {
  if (unit < 128) return (unit | 32) >= 97 ? (unit | 32) <= 122 : isDigit(unit) || unit === 95
  return /[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(unit))
}
