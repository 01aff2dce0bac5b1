import {
  $createParagraphNode,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  type LexicalEditor,
} from 'lexical'
import { $createRuleNode, type RuleNode } from '../nodes/rule-node.ts'
import { $findCell, $findTextBlock } from './positions.ts'

/** Puts a rule behind the block with the caret (in place of a blank one) and the caret behind the rule. */
export function insertRule(editor: LexicalEditor): void {
  editor.update(() => $insertRule())
}

/** `insertRule` inside an update. */
export function $insertRule(): void {
  const selection = $getSelection()
  const from = $isRangeSelection(selection)
    ? selection.focus.getNode()
    : $isNodeSelection(selection)
      ? selection.getNodes()[0]
      : undefined
  if (from === undefined || $findCell(from) !== null) return
  const block = $findTextBlock(from) ?? from.getTopLevelElement()
  if (block === null) return
  const rule = $createRuleNode()
  block.insertAfter(rule)
  if ($isElementNode(block) && block.isEmpty()) block.remove()
  $selectBehindRule(rule)
}

/** Puts the caret into what follows a rule; into a new paragraph where nothing does that could hold it. */
export function $selectBehindRule(rule: RuleNode): void {
  const next = rule.getNextSibling()
  if ($isElementNode(next)) next.selectStart()
  else {
    const paragraph = $createParagraphNode()
    rule.insertAfter(paragraph)
    paragraph.select()
  }
}
