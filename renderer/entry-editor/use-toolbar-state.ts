import type { LexicalEditor } from 'lexical'
import { useEffect, useState } from 'react'
import { readToolbarState, registerToolbarState, type ToolbarState } from '../../editor/toolbar-state.ts'

/** The toolbar's state; renders again only when it differs, not on every key. */
export function useToolbarState(editor: LexicalEditor): ToolbarState {
  const [state, setState] = useState(() => readToolbarState(editor))
  useEffect(() => registerToolbarState(editor, setState), [editor])
  return state
}
