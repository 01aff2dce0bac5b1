import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createPatternMatcher,
  type PatternMatcher,
} from '../../../../../shared/search/pattern/match-pattern.ts'

function matcherOf(source: string): PatternMatcher {
  const compiled = createPatternMatcher(source)
  if (!compiled.isValid) throw new Error(compiled.problem)
  return compiled.matcher
}

function found(source: string, text: string): string[] {
  return matcherOf(source)
    .findAll(text, 100)
    .map(([from, to]) => text.slice(from, to))
}

const never = (): boolean => false

describe('a pattern', () => {
  it.each([
    ['men.or', 'mentor, Menxor', ['mentor', 'Menxor']],
    ['^mentor', 'mentor mentor\nmentor', ['mentor', 'mentor']],
    ['mentor$', 'mentor mentor\r\nmentor', ['mentor', 'mentor']],
    ['\\bart\\b', 'art part art-house', ['art', 'art']],
    ['\\Bart', 'art part', ['art']],
    ['a|bc|', 'abc', ['a', 'bc']],
    ['(ab)+', 'ababab ab', ['ababab', 'ab']],
    ['a{2,3}', 'aaaaa', ['aaa', 'aa']],
    ['a{2}', 'aaaaa', ['aa', 'aa']],
    ['colou?r', 'color colour', ['color', 'colour']],
    ['[a-c]+', 'abcd CAB', ['abc', 'CAB']],
    ['[^a-z ]+', 'ab 12 c-d', ['12', '-']],
    ['[]x]+', 'a]x', [']x']],
    ['\\d{4}-\\d\\d', 'on 2025-09-20', ['2025-09']],
    ['(?:a|b)c', 'ac bc cc', ['ac', 'bc']],
    ['a\\/b', 'a/b', ['a/b']],
    ['a\\.b', 'a.b axb', ['a.b']],
    ['creme', 'crème creme', ['crème', 'creme']],
    ['.*', 'one\n\ntwo', ['one', 'two']],
    ['学.', '机器学习', ['学习']],
  ])('%s in %j finds %j', (source, text, expected) => {
    expect(found(source, text)).toEqual(expected)
    expect(matcherOf(source).isIn(text, never)).toBe(true)
  })

  it.each([
    ['(a', 'a parenthesis is not closed'],
    ['a)', 'a parenthesis closes that was not opened'],
    ['[a', 'a class is not closed'],
    ['*a', 'nothing stands before *'],
    ['a{5,2}', 'a repeat counts backwards'],
    ['a{1000}', 'a part may be repeated 100 times at most'],
    ['((a{100}){100}){100}', 'the pattern is too large'],
    ['(?=a)', 'looking ahead or behind is not possible here'],
    ['(a)\\1', 'what was found before cannot be asked for again'],
    ['a\\', 'nothing stands behind the backslash'],
  ])('says what is wrong with %s', (source, problem) => {
    expect(createPatternMatcher(source)).toEqual({ isValid: false, problem })
  })

  it('takes no more steps for nested repeats than the text is long', () => {
    // Backtracking would take 2 to the 5,000th steps.
    const text = `${'a'.repeat(5000)}b`
    expect(matcherOf('(a+)+$').isIn(text, never)).toBe(false)
    expect(matcherOf('(a|a)*c').isIn(text, never)).toBe(false)
    expect(matcherOf('(.*)*x(.*)*y').isIn(text, never)).toBe(false)
  })

  it('stops when it is late, and says that it cannot tell', () => {
    const text = 'ab'.repeat(4000)
    expect(matcherOf('(a|b)*a(a|b){18}c').isIn(text, () => true)).toBeNull()
    expect(matcherOf('a(a|b)*d|c').findAll(`${text}c`, 10).length).toBeLessThanOrEqual(1)
  })

  it('agrees with the engine of the language', () => {
    const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\w', '\\b', '^', '$', '(a|b)', '(ab|b)')
    const piece = fc
      .tuple(atom, fc.constantFrom('', '', '*', '+', '?', '{1,2}'))
      .map(([what, often]) => (/^[\\^$]b?$/.test(what) ? what : what + often))
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 5 }),
        fc.array(fc.constantFrom('a', 'b', 'A', ' ', '\n'), { maxLength: 12 }),
        (pieces, letters) => {
          const text = letters.join('')
          const expected = text.split('\n').some((line) => new RegExp(pieces.join(''), 'i').test(line))
          expect(matcherOf(pieces.join('')).isIn(text, never)).toBe(expected)
        },
      ),
      { seed: 5, numRuns: 1500 },
    )
  })
})
