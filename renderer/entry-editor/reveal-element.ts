/** How long a revealed place stays marked: long enough to be found by the eye, gone before it is in the way. */
const REVEALED_MS = 1400
const CLASS_NAME = 'is-revealed'

/**
 * Marks an element of the text for a moment.
 *
 * By a class: Lexical watches children and characters of its elements, not their attributes, and the custom
 * highlights of CSS cannot use our colour tokens in the older runtime.
 */
export function markForAMoment(element: HTMLElement): void {
  for (const marked of element.ownerDocument.querySelectorAll(`.${CLASS_NAME}`))
    marked.classList.remove(CLASS_NAME)
  element.classList.add(CLASS_NAME)
  setTimeout(() => element.classList.remove(CLASS_NAME), REVEALED_MS)
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
