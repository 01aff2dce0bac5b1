import { useMemo } from 'react'
import { countChangedLines } from '../state/changed-lines.ts'
import { Dialog } from '../ui/dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { DifferenceList } from './difference-list.tsx'
import './difference.css'

interface DifferenceDialogProps {
  readonly isOpen: boolean
  readonly title: string
  /** What the two sides are, in words. */
  readonly legend: string
  readonly before: string
  readonly after: string
  /** The side before is another program's text: ochre, not rust. */
  readonly isTheirs: boolean
  readonly onClose: () => void
}

/** The changed lines of an entry, with a little of what stands around them. */
export function DifferenceDialog({
  isOpen,
  title,
  legend,
  before,
  after,
  isTheirs,
  onClose,
}: DifferenceDialogProps) {
  const count = useMemo(() => (isOpen ? countChangedLines(before, after) : 0), [isOpen, before, after])
  return (
    <Dialog isOpen={isOpen} title={title} width={820} onClose={onClose}>
      {count === 0 ? (
        <EmptyState title="Nothing changed">The file is as it was when you opened it.</EmptyState>
      ) : (
        <>
          <p className="diff-legend">
            {count === 1 ? '1 line differs' : `${count.toLocaleString('en')} lines differ`}. {legend}
          </p>
          <DifferenceList before={before} after={after} isTheirs={isTheirs} />
        </>
      )}
    </Dialog>
  )
}
