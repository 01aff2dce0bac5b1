import {
  $getSelection,
  $isRangeSelection,
  CAN_REDO_COMMAND,
  CAN_UNDO_COMMAND,
  COMMAND_PRIORITY_LOW,
  mergeRegister,
  type LexicalEditor,
} from 'lexical'
import { Mark } from '../shared/markdown/tree.ts'
import { $readBlockType, type BlockType } from './commands/block-type.ts'
import { $findLink } from './commands/links.ts'
import { $readMarks, type MarkName } from './commands/marks.ts'
import { readUndoState } from './entry-history.ts'

/** What a toolbar shows of the caret's place. */
export interface ToolbarState {
  /** Null in a table, or with a rule or source block selected. */
  readonly blockType: BlockType | null
  readonly marks: Readonly<Record<MarkName, boolean>>
  /** Address of the link around the caret or selection, as written; null without one. */
  readonly linkUrl: string | null
  readonly canUndo: boolean
  readonly canRedo: boolean
}

/** The toolbar's state now. */
export function readToolbarState(editor: LexicalEditor): ToolbarState {
  return editor.getEditorState().read(() => {
    const selection = $getSelection()
    const marks = $readMarks(selection)
    const link = $findLink(selection)
    return {
      blockType: $isRangeSelection(selection) ? $readBlockType(selection) : null,
      marks: {
        bold: (marks & Mark.bold) !== 0,
        italic: (marks & Mark.italic) !== 0,
        strike: (marks & Mark.strike) !== 0,
        code: (marks & Mark.code) !== 0,
      },
      linkUrl: link === null ? null : link.getURL(),
      ...readUndoState(editor),
    }
  })
}

/** Calls `listener` with the state now and whenever it differs from the last; returns the undo of the registration. */
export function registerToolbarState(
  editor: LexicalEditor,
  listener: (state: ToolbarState) => void,
): () => void {
  let last = ''
  const tell = (): void => {
    const state = readToolbarState(editor)
    const next = JSON.stringify(state)
    if (next === last) return
    last = next
    listener(state)
  }
  // The history speaks up before it has changed its stacks or after; a microtask later both are settled.
  const tellLater = (): boolean => {
    queueMicrotask(tell)
    return false
  }
  tell()
  return mergeRegister(
    editor.registerUpdateListener(tell),
    editor.registerCommand(CAN_UNDO_COMMAND, tellLater, COMMAND_PRIORITY_LOW),
    editor.registerCommand(CAN_REDO_COMMAND, tellLater, COMMAND_PRIORITY_LOW),
  )
}
