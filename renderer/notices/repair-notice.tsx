import { useMemo } from 'react'
import { useStore } from 'zustand'
import { findRepair } from '../../shared/markdown/repair-text.ts'
import type { RepairsStore } from '../state/repairs.ts'
import type { WorkingCopy } from '../state/working-copy.ts'
import { Note } from '../ui/note.tsx'
import './notices.css'

interface RepairNoticeProps {
  readonly copy: WorkingCopy
  readonly repairs: RepairsStore
  readonly onShow: () => void
}

/** Offers to put right an entry that looks mis-decoded as a whole. Looked at once, as it was opened. */
export function RepairNotice({ copy, repairs, onShow }: RepairNoticeProps) {
  const path = useStore(copy, (state) => state.path)
  const openedText = useStore(copy, (state) => state.openedText)
  const readOnly = useStore(copy, (state) => state.readOnly)
  const isSettled = useStore(repairs, (state) => state.settled.has(path))
  const isOffered = readOnly === null && !isSettled
  const repair = useMemo(() => (isOffered ? findRepair(openedText) : null), [isOffered, openedText])
  if (repair === null) return null
  const places = repair.places === 1 ? '1 place' : `${repair.places.toLocaleString('en')} places`
  return (
    <Note
      tone="info"
      title="This text was read with the wrong encoding at some time."
      detail={`Letters and signs in ${places} can be put right. Nothing changes until you say so.`}
    >
      <button type="button" className="lk" onClick={() => repairs.settle(path)}>
        Leave it
      </button>
      <button type="button" className="btn" onClick={onShow}>
        Show the repair
      </button>
    </Note>
  )
}
