/** Edits of list items. */

import {
  $isParagraphNode,
  INDENT_CONTENT_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  OUTDENT_CONTENT_COMMAND,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
import { $clipOf, MARKDOWN_TYPE } from '../clipboard/own-format.ts'
import { $paste } from '../clipboard/register-entry-clipboard.ts'
import { deleteItems, toggleBox } from '../commands/item-commands.ts'
import { $listOf } from '../commands/item-structure.ts'
import { moveBlocks } from '../commands/move-blocks.ts'
import type { TextBlock } from '../commands/positions.ts'
import { $isItemNode, type ItemNode } from '../nodes/item-node.ts'
import { $projectItem } from '../project-entry.ts'
import { $doneAround, $doneWith, $neighbourhood, createBoard } from './block-edits.ts'
import { $describe, $doneIn, $pickItem, atPlace } from './places.ts'
import type { Random } from './random.ts'
import { type } from './text-edits.ts'
import type { TrialDone, TrialEdit } from './trial-edit.ts'

export const itemEdits: readonly TrialEdit[] = [
  {
    name: 'ticked',
    lines: 'one-line',
    run: onItem(
      (item) => item.getBox() !== null,
      (item) => $doneIn(item, '', item.getBox() ?? ''),
      toggleBox,
    ),
  },
  {
    name: 'box given',
    lines: 'one-line',
    run: onItem(
      (item, block) => item.getBox() === null && $isParagraphNode(block),
      (item) => $doneIn(item),
      toggleBox,
    ),
  },
  { name: 'item added', lines: 'insert', run: addItem },
  {
    name: 'item deleted',
    lines: 'delete',
    run: onItem(
      () => true,
      (item) => ({ ...$doneAround(item), gone: item.getKey() }),
      deleteItems,
    ),
  },
  { name: 'item copied', lines: 'insert', run: copyItem },
  {
    name: 'item moved',
    lines: 'lines',
    run: (editor, random) => {
      const direction = random.pick(['up', 'down'] as const) ?? 'up'
      const $canMove = (item: ItemNode): boolean =>
        (direction === 'up' ? item.getPreviousSibling() : item.getNextSibling()) !== null
      return onItem($canMove, $doneAmong, (each) => moveBlocks(each, direction))(editor, random)
    },
  },
  {
    name: 'item nested',
    lines: 'lines',
    run: onItem(
      (item) => $isItemNode(item.getPreviousSibling()),
      $doneAmong,
      (editor) => editor.dispatchCommand(INDENT_CONTENT_COMMAND, undefined),
    ),
  },
  {
    name: 'item lifted out',
    lines: 'lines',
    run: onItem(
      (item) => $isItemNode($listOf(item).getParent()),
      (item) => $doneAmong($listOf(item).getParentOrThrow()),
      (editor) => editor.dispatchCommand(OUTDENT_CONTENT_COMMAND, undefined),
    ),
  },
]

/** An edit with the caret in front of an item's text. */
function onItem(
  $accepts: (item: ItemNode, block: TextBlock) => boolean,
  $tell: (item: ItemNode) => TrialDone,
  edit: (editor: LexicalEditor) => void,
): TrialEdit['run'] {
  return (editor, random) => {
    const done = atPlace(editor, () => {
      const place = $pickItem(random, $accepts)
      place?.block.selectStart()
      return place === undefined ? null : $tell(place.item)
    })
    if (done !== null) edit(editor)
    return done
  }
}

function $doneAmong(item: LexicalNode): TrialDone {
  return $doneWith($describe(item), $neighbourhood(item))
}

/** Enter at the end of an item, and a word. */
function addItem(editor: LexicalEditor, random: Random): TrialDone | null {
  const done = atPlace(editor, () => {
    const place = $pickItem(random, (_, block) => block.getTextContentSize() > 0)
    place?.block.selectEnd()
    return place === undefined ? null : { ...$doneIn(place.item), added: 'new' }
  })
  if (done === null) return null
  editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined)
  type(editor, 'new')
  return done
}

/** Pastes an item, as copied from here, at its own end. */
function copyItem(editor: LexicalEditor, random: Random): TrialDone | null {
  const board = createBoard()
  const done = atPlace(editor, () => {
    const place = $pickItem(random, (_, block) => $isParagraphNode(block) && !block.isEmpty())
    if (place === undefined) return null
    const list = $listOf(place.item)
    const items = [$projectItem(place.item, new Map())]
    const copied = { type: 'list', ordered: list.isOrdered(), start: list.getStart(), items } as const
    const clip = $clipOf({ blocks: [copied], isInline: false })
    if (clip === null) return null
    board.setData(MARKDOWN_TYPE, JSON.stringify(clip))
    place.block.selectEnd()
    return $doneIn(place.item)
  })
  if (done !== null) editor.update(() => $paste(editor, board), { discrete: true })
  return done
}
