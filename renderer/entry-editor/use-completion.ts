import { useCallback, useEffect, useRef, useState } from 'react'
import { findLinkTrigger } from '../../shared/links/link-trigger.ts'
import type { CompletionPort, LinkSuggestion, SuggestLinks } from './completion.ts'

interface Shown {
  readonly suggestions: readonly LinkSuggestion[]
  /** Length of what was typed, UTF-16 code units, when these were looked up. */
  readonly length: number
  /** Where in its line the link begins. */
  readonly start: number
}

export interface Completion {
  /** Null while there is nothing to suggest. */
  readonly shown: Shown | null
  /** Number of the chosen suggestion; null: none is, and Enter belongs to the text. */
  readonly chosen: number | null
  readonly choose: (at: number) => void
  readonly accept: (at: number) => void
  readonly dismiss: () => void
}

/** Suggests links for what is typed in a view of the text, and takes the keys that choose among them. */
export function useCompletion(host: HTMLElement, port: CompletionPort, suggest: SuggestLinks): Completion {
  const [shown, setShown] = useState<Shown | null>(null)
  const [chosen, setChosen] = useState<number | null>(null)
  /** Beginning of the link for which Escape was pressed: it is left alone. */
  const dismissed = useRef<string | null>(null)
  const latest = useRef({ number: 0, before: '' })

  const hide = useCallback(() => {
    latest.current.number += 1
    setShown(null)
    setChosen(null)
  }, [])

  useEffect(() => {
    function look(isTyped: boolean): void {
      const before = port.readBefore() ?? ''
      // Told of every change of the editor, also those that are not the caret's.
      if (before === latest.current.before) return
      const trigger = findLinkTrigger(before)
      latest.current = { number: latest.current.number + 1, before }
      const beginning = trigger === null ? null : before.slice(0, before.length - trigger.length)
      if (beginning === null || beginning !== dismissed.current) dismissed.current = null
      if (trigger === null || beginning === null || dismissed.current !== null || !isTyped) return hide()
      const { number } = latest.current
      void suggest(trigger).then((suggestions) => {
        if (number !== latest.current.number) return
        setChosen(null)
        setShown(
          suggestions.length === 0 ? null : { suggestions, length: trigger.length, start: beginning.length },
        )
      })
    }
    return port.onUpdate(look)
  }, [port, suggest, hide])

  const accept = useCallback(
    (at: number) => {
      const suggestion = shown?.suggestions[at]
      const trigger = findLinkTrigger(port.readBefore() ?? '')
      hide()
      if (suggestion !== undefined && trigger !== null)
        port.replaceBefore(trigger.length, suggestion.markdown)
    },
    [port, shown, hide],
  )
  const dismiss = useCallback(() => {
    const before = port.readBefore() ?? ''
    const trigger = findLinkTrigger(before)
    dismissed.current = trigger === null ? null : before.slice(0, before.length - trigger.length)
    hide()
  }, [port, hide])

  useEffect(() => {
    if (shown === null) return undefined
    const count = shown.suggestions.length
    function take(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing) return
      if (event.key === 'ArrowDown') setChosen((at) => (at === null ? 0 : (at + 1) % count))
      else if (event.key === 'ArrowUp')
        setChosen((at) => (at === null ? count - 1 : (at + count - 1) % count))
      else if (event.key === 'Enter' && chosen !== null) accept(chosen)
      else if (event.key === 'Tab') accept(chosen ?? 0)
      else if (event.key === 'Escape') dismiss()
      else return
      // Before the editor, for which these keys mean something else.
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    host.addEventListener('keydown', take, true)
    host.addEventListener('focusout', hide)
    return () => {
      host.removeEventListener('keydown', take, true)
      host.removeEventListener('focusout', hide)
    }
  }, [host, shown, chosen, accept, dismiss, hide])

  return { shown, chosen, choose: setChosen, accept, dismiss }
}
