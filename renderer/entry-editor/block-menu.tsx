import type { LexicalEditor } from 'lexical'
import type { ReactElement, ReactNode } from 'react'
import { setBlockType, type BlockType } from '../../editor/commands/block-type.ts'
import { Menu, type MenuEntry } from '../ui/menu.tsx'
import { blockTypeChoices } from './block-types.ts'
import { focusEditor } from './focus-editor.ts'

interface BlockMenuProps {
  readonly editor: LexicalEditor
  readonly blockType: BlockType | null
  /** The button that opens it. */
  readonly trigger: ReactElement
}

/** What the block at the caret can become. */
export function BlockMenu({ editor, blockType, trigger }: BlockMenuProps): ReactNode {
  const entries = blockTypeChoices.map((choice): MenuEntry => ({
    kind: 'item',
    label: choice.label,
    icon: choice.icon,
    keys: choice.typed,
    isChosen: choice.type === blockType,
    onChoose: () => {
      if (choice.type !== blockType) setBlockType(editor, choice.type)
      focusEditor(editor)
    },
  }))
  return <Menu trigger={trigger} label="Block type" entries={entries} align="start" />
}
