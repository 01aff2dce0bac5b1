import { expect, test } from 'vitest'
import { findLinkTrigger } from '../../../../shared/links/link-trigger.ts'

test.each([
  ['see [[', { kind: 'page', length: 2, query: '' }],
  ['see [[toy mod', { kind: 'page', length: 9, query: 'toy mod' }],
  ['![[map', { kind: 'page', length: 5, query: 'map' }],
  ['[[one]] and [[two', { kind: 'page', length: 5, query: 'two' }],
  ['[[plan#', { kind: 'heading', length: 7, page: 'plan', query: '' }],
  ['[[plan#next st', { kind: 'heading', length: 14, page: 'plan', query: 'next st' }],
  ['[[#here', { kind: 'heading', length: 7, page: '', query: 'here' }],
  ['@', { kind: 'person', length: 1, query: '' }],
  ['met @nee', { kind: 'person', length: 4, query: 'nee' }],
  ['met @Neel Nan', { kind: 'person', length: 9, query: 'Neel Nan' }],
  ['(@ann', { kind: 'person', length: 4, query: 'ann' }],
])('a link begins in %s', (before, expected) => {
  expect(findLinkTrigger(before)).toEqual(expected)
})

test.each([
  '',
  'see',
  '[one',
  '[[one]]',
  '[[one]] two',
  '[[a|b',
  'me@home',
  'met @nee and',
  '[[' + 'x'.repeat(70),
  '- [ ]',
])('none begins in %s', (before) => {
  expect(findLinkTrigger(before)).toBeNull()
})
