import { expect, test } from 'vitest'
import { readPaletteKey, type SuggestionState } from '../../../../renderer/palette/palette-keys.ts'

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, code: '' }

function read(
  key: string,
  also: Partial<typeof none> = {},
  suggestions: SuggestionState = 'none',
  isAtEnd = true,
) {
  return readPaletteKey({ ...none, ...also, key }, suggestions, isAtEnd, false)
}

test('Enter opens the first result even while suggestions are offered; only one that was picked is taken by it', () => {
  expect(read('Enter', {}, 'offered')).toEqual({ kind: 'open' })
  expect(read('Enter', {}, 'picked')).toEqual({ kind: 'complete' })
})

test('Tab takes what is offered, and goes to the next group when nothing is', () => {
  expect(read('Tab', {}, 'offered')).toEqual({ kind: 'complete' })
  expect(read('Tab')).toEqual({ kind: 'group', by: 1 })
  expect(read('Tab', { shiftKey: true }, 'offered')).toEqual({ kind: 'group', by: -1 })
})

test('the right arrow picks a suggestion only where it would do nothing else', () => {
  expect(read('ArrowRight', {}, 'offered')).toEqual({ kind: 'pick', by: 1 })
  expect(read('ArrowRight', {}, 'offered', false)).toBeNull()
  expect(read('ArrowRight')).toBeNull()
  expect(read('ArrowLeft', {}, 'offered')).toBeNull()
  expect(read('ArrowLeft', {}, 'picked')).toEqual({ kind: 'pick', by: -1 })
})

test('Escape lets go of a picked suggestion, and is otherwise the dialog’s', () => {
  expect(read('Escape', {}, 'picked')).toEqual({ kind: 'unpick' })
  expect(read('Escape', {}, 'offered')).toBeNull()
})

test('Enter with Ctrl opens beside, with Alt links; Ctrl Space ticks; Alt arrows and F3 step through the hits', () => {
  expect(read('Enter', { ctrlKey: true })).toEqual({ kind: 'open-beside' })
  expect(read('Enter', { altKey: true })).toEqual({ kind: 'link' })
  expect(read(' ', { ctrlKey: true, code: 'Space' })).toEqual({ kind: 'tick' })
  expect(read('ArrowDown', { altKey: true })).toEqual({ kind: 'step', by: 1 })
  expect(read('F3', { shiftKey: true })).toEqual({ kind: 'step', by: -1 })
  expect(read('d', { ctrlKey: true })).toEqual({ kind: 'save' })
  expect(read('t', { ctrlKey: true })).toEqual({ kind: 'typos' })
})

test('letters and the caret’s own keys are the field’s', () => {
  for (const key of ['a', ' ', 'Home', 'End', 'Backspace', '?']) expect(read(key)).toBeNull()
  expect(read('a', { ctrlKey: true })).toBeNull()
})

test('on macOS the command key opens beside and Ctrl Space still ticks', () => {
  const press = { ...none, key: 'Enter', metaKey: true }
  expect(readPaletteKey(press, 'none', true, true)).toEqual({ kind: 'open-beside' })
  expect(readPaletteKey({ ...none, key: ' ', code: 'Space', ctrlKey: true }, 'none', true, true)).toEqual({
    kind: 'tick',
  })
})
