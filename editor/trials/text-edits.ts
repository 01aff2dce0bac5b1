/** Edits inside one paragraph, heading, cell or code block. */

import {
  $isTextNode,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  type TextNode,
} from 'lexical'
import { removeLink, setLink } from '../commands/links.ts'
import { toggleMark, type MarkName } from '../commands/marks.ts'
import { $findCell, type TextBlock } from '../commands/positions.ts'
import { $isCodeBlockNode } from '../nodes/code-block-node.ts'
import { $isEntryLinkNode, type EntryLinkNode } from '../nodes/entry-link-node.ts'
import { hostileLiterals } from './hostile-literals.ts'
import {
  $doneIn,
  $hasWords,
  $isProse,
  $pickTextBlock,
  $selectWord,
  atPlace,
  listWords,
  type WordPlace,
} from './places.ts'
import type { Random } from './random.ts'
import type { TrialDone, TrialEdit } from './trial-edit.ts'

const newAddress = 'https://new.example/a_b'

/** Types as a keyboard or an input method does. */
export function type(editor: LexicalEditor, text: string): void {
  editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, text)
}

export const textEdits: readonly TrialEdit[] = [
  {
    name: 'word added',
    lines: 'one-line',
    run: (editor, random) => {
      const done = atPlace(editor, () =>
        $told(
          $selectWord(random, () => true, 'end'),
          'added',
        ),
      )
      if (done !== null) type(editor, ' added')
      return done
    },
  },
  { name: 'word changed', lines: 'one-line', run: changeWord(() => true) },
  {
    name: 'word deleted',
    lines: 'one-line',
    run: (editor, random) => {
      const done = atPlace(editor, () => $toldDeleted($selectWord(random, $hasMoreThanOneWord)))
      if (done !== null) editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true)
      return done
    },
  },
  { name: 'bold', lines: 'one-line', run: mark('bold') },
  { name: 'italic', lines: 'one-line', run: mark('italic') },
  {
    name: 'bold removed',
    lines: 'any',
    run: (editor, random) => {
      const $accepts = (node: TextNode): boolean => node.hasFormat('bold')
      const done = atPlace(editor, () => $told($selectWord(random, $accepts)))
      if (done !== null) toggleMark(editor, 'bold')
      return done
    },
  },
  {
    name: 'link made',
    lines: 'one-line',
    run: (editor, random) => {
      const $accepts = (node: TextNode, block: TextBlock): boolean =>
        !$isCodeBlockNode(block) && $linkOf(node) === null
      const done = atPlace(editor, () => $toldOfRange($selectWord(random, $accepts), newAddress))
      if (done !== null) setLink(editor, newAddress)
      return done
    },
  },
  { name: 'link text changed', lines: 'one-line', run: changeWord((node) => $linkOf(node) !== null) },
  { name: 'link address changed', lines: 'any', run: changeAddress },
  {
    name: 'link removed',
    lines: 'any',
    run: (editor, random) => {
      const done = atPlace(editor, () =>
        $toldOfLink(
          $selectWord(random, (node) => $linkOf(node) !== null),
          '',
        ),
      )
      if (done !== null) removeLink(editor)
      return done
    },
  },
  {
    name: 'hostile text',
    lines: 'one-line',
    run: (editor, random) => {
      const literal = random.pick(hostileLiterals) ?? '*'
      const $accepts = (_: TextNode, block: TextBlock): boolean => !$isCodeBlockNode(block)
      return typeOver(editor, literal, () => $selectWord(random, $accepts))
    },
  },
  { name: 'hostile text in front', lines: 'one-line', run: typeHostileInFront },
  {
    name: 'line break',
    lines: 'any',
    run: (editor, random) => {
      const $accepts = (_: TextNode, block: TextBlock): boolean =>
        $isProse(block) || $findCell(block) !== null
      const done = atPlace(editor, () => $told($selectWord(random, $accepts, 'end')))
      if (done !== null) editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false)
      return done
    },
  },
  {
    name: 'code changed',
    lines: 'one-line',
    run: changeWord((_, block) => $isCodeBlockNode(block)),
  },
]

/** A block that loses its only word is gone: that is another edit. */
function $hasMoreThanOneWord(node: TextNode, block: TextBlock): boolean {
  const twoWords = /[\p{L}\p{N}][^\p{L}\p{N}]+[\p{L}\p{N}]/u
  return twoWords.test(node.getTextContent()) || twoWords.test(block.getTextContent())
}

function $told(place: WordPlace | null, added = '', removed = ''): TrialDone | null {
  return place === null ? null : $doneIn(place.block, added, removed)
}

/** A mark or a link goes around all of a piece of code, which may stand on two lines. */
function $toldOfRange(place: WordPlace | null, added = ''): TrialDone | null {
  const done = $told(place, added)
  return place?.node.hasFormat('code') === true && done !== null ? { ...done, lines: 'any' } : done
}

/** With all of its text, a link goes too. */
function $toldDeleted(place: WordPlace | null): TrialDone | null {
  if (place === null) return null
  const link = $linkOf(place.node)
  const goes = link !== null && listWords(link.getTextContent()).length === 1
  const done = $doneIn(place.block, '', place.word + (goes ? $targetOf(link) : ''))
  // A line of nothing but this word goes too.
  const isLine = place.block
    .getTextContent()
    .split('\n')
    .some((line) => listWords(line).length < 2)
  return isLine ? { ...done, lines: 'any' } : done
}

function $toldOfLink(place: WordPlace | null, added: string): TrialDone | null {
  const link = place === null ? null : $linkOf(place.node)
  return place === null || link === null ? null : $doneIn(place.block, added, $targetOf(link))
}

/** All that a link says beside its text. */
function $targetOf(link: EntryLinkNode): string {
  const markup = link.getMarkup()
  return [link.getURL(), link.getTitle() ?? '', markup?.closing ?? '', markup?.reference?.label ?? ''].join(
    ' ',
  )
}

function $linkOf(node: LexicalNode): EntryLinkNode | null {
  return node.getParents().find($isEntryLinkNode) ?? null
}

function typeOver(editor: LexicalEditor, text: string, $select: () => WordPlace | null): TrialDone | null {
  const done = atPlace(editor, () => {
    const place = $select()
    return $told(place, text, place?.word)
  })
  if (done !== null) type(editor, text)
  return done
}

function changeWord($accepts: (node: TextNode, block: TextBlock) => boolean): TrialEdit['run'] {
  return (editor, random) => typeOver(editor, 'changed', () => $selectWord(random, $accepts))
}

function mark(name: MarkName): TrialEdit['run'] {
  return (editor, random) => {
    const $accepts = (node: TextNode, block: TextBlock): boolean =>
      !$isCodeBlockNode(block) && !node.hasFormat(name === 'strike' ? 'strikethrough' : name)
    const done = atPlace(editor, () => $toldOfRange($selectWord(random, $accepts)))
    if (done !== null) toggleMark(editor, name)
    return done
  }
}

function changeAddress(editor: LexicalEditor, random: Random): TrialDone | null {
  const done = atPlace(editor, () =>
    $toldOfLink(
      $selectWord(random, (node) => $linkOf(node) !== null),
      newAddress,
    ),
  )
  if (done !== null) setLink(editor, newAddress)
  return done
}

function typeHostileInFront(editor: LexicalEditor, random: Random): TrialDone | null {
  const literal = random.pick(hostileLiterals) ?? '*'
  const done = atPlace(editor, () => {
    const $accepts = (block: TextBlock): boolean =>
      !$isCodeBlockNode(block) && $hasWords(block) && $isTextNode(block.getFirstDescendant())
    const block = $pickTextBlock(random, $accepts)
    block?.selectStart()
    return block === undefined ? null : $doneIn(block, literal)
  })
  if (done !== null) type(editor, literal)
  return done
}
