import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical'
import { Copy, ExternalLink, Pencil, Unlink } from 'lucide-react'
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { insertLink, removeLink, setLink } from '../../editor/commands/links.ts'
import { completeAddress } from './complete-address.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Keys } from '../ui/keys.tsx'
import { FloatingPanel, type Anchor } from './floating-panel.tsx'

interface LinkPanelProps {
  readonly editor: LexicalEditor
  /** The address of the link at the caret; null when there is none yet. */
  readonly url: string | null
  readonly readAnchor: () => Anchor | null
  /** Opens as a form with the focus in it; without, it only shows the address and leaves the caret in the text. */
  readonly isForm: boolean
  readonly onEdit: () => void
  readonly onOpen: (url: string) => void
  /** `isDone`: the focus goes back to the text. */
  readonly onClose: (isDone: boolean) => void
}

/** The link at the caret: its address and what can be done with it, or the form that makes one. */
export function LinkPanel(props: LinkPanelProps): ReactNode {
  const { readAnchor, isForm, url, onClose } = props
  return (
    <FloatingPanel
      readAnchor={readAnchor}
      side="below"
      className="entry-link-panel"
      label={url === null ? 'New link' : 'Link'}
      kind="dialog"
      onClose={(reason) => onClose(reason === 'escape')}
    >
      {isForm ? <LinkForm {...props} /> : <LinkLine {...props} url={url ?? ''} />}
    </FloatingPanel>
  )
}

function LinkLine({
  editor,
  url,
  onEdit,
  onOpen,
  onClose,
}: LinkPanelProps & { readonly url: string }): ReactNode {
  return (
    <div className="entry-link-line" role="presentation" onMouseDown={(event) => event.preventDefault()}>
      <span className="entry-link-address cut">{url === '' ? 'no address yet' : url}</span>
      <IconButton icon={ExternalLink} label="Open" disabled={url === ''} onClick={() => onOpen(url)} />
      <IconButton icon={Pencil} label="Edit" keys="Mod-l" disabled={!editor.isEditable()} onClick={onEdit} />
      <IconButton icon={Copy} label="Copy address" onClick={() => void navigator.clipboard.writeText(url)} />
      <IconButton
        icon={Unlink}
        label="Remove link, keep its text"
        disabled={!editor.isEditable()}
        onClick={() => {
          removeLink(editor)
          onClose(true)
        }}
      />
    </div>
  )
}

function LinkForm({ editor, url, onOpen, onClose }: LinkPanelProps): ReactNode {
  const [hasSelection] = useState(() => hasSelectedText(editor))
  const [address, setAddress] = useState(url ?? '')
  const [words, setWords] = useState('')
  const firstRef = useRef<HTMLInputElement>(null)
  const isNew = url === null && !hasSelection
  useEffect(() => firstRef.current?.select(), [])

  function keep(event: FormEvent): void {
    event.preventDefault()
    const target = completeAddress(address)
    if (target === '' && url !== null) removeLink(editor)
    else if (target !== '' && isNew) insertLink(editor, words.trim() === '' ? target : words.trim(), target)
    else if (target !== '') setLink(editor, target)
    onClose(true)
  }
  return (
    <form className="entry-link-form" onSubmit={keep}>
      {isNew ? (
        <label>
          Words
          <input
            className="in"
            ref={firstRef}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </label>
      ) : null}
      <label>
        Address
        <input
          className="in"
          ref={isNew ? undefined : firstRef}
          value={address}
          inputMode="url"
          spellCheck={false}
          placeholder="https://"
          onChange={(event) => setAddress(event.target.value)}
        />
      </label>
      <div className="entry-panel-foot">
        <button type="submit" className="btn pri">
          {url === null ? 'Add link' : 'Change'} <Keys keys="Enter" />
        </button>
        {url === null ? null : (
          <>
            <button type="button" className="btn ghost" onClick={() => onOpen(url)}>
              Open
            </button>
            <button
              type="button"
              className="btn ghost"
              onClick={() => {
                removeLink(editor)
                onClose(true)
              }}
            >
              Remove
            </button>
          </>
        )}
        <button type="button" className="btn ghost" onClick={() => onClose(true)}>
          Cancel <Keys keys="Esc" />
        </button>
      </div>
    </form>
  )
}

function hasSelectedText(editor: LexicalEditor): boolean {
  return editor.read(() => {
    const selection = $getSelection()
    return $isRangeSelection(selection) && !selection.isCollapsed()
  })
}
