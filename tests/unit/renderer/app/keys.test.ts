import { expect, test } from 'vitest'
import { findCommand } from '../../../../renderer/app/keys.ts'
import { renamedPath } from '../../../../renderer/app/navigation.ts'
import type { EntryPath } from '../../../../shared/entry/entry-path.ts'

const press = (key: string, given: Partial<Parameters<typeof findCommand>[0]> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...given,
})

test.each([
  [press('k', { ctrlKey: true }), 'open-search'],
  [press('K', { ctrlKey: true }), 'open-search'],
  [press('n', { ctrlKey: true }), 'open-today'],
  [press('N', { ctrlKey: true, shiftKey: true }), 'new-draft'],
  [press('ArrowLeft', { altKey: true }), 'go-back'],
  [press('F6'), 'next-region'],
  [press('|', { code: 'Backslash', ctrlKey: true, shiftKey: true }), 'toggle-sidebar'],
  [press('\\', { code: 'Backslash', ctrlKey: true }), 'toggle-rail'],
  [press('k'), null],
  [press('k', { ctrlKey: true, altKey: true }), null],
  [press('k', { metaKey: true }), null],
])('%o means %s', (given, id) => {
  expect(findCommand(given, false)).toBe(id)
})

test('on macOS the command key takes the place of Ctrl', () => {
  expect(findCommand(press('k', { metaKey: true }), true)).toBe('open-search')
  expect(findCommand(press('k', { ctrlKey: true }), true)).toBeNull()
})

test('a renamed entry stays in its folder and keeps its extension', () => {
  expect(renamedPath('a/b.c.markdown' as EntryPath, ' new ')).toBe('a/new.markdown')
  expect(renamedPath('b.md' as EntryPath, 'new')).toBe('new.md')
})
