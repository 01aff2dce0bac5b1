import { useEffect, useReducer } from 'react'
import { loadedMarkdownView, loadMarkdownView } from './load-markdown-view.ts'

/** Time for the first screen to be drawn before the rest is loaded, ms. */
const calmMs = 500

/**
 * The mode that an entry can be shown in by now. Markdown mode is loaded behind the first screen, or when it is asked
 * for; until then an entry stays rich text, and null where it cannot be that.
 */
export function useReadyMode(wanted: 'text' | 'markdown', canBeText: boolean): 'text' | 'markdown' | null {
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    if (loadedMarkdownView() !== null) return undefined
    if (wanted === 'text') {
      const timer = setTimeout(() => void loadMarkdownView(), calmMs)
      return () => clearTimeout(timer)
    }
    let isGone = false
    void loadMarkdownView().then(() => (isGone ? undefined : redraw()))
    return () => {
      isGone = true
    }
  }, [wanted])
  if (wanted === 'text' || loadedMarkdownView() !== null) return wanted
  return canBeText ? 'text' : null
}
