import { describe, expect, it } from 'vitest'
import { replaceNames } from '../../../../shared/export/replace-names.ts'

const people = [{ names: ['Ann Lee', 'annl'] }, { names: ['Bo Møller-Roe'] }, { names: ['Chris Lee'] }]
const write = (text: string): string => replaceNames(text, people).text

describe('a text without names', () => {
  it.each([
    ['Ann Lee met Bo Møller-Roe.', 'Person 1 met Person 2.'],
    ['Bo Møller-Roe met ANN LEE', 'Person 1 met Person 2'],
    ["Ann Lee’s plan, Ann Lee's notes", "Person 1’s plan, Person 1's notes"],
    ['Ann said so. I asked Ann', 'Person 1 said so. I asked Person 1'],
    ['anniversary, Annex, ann', 'anniversary, Annex, ann'],
    ['@annl and [[People/Ann Lee]]', '@person-1 and [[People/Person 1]]'],
    ['[page](https://annlee.example/ann-lee.html)', '[page](https://person-1.example/person-1.html)'],
    ['[[Ann%20Lee.md]]', '[[person-1.md]]'],
    ['Ann\nLee wrote', 'Person 1 wrote'],
    ['Lee is two people', 'Lee is two people'],
    ['nobody here', 'nobody here'],
  ])('%j', (text, expected) => {
    expect(write(text)).toBe(expected)
  })

  it('says who stands for whom, and how often', () => {
    expect(replaceNames('Chris Lee, Ann Lee, Ann', people).pseudonyms).toEqual([
      { name: 'Chris Lee', pseudonym: 'Person 1', places: 1 },
      { name: 'Ann Lee', pseudonym: 'Person 2', places: 2 },
    ])
  })

  it('takes names with any sign in them as they are', () => {
    const odd = [{ names: ['A+ (B) [c]'] }, { names: ['$&'] }, { names: ['  '] }]
    expect(replaceNames('by A+ (B) [c]', odd).text).toContain('by ')
    expect(replaceNames('nothing', odd).text).toBe('nothing')
    expect(replaceNames('nothing', []).text).toBe('nothing')
  })
})
