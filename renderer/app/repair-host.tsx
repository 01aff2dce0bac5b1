import { useMemo } from 'react'
import { findPartialRepair, findRepair } from '../../shared/markdown/repair-text.ts'
import { succeed } from '../../shared/contract/errors.ts'
import { RepairDialog } from '../difference/repair-dialog.tsx'
import type { WorkingCopy } from '../state/working-copy.ts'
import type { Stores } from './stores.ts'

/** Shows what a repair of the open entry would do, and does it as one edit. */
export function RepairHost({ stores, copy }: { readonly stores: Stores; readonly copy: WorkingCopy }) {
  const { dialog, repairs, notices } = stores
  const before = useMemo(() => copy.readText(), [copy])
  const whole = useMemo(() => findRepair(before), [before])
  const repair = useMemo(() => whole ?? findPartialRepair(before), [whole, before])
  const { path } = copy.getState()

  function settle(): void {
    repairs.settle(path)
    dialog.close()
  }
  function accept(): void {
    const changed = copy.change((text) =>
      succeed((findRepair(text) ?? findPartialRepair(text))?.text ?? text),
    )
    settle()
    if (!changed.ok)
      notices.raise({
        id: 'repair',
        tone: 'bad',
        title: 'Nothing was repaired.',
        detail: changed.error.message,
      })
  }
  return (
    <RepairDialog
      before={before}
      repair={repair}
      isPartial={whole === null}
      onRepair={accept}
      onLeave={settle}
      onClose={dialog.close}
    />
  )
}
