import { $getSelection, $isParagraphNode, $isRangeSelection, $isRootNode, type ParagraphNode } from 'lexical'
import { $selectBehindRule } from '../commands/insert-rule.ts'
import { $findTextBlock, $isAtEnd } from '../commands/positions.ts'
import { $createCodeBlockNode } from '../nodes/code-block-node.ts'
import { $isQuoteNode } from '../nodes/quote-node.ts'
import { $createRuleNode } from '../nodes/rule-node.ts'

/** Enter behind a paragraph that is nothing but a fence or a rule makes it one. True when it did. */
export function $applyEnterShortcut(): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false
  const block = $findTextBlock(selection.anchor.getNode())
  if (!$isParagraphNode(block) || block.getChildrenSize() !== 1 || !$isAtEnd(selection.anchor, block))
    return false
  const parent = block.getParent()
  if (!$isRootNode(parent) && !$isQuoteNode(parent)) return false
  const text = block.getTextContent()
  const fence = /^(?:`{3,}([^`]*)|~{3,}(.*))$/.exec(text)
  if (fence !== null) return $makeCode(block, (fence[1] ?? fence[2] ?? '').trim())
  return /^(?:-{3,}|\*{3,}|_{3,})$/.test(text) ? $makeRule(block) : false
}

function $makeCode(block: ParagraphNode, info: string): boolean {
  const code = $createCodeBlockNode(info, '')
  block.replace(code)
  code.select()
  return true
}

function $makeRule(block: ParagraphNode): boolean {
  const rule = $createRuleNode()
  block.replace(rule)
  $selectBehindRule(rule)
  return true
}
