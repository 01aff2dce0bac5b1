import * as v from 'valibot'
import { entryPathSchema } from '../contract/entry-path-schema.ts'
import { relativePath } from '../links/relative-path.ts'
import { entryName, type EntryPath } from './entry-path.ts'

/** Type of a drag out of the app's own lists; its data is JSON of `DraggedLink`. */
export const draggedLinkType = 'application/x-cairn-link'

const draggedLinkSchema = v.variant('kind', [
  v.object({ kind: v.literal('entry'), path: entryPathSchema, title: v.string(), heading: v.string() }),
  v.object({ kind: v.literal('resource'), url: v.string(), title: v.string() }),
])

/** What is dragged: an entry, or a place on the web. How it is written depends on the text it is dropped into. */
export type DraggedLink = v.InferOutput<typeof draggedLinkSchema>

/** Reads the data of a drag; null when it is not ours: any page may name its drag as it likes. */
export function readDraggedLink(data: string): DraggedLink | null {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), draggedLinkSchema), data)
  return parsed.success ? parsed.output : null
}

/** How the author links entries: `[[name]]`, or Markdown links with relative paths. */
export type LinkStyle = 'wiki' | 'markdown'

/**
 * The style of a text, by what it has more of.
 *
 * @param whenNeither for a text that links no entry yet; Markdown is what every program reads
 */
export function linkStyleOf(text: string, whenNeither: LinkStyle = 'markdown'): LinkStyle {
  const wiki = text.match(/(?<!!)\[\[[^\]\n]+\]\]/g)?.length ?? 0
  const markdown = text.match(/\]\((?!https?:)[^)\s]+\.(?:md|markdown)(?:#[^)\s]*)?\)/gi)?.length ?? 0
  if (wiki + markdown === 0) return whenNeither
  return wiki > markdown ? 'wiki' : 'markdown'
}

export interface EntryLinkTarget {
  readonly path: EntryPath
  /** What the link says. */
  readonly title: string
  /** Wiki links can lead to a heading; '' for the entry itself. */
  readonly heading: string
  /** Another entry has the same name, so that a wiki link must give the path. */
  readonly isNameShared: boolean
}

/** Markdown of a link from the entry `from` to another one. */
export function entryLinkSource(from: EntryPath, target: EntryLinkTarget, style: LinkStyle): string {
  if (style === 'markdown')
    return resourceLinkSource(target.heading || target.title, relativePath(from, target.path))
  const withoutExtension = target.path.replace(/\.(md|markdown)$/i, '')
  const name = target.isNameShared ? withoutExtension : entryName(target.path)
  const heading = plainForWiki(target.heading)
  const title = plainForWiki(target.title)
  const says = heading === '' && title !== '' && title !== name ? `|${title}` : ''
  return `[[${name}${heading === '' ? '' : `#${heading}`}${says}]]`
}

/** `[title](url)`, with what would end either of them early escaped. The address stays readable where it can. */
export function resourceLinkSource(title: string, url: string): string {
  const text = title.replace(/\s+/g, ' ').trim() || url
  return `[${text.replace(/[\\[\]]/g, '\\$&')}](${url.replace(/[\s()<>\\]/g, encodeCharacter)})`
}

/** `encodeURIComponent` leaves parentheses alone, and they end a destination. */
function encodeCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}

/** What separates the parts of a wiki link cannot be in one. */
function plainForWiki(text: string): string {
  return text
    .replace(/[[\]|#^]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
