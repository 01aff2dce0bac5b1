import { datedName } from './daily-names.ts'
import { entryFolder, type EntryPath } from './entry-path.ts'
import type { FrontMatter } from './front-matter-values.ts'
import { valueOf } from './front-matter.ts'
import type { EntryKind } from './summary.ts'

/**
 * What an entry is. A *draft* is written to be published, published already or not: it lies in a `drafts` folder, its
 * front matter says `draft` (Hugo; `draft: false` too, with a title) or `published: false` (Jekyll), or it has a title
 * and lies in a folder of posts. A *daily* entry is named by its date. Everything else is a *page*.
 */
export function entryKind(path: EntryPath, frontMatter: FrontMatter): EntryKind {
  const folders = entryFolder(path).toLowerCase().split('/')
  if (folders.includes('drafts') || folders.includes('_drafts')) return 'draft'
  const draft = valueOf(frontMatter, 'draft')
  if (isTrue(draft) || isFalse(valueOf(frontMatter, 'published'))) return 'draft'
  const hasTitle = typeof valueOf(frontMatter, 'title') === 'string'
  if (hasTitle && (isFalse(draft) || folders.some((folder) => postFolders.has(folder)))) return 'draft'
  return datedName(path) === null ? 'page' : 'daily'
}

const postFolders: ReadonlySet<string> = new Set(['_posts', 'posts', 'post', 'blog'])

function isTrue(value: unknown): boolean {
  return value === true || (typeof value === 'string' && /^(?:true|yes|on)$/i.test(value))
}

function isFalse(value: unknown): boolean {
  return value === false || (typeof value === 'string' && /^(?:false|no|off)$/i.test(value))
}
