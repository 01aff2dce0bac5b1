import {
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  FORMAT_TEXT_COMMAND,
  type BaseSelection,
  type LexicalEditor,
  type RangeSelection,
  type TextFormatType,
} from 'lexical'
import { Mark, type Marks } from '../../shared/markdown/tree.ts'
import { $isCodeBlockNode } from '../nodes/code-block-node.ts'
import { $isOpaqueInlineNode } from '../nodes/opaque-inline-node.ts'
import { $expandToWholeCode, $expandToWholeUrls } from './bare-urls.ts'
import { $findTextBlock } from './positions.ts'

export type MarkName = keyof typeof Mark

const formatOfMark: Record<MarkName, TextFormatType> = {
  bold: 'bold',
  italic: 'italic',
  strike: 'strikethrough',
  code: 'code',
}

/** Sets or clears a mark on the selected text, or for what is typed next. */
export function toggleMark(editor: LexicalEditor, mark: MarkName): void {
  editor.dispatchCommand(FORMAT_TEXT_COMMAND, formatOfMark[mark])
}

/**
 * Handles Lexical's format command (also sent by Ctrl+B, Ctrl+I). True for what Markdown cannot write (underline,
 * highlight, anything in a code block): it is not applied at all. False for selections of table cells.
 */
export function $formatText(format: TextFormatType): boolean {
  const mark = markOfFormat(format)
  const selection = $getSelection()
  if (mark === null) return true
  if (!$isRangeSelection(selection)) return false
  if ($isCodeBlockNode($findTextBlock(selection.anchor.getNode()))) return true
  if (!selection.isCollapsed()) {
    $expandToWholeUrls(selection)
    // In the middle of inline code a mark would cut the code in three.
    if (mark !== Mark.code) $expandToWholeCode(selection)
  }
  const opaque = selection.isCollapsed() ? [] : selection.getNodes().filter($isOpaqueInlineNode)
  const isOn = !$hasMark(selection, mark)
  selection.formatText(format, isOn ? 0 : null)
  $alignFormat(selection, format, isOn)
  for (const node of opaque) node.setMarks(isOn ? node.getMarks() | mark : node.getMarks() & ~mark)
  return true
}

/** `formatText` goes by the first text node; with a picture or wiki link first, the two would come out opposite. */
function $alignFormat(selection: RangeSelection, format: TextFormatType, isOn: boolean): void {
  if (selection.hasFormat(format) !== isOn) selection.formatText(format)
}

function markOfFormat(format: TextFormatType): Marks | null {
  const name = (Object.keys(formatOfMark) as MarkName[]).find(
    (candidate) => formatOfMark[candidate] === format,
  )
  return name === undefined ? null : Mark[name]
}

/** Whether all selected text and opaque pieces carry the mark; at a caret, whether typed text will. */
function $hasMark(selection: RangeSelection, mark: Marks): boolean {
  return ($readMarks(selection) & mark) !== 0
}

/** Marks that everything selected has, as a bit mask; 0 without a text selection. */
export function $readMarks(selection: BaseSelection | null): Marks {
  if ($isNodeSelection(selection)) {
    return selection
      .getNodes()
      .filter($isOpaqueInlineNode)
      .reduce((marks, node) => marks & node.getMarks(), allMarks)
  }
  if (!$isRangeSelection(selection)) return 0
  const opaque = selection.isCollapsed() ? [] : selection.getNodes().filter($isOpaqueInlineNode)
  const hasText =
    selection.isCollapsed() ||
    selection.getNodes().some((node) => !$isElementNode(node) && !$isOpaqueInlineNode(node))
  const textMarks = hasText ? selection.format & allMarks : allMarks
  const marks = opaque.reduce((common, node) => common & node.getMarks(), textMarks)
  return hasText || opaque.length > 0 ? marks : 0
}

const allMarks: Marks = Mark.bold | Mark.italic | Mark.strike | Mark.code
