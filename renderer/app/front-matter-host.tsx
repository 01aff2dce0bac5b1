import { useMemo } from 'react'
import {
  readFrontMatterForm,
  writeFrontMatterForm,
  type FrontMatterFields,
} from '../../shared/entry/front-matter-form.ts'
import { FrontMatterDialog } from '../front-matter/front-matter-dialog.tsx'
import type { WorkingCopy } from '../state/working-copy.ts'
import type { Stores } from './stores.ts'

/** Edits the front matter of the open entry by fields: one edit of the user, that can be undone. */
export function FrontMatterHost({ stores, copy }: { readonly stores: Stores; readonly copy: WorkingCopy }) {
  const { dialog, openEntry } = stores
  const form = useMemo(() => readFrontMatterForm(copy.readText()), [copy])

  function apply(fields: FrontMatterFields): string | null {
    const changed = copy.change((text) => writeFrontMatterForm(text, fields))
    return changed.ok ? null : changed.error.message
  }
  function showMarkdown(): void {
    dialog.close()
    openEntry.setMode('markdown')
  }
  return (
    <FrontMatterDialog form={form} onApply={apply} onShowMarkdown={showMarkdown} onClose={dialog.close} />
  )
}
