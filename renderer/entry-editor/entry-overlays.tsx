import { mergeRegister, type LexicalEditor, type NodeKey } from 'lexical'
import { memo, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { readToolbarState } from '../../editor/toolbar-state.ts'
import { readLinkAnchor, readSelectionAnchor } from './anchors.ts'
import { BlockButton } from './block-button.tsx'
import type { DecorationActions } from './decoration-actions.ts'
import { Decorations } from './decorations.tsx'
import { focusEditor } from './focus-editor.ts'
import { FormatBar } from './format-bar.tsx'
import { LinkHint } from './link-hint.tsx'
import { LinkPanel } from './link-panel.tsx'
import {
  hasSelectedText,
  registerKeys,
  registerPointer,
  type TextGestures,
} from './register-pointer-and-keys.ts'
import { SourcePanel } from './source-panel.tsx'

interface EntryOverlaysProps {
  readonly editor: LexicalEditor
  readonly pictureUrl: (target: string) => string
  readonly openLink: (url: string) => void
  readonly openEntry: (target: string) => void
}

/** The one thing that floats over the text; two at a time would only be in each other's way. */
type Floating =
  | { readonly kind: 'bar'; readonly hasFocus: boolean; readonly number: number }
  | { readonly kind: 'link'; readonly isForm: boolean; readonly url: string | null }
  | { readonly kind: 'source'; readonly nodeKey: NodeKey }

/** All that React draws into and over the editable text; not drawn again because the window was. */
export const EntryOverlays = memo(function EntryOverlays(props: EntryOverlaysProps): ReactNode {
  const { editor, pictureUrl, openLink, openEntry } = props
  const { floating, open, close } = useFloating(editor)
  const gestures = useMemo(
    () => createGestures(editor, open, close, openLink),
    [editor, open, close, openLink],
  )
  const actions = useMemo<DecorationActions>(
    () => ({ pictureUrl, openLink, openEntry, editSource: gestures.editSource }),
    [pictureUrl, openLink, openEntry, gestures],
  )
  useEffect(() => {
    const root = editor.getRootElement()
    return mergeRegister(
      registerKeys(editor, gestures),
      root === null ? () => undefined : registerPointer(editor, root, gestures),
    )
  }, [editor, gestures])

  const readBarAnchor = useCallback(() => readSelectionAnchor(editor), [editor])
  const readPanelAnchor = useCallback(() => readLinkAnchor(editor), [editor])
  function finish(hasFocus: boolean): void {
    close()
    if (hasFocus) focusEditor(editor)
  }

  return (
    <>
      <Decorations editor={editor} actions={actions} />
      <BlockButton editor={editor} />
      <LinkHint editor={editor} />
      {floating?.kind === 'bar' ? (
        <FormatBar
          key={floating.number}
          editor={editor}
          readAnchor={readBarAnchor}
          hasFocus={floating.hasFocus}
          onLink={gestures.editLink}
          onClose={(reason) => finish(reason === 'escape')}
        />
      ) : null}
      {floating?.kind === 'link' ? (
        <LinkPanel
          key={`${floating.isForm}`}
          editor={editor}
          url={floating.url}
          readAnchor={readPanelAnchor}
          isForm={floating.isForm}
          onEdit={gestures.editLink}
          onOpen={openLink}
          onClose={finish}
        />
      ) : null}
      {floating?.kind === 'source' ? (
        <SourcePanel key={floating.nodeKey} editor={editor} nodeKey={floating.nodeKey} onClose={finish} />
      ) : null}
    </>
  )
})

function isBar(floating: Floating | null, hasFocus: boolean): boolean {
  return floating?.kind === 'bar' && floating.hasFocus === hasFocus
}

interface FloatingControl {
  readonly floating: Floating | null
  readonly open: (floating: Floating) => void
  /** Without an argument: whatever floats. With one: only when it wants to go. */
  readonly close: (wantsToGo?: (floating: Floating) => boolean) => void
}

function useFloating(editor: LexicalEditor): FloatingControl {
  const [floating, setFloating] = useState<Floating | null>(null)
  // Looked at on every key; state alone would mean a call into React for each.
  const current = useRef<Floating | null>(null)
  const open = useCallback((next: Floating) => {
    // A hand that was lifted asks for the bar two frames later. When the focus has gone into it by then, another one in
    // its place would lose the focus.
    if (isBar(next, false) && isBar(current.current, true)) return
    current.current = next
    setFloating(next)
  }, [])
  const close = useCallback<FloatingControl['close']>((wantsToGo) => {
    if (current.current === null || wantsToGo?.(current.current) === false) return
    current.current = null
    setFloating(null)
  }, [])
  useEffect(() => () => close(), [editor, close])
  return { floating, open, close }
}

function createGestures(
  editor: LexicalEditor,
  open: FloatingControl['open'],
  close: FloatingControl['close'],
  openLink: (url: string) => void,
): TextGestures {
  let number = 0
  const readUrl = () => readToolbarState(editor).linkUrl
  function showBar(hasFocus: boolean): void {
    if (!editor.isEditable()) return
    number += 1
    open({ kind: 'bar', hasFocus, number })
  }
  return {
    openLink,
    showLink: () => open({ kind: 'link', isForm: false, url: readUrl() }),
    editLink() {
      const canLink = editor.isEditable() && readToolbarState(editor).blockType !== 'code'
      if (canLink) open({ kind: 'link', isForm: true, url: readUrl() })
    },
    editSource(nodeKey) {
      if (editor.isEditable()) open({ kind: 'source', nodeKey })
    },
    showBar: () => showBar(false),
    enterBar: () => showBar(true),
    hide: () => close(),
    afterUpdate: () => close((floating) => isOutOfPlace(editor, floating)),
  }
}

/** Whether what floats belongs to a selection or a link that is no more. */
function isOutOfPlace(editor: LexicalEditor, floating: Floating): boolean {
  if (floating.kind === 'bar') return !floating.hasFocus && !hasSelectedText(editor)
  return floating.kind === 'link' && !floating.isForm && readToolbarState(editor).linkUrl !== floating.url
}
