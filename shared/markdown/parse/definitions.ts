import { normaliseLabel, readDestination, readLabel, readTitle, skipWhiteSpace } from './inline/link-parts.ts'

/** A link definition that was read from the start of a paragraph. */
export interface ReadDefinition {
  /** Normalised. */
  readonly label: string
  readonly url: string
  readonly title: string
  /** Offset behind it: a line end, or the end of the text. */
  readonly to: number
}

/**
 * Reads `[label]: destination "title"` at the offset `at` of a paragraph's content, where a line begins.
 *
 * @returns null when the text there is no definition (CommonMark 0.31, section 4.7)
 */
export function readDefinition(text: string, at: number): ReadDefinition | null {
  const label = readLabel(text, at)
  if (label === null || text[label.to] !== ':') return null
  const destination = readDestination(text, skipWhiteSpace(text, label.to + 1))
  if (destination === null) return null
  const title = readTrailingTitle(text, destination.to)
  const to = title === null ? blankLineRest(text, destination.to) : title.to
  if (to === null) return null
  return { label: normaliseLabel(label.value), url: destination.value, title: title?.value ?? '', to }
}

function readTrailingTitle(text: string, at: number): { value: string; to: number } | null {
  const from = skipWhiteSpace(text, at)
  if (from === at) return null
  const title = readTitle(text, from)
  if (title === null) return null
  const to = blankLineRest(text, title.to)
  return to === null ? null : { value: title.value, to }
}

/** The end of the line, when nothing but white space stands between it and `at`. */
function blankLineRest(text: string, at: number): number | null {
  let to = at
  while (text[to] === ' ' || text[to] === '\t') to++
  return to === text.length || text[to] === '\n' ? to : null
}

/** True when a paragraph's content is link definitions and nothing else. */
export function isOnlyDefinitions(text: string): boolean {
  let at = 0
  while (at < text.length) {
    const definition = readDefinition(text, at)
    if (definition === null) return false
    at = definition.to + 1
  }
  return true
}
