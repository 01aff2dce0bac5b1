import { ReplaceDialog } from '../replace/replace-dialog.tsx'
import { showReport } from './replace-effects.ts'
import type { Stores } from './stores.ts'

/** Search and replace across entries, with what only the app knows: where its report goes. */
export function ReplaceHost({ stores }: { readonly stores: Stores }) {
  return (
    <ReplaceDialog
      replace={stores.replace}
      onDone={(report) => {
        stores.replace.close()
        showReport(stores, report, 'replaced')
      }}
    />
  )
}
