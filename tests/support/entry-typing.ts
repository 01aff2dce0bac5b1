import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  REDO_COMMAND,
  UNDO_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  type TextNode,
} from 'lexical'
import { createEntrySession } from '../../editor/create-entry-session.ts'
import type { EntrySession, EntrySessionOptions } from '../../editor/entry-session.ts'

/** A session under the hands of a test: keys go through the same commands as in the window, without a document. */
export interface Typist {
  readonly session: EntrySession
  readonly editor: LexicalEditor
  /** How often `onEdited` was called. */
  readonly editCount: () => number
  /** Puts the caret in front of the first occurrence of `|` in the marked text, e.g. `fo|o`; several marks select. */
  readonly caret: (marked: string) => void
  readonly select: (text: string) => void
  readonly type: (text: string) => Promise<void>
  readonly enter: () => Promise<void>
  readonly lineBreak: () => Promise<void>
  readonly backspace: () => Promise<void>
  readonly del: () => Promise<void>
  readonly undo: () => Promise<void>
  readonly redo: () => Promise<void>
  readonly text: () => string
}

/** Opens `text`; every call is far enough from the last one, in time, to be an undo step of its own. */
export function openTypist(text: string, options: Pick<EntrySessionOptions, 'tickStyle'> = {}): Typist {
  let edits = 0
  let nowMs = 0
  const session = createEntrySession({
    ...options,
    text,
    isEditable: true,
    onEdited: () => (edits += 1),
    nowMs: () => nowMs,
  })
  const { editor } = session
  const dispatch = async (run: () => void): Promise<void> => {
    nowMs += 10_000
    run()
    await settle(editor)
  }
  return {
    session,
    editor,
    editCount: () => edits,
    caret: (marked) => placeCaret(editor, marked),
    select: (wanted) => selectText(editor, wanted),
    type: async (typed) => {
      nowMs += 10_000
      for (const character of typed) {
        editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, character)
        await settle(editor)
      }
    },
    enter: () => dispatch(() => editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined)),
    lineBreak: () => dispatch(() => editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false)),
    backspace: () => dispatch(() => pressBackspace(editor)),
    del: () => dispatch(() => editor.dispatchCommand(DELETE_CHARACTER_COMMAND, false)),
    undo: () => dispatch(() => editor.dispatchCommand(UNDO_COMMAND, undefined)),
    redo: () => dispatch(() => editor.dispatchCommand(REDO_COMMAND, undefined)),
    text: () => {
      const read = session.readText()
      if (read.refused.length > 0)
        throw new Error(`refused: ${read.refused.map((one) => `${one.reason}: ${one.candidate}`).join('; ')}`)
      return read.text
    },
  }
}

/** Inside text Lexical measures the character with the window's selection; without one the test selects it. */
function pressBackspace(editor: LexicalEditor): void {
  editor.update(
    () => {
      const selection = $getSelection()
      if (
        $isRangeSelection(selection) &&
        selection.isCollapsed() &&
        selection.anchor.type === 'text' &&
        selection.anchor.offset > 0
      ) {
        selection.anchor.set(selection.anchor.key, selection.anchor.offset - 1, 'text')
      }
    },
    { discrete: true },
  )
  editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true)
}

/** Lets listeners that start another update (shortcuts, toolbar) have their turn. */
export async function settle(editor: LexicalEditor): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    await Promise.resolve()
    editor.read(() => null)
  }
}

/** `marked` is text of one text node with `|` where the caret goes; '|' alone is an empty last paragraph. */
function placeCaret(editor: LexicalEditor, marked: string): void {
  const at = marked.indexOf('|')
  const wanted = marked.replace('|', '')
  editor.update(
    () => {
      if (wanted === '') {
        $getRoot().selectEnd()
        return
      }
      const { node, from } = $findText(wanted)
      node.select(from + at, from + at).setFormat(node.getFormat())
    },
    { discrete: true },
  )
}

function selectText(editor: LexicalEditor, wanted: string): void {
  editor.update(
    () => {
      const [first, last = first] = wanted.split('…')
      const start = $findText(first ?? '')
      const end = $findText(last ?? '')
      const selection = start.node.select(start.from, start.from)
      selection.focus.set(end.node.getKey(), end.from + (last ?? '').length, 'text')
      selection.setFormat(start.node.getFormat())
    },
    { discrete: true },
  )
}

function $findText(wanted: string): { node: TextNode; from: number } {
  for (const node of $getRoot().getAllTextNodes()) {
    const from = node.getTextContent().indexOf(wanted)
    if (from >= 0) return { node, from }
  }
  throw new Error(`no text node holds "${wanted}"`)
}

/** The tree as lines, for tests of structure: node types indented by depth, texts in quotes, boxes in brackets. */
export function outline(editor: LexicalEditor): string {
  return editor.read(() => {
    const lines: string[] = []
    const walk = (node: LexicalNode, depth: number): void => {
      const box =
        'getBox' in node && typeof node.getBox === 'function' ? (node.getBox() as string | null) : null
      const name = node.getType().replace('entry-', '')
      if ($isTextNode(node))
        lines.push(
          `${'  '.repeat(depth)}${JSON.stringify(node.getTextContent())}${node.getFormat() === 0 ? '' : ` ${node.getFormat()}`}`,
        )
      else lines.push(`${'  '.repeat(depth)}${name}${box === null ? '' : ` [${box}]`}`)
      if ($isElementNode(node)) for (const child of node.getChildren()) walk(child, depth + 1)
    }
    for (const child of $getRoot().getChildren()) walk(child, 0)
    return lines.join('\n')
  })
}

/** The text in front of the caret in its text node, for tests of where the caret went. */
export function textBeforeCaret(editor: LexicalEditor): string {
  return editor.read(() => {
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return ''
    return selection.anchor.getNode().getTextContent().slice(0, selection.anchor.offset)
  })
}
