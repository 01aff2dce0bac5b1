import { useStore } from 'zustand'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { SummaryStore } from '../state/summary.ts'
import type { WorkingCopy } from '../state/working-copy.ts'
import { describeSave } from './describe-save.ts'
import './status.css'

interface StatusLineProps {
  readonly copy: WorkingCopy
  readonly summary: SummaryStore
  /** Entries that are not shown and could not be written. */
  readonly unsavedElsewhere: readonly EntryPath[]
  readonly onOpen: (path: EntryPath) => void
  readonly onShowDifference: () => void
}

/** How the text stands to its file, how long it is, and what changed since it was opened. */
export function StatusLine({ copy, summary, unsavedElsewhere, onOpen, onShowDifference }: StatusLineProps) {
  const state = useStore(copy)
  const wordCount = useStore(summary, (now) => (now.isOfBeginning ? null : (now.summary?.wordCount ?? null)))
  const isOfBeginning = useStore(summary, (now) => now.isOfBeginning)
  const changedLines = useStore(summary, (now) => now.changedLines)
  const { text, tone } = describeSave(state)
  const elsewhere = unsavedElsewhere[0]
  return (
    <footer className="status">
      <output className={`saved ${tone}`}>
        <span className="cut">{text}</span>
      </output>
      {isOfBeginning ? <span>Very long: the sidebar shows its beginning</span> : null}
      {wordCount === null ? null : (
        <>
          <span>{countWords(wordCount)}</span>
          <span>{Math.max(1, Math.round(wordCount / wordsPerMinute))} min read</span>
        </>
      )}
      <span className="end">
        {elsewhere ? (
          <button type="button" className="lk" onClick={() => onOpen(elsewhere)}>
            {unsavedElsewhere.length === 1
              ? '1 other entry is not saved'
              : `${unsavedElsewhere.length} other entries are not saved`}
          </button>
        ) : null}
        {changedLines > 0 ? (
          <button
            type="button"
            className="chg"
            title="Show what changed since this entry was opened"
            onClick={onShowDifference}
          >
            {changedLines === 1 ? '1 line changed' : `${changedLines.toLocaleString('en')} lines changed`}
          </button>
        ) : null}
      </span>
    </footer>
  )
}

/** A calm reading speed for prose on a screen. */
const wordsPerMinute = 220

function countWords(count: number): string {
  return count === 1 ? '1 word' : `${count.toLocaleString('en')} words`
}
