import {
  $getNodeByKey,
  $onUpdate,
  COMMAND_PRIORITY_CRITICAL,
  mergeRegister,
  type LexicalEditor,
} from 'lexical'
import type { ItemLocator } from '../../shared/actions/action-line.ts'
import { mayWriteMore, planTick, type TickStyle } from '../../shared/actions/tick-action.ts'
import type { Splice } from '../../shared/contract/edits.ts'
import { itemText } from '../../shared/entry/plain-text.ts'
import { $findNumberOfItem } from '../item-number.ts'
import { SET_BOX_COMMAND } from '../nodes/box-element.ts'
import { $isItemNode } from '../nodes/item-node.ts'
import { $projectItem } from '../project-entry.ts'
import { $boxesToToggle, TOGGLE_BOX_COMMAND, type BoxToSet } from './item-commands.ts'

/** A box to be set, by what names its item in the entry's text. */
export interface PlannedTick {
  readonly locator: ItemLocator
  readonly box: ' ' | 'x'
}

/**
 * Ticks that write more than the character in the box (a done date, the next occurrence) are edits of the text, the same
 * ones as in the agenda and the terminal. They take the place of the plain commands; every other tick goes on to those.
 *
 * @param tick makes the edit of the text, when the update that the command came in is done
 * @returns the undo of the registration
 */
export function registerPlannedTicks(
  editor: LexicalEditor,
  style: () => TickStyle,
  tick: (ticks: readonly PlannedTick[]) => void,
): () => void {
  function $plan(boxes: readonly BoxToSet[]): boolean {
    const ticks = boxes.flatMap(({ item, box }): PlannedTick[] => {
      const itemNumber = $findNumberOfItem(item)
      const text = itemText($projectItem(item, new Map()))
      return item.getBox() === null || itemNumber === null ? [] : [{ locator: { itemNumber, text }, box }]
    })
    const now = style()
    if (!ticks.some(({ locator }) => mayWriteMore(locator.text, now))) return false
    $onUpdate(() => tick(ticks))
    return true
  }
  return mergeRegister(
    editor.registerCommand(
      SET_BOX_COMMAND,
      ({ itemKey, box }) => {
        const item = $getNodeByKey(itemKey)
        return $isItemNode(item) && $plan([{ item, box }])
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(TOGGLE_BOX_COMMAND, () => $plan($boxesToToggle()), COMMAND_PRIORITY_CRITICAL),
  )
}

/** The edit that all these ticks make; null when one of the items is not in the text any more. */
export function planTicks(
  text: string,
  ticks: readonly PlannedTick[],
  style: TickStyle,
): readonly Splice[] | null {
  const splices: Splice[] = []
  for (const { locator, box } of ticks) {
    const planned = planTick(text, locator, { ...style, box })
    if (planned === null) return null
    splices.push(...planned)
  }
  return splices.sort((one, other) => one.from - other.from || one.to - other.to)
}
