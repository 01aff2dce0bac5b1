import { decodePercent } from '../../shared/entry/decode-percent.ts'
import type { InlineForm, SourceForm } from '../../shared/markdown/tree.ts'

/** A picture as an entry names it. */
export interface PictureSource {
  /** Path, file name or address, unescaped. */
  readonly target: string
  /** Alternative text; the file name when the author gave none. */
  readonly alternative: string
  /** Width in CSS px, from `![[a.png|300]]` or `![text|300](a.png)`; null when not given. */
  readonly width: number | null
}

const PICTURE_NAME = /\.(png|jpe?g|gif|webp|avif|svg|bmp|ico)$/i
const SIZE = /^(\d{1,5})(?:x\d{1,5})?$/

/**
 * Reads `![text](target "title")` or `![[target|size]]`.
 *
 * @returns null when it is no picture: an embed of another kind of file, or a reference such as `![text][label]`,
 * whose definition stands elsewhere.
 */
export function readPictureSource(form: InlineForm, source: string): PictureSource | null {
  if (form === 'embed') return readEmbed(source)
  if (form === 'image') return readImage(source)
  return null
}

function readEmbed(source: string): PictureSource | null {
  const inner = /^!\[\[([^\]]*)\]\]$/.exec(source)?.[1]
  if (inner === undefined) return null
  const [target = '', ...options] = inner.split('|')
  const name = (target.split('#')[0] ?? '').trim()
  if (!PICTURE_NAME.test(name)) return null
  const size = SIZE.exec((options.at(-1) ?? '').trim())
  const words = options
    .filter((option) => !SIZE.test(option.trim()))
    .join(' ')
    .trim()
  return {
    target: name,
    alternative: words === '' ? fileName(name) : words,
    width: size ? Number(size[1]) : null,
  }
}

function readImage(source: string): PictureSource | null {
  const parts =
    /^!\[([\s\S]*)\]\(\s*(?:<([^>\n]*)>|([^\s]*))(?:\s+(?:"[\s\S]*"|'[\s\S]*'|\([\s\S]*\)))?\s*\)$/.exec(
      source,
    )
  if (parts === null) return null
  const target = (parts[2] ?? parts[3] ?? '').replace(/\\([!-/:-@[-`{-~])/g, '$1')
  const words = (parts[1] ?? '').split('|')
  const size = words.length > 1 ? SIZE.exec((words.at(-1) ?? '').trim()) : null
  const alternative = (size === null ? words : words.slice(0, -1)).join('|').trim()
  return {
    target,
    alternative: alternative === '' ? fileName(target) : alternative,
    width: size ? Number(size[1]) : null,
  }
}

/** The last segment of a path or address, percent signs decoded where they can be. */
export function fileName(target: string): string {
  if (target.startsWith('data:')) return 'picture in the text'
  const last =
    target
      .split(/[?#]/)[0]
      ?.split('/')
      .findLast((part) => part !== '') ?? target
  return decodePercent(last)
}

/** True for an address that would be fetched over the network. */
export function isRemote(target: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(target) || /^(?:https?|ftp):/i.test(target)
}

/** A link to another entry: `[[target#heading|words]]`, or an embed of one. */
export interface WikiLinkSource {
  /** As written, heading included. */
  readonly target: string
  /** What is shown: the author's words, or the target. */
  readonly label: string
}

/** Reads `[[…]]` or `![[…]]`; null when it is neither. */
export function readWikiLinkSource(source: string): WikiLinkSource | null {
  const inner = /^!?\[\[([\s\S]*)\]\]$/.exec(source)?.[1]
  if (inner === undefined) return null
  const bar = inner.indexOf('|')
  const target = (bar < 0 ? inner : inner.slice(0, bar)).trim()
  const words = bar < 0 ? '' : inner.slice(bar + 1).trim()
  return { target, label: words === '' ? target.replace(/^#/, '') : words }
}

/** Kind of a callout from its mark: `warning` for `[!WARNING]-`; `note` when it cannot be read. */
export function readCalloutKind(source: string): string {
  return (/^\[!([^\]|]+)/.exec(source)?.[1] ?? 'note').trim().toLowerCase()
}

/** The address in `<https://…>` or `<me@example.org>`, as a link opens it. */
export function readAutolink(source: string): string {
  const inner = source.replace(/^<|>$/g, '')
  return /^[^:/\s]+@[^@\s]+$/.test(inner) ? `mailto:${inner}` : inner
}

const INLINE_NAMES: Record<InlineForm, string> = {
  image: 'Picture',
  embed: 'Embed',
  'wiki-link': 'Link to an entry',
  autolink: 'Link',
  'footnote-reference': 'Footnote mark',
  html: 'HTML',
  math: 'Formula',
  comment: 'Comment',
  shortcode: 'Shortcode',
  'callout-mark': 'Callout',
  'empty-link': 'Link without words',
}

const SOURCE_NAMES: Record<SourceForm, string> = {
  html: 'HTML',
  definition: 'Link definition',
  'footnote-definition': 'Footnote',
  'indented-code': 'Indented code',
  math: 'Formula',
  shortcode: 'Shortcode',
  comment: 'Comment',
  properties: 'Properties',
  table: 'Table as text',
  other: 'Markdown',
}

/** What an opaque inline is called in the interface. */
export function nameInlineForm(form: InlineForm): string {
  return INLINE_NAMES[form]
}

/** What a source block is called in the interface. */
export function nameSourceForm(form: SourceForm): string {
  return SOURCE_NAMES[form]
}
