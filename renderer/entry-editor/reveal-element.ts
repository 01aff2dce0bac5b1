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

/** More frames than it has ever taken; an end to the loop, should a page never come to rest. */
const MOST_FRAMES = 8

/**
 * Scrolls so that an element is seen, in the middle where it can be, and stays with it until it is at rest.
 *
 * Blocks that were off the screen have estimated heights (`content-visibility`). Scrolling lays those around the
 * target out, which moves it, in this frame and the next ones.
 */
export function scrollToElement(element: HTMLElement, framesLeft = MOST_FRAMES): void {
  const before = element.getBoundingClientRect().top
  element.scrollIntoView({ block: 'center', behavior: 'instant' })
  const isAtRest = Math.abs(element.getBoundingClientRect().top - before) < 1 && framesLeft < MOST_FRAMES - 1
  if (isAtRest || framesLeft === 0 || !element.isConnected) return
  requestAnimationFrame(() => scrollToElement(element, framesLeft - 1))
}
