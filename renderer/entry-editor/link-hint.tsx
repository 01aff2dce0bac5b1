import type { LexicalEditor } from 'lexical'
import { useEffect, useState, type ReactNode } from 'react'
import { isMac } from '../ui/format-keys.ts'
import { FloatingPanel } from './floating-panel.tsx'
import { readLinkUrl } from './register-pointer-and-keys.ts'

/** Long enough not to flicker while the pointer crosses the text. */
const HOVER_MS = 350

interface HoveredLink {
  readonly url: string
  readonly element: Element
}

/** Shows where a link goes while the pointer rests on it. */
export function LinkHint({ editor }: { readonly editor: LexicalEditor }): ReactNode {
  const [link, setLink] = useState<HoveredLink | null>(null)
  useEffect(() => registerHover(editor, setLink), [editor])
  if (link === null || !link.element.isConnected) return null
  return (
    <FloatingPanel
      readAnchor={() => link.element.getClientRects()[0] ?? null}
      side="below"
      className="hint entry-link-hint"
      label="Address of the link"
      kind="tooltip"
      onClose={() => setLink(null)}
    >
      <span>{link.url === '' ? 'no address yet' : link.url}</span>
      <kbd>{isMac ? '⌘' : 'Ctrl'} click</kbd>
    </FloatingPanel>
  )
}

function registerHover(editor: LexicalEditor, show: (link: HoveredLink | null) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isShown = false
  function enter(event: PointerEvent): void {
    const element = event.target instanceof Element ? event.target.closest('a') : null
    leave()
    if (element === null || event.buttons !== 0) return
    timer = setTimeout(() => {
      const url = readLinkUrl(editor, element)
      if (url === null) return
      isShown = true
      show({ url, element })
    }, HOVER_MS)
  }
  function leave(): void {
    clearTimeout(timer)
    if (isShown) show(null)
    isShown = false
  }
  const unregister = editor.registerRootListener((root, previous) => {
    previous?.removeEventListener('pointerover', enter)
    for (const type of ['pointerleave', 'pointerdown', 'keydown']) previous?.removeEventListener(type, leave)
    root?.addEventListener('pointerover', enter)
    for (const type of ['pointerleave', 'pointerdown', 'keydown']) root?.addEventListener(type, leave)
  })
  return () => {
    clearTimeout(timer)
    unregister()
  }
}
