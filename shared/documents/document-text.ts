/** What was read of a document. */
export interface DocumentText {
  /** As the document calls itself; null when it does not. */
  readonly title: string | null
  /** Text of each page, in order. A saved page of the web has one. */
  readonly pages: readonly string[]
}

/** Longest text of a document that is searched, UTF-16 code units: a book of 1,500 pages has about three millions. */
export const longestDocument = 4_000_000

const pageBreak = '\n\n'

/** The pages as one text, cut after `longestDocument`: what is searched, and what passages are cut from. */
export function joinPages({ pages }: DocumentText): string {
  return pages.join(pageBreak).slice(0, longestDocument)
}

/**
 * Number of the page, from 1, that the place `offset` of the joined text stands on.
 *
 * @param offset UTF-16 code units in what `joinPages` gives
 */
export function pageAt({ pages }: DocumentText, offset: number): number {
  let end = 0
  for (const [index, page] of pages.entries()) {
    end += page.length + pageBreak.length
    if (offset < end) return index + 1
  }
  return Math.max(1, pages.length)
}

/**
 * Text as a page shows it, for search: without control characters, a word that was parted at the end of a line in one
 * piece, and nothing at the start that would look like the front matter of an entry.
 */
export function tidyPage(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, ' ')
    .replace(/(\p{Ll})[-\u00ad]\n[ \t]*(?=\p{Ll})/gu, '$1')
    .replace(/\u00ad/g, '')
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/^[-+\s]+/, '')
    .trimEnd()
}
