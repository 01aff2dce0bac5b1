import { describe, expect, test } from 'vitest'
import { holdsLetters } from '../../../../../shared/markdown/judge/count-letters.ts'
import { keepsAllOutside, keepsLines } from '../../../../../shared/markdown/judge/judge-lines.ts'

describe('letters', () => {
  test('that are gone without being taken away are missed', () => {
    expect(holdsLetters('one two', '', '', 'one tw')).toBe(false)
    expect(holdsLetters('one two', '', 'two', 'one')).toBe(true)
    expect(holdsLetters('one', 'more', '', 'one mor')).toBe(false)
  })

  test('written as numeric entities are there', () => {
    expect(holdsLetters('Instead', '', '', '&#73;nste&#x61;d')).toBe(true)
  })

  test('of an entity in code are letters, and may be edited', () => {
    expect(holdsLetters('`a &amp; b`', 'new', 'amp', '`a &new; b`')).toBe(true)
    expect(holdsLetters('`a &amp; b c`', 'new', 'amp', '`a &new; b`')).toBe(false)
    expect(holdsLetters('`&#xE4;`', 'new', 'xE4', '`&#new;`')).toBe(true)
  })
})

describe('lines', () => {
  const old = 'one\n\ntwo\nthree\n\nfour\n'
  const place = { from: old.indexOf('two'), to: old.indexOf('three') }

  test('outside of the place must stay, blank lines beside it may go', () => {
    expect(keepsAllOutside(old, 'one\n\ntwo!\nthree!\nmore\n\nfour\n', place)).toBe(true)
    expect(keepsAllOutside(old, 'one\nfour\n', place)).toBe(true)
    expect(keepsAllOutside(old, 'one!\n\ntwo\nthree\n\nfour\n', place)).toBe(false)
    expect(keepsAllOutside(old, 'one\n\ntwo\nthree\n\nfour!\n', place)).toBe(false)
  })

  test('change one at a time, but for the other half of a mark', () => {
    expect(keepsLines('a _b\nc_\n', 'a z*b\nc*\n', 'one-line')).toBe(true)
    expect(keepsLines('a\nb\n', 'a!\nb!\n', 'one-line')).toBe(false)
    expect(keepsLines('a\r\nb\n', 'a!\nb\n', 'one-line')).toBe(false)
  })

  test('that are only markers may be left by a deletion', () => {
    expect(keepsLines('- 3. x\n- y\n', '-\n- y\n', 'delete')).toBe(true)
    expect(keepsLines('- x\n- y\n', '- z\n', 'delete')).toBe(false)
  })
})
