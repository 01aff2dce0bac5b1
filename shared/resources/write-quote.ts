import type { Quote } from '../entry/summary.ts'

/** A quote with who said it and where, as Markdown: a block quote under a line that names them, as `readQuotes` reads it. */
export function quoteAsMarkdown({ text, people, source }: Pick<Quote, 'text' | 'people' | 'source'>): string {
  const where = source === null ? '' : `[${source.title.replace(/([[\]\\])/g, '\\$1')}](${source.url})`
  const who = people.join(', ')
  const introduction = [who, where].filter(Boolean).join(' in ')
  const lines = text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n>\n')
  return introduction === '' ? lines : `${introduction}:\n\n${lines}`
}

/** The same as HTML, for programs that take rich text. */
export function quoteAsHtml({ text, people, source }: Pick<Quote, 'text' | 'people' | 'source'>): string {
  const paragraphs = text
    .split('\n')
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('')
  const where = source === null ? '' : `<a href="${escapeHtml(source.url)}">${escapeHtml(source.title)}</a>`
  const by = [escapeHtml(people.join(', ')), where].filter(Boolean).join(', ')
  return `<blockquote>${paragraphs}</blockquote>${by === '' ? '' : `<p>— ${by}</p>`}`
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
