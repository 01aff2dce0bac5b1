import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isRootNode,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Icon } from '../ui/icon.tsx'
import { BlockMenu } from './block-menu.tsx'
import { describeBlockType } from './block-types.ts'
import { useToolbarState } from './use-toolbar-state.ts'

/** A quiet button in the margin of the block with the caret: what it is, and what it can become. */
export function BlockButton({ editor }: { readonly editor: LexicalEditor }): ReactNode {
  const state = useToolbarState(editor)
  const blockKey = useCurrentBlock(editor)
  const buttonRef = useRef<HTMLDivElement>(null)
  const { blockType } = state

  useEffect(() => {
    const root = editor.getRootElement()
    if (blockKey === null || root === null) return undefined
    const place = () => placeButton(buttonRef.current, editor.getElementByKey(blockKey))
    place()
    // A block moves when text above it grows or shrinks; the root then has another height.
    const observer = new ResizeObserver(place)
    observer.observe(root)
    // The sheet's edges are others in a narrow window, while the root keeps its size.
    const sheet = buttonRef.current?.offsetParent
    if (sheet) observer.observe(sheet)
    return () => observer.disconnect()
  }, [editor, blockKey, blockType])

  if (blockKey === null || blockType === null || !editor.isEditable()) return null
  const block = describeBlockType(blockType)
  return (
    <div ref={buttonRef} className="entry-block-button">
      <BlockMenu
        editor={editor}
        blockType={blockType}
        trigger={
          <button
            type="button"
            className="ib small"
            tabIndex={-1}
            aria-label={`Block type: ${block.label}`}
            title={block.label}
          >
            <Icon of={block.icon} size={14} />
          </button>
        }
      />
    </div>
  )
}

/** Key of the innermost block with the caret; changes only when the caret goes to another one. */
function useCurrentBlock(editor: LexicalEditor): NodeKey | null {
  const [key, setKey] = useState<NodeKey | null>(null)
  useEffect(() => {
    let last: NodeKey | null = null
    return editor.registerUpdateListener(({ editorState }) => {
      const next = editorState.read($findCurrentBlock)
      if (next === last) return
      last = next
      setKey(next)
    })
  }, [editor])
  return key
}

function $findCurrentBlock(): NodeKey | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  let node: LexicalNode | null = selection.anchor.getNode()
  while (node !== null && (!$isElementNode(node) || node.isInline())) node = node.getParent()
  return node === null || $isRootNode(node) ? null : node.getKey()
}

function placeButton(button: HTMLElement | null, block: HTMLElement | null): void {
  const sheet = button?.offsetParent
  if (!button || !block || !sheet) return
  const line = Number.parseFloat(getComputedStyle(block).lineHeight)
  const top = block.getBoundingClientRect().top - sheet.getBoundingClientRect().top
  button.style.top = `${Math.round(top + (line - button.offsetHeight) / 2)}px`
}
