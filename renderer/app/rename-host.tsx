import { RenamePreview } from '../replace/rename-preview.tsx'
import { showRenamed } from './rename-effects.ts'
import type { Stores } from './stores.ts'

/** What a rename writes beside the file's name, before it is done. */
export function RenameHost({ stores }: { readonly stores: Stores }) {
  return <RenamePreview rename={stores.rename} onDone={(report) => showRenamed(stores, report, 'renamed')} />
}
