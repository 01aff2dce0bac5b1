import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  DELETE_CHARACTER_COMMAND,
  INDENT_CONTENT_COMMAND,
  OUTDENT_CONTENT_COMMAND,
  type LexicalEditor,
} from 'lexical'
import { describe, expect, test } from 'vitest'
import { $copy, $paste } from '../../editor/clipboard/register-entry-clipboard.ts'
import { deleteItems } from '../../editor/commands/item-commands.ts'
import { moveBlocks } from '../../editor/commands/move-blocks.ts'
import { openTypist, outline } from '../support/entry-typing.ts'
import { createTestClipboard } from '../support/test-clipboard.ts'

/** What Lexical's own commands, history and clipboard do to Markdown, each met on the way and worked round. */

function indent(editor: LexicalEditor): void {
  editor.dispatchCommand(INDENT_CONTENT_COMMAND, undefined)
}

function outdent(editor: LexicalEditor): void {
  editor.dispatchCommand(OUTDENT_CONTENT_COMMAND, undefined)
}

/** Selects a whole top-level block, cuts it, and pastes it into a new paragraph at the end. */
function cutToEnd(editor: LexicalEditor, index: number): void {
  const board = createTestClipboard()
  editor.update(
    () => {
      const block = $getRoot().getChildAtIndex(index)
      if (!$isElementNode(block)) throw new Error('not text')
      const { key, offset, type } = block.selectEnd().focus
      block.selectStart().focus.set(key, offset, type)
    },
    { discrete: true },
  )
  editor.update(() => $copy(editor, board), { discrete: true })
  editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true)
  editor.update(() => $getRoot().selectEnd(), { discrete: true })
  editor.update(() => $paste(editor, board), { discrete: true })
}

describe('the history', () => {
  test.each([
    ['a paragraph that is one link', '# head\n\n[link](u)\n'],
    ['a paragraph that is one wiki link', '# head\n\n[[wiki]]\n'],
    ['a paragraph that is one picture', '# head\n\n![i](j)\n'],
  ])('undoes Backspace that moves nothing but %s', async (_, text) => {
    const typist = openTypist(text)
    typist.editor.update(
      () => {
        const block = $getRoot().getLastChild()
        if ($isElementNode(block)) block.selectStart()
      },
      { discrete: true },
    )
    await typist.backspace()
    expect(typist.text()).not.toBe(text)
    await typist.undo()
    expect(typist.text()).toBe(text)
  })

  test('undoes the first edit, and only to what was opened', async () => {
    const typist = openTypist('one\n')
    typist.caret('one|')
    await typist.type('x')
    await typist.undo()
    expect(typist.text()).toBe('one\n')
    await typist.undo()
    expect(typist.text()).toBe('one\n')
    await typist.redo()
    expect(typist.text()).toBe('onex\n')
  })
})

describe('items with children or a body', () => {
  const list = '- a\n- b\n\n  body\n  - c\n    - d\n- e\n'

  test('Backspace at the start leaves no orphan bullet', async () => {
    const typist = openTypist('- a\n- b\n  - c\n')
    typist.caret('|b')
    await typist.backspace()
    expect(typist.text()).not.toMatch(/^\s*[-*]\s*$|- -/m)
    expect(typist.text().match(/[abc]/g)?.join('')).toBe('abc')
    await typist.undo()
    expect(typist.text()).toBe('- a\n- b\n  - c\n')
  })

  test('outdenting takes children along and leaves no empty bullet', () => {
    const typist = openTypist('- a\n  - b\n    - c\n- d\n')
    typist.caret('|b')
    outdent(typist.editor)
    expect(typist.text()).toBe('- a\n- b\n  - c\n- d\n')
  })

  test('indenting takes children and body along', () => {
    const typist = openTypist(list)
    typist.caret('|b')
    indent(typist.editor)
    expect(typist.text()).toBe('- a\n  - b\n\n    body\n    - c\n      - d\n- e\n')
    outdent(typist.editor)
    expect(typist.text()).toBe(list)
  })

  test('deleting takes children and body away, not to the item above', () => {
    const typist = openTypist(list)
    typist.caret('|b')
    deleteItems(typist.editor)
    expect(typist.text()).toBe('- a\n- e\n')
  })

  test('moving takes children and body along', () => {
    const typist = openTypist(list)
    typist.caret('|b')
    moveBlocks(typist.editor, 'up')
    expect(typist.text()).toMatch(/^- b\n\n {2}body\n {2}- c\n {4}- d\n\n?- a\n\n?- e\n$/)
    moveBlocks(typist.editor, 'down')
    expect(typist.text()).toBe(list)
  })
})

test('a nested ordered list begins with 1, whatever the list around it begins with', () => {
  const typist = openTypist('3. a\n4. b\n5. c\n')
  typist.caret('|b')
  indent(typist.editor)
  expect(typist.text()).toBe('3. a\n   1. b\n5. c\n')
})

describe('cutting a whole block and pasting it elsewhere', () => {
  test.each([
    ['a heading that is one link', '# [head](u)'],
    ['code', '```js\na\n\n  b {{c}}\n```'],
    ['a paragraph with links and marks', 'a [[w_x]] **b** [c](<d e> "t")'],
  ])('keeps its type, links and spelling: %s', (_, block) => {
    const typist = openTypist(`text\n\n${block}\n\nlast\n`)
    cutToEnd(typist.editor, 1)
    const text = typist.text()
    expect(text.indexOf(block)).toBeGreaterThan(text.indexOf('last'))
  })
})

describe('links', () => {
  test('typing over the last word of a link stays in the link', async () => {
    const typist = openTypist('a [one two](u) b\n')
    typist.select('two')
    await typist.type('2')
    expect(typist.text()).toBe('a [one 2](u) b\n')
  })

  test('typing over all of a link keeps the link', async () => {
    const typist = openTypist('a [one](<u v> "t") b\n')
    typist.select('one')
    await typist.type('two three')
    expect(typist.text()).toBe('a [two three](<u v> "t") b\n')
  })

  test('Backspace below code pours nothing into the code and drops no link', async () => {
    const typist = openTypist('```\ncode\n```\n\na [b](c) d\n')
    typist.caret('|a ')
    await typist.backspace()
    expect(typist.text()).toContain('a [b](c) d\n')
    expect(typist.text()).toContain('```\ncode\n```')
  })
})

test('text typed inside bold text is bold, where the selection was made by a program', async () => {
  const typist = openTypist('a **bold** b\n')
  typist.editor.update(
    () => {
      const node = $getRoot().getAllTextNodes()[1]
      const selection = node?.select(2, 2)
      // As a program leaves it.
      if ($isRangeSelection(selection)) selection.setFormat(node?.getFormat() ?? 0)
    },
    { discrete: true },
  )
  await typist.type('x')
  expect(typist.text()).toBe('a **boxld** b\n')
})

describe('the borders of containers', () => {
  test.each([
    ['of a quote', '> |a\n', 'a\n'],
    ['of a quote below a paragraph', 'x\n\n> |a\n>\n> b\n', null],
    ['of the body of an item', '- x\n\n  |body\n- y\n', null],
    ['below a quote', '> a\n\n|b\n', null],
    ['below a table', '| a |\n|---|\n\n|b\n', null],
    ['of a cell', '| |a | b |\n|---|---|\n', '| a | b |\n|---|---|\n'],
  ])('Backspace at the start %s loses no letter and is undone', async (_, marked, after) => {
    const at = /\|(?=[a-z])/
    const text = marked.replace(at, '')
    const word = /\|([a-z]+)/.exec(marked)?.[1] ?? ''
    const typist = openTypist(text)
    typist.caret(`|${word}`)
    await typist.backspace()
    const saved = typist.text()
    if (after !== null) expect(saved).toBe(after)
    expect(letters(saved)).toBe(letters(text))
    await typist.undo()
    expect(typist.text()).toBe(text)
  })

  test.each([
    ['above a quote', 'a\n\n> b\n>\n> c\n'],
    ['at the end of a quote', '> a\n\nb\n'],
    ['above a table', 'a\n\n| b |\n|---|\n'],
    ['at the end of a cell', '| a | b |\n|---|---|\n'],
    ['at the end of the body of an item', '- x\n\n  a\n- b\n'],
    ['above code', 'a\n\n```\nb\n```\n'],
  ])('Delete %s loses no letter and is undone', async (_, text) => {
    const typist = openTypist(text)
    typist.caret('a|')
    await typist.del()
    expect(letters(typist.text())).toBe(letters(text))
    await typist.undo()
    expect(typist.text()).toBe(text)
  })
})

function letters(text: string): string {
  return (text.match(/[a-z]/g) ?? []).join('')
}

describe('what the plugins of the editor do by themselves', () => {
  test('opening a table with short rows and empty cells fills no cell in the file', async () => {
    const text = '| a | b | c |\n|---|---|---|\n| d |\n|| e\n\nword\n'
    const typist = openTypist(text)
    expect(typist.text()).toBe(text)
    typist.select('word')
    await typist.type('new')
    expect(typist.text()).toBe(text.replace('word', 'new'))
    typist.caret('e|')
    await typist.type('x')
    expect(typist.text()).toBe(text.replace('e\n', 'ex\n').replace('word', 'new'))
  })

  test('code is text line by line, whatever colours it', async () => {
    const text = '```js\nconst a = "x" // *y*\n\n\treturn a\n```\n'
    const typist = openTypist(text)
    expect(typist.text()).toBe(text)
    typist.select('return')
    await typist.type('throw')
    expect(typist.text()).toBe(text.replace('return', 'throw'))
    expect(outline(typist.editor)).toContain('code')
  })
})

test('bundles run Lexical for production: its development build checks every update', async () => {
  const scripts = new URL('../../scripts/bundles.mjs', import.meta.url).href
  const { nodeConfig } = (await import(scripts)) as {
    nodeConfig: (bundle: object) => { define: Record<string, string> }
  }
  const { define } = nodeConfig({ name: 'x', entry: 'x.ts', folder: 'x' })
  expect(define['process.env.NODE_ENV']).toBe('"production"')
})

test('a caret can stand in every empty place without becoming a line of the file', async () => {
  const typist = openTypist('- a\n- b\n')
  typist.caret('b|')
  await typist.enter()
  expect(typist.text()).toBe('- a\n- b\n-\n')
  expect(typist.editor.read(() => $isRangeSelection($getSelection()))).toBe(true)
  await typist.undo()
  expect(typist.text()).toBe('- a\n- b\n')
})
