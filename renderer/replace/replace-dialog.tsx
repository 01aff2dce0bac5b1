import { CaseSensitive, Regex, WholeWord } from 'lucide-react'
import { useMemo, useRef, type RefObject } from 'react'
import { useStore } from 'zustand'
import { namePlaces } from '../state/name-counts.ts'
import type { ChangesReport } from '../state/planned-changes.ts'
import type { ReplaceState, ReplaceStore, ReplaceWish } from '../state/replace.ts'
import { Dialog } from '../ui/dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { ReplaceList } from './replace-list.tsx'
import { buildReplaceRows, countChosen, type ReplaceCounts } from './replace-rows.ts'
import './replace.css'

interface ReplaceDialogProps {
  readonly replace: ReplaceStore
  /** The changes were made, or some of them. */
  readonly onDone: (report: ChangesReport) => void
}

/** Search and replace across entries: every change is seen before it is made, and chosen one by one. */
export function ReplaceDialog({ replace, onDone }: ReplaceDialogProps) {
  const state = useStore(replace)
  const input = useRef<HTMLInputElement>(null)
  const { plan, flipped, folded, isApplying, isLooking } = state
  const rows = useMemo(() => buildReplaceRows(plan, flipped, folded), [plan, flipped, folded])
  const counts = useMemo(() => countChosen(plan, flipped), [plan, flipped])
  async function apply() {
    const report = await replace.apply()
    if (report !== null) onDone(report)
  }
  const isReady = counts.chosenPlaces > 0 && !isLooking && !isApplying
  return (
    <Dialog
      isOpen={state.isOpen}
      title="Replace in entries"
      width={860}
      initialFocus={input}
      onClose={replace.close}
      footer={
        <>
          <button type="button" className="btn" onClick={replace.close}>
            Cancel
          </button>
          <button type="button" className="btn pri" disabled={!isReady} onClick={() => void apply()}>
            {isApplying ? 'Replacing…' : `Replace ${namePlaces(counts.chosenPlaces, counts.chosenEntries)}`}
          </button>
        </>
      }
    >
      <Fields wish={state.wish} input={input} onChange={replace.change} />
      <output className={plan?.failure || state.failure ? 'rep-sum late' : 'rep-sum'}>
        {describe(state, counts)}
      </output>
      {rows.length > 0 ? (
        <ReplaceList rows={rows} onChoose={replace.choose} onFold={replace.fold} />
      ) : (
        <div className="rep-none">
          <EmptyState title={state.wish.find === '' ? 'Nothing to look for yet' : 'Nothing to replace'}>
            Files change only when you say so, and all of it can be taken back.
          </EmptyState>
        </div>
      )}
    </Dialog>
  )
}

interface FieldsProps {
  readonly wish: ReplaceWish
  readonly input: RefObject<HTMLInputElement | null>
  readonly onChange: (wish: Partial<ReplaceWish>) => void
}

function Fields({ wish, input, onChange }: FieldsProps) {
  const switches = [
    { name: 'isCaseKept', icon: CaseSensitive, label: 'Match case' },
    { name: 'isWholeWord', icon: WholeWord, label: 'Whole words' },
    { name: 'isExpression', icon: Regex, label: 'Regular expression' },
  ] as const
  return (
    <div className="rep-fields">
      <label htmlFor="replace-find">Find</label>
      <div className="with-switches">
        <input
          id="replace-find"
          ref={input}
          className="in"
          value={wish.find}
          autoComplete="off"
          spellCheck={false}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => onChange({ find: event.currentTarget.value })}
        />
        {switches.map(({ name, icon, label }) => (
          <IconButton
            key={name}
            icon={icon}
            label={label}
            isOn={wish[name]}
            aria-pressed={wish[name]}
            onClick={() => onChange({ [name]: !wish[name] })}
          />
        ))}
      </div>
      <label htmlFor="replace-with">Replace with</label>
      <input
        id="replace-with"
        className="in"
        value={wish.replacement}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange({ replacement: event.currentTarget.value })}
      />
      <label htmlFor="replace-scope">Only in</label>
      <input
        id="replace-scope"
        className="in"
        value={wish.scope}
        placeholder="All entries, or filters: tag:career  kind:draft  before:2026-10-01  path:2025"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange({ scope: event.currentTarget.value })}
      />
    </div>
  )
}

function describe({ wish, plan, isLooking, failure }: ReplaceState, counts: ReplaceCounts): string {
  if (failure !== null) return failure
  if (plan?.failure) return plan.failure
  if (wish.find === '' || (plan === null && !isLooking)) return ''
  if (plan === null) return 'Looking…'
  if (counts.places === 0) return isLooking ? 'Looking…' : 'Found in no entry.'
  const all = `Found at ${namePlaces(counts.places, counts.entries)}`
  const rest = plan.isCut ? '; there are more, which come after these' : ''
  const left = counts.places - counts.chosenPlaces
  return `${all}${rest}.${left > 0 ? ` ${left.toLocaleString('en')} not chosen.` : ''}`
}
