import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText } from '../../../../shared/search/fold.ts'
import { listTokens, tokenizeAddress } from '../../../../shared/search/tokenize.ts'

/** Where words end and what may stand in them, in any order: at the end of a text too. */
const signs = fc
  .array(fc.constantFrom('a', 'B', '7', '’', "'", '-', '_', ',', ' ', '字', '⭐', 'é', '\u00ad'), {
    maxLength: 12,
  })
  .map((letters) => letters.join(''))

function terms(text: string): string[] {
  return listTokens(text).map((token) => token.term)
}

describe('tokenising', () => {
  it.each([
    ['Skip forward, aggressively!', ['skip', 'forward', 'aggressively']],
    ['front-matter', ['front', 'matter', 'frontmatter']],
    ['snake_case_name', ['snake', 'case', 'name', 'snakecasename']],
    ['useEffect', ['useeffect', 'use', 'effect']],
    ['LessWrong and PhDs', ['lesswrong', 'less', 'wrong', 'and', 'phds']],
    ['don’t the newbie’s', ['dont', 'the', 'newbie']],
    ['the users’', ['the', 'users']],
    ["rock 'n'", ['rock', 'n']],
    ['1,000,', ['1000']],
    ['80,000 Hours, 3,14', ['80000', 'hours', '3', '14']],
    ['3Blue1Brown', ['3blue1brown', 'blue', 'brown']],
    ['2025-09-20', ['2025', '09', '20']],
    ['Ørsted Straße', ['orsted', 'strasse']],
    ['機械学習', ['機械', '械学', '学習']],
    ['字', ['字']],
    ['한국어 text', ['한국', '국어', 'text']],
    ['great ⭐\ufe0f', ['great', '⭐']],
    ['Привет мир', ['привет', 'мир']],
    ['title\u00a0with no-break', ['title', 'with', 'no', 'break', 'nobreak']],
  ])('cuts %j', (text, expected) => {
    expect(terms(text)).toEqual(expected)
  })

  it('takes the words of a web address apart, and leaves out its ids', () => {
    expect(terms('see https://www.lesswrong.com/posts/kGt3ukLR924kyfn5y/so-you-want (x)')).toEqual([
      'see',
      'lesswrong',
      'com',
      'posts',
      'so',
      'you',
      'want',
      'x',
    ])
    const found: string[] = []
    tokenizeAddress('80000hours.org/speak-with-us', (term) => found.push(term))
    expect(found).toEqual(['80000hours', 'org', 'speak', 'with', 'us'])
  })

  it('gives places that hold the term', () => {
    const text = 'Try the “Front-Matter” twice'
    const token = listTokens(text).find(({ term }) => term === 'matter')
    expect(text.slice(token?.from, token?.to)).toBe('Matter')
  })

  it('is linear and short on a word of 100,000 letters', () => {
    const [token] = listTokens('x'.repeat(100_000))
    expect(token?.term).toHaveLength(64)
    expect(token?.to).toBe(100_000)
  })

  it('never throws; places rise, lie inside the text, and terms are folded', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), signs), (text) => {
        let before = 0
        for (const { term, from, to } of listTokens(text)) {
          expect(from).toBeLessThan(to)
          expect(to).toBeLessThanOrEqual(text.length)
          expect(to).toBeGreaterThanOrEqual(before > to ? 0 : before)
          expect(foldText(term).text).toBe(term)
          before = to
        }
      }),
      { seed: 6, numRuns: 500 },
    )
  })
})
