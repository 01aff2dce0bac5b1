import { succeed, type Outcome } from '../contract/errors.ts'
import { splitHead } from '../markdown/parse/split-head.ts'
import type { FrontMatter } from './front-matter-values.ts'
import { readFrontMatter } from './front-matter.ts'
import { patchFrontMatter } from './patch-front-matter.ts'
import type { FrontMatterValue } from './patch-parts.ts'

/** The keys of front matter that have a field of their own. */
export interface FrontMatterFields {
  readonly title: string
  /** As written: a day, or a day with a time. */
  readonly date: string
  readonly isDraft: boolean
  readonly tags: readonly string[]
}

export interface FrontMatterForm {
  readonly fields: FrontMatterFields
  /** The whole front matter as it stands in the file, fences included; empty without one. */
  readonly source: string
  /** Why it cannot be changed by fields, or null. */
  readonly problem: string | null
}

/** What the front matter of an entry says in the keys that have a field. */
export function readFrontMatterForm(text: string): FrontMatterForm {
  const { head } = splitHead(text)
  const matter = readFrontMatter({ text, head })
  return {
    fields: {
      title: asText(oldValue(matter, 'title')),
      date: asText(oldValue(matter, 'date')),
      isDraft: oldValue(matter, 'draft') === true,
      tags: asTags(oldValue(matter, 'tags')),
    },
    source: head === null ? '' : text.slice(head.span.from, head.span.to),
    problem: matter.problem,
  }
}

/**
 * Writes the fields that differ from what the front matter says; of the others not a byte is touched, and a key keeps
 * its spelling (`Title`). Tags that stand in one text stay in one text.
 *
 * @returns the whole text of the entry, or why it cannot be: see `patchFrontMatter`
 */
export function writeFrontMatterForm(text: string, fields: FrontMatterFields): Outcome<string> {
  const old = readFrontMatterForm(text).fields
  const matter = readFrontMatter({ text, head: splitHead(text).head })
  const changes: [string, FrontMatterValue][] = []
  if (fields.title !== old.title) changes.push(['title', fields.title])
  if (fields.date !== old.date) changes.push(['date', fields.date])
  if (fields.isDraft !== old.isDraft) changes.push(['draft', fields.isDraft])
  if (fields.tags.join('\n') !== old.tags.join('\n')) {
    const isOneText = typeof oldValue(matter, 'tags') === 'string'
    changes.push(['tags', isOneText ? fields.tags.join(', ') : fields.tags])
  }
  let result: Outcome<string> = succeed(text)
  for (const [key, value] of changes) {
    if (!result.ok) return result
    result = patchFrontMatter(result.value, writtenKey(matter, key), value)
  }
  return result
}

/** The key as the file spells it. */
function writtenKey({ values }: FrontMatter, key: string): string {
  if (values.has(key)) return key
  return Array.from(values.keys()).find((written) => written.toLowerCase() === key) ?? key
}

function oldValue(matter: FrontMatter, key: string): unknown {
  return matter.values.get(writtenKey(matter, key))
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function asTags(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(asText).filter((tag) => tag !== '')
  return asText(value)
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
}
