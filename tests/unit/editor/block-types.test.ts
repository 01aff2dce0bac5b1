import { describe, expect, test } from 'vitest'
import { setBlockType } from '../../../editor/commands/block-type.ts'
import { insertRule } from '../../../editor/commands/insert-rule.ts'
import { moveBlocks } from '../../../editor/commands/move-blocks.ts'
import { openTypist, settle } from '../../support/entry-typing.ts'

describe('setting the block type', () => {
  test.each([
    ['heading-1', '# one *two*\n'],
    ['heading-3', '### one *two*\n'],
    ['quote', '> one *two*\n'],
    ['bullet-list', '- one *two*\n'],
    ['number-list', '1. one *two*\n'],
    ['check-list', '- [ ] one *two*\n'],
  ] as const)('makes a %s of a paragraph, and a paragraph of it again', async (type, expected) => {
    const typist = openTypist('one *two*\n')
    typist.caret('on|e ')
    setBlockType(typist.editor, type)
    await settle(typist.editor)
    expect(typist.text()).toBe(expected)
    setBlockType(typist.editor, type)
    await settle(typist.editor)
    expect(typist.text()).toBe('one *two*\n')
  })

  test('makes code of several paragraphs', async () => {
    const typist = openTypist('one\n\ntwo\n\nthree\n')
    typist.select('one…two')
    setBlockType(typist.editor, 'code')
    await settle(typist.editor)
    expect(typist.text()).toBe('```\none\ntwo\n```\n\nthree\n')
  })

  test('makes one list of several paragraphs, and joins it with the list beside', async () => {
    const typist = openTypist('- zero\n\none\n\ntwo\n')
    typist.select('one…two')
    setBlockType(typist.editor, 'bullet-list')
    await settle(typist.editor)
    expect(typist.text().replace(/\n+/g, '\n')).toBe('- zero\n- one\n- two\n')
  })

  test('gives boxes to items without touching the others', async () => {
    const typist = openTypist('- one\n- two\n- three\n')
    typist.caret('tw|o')
    setBlockType(typist.editor, 'check-list')
    await settle(typist.editor)
    expect(typist.text()).toBe('- one\n- [ ] two\n- three\n')
  })

  test('gives no box to an item that begins with a heading, and takes it from one that is made so', async () => {
    const typist = openTypist('- # one\n- [ ] two\n')
    typist.select('one…two')
    setBlockType(typist.editor, 'check-list')
    await settle(typist.editor)
    expect(typist.text()).toBe('- # one\n- [ ] two\n')
    typist.caret('tw|o')
    setBlockType(typist.editor, 'heading-1')
    await settle(typist.editor)
    expect(typist.text()).toBe('- # one\n- # two\n')
  })

  test('takes an item out of nested lists, its children staying a list', async () => {
    const typist = openTypist('- one\n  - two\n    - three\n')
    typist.caret('tw|o')
    setBlockType(typist.editor, 'paragraph')
    await settle(typist.editor)
    expect(typist.text()).toBe('- one\n\ntwo\n\n- three\n')
  })

  test('puts a whole list into a quote', async () => {
    const typist = openTypist('- one\n- two\n')
    typist.select('one…two')
    setBlockType(typist.editor, 'quote')
    await settle(typist.editor)
    expect(typist.text()).toBe('> - one\n> - two\n')
  })

  test('leaves cells alone', async () => {
    const text = '| a |\n|---|\n| b |\n'
    const typist = openTypist(text)
    typist.caret('b|')
    setBlockType(typist.editor, 'heading-1')
    await settle(typist.editor)
    expect(typist.text()).toBe(text)
  })
})

test('a rule goes behind the block, in place of a blank one', async () => {
  const typist = openTypist('one\n\ntwo\n')
  typist.caret('on|e')
  insertRule(typist.editor)
  await settle(typist.editor)
  expect(typist.text()).toBe('one\n\n---\n\ntwo\n')
  await typist.undo()
  expect(typist.text()).toBe('one\n\ntwo\n')
})

describe('moving', () => {
  test.each([
    ['one\n\n## two\n\nthree\n', 'two', 'up', '## two\n\none\n\nthree\n'],
    ['one\n\n## two\n\nthree\n', 'two', 'down', 'one\n\nthree\n\n## two\n'],
    ['- a\n- b\n\t- c\n- d\n', 'b', 'down', '- a\n- d\n- b\n\t- c\n'],
    ['- a\n- b\n\t- c\n- d\n', 'c', 'down', '- a\n- b\n\t- c\n- d\n'],
    ['[only link](u)\n\ntext\n', 'only', 'down', 'text\n\n[only link](u)\n'],
  ] as const)('%j: %s goes %s', async (text, word, direction, expected) => {
    const typist = openTypist(text)
    typist.session.reveal(text.indexOf(word))
    moveBlocks(typist.editor, direction)
    await settle(typist.editor)
    expect(typist.text()).toBe(expected)
    await typist.undo()
    expect(typist.text()).toBe(text)
  })
})
