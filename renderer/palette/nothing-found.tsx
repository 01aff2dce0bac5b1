import type { SearchState } from '../state/search.ts'
import { readAsk } from './palette-groups.ts'

interface NothingFoundProps {
  readonly state: SearchState
  readonly isFuzzy: boolean
}

/** Why the list is empty, and what may help. */
export function NothingFound({ state, isFuzzy }: NothingFoundProps) {
  const { answer, error, text } = state
  if (error) return <Empty title="The search did not answer">{error.message}</Empty>
  switch (readAsk(text)) {
    case 'commands':
      return <Empty title="No such command">Commands are found by the words of their name.</Empty>
    case 'nothing':
      return (
        <Empty title="Look for anything">Titles, headings, words, links, notes on them, and actions.</Empty>
      )
    case 'help':
      return null
    case 'search':
      if (answer === null) return null
      if (answer.searchedEntries < answer.totalEntries)
        return (
          <Empty title="Nothing found yet">The journal is still being read; what is found comes here.</Empty>
        )
      if ((answer.notUnderstood ?? []).length > 0)
        return <Empty title="Nothing found">The line above says what of it was not understood.</Empty>
      return (
        <Empty title="Nothing found">
          {isFuzzy
            ? 'Fewer or shorter words find more; a typing error is no obstacle.'
            : 'Only what was typed was looked for. Ctrl T forgives typing errors again.'}
        </Empty>
      )
  }
}

function Empty({ title, children }: { readonly title: string; readonly children: string }) {
  return (
    <output className="empty pnone">
      <b>{title}</b>
      {children}
    </output>
  )
}
