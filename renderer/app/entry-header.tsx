import { useStore } from 'zustand'
import { longDay } from '../state/days.ts'
import type { SummaryStore } from '../state/summary.ts'

/** The day of the entry, and its title where it stands in front matter: a title in the text is not said twice. */
export function EntryHeader({ summary }: { readonly summary: SummaryStore }) {
  const date = useStore(summary, (state) => state.summary?.date ?? null)
  const isDraft = useStore(summary, (state) => state.summary?.kind === 'draft')
  const title = useStore(summary, (state) => state.ownTitle)
  return (
    <>
      {date || isDraft ? (
        <div className="day">
          {date ? longDay(date) : null}
          {isDraft ? <span className="chip plain">draft</span> : null}
        </div>
      ) : null}
      {title ? <h1 className="title">{title}</h1> : null}
    </>
  )
}
