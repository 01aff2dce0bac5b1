import {
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalCommand,
} from 'lexical'
import { describe, expect, test } from 'vitest'
import { openTypist, outline, settle, type Typist } from '../../support/entry-typing.ts'

/** Sends a key as Lexical would; gives whether the browser's own answer to it was held back. */
async function press(
  typist: Typist,
  command: LexicalCommand<KeyboardEvent>,
  keys: Partial<KeyboardEvent>,
): Promise<boolean> {
  let isPrevented = false
  const event = {
    key: '',
    shiftKey: false,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    target: null,
    preventDefault: () => (isPrevented = true),
    ...keys,
  }
  typist.editor.dispatchCommand(command, event as unknown as KeyboardEvent)
  await settle(typist.editor)
  return isPrevented
}

describe('Tab', () => {
  test('nests an item, with Shift takes it out, and is held back there', async () => {
    const typist = openTypist('- a\n- b\n')
    typist.caret('|b')
    expect(await press(typist, KEY_TAB_COMMAND, { key: 'Tab' })).toBe(true)
    expect(typist.text()).toBe('- a\n  - b\n')
    expect(await press(typist, KEY_TAB_COMMAND, { key: 'Tab', shiftKey: true })).toBe(true)
    expect(typist.text()).toBe('- a\n- b\n')
  })

  test('is left to the browser everywhere else, so that the editor is no trap', async () => {
    const typist = openTypist('text\n\n```\ncode\n```\n')
    typist.caret('tex|t')
    expect(await press(typist, KEY_TAB_COMMAND, { key: 'Tab' })).toBe(false)
    typist.caret('cod|e')
    expect(await press(typist, KEY_TAB_COMMAND, { key: 'Tab' })).toBe(false)
    expect(typist.text()).toBe('text\n\n```\ncode\n```\n')
  })

  test('keeps the tabs of the author', async () => {
    const typist = openTypist('- a\n\t- b\n\t- c\n')
    typist.caret('|c')
    await press(typist, KEY_TAB_COMMAND, { key: 'Tab' })
    expect(typist.text()).toBe('- a\n\t- b\n\t\t- c\n')
  })
})

test('Alt and an arrow move the item with the caret', async () => {
  const typist = openTypist('- a\n- b\n  - c\n')
  typist.caret('|b')
  expect(await press(typist, KEY_DOWN_COMMAND, { key: 'ArrowUp', altKey: true })).toBe(true)
  expect(typist.text()).toBe('- b\n  - c\n- a\n')
})

test('Ctrl+Enter ticks the item with the caret', async () => {
  const typist = openTypist('- [ ] a\n- [ ] b\n')
  typist.caret('|b')
  expect(await press(typist, KEY_DOWN_COMMAND, { key: 'Enter', ctrlKey: true })).toBe(true)
  expect(typist.text()).toBe('- [ ] a\n- [x] b\n')
})

describe('an arrow at the edge of the entry', () => {
  test.each([
    ['```\ncode\n```\n', 'code|', 'code\n  "code"\nparagraph\n  "x"'],
    ['> quote\n', 'quote|', 'quote\n  paragraph\n    "quote"\nparagraph\n  "x"'],
  ])('leaves %j downwards', async (text, caret, expected) => {
    const typist = openTypist(text)
    typist.caret(caret)
    expect(await press(typist, KEY_ARROW_DOWN_COMMAND, { key: 'ArrowDown' })).toBe(true)
    expect(typist.text()).toBe(text)
    await typist.type('x')
    expect(outline(typist.editor)).toBe(expected)
  })

  test('leaves a table upwards from its first row only', async () => {
    const typist = openTypist('| a |\n|---|\n| b |\n')
    typist.caret('|b')
    await press(typist, KEY_ARROW_UP_COMMAND, { key: 'ArrowUp' })
    expect(outline(typist.editor)).toMatch(/^table/)
    typist.caret('|a')
    await press(typist, KEY_ARROW_UP_COMMAND, { key: 'ArrowUp' })
    expect(outline(typist.editor)).toMatch(/^paragraph\ntable/)
  })

  test('is left to the browser in text', async () => {
    const typist = openTypist('text\n')
    typist.caret('text|')
    await press(typist, KEY_ARROW_DOWN_COMMAND, { key: 'ArrowDown' })
    expect(outline(typist.editor)).toBe('paragraph\n  "text"')
  })
})
