import type { DocumentReading } from '../../shared/documents/document-reading.ts'
import { joinPages } from '../../shared/documents/document-text.ts'
import type { EntryPath, Revision } from '../../shared/entry/entry-path.ts'
import type { IndexedEntry } from '../../shared/search/indexed-entry.ts'
import type { FileStamp } from './kept-documents.ts'

/** Titles that a program put there and no author. */
const programTitle =
  /^(?:untitled|title|document\d*|slide \d+|powerpoint.*|microsoft word\b.*|.*\.(?:docx?|odt|tex|dvi|ps|pdf|indd|html?|pptx?|xlsx?))$/i

/** A document as the index takes it in: its pages, and below them the name of its file, which finds it too. */
export function indexedDocument(path: string, stamp: FileStamp, reading: DocumentReading): IndexedEntry {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const pages = reading.state === 'read' ? joinPages(reading) : ''
  return {
    text: `${pages}\n\n${name}`,
    ...stamp,
    isNameOnly: false,
    isDocument: true,
    summary: {
      path: path as EntryPath,
      revision: '' as Revision,
      kind: 'page',
      title: titleOf(reading) ?? name.replace(/\.[a-z]+$/i, ''),
      date: null,
      tags: [],
      wordCount: 0,
      headings: [],
      resources: [],
      actions: [],
      steps: [],
      programs: [],
      quotes: [],
      people: [],
    },
  }
}

function titleOf(reading: DocumentReading): string | null {
  const title = reading.state === 'read' ? reading.title : null
  return title === null || programTitle.test(title) ? null : title
}
