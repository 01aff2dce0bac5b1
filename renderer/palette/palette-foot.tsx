import type { SearchAnswer } from '../../shared/contract/search.ts'

/** The keys that work here, and what was searched. */
export function PaletteFoot({ answer }: { readonly answer: SearchAnswer | null }) {
  return (
    <div className="pfoot">
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> move
      </span>
      <span>
        <kbd>Tab</kbd> next group
      </span>
      <span>
        <kbd>Enter</kbd> open
      </span>
      <span>
        <kbd>{'>'}</kbd> commands
      </span>
      <span>
        <kbd>Esc</kbd> close
      </span>
      <span className="grow" />
      <span>{answer ? describeExtent(answer) : ''}</span>
    </div>
  )
}

/** `53 entries, 8 ms`; while the index is being built, `20 of 53 entries so far, 8 ms`. */
function describeExtent({ searchedEntries, totalEntries, tookMs }: SearchAnswer): string {
  const took = `${tookMs < 1 ? '<1' : Math.round(tookMs)} ms`
  const total = totalEntries.toLocaleString('en')
  if (searchedEntries < totalEntries)
    return `${searchedEntries.toLocaleString('en')} of ${total} entries so far, ${took}`
  return `${total} ${totalEntries === 1 ? 'entry' : 'entries'}, ${took}`
}
