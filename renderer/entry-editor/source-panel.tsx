import type { LexicalEditor, NodeKey } from 'lexical'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Keys } from '../ui/keys.tsx'
import { FloatingPanel } from './floating-panel.tsx'
import { $replaceNodeSource, readNodeSource } from './node-source.ts'

interface SourcePanelProps {
  readonly editor: LexicalEditor
  readonly nodeKey: NodeKey
  readonly onClose: (hasFocus: boolean) => void
}

/** The field in which the source of one opaque piece or block is edited, over the place where it stands. */
export function SourcePanel({ editor, nodeKey, onClose }: SourcePanelProps): ReactNode {
  const [before] = useState(() => readNodeSource(editor, nodeKey))
  const [text, setText] = useState(before?.text ?? '')
  const fieldRef = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const field = fieldRef.current
    field?.focus({ preventScroll: true })
    field?.setSelectionRange(field.value.length, field.value.length)
  }, [])
  if (before === null) return null

  function keep(hasFocus: boolean): void {
    if (before !== null && text !== before.text) editor.update(() => $replaceNodeSource(nodeKey, text))
    onClose(hasFocus)
  }
  function keepOnEnter(event: KeyboardEvent): void {
    const isDone =
      event.key === 'Enter' && (event.ctrlKey || event.metaKey || (!before?.isBlock && !event.shiftKey))
    if (!isDone || event.nativeEvent.isComposing) return
    event.preventDefault()
    keep(true)
  }
  const element = editor.getElementByKey(nodeKey)
  return (
    <FloatingPanel
      readAnchor={() => element?.getBoundingClientRect() ?? null}
      side={before.isBlock ? 'over' : 'below'}
      className={before.isBlock ? 'entry-source-panel is-block' : 'entry-source-panel'}
      label={`${before.name} as text`}
      kind="dialog"
      onClose={(reason) => (reason === 'escape' ? onClose(true) : keep(false))}
    >
      <label className="entry-panel-name" htmlFor="entry-source-field">
        {before.name}
      </label>
      <textarea
        id="entry-source-field"
        ref={fieldRef}
        className="in entry-source-field"
        value={text}
        rows={Math.min(24, Math.max(before.isBlock ? 3 : 1, text.split('\n').length))}
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={keepOnEnter}
      />
      <div className="entry-panel-foot">
        <button type="button" className="btn pri" onClick={() => keep(true)}>
          Done <Keys keys={before.isBlock ? 'Mod-Enter' : 'Enter'} />
        </button>
        <button type="button" className="btn ghost" onClick={() => onClose(true)}>
          Cancel <Keys keys="Esc" />
        </button>
      </div>
    </FloatingPanel>
  )
}
