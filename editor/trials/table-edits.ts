/** Edits of tables. */

import {
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  $isTableCellNode,
  type TableCellNode,
} from '@lexical/table'
import { DELETE_CHARACTER_COMMAND, type LexicalEditor } from 'lexical'
import { $findCell, type TextBlock } from '../commands/positions.ts'
import { $doneAround } from './block-edits.ts'
import { $describe, $doneIn, $pickTextBlock, $selectWord, atPlace } from './places.ts'
import type { Random } from './random.ts'
import { type } from './text-edits.ts'
import type { TrialDone, TrialEdit } from './trial-edit.ts'

export const tableEdits: readonly TrialEdit[] = [
  {
    name: 'cell changed',
    lines: 'one-line',
    run: (editor, random) => {
      const done = atPlace(editor, () => {
        const place = $selectWord(random, (node) => $findCell(node) !== null)
        return place === null ? null : $doneIn(place.block, 'changed', place.word)
      })
      if (done !== null) type(editor, 'changed')
      return done
    },
  },
  {
    name: 'cell emptied',
    lines: 'one-line',
    run: (editor, random) => {
      const done = atPlace(editor, () => {
        const block = $pickTextBlock(random, (each) => $findCell(each) !== null && !each.isEmpty())
        block?.select(0, block.getChildrenSize())
        return block === undefined ? null : { ...$doneIn(block), gone: $findCell(block)?.getKey() ?? null }
      })
      if (done !== null) editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true)
      return done
    },
  },
  {
    name: 'row added',
    lines: 'insert',
    run: inTable(
      () => true,
      (cell) => $tellTable(cell),
      () => $insertTableRowAtSelection(true),
    ),
  },
  {
    name: 'row deleted',
    lines: 'delete',
    run: inTable(
      (cell) => cell.getParentOrThrow().getPreviousSibling() !== null,
      (cell) => ({ ...$doneAround(cell.getParentOrThrow()), gone: cell.getParentOrThrow().getKey() }),
      $deleteTableRowAtSelection,
    ),
  },
  {
    name: 'column added',
    lines: 'any',
    run: inTable(
      () => true,
      (cell) => $tellTable(cell),
      () => $insertTableColumnAtSelection(true),
    ),
  },
  {
    name: 'column deleted',
    lines: 'any',
    run: inTable(
      (cell) => cell.getParentOrThrow().getChildrenSize() > 1,
      (cell) => ({ ...$tellTable(cell), gone: cell.getParentOrThrow().getParentOrThrow().getKey() }),
      $deleteTableColumnAtSelection,
    ),
  },
]

function $tellTable(cell: TableCellNode): TrialDone {
  const table = cell.getParentOrThrow().getParentOrThrow()
  return { ...$doneIn(table), construct: $describe(cell) }
}

/** An edit of the table around the caret. */
function inTable(
  $accepts: (cell: TableCellNode) => boolean,
  $tell: (cell: TableCellNode) => TrialDone,
  $edit: () => void,
): TrialEdit['run'] {
  return (editor: LexicalEditor, random: Random) => {
    const done = atPlace(editor, () => {
      const $cellOf = (block: TextBlock): TableCellNode | null => {
        const cell = $findCell(block)
        return $isTableCellNode(cell) && $accepts(cell) ? cell : null
      }
      const block = $pickTextBlock(random, (each) => $cellOf(each) !== null)
      const cell = block === undefined ? null : $cellOf(block)
      block?.selectStart()
      return cell === null ? null : $tell(cell)
    })
    if (done !== null) editor.update($edit, { discrete: true })
    return done
  }
}
