import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  DELETE_CHARACTER_COMMAND,
  INDENT_CONTENT_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  OUTDENT_CONTENT_COMMAND,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
import { $copy, $paste } from '../../../editor/clipboard/register-entry-clipboard.ts'
import { setBlockType } from '../../../editor/commands/block-type.ts'
import { insertRule } from '../../../editor/commands/insert-rule.ts'
import { deleteItems, toggleBox } from '../../../editor/commands/item-commands.ts'
import { moveBlocks } from '../../../editor/commands/move-blocks.ts'
import { $findTextBlock, type TextBlock } from '../../../editor/commands/positions.ts'
import { atEdge } from '../../support/random-edits.ts'
import { createTestClipboard } from '../../support/test-clipboard.ts'
import { listDamage } from './judge-edit.ts'
import { openText, undoAll } from './open-text.ts'
import { defineEditProperty, type FidelityProperty } from './property.ts'

/**
 * The only content of a block. Lexical's history takes an update with one dirty leaf of unchanged text for none: a
 * command that moves nothing but such a thing was not undoable.
 */
const onlyThings = [
  '[link](https://a.example)',
  '[link][ref]',
  '**[link](u)**',
  '![image](pic.png)',
  '![[embed.png]]',
  '[[wiki]]',
  '<https://a.example>',
  'https://a.example',
  '$x$',
  '{{< x >}}',
  '`code`',
  'word',
]

/** Where the block stands: `?` is the thing, and what is around it has others. */
const surroundings = [
  '# Heading\n\n?\n',
  '# ?\n\n?\n',
  'text\n\n?\n\n?\n',
  '- ?\n- ?\n',
  '- one\n- ?\n  - ?\n- last\n',
  '1. ?\n\n   ?\n2. ?\n',
  '- [ ] ?\n- [x] ?\n',
  '> ?\n>\n> ?\n',
  '```\ncode\n```\n\n?\n\n```\ncode\n```\n',
  '| ? | b |\n|---|---|\n| c | ? |\n\n?\n',
  '---\n\n?\n\n---\n',
  '<div>\n\n?\n\n</div>\n',
  '- one\n\n?\n\n* two\n',
  '[ref]: /url\n\n?\n',
]

const places = ['start', 'end', 'all'] as const

const commands: readonly (readonly [name: string, run: (editor: LexicalEditor) => void])[] = [
  ['Backspace', (editor) => deleteHere(editor, true)],
  ['Delete', (editor) => deleteHere(editor, false)],
  ['Enter', (editor) => editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined)],
  ['line break', (editor) => editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false)],
  ['indent', (editor) => editor.dispatchCommand(INDENT_CONTENT_COMMAND, undefined)],
  ['outdent', (editor) => editor.dispatchCommand(OUTDENT_CONTENT_COMMAND, undefined)],
  ['move up', (editor) => moveBlocks(editor, 'up')],
  ['move down', (editor) => moveBlocks(editor, 'down')],
  ['to heading', (editor) => setBlockType(editor, 'heading-2')],
  ['to quote', (editor) => setBlockType(editor, 'quote')],
  ['to list', (editor) => setBlockType(editor, 'number-list')],
  ['to check list', (editor) => setBlockType(editor, 'check-list')],
  ['to text', (editor) => setBlockType(editor, 'paragraph')],
  ['box', (editor) => toggleBox(editor)],
  ['delete items', (editor) => deleteItems(editor)],
  ['rule', (editor) => insertRule(editor)],
  ['cut and paste', cutAndPaste],
]

/** Deletes what is selected, or joins blocks: a single letter is measured by the window, which a test lacks. */
function deleteHere(editor: LexicalEditor, isBackward: boolean): void {
  const run = (): boolean => editor.dispatchCommand(DELETE_CHARACTER_COMMAND, isBackward)
  if (hasRange(editor)) run()
  else atEdge(editor, isBackward ? 'start' : 'end', run)
}

function hasRange(editor: LexicalEditor): boolean {
  return editor.read(() => $getSelection()?.isCollapsed() === false)
}

function cutAndPaste(editor: LexicalEditor): void {
  const board = createTestClipboard()
  if (!hasRange(editor)) return
  editor.update(() => $copy(editor, board), { discrete: true })
  editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true)
  editor.update(() => $getRoot().selectEnd(), { discrete: true })
  editor.update(() => $paste(editor, board), { discrete: true })
}

function $listTextBlocks(node: LexicalNode): TextBlock[] {
  if (!$isElementNode(node)) return []
  const own = $findTextBlock(node)
  return own !== null && own.is(node) ? [own] : node.getChildren().flatMap($listTextBlocks)
}

function select(editor: LexicalEditor, block: number, place: (typeof places)[number]): void {
  editor.update(
    () => {
      const blocks = $listTextBlocks($getRoot())
      const chosen = blocks[block % blocks.length]
      if (place === 'end') chosen?.selectEnd()
      else chosen?.selectStart()
      const selection = $getSelection()
      const end = place === 'all' ? chosen?.selectEnd().focus : undefined
      if (end === undefined || !$isRangeSelection(selection)) return
      const { key, offset, type } = end
      chosen?.selectStart().focus.set(key, offset, type)
    },
    { discrete: true },
  )
}

export const structuralProperties: readonly FidelityProperty[] = [
  defineEditProperty(
    {
      name: 'every structural command on a block that holds one thing is written as shown, and undone to the same bytes',
      runs: 1500,
      mostRefused: 0.05,
    },
    [
      fc.constantFrom(...surroundings),
      fc.array(fc.constantFrom(...onlyThings), { minLength: 3, maxLength: 3 }),
      fc.nat({ max: 8 }),
      fc.constantFrom(...places),
      fc.array(fc.constantFrom(...commands), { minLength: 1, maxLength: 2 }),
    ],
    (tally, around, things, block, place, chosen) => {
      const text = things.reduce((filled, thing) => filled.replace('?', () => thing), around)
      const open = openText(text)
      select(open.editor, block, place)
      for (const [name, run] of chosen) {
        run(open.editor)
        const saved = open.session.readText()
        tally.edits += 1
        if (saved.refused.length > 0) tally.refused += 1
        else assert.deepEqual(listDamage(open.base, open.readBlocks(), saved), [], `${name}: ${saved.text}`)
      }
      undoAll(open.editor)
      assert.equal(open.session.readText().text, text, chosen.map(([name]) => name).join(', '))
      open.session.dispose()
    },
  ),
]
