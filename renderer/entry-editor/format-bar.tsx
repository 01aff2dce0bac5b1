import type { LexicalEditor } from 'lexical'
import {
  Bold,
  ChevronDown,
  Code,
  Italic,
  Link,
  SquareCheck,
  Strikethrough,
  type LucideIcon,
} from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { toggleBox } from '../../editor/commands/item-commands.ts'
import { toggleMark, type MarkName } from '../../editor/commands/marks.ts'
import { Icon } from '../ui/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { BlockMenu } from './block-menu.tsx'
import { describeBlockType } from './block-types.ts'
import { FloatingPanel, type Anchor } from './floating-panel.tsx'
import { focusEditor } from './focus-editor.ts'
import { useToolbarState } from './use-toolbar-state.ts'

interface FormatBarProps {
  readonly editor: LexicalEditor
  readonly readAnchor: () => Anchor | null
  /** True when it was asked for by key: the focus goes into it. */
  readonly hasFocus: boolean
  readonly onLink: () => void
  readonly onClose: (reason: 'escape' | 'outside') => void
}

const markButtons: readonly { mark: MarkName; label: string; icon: LucideIcon; keys: string | null }[] = [
  { mark: 'bold', label: 'Bold', icon: Bold, keys: 'Mod-b' },
  { mark: 'italic', label: 'Italic', icon: Italic, keys: 'Mod-i' },
  { mark: 'strike', label: 'Strike through', icon: Strikethrough, keys: 'Mod-Shift-x' },
  { mark: 'code', label: 'Code', icon: Code, keys: null },
]

/** Block type and marks, above the selection. Arrow keys walk through it, Escape goes back to the text. */
export function FormatBar({ editor, readAnchor, hasFocus, onLink, onClose }: FormatBarProps): ReactNode {
  const state = useToolbarState(editor)
  const rowRef = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (hasFocus) rowRef.current?.querySelector('button')?.focus()
  }, [hasFocus])
  const isList = state.blockType?.endsWith('-list') ?? false
  const block = describeBlockType(state.blockType)

  return (
    <FloatingPanel
      readAnchor={readAnchor}
      side="above"
      className="entry-bar"
      label="Format"
      kind="toolbar"
      onClose={onClose}
    >
      {/* Pressing a button must not take the caret out of the text. */}
      <div
        ref={rowRef}
        className="entry-bar-row"
        role="presentation"
        onMouseDown={keepCaret}
        onKeyDown={walkButtons}
      >
        <BlockMenu
          editor={editor}
          blockType={state.blockType}
          trigger={
            <button
              type="button"
              className="btn ghost entry-bar-type"
              aria-label={`Block type: ${block.label}`}
              disabled={state.blockType === null}
            >
              {block.label}
              <Icon of={ChevronDown} size={12} />
            </button>
          }
        />
        <span className="entry-bar-line" />
        {markButtons.map(({ mark, label, icon, keys }) => (
          <IconButton
            key={mark}
            icon={icon}
            label={label}
            keys={keys}
            isOn={state.marks[mark]}
            aria-pressed={state.marks[mark]}
            disabled={state.blockType === 'code'}
            onClick={() => toggleMark(editor, mark)}
          />
        ))}
        <span className="entry-bar-line" />
        <IconButton
          icon={Link}
          label={state.linkUrl === null ? 'Link' : 'Edit link'}
          keys="Mod-l"
          isOn={state.linkUrl !== null}
          disabled={state.blockType === 'code'}
          onClick={onLink}
        />
        <IconButton
          icon={SquareCheck}
          label={isList ? 'Tick, or give a box' : 'Make it a check list first'}
          keys="Mod-Enter"
          isOn={state.blockType === 'check-list'}
          disabled={!isList}
          onClick={() => {
            toggleBox(editor)
            focusEditor(editor)
          }}
        />
      </div>
    </FloatingPanel>
  )
}

function keepCaret(event: { preventDefault(): void }): void {
  event.preventDefault()
}

function walkButtons(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')]
  const at = buttons.findIndex((button) => button === document.activeElement)
  if (at < 0) return
  event.preventDefault()
  const step = event.key === 'ArrowRight' ? 1 : -1
  buttons[(at + step + buttons.length) % buttons.length]?.focus()
}
