import type { DocumentKind } from '../../shared/documents/document-kind.ts'
import type { DocumentReading } from '../../shared/documents/document-reading.ts'
import { longestDocument, tidyPage } from '../../shared/documents/document-text.ts'
import { readHtmlText } from '../../shared/documents/html-text.ts'
import { decodePage } from './decode-page.ts'

/** Pages after this one are not searched. */
const mostPages = 3000

/**
 * Reads the text of a document. Nothing in it is run, and nothing is loaded from anywhere.
 *
 * May take long or for ever with a document that was made to: run it where it can be stopped.
 */
export async function readDocument(kind: DocumentKind, bytes: Uint8Array): Promise<DocumentReading> {
  if (kind === 'html') return { state: 'read', ...mutable(readHtmlText(decodePage(bytes))) }
  return readPdf(bytes)
}

function mutable({ title, pages }: ReturnType<typeof readHtmlText>): {
  title: string | null
  pages: string[]
} {
  return { title, pages: [...pages] }
}

/**
 * PDF.js is loaded with the first PDF: a journal of saved pages alone never needs it. It gets bytes and no address, so it
 * has nothing to ask a network for; this version of it makes no code out of a document (no `eval`, no `new Function`).
 */
async function readPdf(bytes: Uint8Array): Promise<DocumentReading> {
  const { getDocumentProxy } = await import('unpdf')
  try {
    // PDF.js takes no Buffer, and keeps what it is given.
    const document = await getDocumentProxy(new Uint8Array(bytes), {
      disableFontFace: true,
      useSystemFonts: false,
      enableXfa: false,
      verbosity: 0,
    })
    try {
      return { state: 'read', title: await readTitle(document), pages: await readPages(document) }
    } finally {
      await document.loadingTask.destroy()
    }
  } catch (error) {
    // PDF.js rejects with errors of many classes, and a broken file may make it throw any: the file is at fault.
    return { state: 'unreadable', reason: isLocked(error) ? 'locked' : 'broken' }
  }
}

type PdfDocument = Awaited<ReturnType<(typeof import('unpdf'))['getDocumentProxy']>>

async function readPages(document: PdfDocument): Promise<string[]> {
  const pages: string[] = []
  let letters = 0
  for (
    let number = 1;
    number <= Math.min(document.numPages, mostPages) && letters < longestDocument;
    number += 1
  ) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
    page.cleanup()
    pages.push(tidyPage(text))
    letters += text.length
  }
  return pages
}

async function readTitle(document: PdfDocument): Promise<string | null> {
  const { info } = await document.getMetadata()
  const title = (info as { readonly Title?: unknown }).Title
  return typeof title === 'string' && title.trim() !== '' ? title.trim().slice(0, 300) : null
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && error.name === 'PasswordException'
}
