import { useStore } from 'zustand'
import { longDay } from '../state/days.ts'
import type { SummaryStore } from '../state/summary.ts'

interface EntryHeaderProps {
  readonly summary: SummaryStore
  /** Shown as source, the text has no headings of its own. */
  readonly isSource: boolean
}

/** The day of the entry, and its title where it stands in front matter: a title in the text is not said twice. */
export function EntryHeader({ summary, isSource }: EntryHeaderProps) {
  const date = useStore(summary, (state) => state.summary?.date ?? null)
  const isDraft = useStore(summary, (state) => state.summary?.kind === 'draft')
  const title = useStore(summary, (state) => state.ownTitle)
  const anyTitle = useStore(summary, (state) => state.summary?.title ?? null)
  return (
    <>
      {date || isDraft ? (
        <div className="day">
          {date ? longDay(date) : null}
          {isDraft ? <span className="chip plain">draft</span> : null}
        </div>
      ) : null}
      {title ? <h1 className="title">{title}</h1> : null}
      {isSource && !title && anyTitle ? <h1 className="unseen">{anyTitle}</h1> : null}
    </>
  )
}
