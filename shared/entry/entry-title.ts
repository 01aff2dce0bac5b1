import type { Block } from '../markdown/tree.ts'
import { datedName, readableName } from './daily-names.ts'
import { entryFolder, entryName, type EntryPath } from './entry-path.ts'
import type { FrontMatter } from './front-matter-values.ts'
import { valueOf } from './front-matter.ts'
import { dayInWords } from './iso-day.ts'
import { plainText } from './plain-text.ts'

/** Front-matter title, else the first level-1 heading, else the file name made readable. Never empty. */
export function entryTitle(path: EntryPath, frontMatter: FrontMatter, blocks: readonly Block[]): string {
  return headTitle(frontMatter) || headingTitle(blocks) || titleOfPath(path)
}

function headTitle(frontMatter: FrontMatter): string {
  const title = valueOf(frontMatter, 'title')
  return typeof title === 'string' || typeof title === 'number' ? String(title).trim() : ''
}

function headingTitle(blocks: readonly Block[]): string {
  for (const block of blocks) {
    if (block.type !== 'heading' || block.level !== 1) continue
    const text = plainText(block.runs)
    if (text !== '') return text
  }
  return ''
}

/**
 * Title from the path alone, for entries that are not read yet: `2026-11-24-first-call.md` is “first call”,
 * `2026-11-24.md` “24 November 2026”, `posts/how-to-start/index.md` “how to start”.
 */
export function titleOfPath(path: EntryPath): string {
  const dated = datedName(path)
  if (dated !== null) {
    const day = dayInWords(dated.day)
    // A kept copy, `2026-11-24 (mine 2026-11-24 10.47).md`, is still the day's.
    return dated.title === '' ? day : dated.title.startsWith('(') ? `${day} ${dated.title}` : dated.title
  }
  const name = entryName(path)
  const folder = entryFolder(path)
  if (folder === '' || !/^_?index$/i.test(name)) return readableName(name)
  return readableName(folder.slice(folder.lastIndexOf('/') + 1))
}
