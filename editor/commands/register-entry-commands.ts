import {
  $getSelection,
  $isRangeSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  FORMAT_ELEMENT_COMMAND,
  FORMAT_TEXT_COMMAND,
  INDENT_CONTENT_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
  OUTDENT_CONTENT_COMMAND,
  REMOVE_TEXT_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
} from 'lexical'
import { SET_BOX_COMMAND } from '../nodes/box-element.ts'
import { $deleteBackwardAtStart, $deleteForwardAtEnd } from './delete-at-edge.ts'
import { $breakLine, $enter } from './enter.ts'
import {
  $indentItems,
  $outdentItems,
  $setBoxOfItem,
  $toggleBox,
  TOGGLE_BOX_COMMAND,
} from './item-commands.ts'
import { $formatText } from './marks.ts'
import { $moveBlocks } from './move-blocks.ts'
import { $findCell, $findItem } from './positions.ts'
import { $removeSelectedText } from './remove-text.ts'
import { $typeOverSelection, closeLinkEnd } from './type-over.ts'

/**
 * Our own answers to Lexical's editing commands, at high priority in front of those of @lexical/rich-text.
 *
 * Lexical's own lose children, bodies and links where entries have them: deleting at block edges, Enter, indenting,
 * typing over a link. Returns the undo of the registration.
 */
export function registerEntryCommands(editor: LexicalEditor): () => void {
  const handle = <P>(command: LexicalCommand<P>, $handler: (payload: P) => boolean) =>
    editor.registerCommand(command, $handler, COMMAND_PRIORITY_HIGH)
  return mergeRegister(
    handle(INSERT_PARAGRAPH_COMMAND, $enter),
    handle(INSERT_LINE_BREAK_COMMAND, $breakLine),
    handle(DELETE_CHARACTER_COMMAND, $deleteUnit),
    handle(DELETE_WORD_COMMAND, $deleteUnit),
    handle(DELETE_LINE_COMMAND, $deleteUnit),
    handle(REMOVE_TEXT_COMMAND, () => $deleteRange()),
    handle(CONTROLLED_TEXT_INSERTION_COMMAND, (payload) =>
      $typeOverSelection(typeof payload === 'string' ? payload : textOfInput(payload)),
    ),
    handle(FORMAT_TEXT_COMMAND, $formatText),
    // Alignment cannot be written outside of tables.
    handle(FORMAT_ELEMENT_COMMAND, () => true),
    handle(INDENT_CONTENT_COMMAND, () => $indentItems() || true),
    handle(OUTDENT_CONTENT_COMMAND, () => $outdentItems() || true),
    handle(SET_BOX_COMMAND, ({ itemKey, box }) => $setBoxOfItem(itemKey, box)),
    handle(TOGGLE_BOX_COMMAND, $toggleBox),
    handle(KEY_TAB_COMMAND, $tab),
    handle(CLICK_COMMAND, () => {
      closeLinkEnd(editor)
      return false
    }),
    handle(KEY_DOWN_COMMAND, (event) => {
      if (caretKeys.has(event.key)) closeLinkEnd(editor)
      return $keyDown(editor, event)
    }),
  )
}

/** Keys that move the caret, also where it cannot go further. */
const caretKeys = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'Escape'])

/** The typed text of an input event; '' for a drop or paste, which bring a data transfer. */
function textOfInput(event: InputEvent): string {
  return event.dataTransfer === null ? (event.data ?? '') : ''
}

function $deleteUnit(isBackward: boolean): boolean {
  return $deleteRange() || (isBackward ? $deleteBackwardAtStart() : $deleteForwardAtEnd())
}

function $deleteRange(): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return false
  $removeSelectedText(selection)
  return true
}

/** Tab nests in lists and nowhere else, so that the editor is no trap for the keyboard; tables have their own Tab. */
function $tab(event: KeyboardEvent): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return false
  const node = selection.anchor.getNode()
  if ($findCell(node) !== null || $findItem(node) === null) return false
  event.preventDefault()
  return event.shiftKey ? $outdentItems() : $indentItems()
}

/** Alt+↑↓ moves blocks, Ctrl+Enter (⌘Enter) ticks. */
function $keyDown(editor: LexicalEditor, event: KeyboardEvent): boolean {
  if (isInControl(event)) return false
  const isDone = $runShortcut(editor, event)
  if (isDone) event.preventDefault()
  return isDone
}

function $runShortcut(editor: LexicalEditor, event: KeyboardEvent): boolean {
  const hasControl = event.ctrlKey || event.metaKey
  if (event.altKey && !hasControl && !event.shiftKey) {
    if (event.key === 'ArrowUp') return $moveBlocks('up') || true
    if (event.key === 'ArrowDown') return $moveBlocks('down') || true
  }
  const isTick = event.key === 'Enter' && hasControl && !event.altKey
  return isTick && editor.dispatchCommand(TOGGLE_BOX_COMMAND, undefined)
}

/** Whether the key went to a text field or button that the view draws inside the editor ("edit as text"). */
function isInControl(event: KeyboardEvent): boolean {
  const target = event.target
  return (
    typeof Element !== 'undefined' &&
    target instanceof Element &&
    target.closest('input, textarea, button, select') !== null
  )
}
