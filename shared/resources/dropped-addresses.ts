/** What was dropped or pasted, in the forms that programs give it. */
export interface DroppedText {
  /** `text/uri-list`, '' without one. */
  readonly uris: string
  readonly html: string
  readonly text: string
}

export interface DroppedAddress {
  readonly url: string
  /** What the page it comes from calls it; null when nothing does. */
  readonly title: string | null
}

/** Web addresses that stand alone, a line for each; a text with addresses in it is a text and gives none. */
export function addressesIn({ uris, html, text }: DroppedText): readonly DroppedAddress[] {
  const lines = (uris.trim() === '' ? text : uris)
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && (uris.trim() === '' || !line.startsWith('#')))
  const found = lines.map(readLine)
  return found.some((each) => each === null)
    ? []
    : found.flatMap((each) =>
        each === null ? [] : [{ ...each, title: each.title ?? titleIn(html, each.url) }],
      )
}

function readLine(line: string): DroppedAddress | null {
  const [, title, inLink] = /^\[([^\]]*)\]\((\S+)\)$/.exec(line) ?? []
  const url = inLink ?? line
  if (!/^https?:\/\/[^\s/]+\S*$/i.test(url)) return null
  return { url, title: title === undefined || title.trim() === '' ? null : title.trim() }
}

/** The words of the link that was dragged. */
function titleIn(html: string, url: string): string | null {
  for (const [, , href = '', inner = ''] of html.matchAll(
    /<a\s[^>]*?href\s*=\s*(["'])(.*?)\1[^>]*>([^]*?)<\/a\s*>/gi,
  )) {
    const words = unescaped(
      inner
        .replace(/<[^>]*>/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    if (unescaped(href) === url && words !== '' && words !== url) return words
  }
  return null
}

function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
}
