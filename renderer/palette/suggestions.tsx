import { completeQuery, type QueryCompletion } from '../../shared/search/complete-query.ts'
import type { QueryValues } from '../../shared/contract/search.ts'
import { isQuestion } from '../state/search.ts'

/** A key of a filter is offered from so many letters on: `b` is mostly the beginning of a word. */
const fewestLetters = 2

/**
 * How a query can go on at the caret; none where nothing is being completed.
 *
 * @param caret UTF-16 code units
 */
export function suggest(text: string, caret: number, values: QueryValues): readonly QueryCompletion[] {
  if (!isQuestion(text)) return []
  return completeQuery(text, caret, values).filter(
    ({ from, to, text: completed }) => !completed.endsWith(':') || to - from >= fewestLetters,
  )
}

/** The text with a completion taken, and where the caret is then; behind a value one goes on with the next word. */
export function takeCompletion(
  text: string,
  { from, to, text: completed }: QueryCompletion,
): { readonly text: string; readonly caret: number } {
  const isKey = completed.endsWith(':')
  const gap = isKey || text.startsWith(' ', to) ? '' : ' '
  const before = text.slice(0, from) + completed + gap
  return { text: before + text.slice(to), caret: before.length + (isKey || gap !== '' ? 0 : 1) }
}

interface SuggestionsProps {
  /** The query as it is. */
  readonly text: string
  readonly suggestions: readonly QueryCompletion[]
  /** Entries by tag. */
  readonly tagCounts: ReadonlyMap<string, number>
  /** The one that Enter takes as well; -1: only Tab takes, and it takes the first. */
  readonly pickedAt: number
  readonly onTake: (suggestion: QueryCompletion) => void
}

/** How the word at the caret can go on. Tab takes the first; the right arrow picks among them. */
export function Suggestions({ text, suggestions, tagCounts, pickedAt, onTake }: SuggestionsProps) {
  const meantAt = Math.max(0, pickedAt)
  return (
    <div className="psuggest">
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
      <div id="palette-suggestions" role="listbox" aria-label="Suggestions">
        {suggestions.map((suggestion, at) => {
          const isTag = text.slice(0, suggestion.from).endsWith('tag:')
          const count = isTag ? tagCounts.get(suggestion.text.replaceAll('"', '')) : undefined
          return (
            // The field has the focus and the keys.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={suggestion.text}
              id={suggestionId(at)}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
              role="option"
              aria-selected={at === pickedAt}
              className={at === meantAt ? 'meant' : undefined}
              title={suggestion.explanation || undefined}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onTake(suggestion)}
            >
              {suggestion.text}
              {count === undefined ? null : <span>{count.toLocaleString('en')}</span>}
            </div>
          )
        })}
      </div>
      <span className="how">
        <kbd>Tab</kbd>
        {suggestions.length > 1 ? <kbd>→</kbd> : null}
        {suggestions[meantAt]?.explanation}
      </span>
    </div>
  )
}

export function suggestionId(at: number): string {
  return `palette-suggestion-${at}`
}
