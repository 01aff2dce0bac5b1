import type { LexicalEditor, NodeKey } from 'lexical'
import { memo, useSyncExternalStore, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import type { EntryDecoration } from '../../editor/nodes/decoration.ts'
import type { DecorationActions } from './decoration-actions.ts'
import { InlineSource } from './inline-source.tsx'
import { SourceBlock } from './source-block.tsx'

interface DecorationsProps {
  readonly editor: LexicalEditor
  readonly actions: DecorationActions
}

/** Draws the editor's opaque pieces and source blocks into the elements that Lexical made for them. */
export const Decorations = memo(function Decorations({ editor, actions }: DecorationsProps): ReactNode {
  const decorators = useDecorators(editor)
  const portals: ReactNode[] = []
  for (const [nodeKey, decoration] of Object.entries(decorators)) {
    const element = decoration === null ? null : editor.getElementByKey(nodeKey)
    if (decoration === null || element === null) continue
    portals.push(createPortal(<Decoration decoration={decoration} actions={actions} />, element, nodeKey))
  }
  return portals
})

type DecorationRecord = Readonly<Record<NodeKey, EntryDecoration | null>>

/** The record changes only when a decorated node was made, changed or removed: no render while one types. */
function useDecorators(editor: LexicalEditor): DecorationRecord {
  return useSyncExternalStore(
    (changed) => editor.registerDecoratorListener<EntryDecoration | null>(changed),
    () => editor.getDecorators<EntryDecoration | null>(),
  )
}

interface DecorationProps {
  readonly decoration: EntryDecoration
  readonly actions: DecorationActions
}

const Decoration = memo(DrawnDecoration, (before, after) => {
  return before.actions === after.actions && isSame(before.decoration, after.decoration)
})

function isSame(one: EntryDecoration, other: EntryDecoration): boolean {
  if (one.nodeKey !== other.nodeKey || one.form !== other.form) return false
  if (one.type === 'opaque-inline') return other.type === 'opaque-inline' && one.source === other.source
  return other.type === 'source-block' && one.text === other.text
}

function DrawnDecoration({ decoration, actions }: DecorationProps): ReactNode {
  if (decoration.type === 'opaque-inline') {
    return (
      <InlineSource
        nodeKey={decoration.nodeKey}
        form={decoration.form}
        source={decoration.source}
        actions={actions}
      />
    )
  }
  return (
    <SourceBlock
      nodeKey={decoration.nodeKey}
      form={decoration.form}
      text={decoration.text}
      actions={actions}
    />
  )
}
