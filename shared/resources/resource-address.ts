import { documentKind } from '../documents/document-kind.ts'

/**
 * True when a link's address names a resource: a web page, a file that is no entry (`papers/one.pdf`), or what runs or
 * carries content itself (`javascript:`, `data:`), which is listed as unsafe and never opened.
 *
 * Links to entries, to headings and to pages of the author's own site, mail and telephone are links and no resources.
 */
export function isResourceAddress(url: string): boolean {
  const text = url.trim()
  if (/^(?:https?:\/\/|ftp:\/\/|\/\/[^/]|www\.)/i.test(text))
    return /[\p{L}\p{N}]/u.test(text.slice(0, 200).replace(/^\w*:?\/\//, ''))
  if (/^(?:doi:|magnet:|zotero:)/i.test(text) || isUnsafeAddress(text)) return true
  if (text === '' || text.startsWith('#') || /^[a-z][a-z0-9+.-]*:/i.test(text)) return false
  return isFileAddress(text)
}

/** True for an address that runs or carries content: a click on it would do what its text says, unseen. */
export function isUnsafeAddress(url: string): boolean {
  // Browsers skip control characters and white space in a scheme (`java\nscript:`).
  // oxlint-disable-next-line no-control-regex
  return /^(?:javascript|vbscript|data):/i.test(url.slice(0, 100).replace(/[\u0000-\u0020]/g, ''))
}

/** A relative address without its query and fragment. */
function addressPath(text: string): string {
  return text.trim().replace(/[?#].*$/, '')
}

/** A relative address with the ending of a file that is neither an entry nor a web page. */
function isFileAddress(text: string): boolean {
  const ending = /\.([a-z][a-z0-9]{0,7})$/i.exec(addressPath(text))?.[1]?.toLowerCase()
  return ending !== undefined && !['md', 'markdown', 'html', 'htm', 'mdx', 'canvas', 'base'].includes(ending)
}

/** True for a link to a document in the journal's folder, a PDF or a saved page: what a local copy is. */
export function isLocalDocument(url: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|\/\/|www\.|#)/i.test(url.trim()) && documentKind(addressPath(url)) !== null
}
