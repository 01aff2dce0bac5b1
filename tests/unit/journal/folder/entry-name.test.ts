import fc from 'fast-check'
import { expect, test } from 'vitest'
import { entryPathOf, findNameHindrance, makeEntryName } from '../../../../journal/folder/entry-name.ts'

test.each([
  ['Career exploration', 'Career exploration'],
  ['What next: AI safety?', 'What next AI safety'],
  ['a/b\\c', 'a b c'],
  ['  .hidden. ', 'hidden'],
  ['[[link]] #tag ^block', 'link tag block'],
  ['line\nend\ttab', 'line end tab'],
  ['', 'Untitled'],
  ['???', 'Untitled'],
  ['CON', 'CON entry'],
  ['com1.txt', 'com1.txt entry'],
  ['Cafe\u0301', 'Café'],
  ['🪨 stones', '🪨 stones'],
])('the title %j makes the name %j', (title, name) => {
  expect(makeEntryName(title)).toBe(name)
})

test('any title makes a name that every system can hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
      const name = makeEntryName(title)
      expect(findNameHindrance(`${name}.md`)).toBeNull()
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(126)
      expect(entryPathOf('drafts', name, 2)).toBe(`drafts/${name} 2.md`)
    }),
    { seed: 20261124, numRuns: 500 },
  )
})

test('a long title is cut at a whole character', () => {
  const name = makeEntryName('👩‍🚀'.repeat(60))
  expect(name).toMatch(/^(👩‍🚀)+$/u)
})

test.each([
  ['a:b.md', 'A file name cannot hold :'],
  ['.md', 'A name that begins with a dot would be hidden.'],
  ['nul.md', 'Windows keeps this name for itself.'],
  ['end .md', 'A file name cannot end in a dot or a space.'],
  ['a\nb.md', 'A file name cannot hold line ends or tabs.'],
  [`${'é'.repeat(127)}.md`, 'The name is too long.'],
])('says why %j cannot be a name', (name, reason) => {
  expect(findNameHindrance(name)).toBe(reason)
})

test('leaves names alone that are possible but unusual', () => {
  expect(findNameHindrance('C# [draft] ^1.md')).toBeNull()
})
