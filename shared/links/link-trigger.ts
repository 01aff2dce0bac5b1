/** What stands before the caret and begins a link: how much of it, and what is looked for. */
export type LinkTrigger = { readonly length: number } & (
  | { readonly kind: 'page'; readonly query: string }
  | { readonly kind: 'heading'; readonly page: string; readonly query: string }
  | { readonly kind: 'person'; readonly query: string }
)

/** Longest name that is looked up, UTF-16 code units: what is longer is a sentence. */
const mostLetters = 60

/**
 * The link that is being typed at the caret: `[[toy mod`, `[[page#head`, `@nee`; null for none.
 *
 * @param before the line up to the caret
 */
export function findLinkTrigger(before: string): LinkTrigger | null {
  const wiki = /\[\[([^[\]|#^]*)(?:#([^[\]|#^]*))?$/.exec(before)
  if (wiki !== null) {
    const [source, page = '', heading] = wiki
    if (source.length > mostLetters) return null
    const { length } = source
    return heading === undefined
      ? { kind: 'page', length, query: page.trim() }
      : { kind: 'heading', length, page: page.trim(), query: heading.trim() }
  }
  const person =
    /(?:^|[\s([{"'“‘—–-])@(\p{L}[\p{L}\p{M}\p{N}.'’-]*(?: \p{Lu}[\p{L}\p{M}.'’-]*){0,2})?$/u.exec(before)
  if (person === null) return null
  const query = person[1] ?? ''
  return query.length > mostLetters ? null : { kind: 'person', length: query.length + 1, query }
}
