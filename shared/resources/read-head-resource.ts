import type { FrontMatter } from '../entry/front-matter-values.ts'
import { valueOf } from '../entry/front-matter.ts'
import type { ResourceUse } from '../entry/summary.ts'
import type { ParsedEntry } from '../markdown/tree.ts'
import { canonicalUrl } from './canonical-url.ts'
import { statusInText } from './link-status.ts'
import { readWrittenMonth } from './written-month.ts'

/** Keys under which programs and people note what an entry is about, the most telling first. */
const addressKeys = ['source', 'url', 'link'] as const

/**
 * The resource that an entry is about: a web address under `source`, `url` or `link` of its front matter, with its
 * `author` and the month of `published`, as web clippers write them. Null without one.
 *
 * Hugo's `url: /about/` names the entry's own page and is none.
 *
 * @param title of the entry, which is the resource's.
 */
export function readHeadResource(
  parsed: Pick<ParsedEntry, 'text' | 'head'>,
  frontMatter: FrontMatter,
  title: string,
): ResourceUse | null {
  if (parsed.head === null) return null
  const { span } = parsed.head
  for (const key of addressKeys) {
    const url = textsOf(valueOf(frontMatter, key)).find((value) =>
      /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(value),
    )
    const at = url === undefined ? -1 : parsed.text.slice(span.from, span.to).indexOf(url)
    if (url === undefined || at < 0) continue
    const from = span.from + at
    return {
      url,
      key: canonicalUrl(url),
      title,
      authors: [...textsOf(valueOf(frontMatter, 'author')), ...textsOf(valueOf(frontMatter, 'authors'))],
      month: readMonth(valueOf(frontMatter, 'published')),
      isMustRead: false,
      status: statusInText(`status: ${textsOf(valueOf(frontMatter, 'status'))[0] ?? ''}`),
      notes: [],
      isCard: false,
      sentence: '',
      span: { from, to: from + url.length },
    }
  }
  return null
}

/** A text or a list of texts, `[[Ann Lee]]` as `Ann Lee`; nothing for other values. */
function textsOf(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  return values.flatMap((each) => {
    const text = typeof each === 'string' ? each.replace(/^\[\[(?:.*[|/])?|\]\]$/g, '').trim() : ''
    return text === '' ? [] : [text]
  })
}

function readMonth(value: unknown): string | null {
  const [text = ''] = typeof value === 'number' ? [String(value)] : textsOf(value)
  return readWrittenMonth(text)?.month ?? null
}
