import { useRef } from 'react'
import { Dialog } from '../ui/dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { DifferenceList } from './difference-list.tsx'
import './difference.css'

interface NamesDialogProps {
  readonly before: string
  readonly after: string
  /** Who stands for whom. */
  readonly pseudonyms: readonly {
    readonly name: string
    readonly pseudonym: string
    readonly places: number
  }[]
  readonly onSave: () => void
  readonly onClose: () => void
}

/** The lines of an entry with and without names, to be read before the copy is saved. */
export function NamesDialog({ before, after, pseudonyms, onSave, onClose }: NamesDialogProps) {
  const save = useRef<HTMLButtonElement>(null)
  if (pseudonyms.length === 0) {
    return (
      <Dialog isOpen title="Copy without names" width={560} onClose={onClose}>
        <EmptyState title="No name found">Nobody that your journal knows is named in this entry.</EmptyState>
      </Dialog>
    )
  }
  return (
    <Dialog
      isOpen
      title="Copy without names"
      width={820}
      onClose={onClose}
      initialFocus={save}
      footer={
        <>
          <span className="grow">The entry stays as it is.</span>
          <button type="button" className="btn" onClick={onClose}>
            Cancel
          </button>
          <button type="button" ref={save} className="btn pri" onClick={onSave}>
            Save copy…
          </button>
        </>
      }
    >
      <p className="diff-legend">
        {pseudonyms.map(({ name, pseudonym, places }) => `${name} is ${pseudonym} (${places})`).join(', ')}.
        Read the lines: who is not known to the journal, and what only one person can be, is still there.
      </p>
      <DifferenceList before={before} after={after} isTheirs={false} />
    </Dialog>
  )
}
