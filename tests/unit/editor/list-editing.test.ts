import { INDENT_CONTENT_COMMAND, OUTDENT_CONTENT_COMMAND } from 'lexical'
import { describe, expect, test } from 'vitest'
import { deleteItems, toggleBox } from '../../../editor/commands/item-commands.ts'
import { moveBlocks } from '../../../editor/commands/move-blocks.ts'
import { openTypist, outline, settle } from '../../support/entry-typing.ts'

const steps = '- one\n- two\n  - inner\n- three\n'

describe('Enter in a list', () => {
  test('splits an item, its sub-list going with the second half', async () => {
    const typist = openTypist('- one two\n  - inner\n')
    typist.caret('one| two')
    await typist.enter()
    expect(outline(typist.editor)).toBe(
      [
        'list',
        '  item',
        '    paragraph',
        '      "one"',
        '  item',
        '    paragraph',
        '      " two"',
        '    list',
        '      item',
        '        paragraph',
        '          "inner"',
      ].join('\n'),
    )
  })

  test('at the end of an item with a sub-list begins that sub-list', async () => {
    const typist = openTypist('- one\n  - inner\n')
    typist.caret('one|')
    await typist.enter()
    await typist.type('new')
    expect(outline(typist.editor)).toContain(
      '    list\n      item\n        paragraph\n          "new"\n      item\n        paragraph\n          "inner"',
    )
  })

  test('after a done item gives an open box', async () => {
    const typist = openTypist('- [x] one\n')
    typist.caret('one|')
    await typist.enter()
    expect(outline(typist.editor)).toBe(
      'list\n  item [x]\n    paragraph\n      "one"\n  item [ ]\n    paragraph',
    )
  })

  test('in a blank item goes out one level, then out of the list', async () => {
    const typist = openTypist('- one\n  - inner\n')
    typist.caret('inner|')
    await typist.enter()
    await typist.enter()
    expect(outline(typist.editor)).toBe(
      'list\n  item\n    paragraph\n      "one"\n    list\n      item\n        paragraph\n          "inner"\n  item\n    paragraph',
    )
    await typist.enter()
    await typist.type('after')
    expect(outline(typist.editor)).toMatch(/^list[\s\S]*\nparagraph\n {2}"after"$/)
  })
})

describe('Backspace at the start of an item', () => {
  test('takes its box first, then its level, then its list', async () => {
    const typist = openTypist('- one\n  - [ ] inner\n')
    typist.caret('|inner')
    await typist.backspace()
    expect(outline(typist.editor)).not.toContain('[ ]')
    await typist.backspace()
    expect(outline(typist.editor)).toBe(
      'list\n  item\n    paragraph\n      "one"\n  item\n    paragraph\n      "inner"',
    )
    await typist.backspace()
    expect(outline(typist.editor)).toBe('list\n  item\n    paragraph\n      "one"\nparagraph\n  "inner"')
    await typist.backspace()
    expect(outline(typist.editor)).toBe('list\n  item\n    paragraph\n      "oneinner"')
  })

  test('keeps the children of the item where they were', async () => {
    const typist = openTypist(steps)
    typist.caret('|two')
    await typist.backspace()
    expect(outline(typist.editor)).toBe(
      'list\n  item\n    paragraph\n      "one"\nparagraph\n  "two"\nlist\n  item\n    paragraph\n      "inner"\n  item\n    paragraph\n      "three"',
    )
  })
})

describe('indenting and outdenting', () => {
  test('take the sub-items along and can be undone to the same text', async () => {
    const typist = openTypist(steps)
    typist.caret('tw|o')
    typist.editor.dispatchCommand(INDENT_CONTENT_COMMAND, undefined)
    await settle(typist.editor)
    expect(outline(typist.editor)).toBe(
      'list\n  item\n    paragraph\n      "one"\n    list\n      item\n        paragraph\n          "two"\n        list\n          item\n            paragraph\n              "inner"\n  item\n    paragraph\n      "three"',
    )
    await typist.undo()
    expect(typist.session.readText().text).toBe(steps)
  })

  test('outdenting takes the following siblings along as children', async () => {
    const typist = openTypist('- one\n  - a\n  - b\n  - c\n')
    typist.caret('b|')
    typist.editor.dispatchCommand(OUTDENT_CONTENT_COMMAND, undefined)
    await settle(typist.editor)
    expect(outline(typist.editor)).toBe(
      'list\n  item\n    paragraph\n      "one"\n    list\n      item\n        paragraph\n          "a"\n  item\n    paragraph\n      "b"\n    list\n      item\n        paragraph\n          "c"',
    )
  })
})

test('deleting an item deletes what is below it and nothing else', async () => {
  const typist = openTypist(steps)
  typist.caret('tw|o')
  deleteItems(typist.editor)
  await settle(typist.editor)
  expect(outline(typist.editor)).toBe(
    'list\n  item\n    paragraph\n      "one"\n  item\n    paragraph\n      "three"',
  )
})

test('moving an item takes what is below it along', async () => {
  const typist = openTypist(steps)
  typist.caret('tw|o')
  moveBlocks(typist.editor, 'up')
  await settle(typist.editor)
  expect(outline(typist.editor)).toBe(
    'list\n  item\n    paragraph\n      "two"\n    list\n      item\n        paragraph\n          "inner"\n  item\n    paragraph\n      "one"\n  item\n    paragraph\n      "three"',
  )
})

test('deleting a range that ends in an item with children leaves no empty bullet', async () => {
  const typist = openTypist(steps)
  typist.select('ne…two')
  await typist.backspace()
  expect(outline(typist.editor)).toBe(
    'list\n  item\n    paragraph\n      "o"\n    list\n      item\n        paragraph\n          "inner"\n  item\n    paragraph\n      "three"',
  )
})

test('Delete at the end of an item joins the next one, whose children stay', async () => {
  const typist = openTypist(steps)
  typist.caret('one|')
  await typist.del()
  expect(outline(typist.editor)).toBe(
    'list\n  item\n    paragraph\n      "onetwo"\n    list\n      item\n        paragraph\n          "inner"\n  item\n    paragraph\n      "three"',
  )
})

test('ticking ticks the items with a box among the selected ones', async () => {
  const typist = openTypist('- [ ] a\n- b\n- [x] c\n')
  typist.select('a…c')
  toggleBox(typist.editor)
  await settle(typist.editor)
  expect(outline(typist.editor).match(/item.*/g)).toEqual(['item [x]', 'item', 'item [x]'])
  toggleBox(typist.editor)
  await settle(typist.editor)
  expect(outline(typist.editor).match(/item.*/g)).toEqual(['item [ ]', 'item', 'item [ ]'])
})

test('a box is set by number and text, and not when they disagree', () => {
  const typist = openTypist('- a\n- [ ] **b** [c](u)\n')
  expect(typist.session.setBox(1, 'b', 'x')).toBe(false)
  expect(typist.session.setBox(7, 'b c', 'x')).toBe(false)
  expect(typist.session.setBox(1, 'b c', 'x')).toBe(true)
  expect(outline(typist.editor)).toContain('item [x]')
})
