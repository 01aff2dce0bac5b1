import { $isTableNode } from '@lexical/table'
import {
  $createNodeSelection,
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isDecoratorNode,
  $isNodeSelection,
  $setSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_LOW,
  DELETE_CHARACTER_COMMAND,
  mergeRegister,
  type LexicalEditor,
  type NodeKey,
} from 'lexical'
import { $isRuleNode } from './nodes/rule-node.ts'

/**
 * Selecting blocks without text as a whole: a click selects a rule (source blocks answer clicks in their own view),
 * and what is selected, pieces inside a line included, wears the theme's `selected` class. Returns the undo of the registration.
 */
export function registerBlockSelection(editor: LexicalEditor): () => void {
  let marked: NodeKey[] = []
  const className = String(editor._config.theme['selected'] ?? 'selected')
  const mark = (keys: NodeKey[]): void => {
    for (const key of marked) editor.getElementByKey(key)?.classList.remove(className)
    for (const key of keys) editor.getElementByKey(key)?.classList.add(className)
    marked = keys
  }
  return mergeRegister(
    editor.registerUpdateListener(({ editorState }) => {
      const keys = editorState.read($selectedBlockKeys)
      if (keys.length > 0 || marked.length > 0) mark(keys)
    }),
    editor.registerCommand(CLICK_COMMAND, $clickRule, COMMAND_PRIORITY_LOW),
    editor.registerCommand(DELETE_CHARACTER_COMMAND, $deleteSelectedTable, COMMAND_PRIORITY_LOW),
  )
}

function $selectedBlockKeys(): NodeKey[] {
  const selection = $getSelection()
  if (!$isNodeSelection(selection)) return []
  return selection
    .getNodes()
    .filter((node) => $isTableNode(node) || $isDecoratorNode(node))
    .map((node) => node.getKey())
}

function $clickRule(event: MouseEvent): boolean {
  const target = event.target
  if (!(target instanceof Node)) return false
  const node = $getNearestNodeFromDOMNode(target)
  if (!$isRuleNode(node)) return false
  const selection = $createNodeSelection()
  selection.add(node.getKey())
  $setSelection(selection)
  return true
}

/** `NodeSelection.deleteNodes` leaves the caret inside a table that it removes; the caret goes to the next block. */
function $deleteSelectedTable(): boolean {
  const selection = $getSelection()
  if (!$isNodeSelection(selection)) return false
  const tables = selection.getNodes().filter($isTableNode)
  for (const table of tables) {
    table.selectNext()
    table.remove()
  }
  return tables.length > 0
}
