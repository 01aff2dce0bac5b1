import { $getHtmlContent } from '@lexical/clipboard'
import {
  $addUpdateTag,
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  COPY_COMMAND,
  CUT_COMMAND,
  CUT_TAG,
  mergeRegister,
  PASTE_COMMAND,
  PASTE_TAG,
  type LexicalEditor,
} from 'lexical'
import { $setLink } from '../commands/links.ts'
import { $findTextBlock } from '../commands/positions.ts'
import { $removeSelectedText } from '../commands/remove-text.ts'
import { $typeOverSelection } from '../commands/type-over.ts'
import { $isCodeBlockNode } from '../nodes/code-block-node.ts'
import { $blocksOfHtml } from './blocks-of-html.ts'
import { $insertContent, contentOfPlainText } from './insert-blocks.ts'
import { $clipOf, $contentOfClip, MARKDOWN_TYPE } from './own-format.ts'
import { $projectSelection } from './project-selection.ts'

/** The part of a data transfer that copying and pasting needs. */
export type ClipboardData = Pick<DataTransfer, 'getData' | 'setData'>

/**
 * Copy, cut and paste by Markdown source.
 *
 * Lexical's own nodes lose block types and links on the way (a heading that is one link arrives as plain text), so
 * ours carry the source; other programs get Markdown as text and HTML. Returns the undo of the registration.
 */
export function registerEntryClipboard(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(COPY_COMMAND, (event) => $copyEvent(editor, event), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      CUT_COMMAND,
      (event) => $copyEvent(editor, event) && $cut(),
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(PASTE_COMMAND, (event) => $pasteEvent(editor, event), COMMAND_PRIORITY_HIGH),
  )
}

function $copyEvent(editor: LexicalEditor, event: unknown): boolean {
  const selection = $getSelection()
  // Nothing selected: the clipboard stays as it is.
  if ($isRangeSelection(selection) && selection.isCollapsed()) return true
  const data = clipboardOf(event)
  if (data === null || !$copy(editor, data)) return false
  ;(event as Event).preventDefault()
  return true
}

/** Writes the selection to `data`. False when nothing is selected, or it is Lexical's to copy (cells). */
export function $copy(editor: LexicalEditor, data: ClipboardData): boolean {
  const selection = $getSelection()
  const content = $projectSelection(selection)
  if (content === null || selection === null) return false
  const isCode =
    $isRangeSelection(selection) &&
    content.isInline &&
    $isCodeBlockNode($findTextBlock(selection.anchor.getNode()))
  const clip = isCode ? null : $clipOf(content)
  data.setData('text/plain', clip?.markdown ?? selection.getTextContent())
  if (clip !== null) data.setData(MARKDOWN_TYPE, JSON.stringify(clip))
  if (typeof document !== 'undefined') data.setData('text/html', $getHtmlContent(editor, selection))
  return true
}

function $cut(): boolean {
  $addUpdateTag(CUT_TAG)
  const selection = $getSelection()
  if ($isRangeSelection(selection)) $removeSelectedText(selection)
  else if ($isNodeSelection(selection)) selection.deleteNodes()
  return true
}

function $pasteEvent(editor: LexicalEditor, event: unknown): boolean {
  const data = clipboardOf(event)
  if (data === null || isInControl(event) || !$paste(editor, data)) return false
  ;(event as Event).preventDefault()
  return true
}

/** Puts what `data` holds in place of the selection. False when it holds no text, or no text is selected. */
export function $paste(editor: LexicalEditor, data: ClipboardData): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return false
  $addUpdateTag(PASTE_TAG)
  const text = data.getData('text/plain')
  const isInCode = $isCodeBlockNode($findTextBlock(selection.anchor.getNode()))
  if (isInCode) return text !== '' && $insertContent(contentOfLines(text))
  const own = $contentOfClip(data.getData(MARKDOWN_TYPE))
  if (own !== null) return $insertContent(own)
  if (!selection.isCollapsed() && /^(?:https?:\/\/|mailto:)\S+$/i.test(text.trim())) {
    $setLink(text.trim())
    return true
  }
  const html = data.getData('text/html')
  if (html !== '' && typeof DOMParser !== 'undefined') {
    const blocks = $blocksOfHtml(editor, html)
    if (blocks.length > 0)
      return $insertContent({ blocks, isInline: blocks.length === 1 && blocks[0]?.type === 'paragraph' })
  }
  if (text === '') return false
  return /[\r\n]/.test(text) || selection.isCollapsed()
    ? $insertContent(contentOfPlainText(text))
    : $typeOverSelection(text)
}

/** Text for a code block: every line as it is, blank ones too. */
function contentOfLines(text: string) {
  return {
    blocks: [{ type: 'code', info: '', text: text.replace(/\r\n?/g, '\n') } as const],
    isInline: false,
  }
}

function clipboardOf(event: unknown): ClipboardData | null {
  if (typeof event !== 'object' || event === null || !('clipboardData' in event)) return null
  return event.clipboardData as ClipboardData | null
}

function isInControl(event: unknown): boolean {
  const target = (event as Event).target
  return (
    typeof Element !== 'undefined' && target instanceof Element && target.closest('input, textarea') !== null
  )
}
