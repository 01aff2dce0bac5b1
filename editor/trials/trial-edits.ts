import {
  $getRoot,
  $isElementNode,
  $isParagraphNode,
  $isTextNode,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  type TextNode,
} from 'lexical'
import type { LineRule } from '../../shared/markdown/judge/line-rule.ts'
import { toggleBox } from '../commands/item-commands.ts'
import { toggleMark } from '../commands/marks.ts'
import { $findCell, $findItem, $findTextBlock, type TextBlock } from '../commands/positions.ts'
import { $isCodeBlockNode } from '../nodes/code-block-node.ts'
import { $isEntryLinkNode } from '../nodes/entry-link-node.ts'
import { $isItemNode } from '../nodes/item-node.ts'
import type { Random } from './random.ts'

/** One thing a writer does, made at a random place through the commands that keys and buttons use. */
export interface TrialEdit {
  readonly name: string
  /** Which lines of the file it may change. */
  readonly lines: LineRule
  /** Edits and says what kind of block it was in; null when the entry has no place for it. */
  readonly run: (editor: LexicalEditor, random: Random) => string | null
}

/** The edits of `cairn verify --edits`. */
export const trialEdits: readonly TrialEdit[] = [
  {
    name: 'word changed',
    lines: 'one-line',
    run: (editor, random) => onWord(editor, random, $isWritable, 'whole', () => type(editor, 'changed')),
  },
  {
    name: 'word added',
    lines: 'one-line',
    run: (editor, random) => onWord(editor, random, $isWritable, 'end', () => type(editor, ' added')),
  },
  {
    name: 'bold',
    lines: 'one-line',
    run: (editor, random) => onWord(editor, random, $isPlain, 'whole', () => toggleMark(editor, 'bold')),
  },
  {
    name: 'split',
    lines: 'any',
    run: (editor, random) =>
      onWord(editor, random, $isInBlockThatSplits, 'end', () =>
        editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined),
      ),
  },
  { name: 'merge', lines: 'any', run: mergeParagraphs },
  { name: 'item added', lines: 'insert', run: addItem },
  { name: 'ticked', lines: 'one-line', run: tick },
  {
    name: 'cell changed',
    lines: 'one-line',
    run: (editor, random) =>
      onWord(
        editor,
        random,
        (node) => $findCell(node) !== null,
        'whole',
        () => type(editor, 'changed'),
      ),
  },
]

function type(editor: LexicalEditor, text: string): void {
  editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, text)
}

/** Selects a word, or puts the caret behind it, and edits there. */
function onWord(
  editor: LexicalEditor,
  random: Random,
  $accepts: (node: TextNode) => boolean,
  where: 'whole' | 'end',
  edit: () => void,
): string | null {
  let construct: string | null = null
  editor.update(
    () => {
      const node = random.pick(
        $getRoot()
          .getAllTextNodes()
          .filter((each) => $hasWord(each) && $accepts(each)),
      )
      if (node === undefined) return
      const [from, to] = random.pick($listFreeWords(node)) ?? [0, 0]
      node.select(where === 'end' ? to : from, to).setFormat(node.getFormat())
      construct = $describe(node)
    },
    { discrete: true },
  )
  if (construct !== null) edit()
  return construct
}

function listWords(text: string): [number, number][] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => [match.index, match.index + match[0].length])
}

function $hasWord(node: TextNode): boolean {
  return $listFreeWords(node).length > 0
}

/**
 * Words that stand by themselves. A word inside a token of another program (`#tag`, `^id`, `{.class}`, `key::`) is
 * part of that token: bold on half a tag is the end of the tag, whoever writes it. In code all are words.
 */
function $listFreeWords(node: TextNode): [number, number][] {
  const text = node.getTextContent()
  const words = listWords(text)
  if ($blockOf(node) === 'code') return words
  return words.filter(([from, to]) => !isToken(wordAround(text, from, to)))
}

/** Everything from the space before the place to the space behind it. */
function wordAround(text: string, from: number, to: number): string {
  const before = /\S*$/.exec(text.slice(0, from))?.[0] ?? ''
  return before + text.slice(from, to) + (/^\S*/.exec(text.slice(to))?.[0] ?? '')
}

function isToken(word: string): boolean {
  return /[#^{}%$|=]|::|\[\[|\]\]|https?:|www\.|@/i.test(word)
}

/** An address on the screen is changed as an address; a word in it is none. */
function $isWritable(node: TextNode): boolean {
  return !/https?:|www\.|@/i.test(node.getTextContent())
}

function $isPlain(node: TextNode): boolean {
  return (
    $isWritable(node) &&
    node.getFormat() === 0 &&
    $blockOf(node) !== 'code' &&
    !$isEntryLinkNode(node.getParent())
  )
}

function $isInBlockThatSplits(node: TextNode): boolean {
  return $isPlain(node) && $findCell(node) === null
}

function $blockOf(node: LexicalNode): string | null {
  const block = $findTextBlock(node)
  return $isCodeBlockNode(block) ? 'code' : (block?.getType() ?? null)
}

/** Where in the document the node is, from the outside in: `quote > list > item > paragraph`. */
function $describe(node: LexicalNode): string {
  return node
    .getParents()
    .reverse()
    .map((parent) => parent.getType().replace('entry-', ''))
    .filter((name) => name !== 'root')
    .join(' > ')
}

/** Backspace at the start of a paragraph that follows another one. */
function mergeParagraphs(editor: LexicalEditor, random: Random): string | null {
  let construct: string | null = null
  editor.update(
    () => {
      const blocks = $listBlocks($getRoot()).filter(
        (block) =>
          $isParagraphNode(block) &&
          $isParagraphNode(block.getPreviousSibling()) &&
          $isTextNode(block.getFirstChild()) &&
          !$endsOrBeginsWithToken(block.getPreviousSibling(), block),
      )
      const block = random.pick(blocks)
      if (block === undefined) return
      block.selectStart()
      construct = $describe(block.getFirstChild() ?? block)
    },
    { discrete: true },
  )
  if (construct !== null) editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true)
  return construct
}

/** Joined to an address or a tag, a word becomes part of it: the edit itself changes the token. */
function $endsOrBeginsWithToken(before: LexicalNode | null, block: LexicalNode): boolean {
  const last = /\S*$/.exec(before?.getTextContent() ?? '')?.[0] ?? ''
  const first = /^\S*/.exec(block.getTextContent())?.[0] ?? ''
  return isToken(last) || isToken(first)
}

function $listBlocks(node: LexicalNode): TextBlock[] {
  if (!$isElementNode(node)) return []
  const own = $findTextBlock(node)
  if (own !== null && own.is(node)) return [own]
  return node.getChildren().flatMap($listBlocks)
}

/** Enter at the end of an item, and a word. */
function addItem(editor: LexicalEditor, random: Random): string | null {
  let construct: string | null = null
  editor.update(
    () => {
      const blocks = $listBlocks($getRoot()).filter(
        (block) =>
          $isItemNode(block.getParent()) && $isParagraphNode(block) && block.getTextContentSize() > 0,
      )
      const block = random.pick(blocks)
      if (block === undefined) return
      block.selectEnd()
      construct = $describe(block.getFirstChild() ?? block)
    },
    { discrete: true },
  )
  if (construct === null) return null
  editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined)
  type(editor, 'new')
  return construct
}

function tick(editor: LexicalEditor, random: Random): string | null {
  let construct: string | null = null
  editor.update(
    () => {
      const blocks = $listBlocks($getRoot()).filter((block) => {
        const item = $findItem(block)
        return item !== null && item.getBox() !== null && block.is(item.getFirstChild())
      })
      const block = random.pick(blocks)
      if (block === undefined) return
      block.selectStart()
      construct = $describe(block)
    },
    { discrete: true },
  )
  if (construct !== null) toggleBox(editor)
  return construct
}
