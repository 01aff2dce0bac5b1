import fc from 'fast-check'
import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  INDENT_CONTENT_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  OUTDENT_CONTENT_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  type TextNode,
} from 'lexical'
import { $copy, $paste } from '../../editor/clipboard/register-entry-clipboard.ts'
import { setBlockType, type BlockType } from '../../editor/commands/block-type.ts'
import { insertRule } from '../../editor/commands/insert-rule.ts'
import { deleteItems, toggleBox } from '../../editor/commands/item-commands.ts'
import { removeLink, setLink } from '../../editor/commands/links.ts'
import { toggleMark, type MarkName } from '../../editor/commands/marks.ts'
import { moveBlocks } from '../../editor/commands/move-blocks.ts'
import { $findTextBlock } from '../../editor/commands/positions.ts'
import { createTestClipboard } from './test-clipboard.ts'

/** One edit to make, as numbers that choose place and kind: fast-check can shrink it. */
export interface RandomEdit {
  readonly kind: number
  /** Which text node the selection begins in (modulo their number), and how far into it, in thousandths. */
  readonly node: number
  readonly at: number
  /** How many text nodes further it ends, and how far into that one. */
  readonly span: number
  readonly endAt: number
}

const blockTypes: readonly BlockType[] = [
  'paragraph',
  'heading-1',
  'heading-2',
  'quote',
  'code',
  'bullet-list',
  'number-list',
  'check-list',
]
const marks: readonly MarkName[] = ['bold', 'italic', 'strike', 'code']

const edits: readonly {
  readonly name: string
  readonly run: (editor: LexicalEditor, edit: RandomEdit) => void
}[] = [
  { name: 'type', run: (editor) => editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, 'new') },
  {
    name: 'type at caret',
    run: (editor) => atCaret(editor, () => editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, 'x')),
  },
  { name: 'delete range', run: (editor) => deleteRange(editor) },
  {
    name: 'enter',
    run: (editor) => atCaret(editor, () => editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined)),
  },
  {
    name: 'line break',
    run: (editor) => atCaret(editor, () => editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false)),
  },
  {
    name: 'backspace at start',
    run: (editor) => atEdge(editor, 'start', () => editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true)),
  },
  {
    name: 'delete at end',
    run: (editor) => atEdge(editor, 'end', () => editor.dispatchCommand(DELETE_CHARACTER_COMMAND, false)),
  },
  { name: 'mark', run: (editor, { kind }) => toggleMark(editor, marks[kind % marks.length] ?? 'bold') },
  { name: 'link', run: (editor) => setLink(editor, 'https://new.example') },
  { name: 'unlink', run: (editor) => removeLink(editor) },
  {
    name: 'block type',
    run: (editor, { endAt }) => setBlockType(editor, blockTypes[endAt % blockTypes.length] ?? 'paragraph'),
  },
  { name: 'indent', run: (editor) => editor.dispatchCommand(INDENT_CONTENT_COMMAND, undefined) },
  { name: 'outdent', run: (editor) => editor.dispatchCommand(OUTDENT_CONTENT_COMMAND, undefined) },
  { name: 'move', run: (editor, { endAt }) => moveBlocks(editor, endAt % 2 === 0 ? 'up' : 'down') },
  { name: 'box', run: (editor) => toggleBox(editor) },
  { name: 'delete items', run: (editor) => deleteItems(editor) },
  { name: 'rule', run: (editor) => insertRule(editor) },
  { name: 'cut and paste', run: (editor, edit) => cutAndPaste(editor, edit) },
  {
    name: 'paste text',
    run: (editor) =>
      editor.update(() => $paste(editor, createTestClipboard({ 'text/plain': '# a\n- b\n\n*c*' })), {
        discrete: true,
      }),
  },
]

export const randomEditArbitrary: fc.Arbitrary<RandomEdit> = fc.record({
  kind: fc.nat({ max: edits.length - 1 }),
  node: fc.nat({ max: 400 }),
  at: fc.nat({ max: 1000 }),
  span: fc.constantFrom(0, 0, 0, 1, 2, 5),
  endAt: fc.nat({ max: 1000 }),
})

/** Selects and edits; gives the edit's name, for messages. An entry without text gets a word. */
export function applyRandomEdit(editor: LexicalEditor, edit: RandomEdit): string {
  select(editor, edit)
  const chosen = edits[edit.kind % edits.length]
  if (chosen === undefined) throw new Error('no such edit')
  chosen.run(editor, edit)
  editor.read(() => null)
  return chosen.name
}

function select(editor: LexicalEditor, edit: RandomEdit): void {
  editor.update(
    () => {
      const nodes = $getRoot().getAllTextNodes()
      const first = nodes[edit.node % Math.max(nodes.length, 1)]
      const last = nodes[Math.min((edit.node % Math.max(nodes.length, 1)) + edit.span, nodes.length - 1)]
      if (first === undefined || last === undefined) {
        $getRoot().selectEnd()
        return
      }
      const from = offsetAt(first, edit.at)
      const selection = first.select(from, from)
      const to = offsetAt(last, edit.endAt)
      if (
        $tableOf(first) === $tableOf(last) &&
        ($tableOf(first) === null || first.getParent()?.is(last.getParent()) === true)
      )
        selection.focus.set(last.getKey(), first.is(last) ? Math.max(from, to) : to, 'text')
      selection.setFormat(first.getFormat())
    },
    { discrete: true },
  )
}

/** Ranges across a table's border are made whole by the view's table observer, which a test without page lacks. */
function $tableOf(node: LexicalNode): string | null {
  return (
    node
      .getParents()
      .find((parent) => parent.getType() === 'table')
      ?.getKey() ?? null
  )
}

function offsetAt(node: TextNode, thousandths: number): number {
  const text = node.getTextContent()
  const offset = Math.round((text.length * thousandths) / 1000)
  // Never between the halves of a surrogate pair: no caret can be there.
  return /[\uD800-\uDBFF]/.test(text.charAt(offset - 1)) ? offset - 1 : offset
}

function atCaret(editor: LexicalEditor, run: () => void): void {
  editor.update(
    () => {
      const selection = $getSelection()
      if ($isRangeSelection(selection))
        selection.focus.set(selection.anchor.key, selection.anchor.offset, selection.anchor.type)
    },
    { discrete: true },
  )
  run()
}

/** Puts the caret at an edge of its text block, where keys join blocks, and runs an edit there. */
export function atEdge(editor: LexicalEditor, edge: 'start' | 'end', run: () => void): void {
  let canRun = false
  editor.update(
    () => {
      const selection = $getSelection()
      if (!$isRangeSelection(selection)) return
      const block = $findTextBlock(selection.anchor.getNode())
      if (block === null) return
      canRun = true
      if (edge === 'start') block.selectStart()
      else block.selectEnd()
    },
    { discrete: true },
  )
  if (canRun) run()
}

function deleteRange(editor: LexicalEditor): void {
  const isRange = editor.read(() => $getSelection()?.isCollapsed() === false)
  if (isRange) editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true)
}

function cutAndPaste(editor: LexicalEditor, edit: RandomEdit): void {
  const board = createTestClipboard()
  editor.update(() => $copy(editor, board), { discrete: true })
  deleteRange(editor)
  select(editor, { ...edit, node: edit.endAt, span: 0, endAt: edit.at })
  editor.update(() => $paste(editor, board), { discrete: true })
}
