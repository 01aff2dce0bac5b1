import { useMemo } from 'react'
import { useStore } from 'zustand'
import { nameEntries } from '../state/name-counts.ts'
import type { RenameReport, RenameStore } from '../state/rename.ts'
import { Dialog } from '../ui/dialog.tsx'
import { ReplaceList } from './replace-list.tsx'
import { buildReplaceRows, countChosen, type ReplaceCounts } from './replace-rows.ts'
import './replace.css'

interface RenamePreviewProps {
  readonly rename: RenameStore
  /** The file has its new name. */
  readonly onDone: (report: RenameReport) => void
}

/** The links that lead to a file that gets another name: each is seen before it is written, and chosen one by one. */
export function RenamePreview({ rename, onDone }: RenamePreviewProps) {
  const { preview, flipped, folded, isApplying, failure } = useStore(rename)
  const rows = useMemo(() => buildReplaceRows(preview, flipped, folded), [preview, flipped, folded])
  const counts = useMemo(() => countChosen(preview, flipped), [preview, flipped])
  async function apply() {
    const report = await rename.apply()
    if (report !== null) onDone(report)
  }
  if (preview === null) return null
  return (
    <Dialog
      isOpen
      title="Rename, and what links to it"
      width={860}
      onClose={rename.cancel}
      footer={
        <>
          <button type="button" className="btn" onClick={rename.cancel}>
            Cancel
          </button>
          <button type="button" className="btn pri" disabled={isApplying} onClick={() => void apply()}>
            {isApplying ? 'Renaming…' : describeAction(counts)}
          </button>
        </>
      }
    >
      <p className="rep-names">
        <b>{preview.from}</b> becomes <b>{preview.to}</b>
      </p>
      <output className={failure === null ? 'rep-sum' : 'rep-sum late'}>
        {failure ?? describeLinks(counts)}
      </output>
      <ReplaceList rows={rows} onChoose={rename.choose} onFold={rename.fold} />
    </Dialog>
  )
}

function describeAction({ chosenPlaces }: ReplaceCounts): string {
  return chosenPlaces === 0 ? 'Rename the file alone' : `Rename and write ${nameLinks(chosenPlaces)}`
}

function describeLinks({ places, entries, chosenPlaces }: ReplaceCounts): string {
  const left = places - chosenPlaces
  const rest = left === 0 ? '' : ` ${left.toLocaleString('en')} not chosen: they will lead nowhere.`
  return `${nameLinks(places)} in ${nameEntries(entries)}.${rest}`
}

function nameLinks(links: number): string {
  return `${links.toLocaleString('en')} ${links === 1 ? 'link' : 'links'}`
}
