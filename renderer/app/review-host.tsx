import { ReviewDialog } from '../replace/review-dialog.tsx'
import { showCardReport } from './change-cards.ts'
import type { Stores } from './stores.ts'

/** Changes of many entries that are looked through before they are made, and the report on them. */
export function ReviewHost({ stores }: { readonly stores: Stores }) {
  return (
    <ReviewDialog
      review={stores.review}
      onDone={({ report, undo }) => showCardReport(stores, 'Changed', report, undo, 0)}
    />
  )
}
