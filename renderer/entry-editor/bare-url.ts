import { findBareUrls } from '../../shared/markdown/parse/inline/bare-urls.ts'

/**
 * The address in `text` that an offset (UTF-16 code units) is in or at the edge of, ready to be opened; null without.
 *
 * The addresses are those that are underlined. Markdown takes `www.…` for `http`; what is opened is the secure one.
 */
export function findBareUrl(text: string, offset: number): string | null {
  const found = findBareUrls(text).find(({ from, to }) => offset >= from && offset <= to)
  if (found === undefined) return null
  return /^www\./i.test(text.slice(found.from)) ? `https://${text.slice(found.from, found.to)}` : found.url
}
