/**
 * True when a link's address names a resource: a web page, or a file that is no entry (`papers/one.pdf`).
 *
 * Links to entries, to headings and to pages of the author's own site, mail and telephone, and schemes that run or
 * carry content (`javascript:`, `data:`) are links and no resources.
 */
export function isResourceAddress(url: string): boolean {
  const text = url.trim()
  if (/^(?:https?:\/\/|ftp:\/\/|\/\/[^/]|www\.)/i.test(text))
    return /[\p{L}\p{N}]/u.test(text.replace(/^\w*:?\/\//, ''))
  if (/^(?:doi:|magnet:|zotero:)/i.test(text)) return true
  if (text === '' || text.startsWith('#') || /^[a-z][a-z0-9+.-]*:/i.test(text)) return false
  return isFileAddress(text)
}

/** A relative address with the ending of a file that is neither an entry nor a web page. */
function isFileAddress(text: string): boolean {
  const path = text.replace(/[?#].*$/, '')
  const ending = /\.([a-z][a-z0-9]{0,7})$/i.exec(path)?.[1]?.toLowerCase()
  return ending !== undefined && !['md', 'markdown', 'html', 'htm', 'mdx', 'canvas', 'base'].includes(ending)
}
