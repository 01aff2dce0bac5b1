/** How long a revealed place stays marked: long enough to be found by the eye, gone before it is in the way. */
const REVEALED_MS = 1400
const HIGHLIGHT_NAME = 'cairn-revealed'

let timer: ReturnType<typeof setTimeout> | undefined

/** Marks the text of an element for a moment, without touching the document that Lexical owns. */
export function markForAMoment(element: HTMLElement): void {
  // Absent in test documents; nothing else depends on it.
  if (typeof Highlight === 'undefined') return
  const range = element.ownerDocument.createRange()
  range.selectNodeContents(element)
  CSS.highlights.set(HIGHLIGHT_NAME, new Highlight(range))
  clearTimeout(timer)
  timer = setTimeout(() => CSS.highlights.delete(HIGHLIGHT_NAME), REVEALED_MS)
}

/**
 * Scrolls so that an element is seen.
 *
 * Twice: blocks that were off the screen have estimated heights (`content-visibility`), and the first scroll lays
 * those around the target out, which moves it.
 */
export function scrollToElement(element: HTMLElement, block: 'center' | 'start'): void {
  element.scrollIntoView({ block, behavior: 'instant' })
  requestAnimationFrame(() => element.scrollIntoView({ block, behavior: 'instant' }))
}
