import { useRef } from 'react'
import type { Misreading, TextRepair } from '../../shared/markdown/repair-text.ts'
import { Dialog } from '../ui/dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { DifferenceList } from './difference-list.tsx'
import './difference.css'

interface RepairDialogProps {
  readonly before: string
  /** Null when nothing in the text can be put right. */
  readonly repair: TextRepair | null
  /** The file holds right letters as well, which the repair may touch. */
  readonly isPartial: boolean
  readonly onRepair: () => void
  readonly onLeave: () => void
  readonly onClose: () => void
}

const names: Readonly<Record<Misreading, string>> = {
  'mac-roman': 'Mac Roman',
  'windows-1252': 'Windows-1252',
}

/** The lines of an entry before and after its letters are put right, and the choice. */
export function RepairDialog({ before, repair, isPartial, onRepair, onLeave, onClose }: RepairDialogProps) {
  const accept = useRef<HTMLButtonElement>(null)
  if (repair === null) {
    return (
      <Dialog isOpen title="Mis-decoded text" width={560} onClose={onClose}>
        <EmptyState title="Every letter looks right">
          Nothing in this entry reads like UTF-8 that was taken for another encoding.
        </EmptyState>
      </Dialog>
    )
  }
  const places = repair.places === 1 ? '1 place' : `${repair.places.toLocaleString('en')} places`
  return (
    <Dialog
      isOpen
      title="Mis-decoded text"
      width={820}
      onClose={onClose}
      initialFocus={accept}
      footer={
        <>
          <span className="grow">You can undo it.</span>
          <button type="button" className="btn" onClick={onLeave}>
            Leave it as it is
          </button>
          <button type="button" ref={accept} className="btn pri" onClick={onRepair}>
            Repair
          </button>
        </>
      }
    >
      <p className="diff-legend">
        UTF-8 text that some program read as {names[repair.misreading]}, in {places}.{' '}
        {isPartial
          ? 'Other letters in this entry are right as they are: look at each line before you go on.'
          : 'All of it turns back, so nothing is guessed.'}
      </p>
      <DifferenceList before={before} after={repair.text} isTheirs={false} />
    </Dialog>
  )
}
