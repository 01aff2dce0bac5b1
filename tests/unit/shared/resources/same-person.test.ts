import { describe, expect, it } from 'vitest'
import {
  isKnownDifferent,
  mayBeSame,
  withDifferent,
  withSame,
  type PeopleMemory,
} from '../../../../shared/resources/same-person.ts'

const nothing: PeopleMemory = { same: [], different: [] }

describe('names that may be one person', () => {
  it.each([
    ['Neel Nanda', 'nanda'],
    ['@neel', 'Neel Nanda'],
    ['N. Nanda', 'Neel Nanda'],
    ['Charlie Rogers-Smith', 'Charlie Rogers Smith'],
    ['Ethan Peres', 'Ethan Perez'],
    ['Ethan Daniel Perez', 'Ethan Perez'],
  ])('%s and %s', (one, other) => {
    expect(mayBeSame(one, other)).toBe(true)
    expect(mayBeSame(other, one)).toBe(true)
  })

  it.each([
    ['Ann Lee', 'Ann Lee'],
    ['Ann Lee', 'Bo Lee'],
    ['Ann Lee', 'Ann Moss'],
    ['Bo', 'Jo'],
    ['A', 'Ann Lee'],
    ['', 'Ann Lee'],
  ])('not %s and %s', (one, other) => {
    expect(mayBeSame(one, other)).toBe(false)
  })
})

describe('what is remembered of who is who', () => {
  it('joins spellings to one group, also over groups, under the name that was kept', () => {
    const two = withSame(withSame(nothing, 'Neel Nanda', 'nanda'), 'Ann Lee', 'A. Lee')
    expect(two.same).toEqual([
      ['Neel Nanda', 'nanda'],
      ['Ann Lee', 'A. Lee'],
    ])
    expect(withSame(two, 'Neel Nanda', '@neel').same).toContainEqual(['Neel Nanda', 'nanda', '@neel'])
    expect(withSame(two, 'Ann Lee', 'NANDA').same).toEqual([['Ann Lee', 'Neel Nanda', 'nanda', 'A. Lee']])
  })

  it('parts what is not the same, and does not ask again until it is said to be the same', () => {
    const parted = withDifferent(withSame(nothing, 'Neel Nanda', 'nanda'), 'Neel Nanda', 'Nanda')
    expect(parted).toEqual({ same: [], different: [['Neel Nanda', 'Nanda']] })
    expect(isKnownDifferent(parted, 'nanda', 'neel nanda')).toBe(true)
    expect(withDifferent(parted, 'nanda', 'Neel Nanda')).toEqual(parted)
    expect(withSame(parted, 'Neel Nanda', 'nanda')).toEqual({
      same: [['Neel Nanda', 'nanda']],
      different: [],
    })
  })
})
