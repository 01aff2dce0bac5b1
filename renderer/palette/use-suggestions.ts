import { useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import type { QueryValues } from '../../shared/contract/search.ts'
import type { QueryCompletion } from '../../shared/search/complete-query.ts'
import type { SuggestionState } from './palette-keys.ts'
import { suggest, takeCompletion } from './suggestions.tsx'

interface UsedSuggestions {
  readonly suggestions: readonly QueryCompletion[]
  readonly state: SuggestionState
  /** -1: none was picked with an arrow. */
  readonly pickedAt: number
  /** The caret moved. */
  readonly noteCaret: (caret: number) => void
  /** To the next or the one before; before the first, none is picked. */
  readonly pick: (by: 1 | -1) => void
  readonly unpick: () => void
  /** Takes this one, the picked one, or the first. */
  readonly take: (suggestion?: QueryCompletion) => void
}

/** What the word at the caret can become, which of it is picked, and taking it. */
export function useSuggestions(
  text: string,
  values: QueryValues,
  input: RefObject<HTMLInputElement | null>,
  onText: (text: string) => void,
): UsedSuggestions {
  const [caret, setCaret] = useState(text.length)
  const [picked, setPicked] = useState({ text, at: -1 })
  // A text that was put in from outside (a recent search) has no caret of its own yet: it is asked of the field.
  const suggestions = useMemo(
    () => suggest(text, Math.min(caret, text.length), values),
    [text, caret, values],
  )
  const pickedAt = picked.text === text ? Math.min(picked.at, suggestions.length - 1) : -1

  const nextCaret = useRef<number | null>(null)
  useEffect(() => {
    // React writes the new value and leaves the caret at its end; a completion in the middle has another place.
    if (nextCaret.current !== null) input.current?.setSelectionRange(nextCaret.current, nextCaret.current)
    nextCaret.current = null
  }, [text, input])

  return {
    suggestions,
    state: suggestions.length === 0 ? 'none' : pickedAt < 0 ? 'offered' : 'picked',
    pickedAt,
    noteCaret: setCaret,
    pick(by) {
      setPicked({ text, at: Math.min(suggestions.length - 1, Math.max(-1, pickedAt + by)) })
    },
    unpick: () => setPicked({ text, at: -1 }),
    take(suggestion = suggestions[Math.max(0, pickedAt)]) {
      if (suggestion === undefined) return
      const taken = takeCompletion(text, suggestion)
      nextCaret.current = taken.caret
      setCaret(taken.caret)
      onText(taken.text)
      input.current?.focus()
    },
  }
}
