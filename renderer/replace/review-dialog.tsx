import { useMemo } from 'react'
import { useStore } from 'zustand'
import { namePlaces } from '../state/name-counts.ts'
import type { ReviewOutcome, ReviewStore } from '../state/review.ts'
import { Dialog } from '../ui/dialog.tsx'
import { ReplaceList } from './replace-list.tsx'
import { buildReplaceRows, countChosen } from './replace-rows.ts'
import './replace.css'

interface ReviewDialogProps {
  readonly review: ReviewStore
  /** The changes were made, or some of them. */
  readonly onDone: (outcome: ReviewOutcome) => void
}

/** Changes that something else in the program proposes: each with its line before and after, chosen one by one. */
export function ReviewDialog({ review, onDone }: ReviewDialogProps) {
  const { plan, flipped, folded, isApplying, failure } = useStore(review)
  const rows = useMemo(() => buildReplaceRows(plan, flipped, folded), [plan, flipped, folded])
  const { chosenPlaces, chosenEntries } = useMemo(() => countChosen(plan, flipped), [plan, flipped])
  async function apply() {
    const outcome = await review.apply()
    if (outcome !== null) onDone(outcome)
  }
  return (
    <Dialog
      isOpen={plan !== null}
      title={plan?.title ?? ''}
      width={860}
      onClose={review.close}
      footer={
        <>
          <button type="button" className="btn" onClick={review.close}>
            Cancel
          </button>
          <button
            type="button"
            className="btn pri"
            disabled={chosenPlaces === 0 || isApplying}
            onClick={() => void apply()}
          >
            {isApplying ? 'Writing…' : `${plan?.verb ?? 'Change'} ${namePlaces(chosenPlaces, chosenEntries)}`}
          </button>
        </>
      }
    >
      <output className={failure === null ? 'rep-sum' : 'rep-sum late'}>
        {failure ?? plan?.about ?? ''}
      </output>
      <ReplaceList rows={rows} onChoose={review.choose} onFold={review.fold} />
    </Dialog>
  )
}
