import { expect, test } from 'vitest'
import { createFinder } from '../../../../shared/replace/create-finder.ts'
import { spliceText } from '../../../../shared/entry/splice-text.ts'
import { errorOf, valueOf } from '../../../support/outcomes.ts'

interface Wanted {
  readonly isExpression?: boolean
  readonly isCaseKept?: boolean
  readonly isWholeWord?: boolean
}

function replaceAll(text: string, find: string, replacement: string, wanted: Wanted = {}): string | null {
  const plain = { isExpression: false, isCaseKept: false, isWholeWord: false }
  return spliceText(text, valueOf(createFinder({ find, replacement, ...plain, ...wanted }))(text))
}

test.each<readonly [string, string, string, string, Wanted, string]>([
  ['a phrase in any case', 'Ngo said. NGO', 'ngo', 'Nanda', {}, 'Nanda said. Nanda'],
  ['only in this case', 'Ngo NGO', 'Ngo', 'Nanda', { isCaseKept: true }, 'Nanda NGO'],
  [
    'whole words',
    'art, part-time art1 art_ Art',
    'art',
    'x',
    { isWholeWord: true },
    'x, part-time art1 art_ x',
  ],
  ['whole words of any script', 'été étés é\u0301té', 'été', 'x', { isWholeWord: true }, 'x étés é\u0301té'],
  ['signs as they are', 'a.b a+b (c)', 'a.b', '$1', {}, '$1 a+b (c)'],
  ['parts of words', 'mentorship', 'tor', '', {}, 'menship'],
  [
    'an expression',
    '2025-09-20',
    String.raw`(\d+)-(\d+)-(\d+)`,
    '$3.$2.$1',
    { isExpression: true },
    '20.09.2025',
  ],
  ['names of groups', 'by Ngo', 'by (?<who>\\w+)', '($<who>)', { isExpression: true }, '(Ngo)'],
  ['the ends of lines', 'a\r\nb\na', 'a$', 'x', { isExpression: true }, 'x\r\nb\nx'],
  ['the beginnings of lines', 'a\r\nab\na', '^a', 'x', { isExpression: true }, 'x\r\nxb\nx'],
  ['no empty places', 'aa', 'x*', 'y', { isExpression: true }, 'aa'],
  [
    'alternatives as whole words',
    'cat cats dog',
    'cat|dog',
    'x',
    { isExpression: true, isWholeWord: true },
    'x cats x',
  ],
  ['an expression that only older rules allow', 'a-b', String.raw`a\-b`, 'x', { isExpression: true }, 'x'],
  ['signs beyond the first plane', '😀 a', '😀', '🎉', {}, '🎉 a'],
])('replaces %s', (_what, text, find, replacement, wanted, expected) => {
  expect(replaceAll(text, find, replacement, wanted)).toBe(expected)
})

test('leaves out places that would stay as they are', () => {
  const wanted = {
    find: 'ngo',
    replacement: 'Ngo',
    isExpression: false,
    isCaseKept: false,
    isWholeWord: false,
  }
  expect(valueOf(createFinder(wanted))('Ngo ngo NGO')).toEqual([
    { from: 4, to: 7, text: 'Ngo' },
    { from: 8, to: 11, text: 'Ngo' },
  ])
})

test('says that an expression is none', () => {
  const wanted = { find: '(a', replacement: '', isExpression: true, isCaseKept: false, isWholeWord: false }
  expect(errorOf(createFinder(wanted)).message).toMatch(/^This is no regular expression yet: .*\.$/)
  expect(errorOf(createFinder({ ...wanted, isWholeWord: true, find: 'a)(' })).code).toBe('invalid-input')
})

test.each([
  ['$$5', '$5'],
  ['[$&]', '[ab]'],
  ['$2$1', 'ba'],
  ['$12', 'a2'],
  ['$9', '$9'],
  ['$0', '$0'],
  ['$<no>', '$<no>'],
])('fills %s', (replacement, expected) => {
  expect(replaceAll('ab', '(a)(b)', replacement, { isExpression: true })).toBe(expected)
})
