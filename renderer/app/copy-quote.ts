import type { Quote } from '../../shared/entry/summary.ts'
import { quoteAsHtml, quoteAsMarkdown } from '../../shared/resources/write-quote.ts'

/** Puts a quote with its attribution on the clipboard, as Markdown and as rich text. */
export function copyQuote(quote: Quote): Promise<void> {
  const item = new ClipboardItem({
    'text/plain': new Blob([quoteAsMarkdown(quote)], { type: 'text/plain' }),
    'text/html': new Blob([quoteAsHtml(quote)], { type: 'text/html' }),
  })
  return navigator.clipboard.write([item])
}
