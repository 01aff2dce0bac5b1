import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText, unfoldRange } from '../../../../shared/search/fold.ts'

describe('folding', () => {
  it.each([
    ['Crème Brûlée', 'creme brulee'],
    ['Cre\u0300me', 'creme'],
    ['front\u00a0matter\u202fnow', 'front matter now'],
    ['“so” ‘it’s’', "\"so\" 'it's'"],
    ['part–time — now', 'part-time - now'],
    ['⭐\ufe0f', '⭐'],
    ['👩🏽', '👩'],
    ['Straße Ørsted Łódź', 'strasse orsted lodz'],
    ['ＡＢＣ１２', 'abc12'],
    ['ﬁne', 'fine'],
    ['ёлка Й', 'елка и'],
    ['Σίσυφος', 'σισυφοσ'],
    ['がぎ 한국', 'がぎ 한국'],
    ['soft\u00adhyphen', 'softhyphen'],
  ])('folds %j to %j', (text, folded) => {
    expect(foldText(text).text).toBe(folded)
  })

  it('leads from a folded range back to the signs it came from', () => {
    const text = 'a “Crème” b'
    const folded = foldText(text)
    const at = folded.text.indexOf('creme')
    expect(text.slice(...unfoldRange(folded, at, at + 5))).toBe('Crème')
  })

  it('takes the accent and the selector with the letter before them', () => {
    const text = 'e\u0301a ⭐\ufe0fx'
    const folded = foldText(text)
    expect(text.slice(...unfoldRange(folded, 0, 1))).toBe('e\u0301')
    expect(text.slice(...unfoldRange(folded, 3, 4))).toBe('⭐\ufe0f')
  })

  it('never throws, changes nothing the second time, and keeps every place inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = foldText(text)
        expect(foldText(folded.text).text).toBe(folded.text)
        const [from, to] = unfoldRange(folded, 0, folded.text.length)
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeLessThanOrEqual(text.length)
      }),
      { seed: 5, numRuns: 500 },
    )
  })
})
