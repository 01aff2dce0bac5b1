/** Files of a journal whose text is read for search: no entries, and written by somebody else. */
export type DocumentKind = 'pdf' | 'html'

const kinds: Readonly<Record<string, DocumentKind>> = { pdf: 'pdf', html: 'html', htm: 'html', xhtml: 'html' }

/** What kind of document a file name or path says it is; null for every other file. */
export function documentKind(path: string): DocumentKind | null {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(kinds, ending) ? (kinds[ending] ?? null) : null
}

/** What a kind is called beside a title: `PDF, page 12`. */
export function documentKindName(kind: DocumentKind): string {
  return kind === 'pdf' ? 'PDF' : 'saved page'
}
