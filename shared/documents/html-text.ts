import { decodeReference } from '../markdown/parse/inline/decode-text.ts'
import { tidyPage, type DocumentText } from './document-text.ts'

/** Elements whose content nobody reads. */
const unread: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'select',
  'textarea',
  'canvas',
])
/** Elements that stand in the line; every other one begins a new one. */
const inline: ReadonlySet<string> = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'cite',
  'code',
  'data',
  'dfn',
  'em',
  'font',
  'i',
  'ins',
  'del',
  'kbd',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'wbr',
  'img',
  'label',
])

/**
 * The words of a web page that was saved, as a reader sees them without its scripts and styles.
 *
 * One pass over the source, whatever it holds: nothing is run, nothing is loaded, and a tag, comment or script that
 * never ends takes the rest of the page with it. It is for search, so it needs no tree; the rules for what ends a tag,
 * a comment and a script are those of the HTML standard's tokenizer.
 */
export function readHtmlText(source: string): DocumentText {
  const parts: string[] = []
  let title: string | null = null
  let at = 0
  while (at < source.length) {
    const open = source.indexOf('<', at)
    if (open < 0) break
    parts.push(inLine(source.slice(at, open)))
    const tag = readTag(source, open)
    if (tag === null) {
      // `a < b`: no tag begins here, so the sign is a sign.
      parts.push('<')
      at = open + 1
      continue
    }
    at = tag.end
    if (tag.name === 'title' && !tag.isClosing) {
      const end = closingOf(source, 'title', at)
      title ??= inLine(source.slice(at, end)).trim() || null
      at = end
    } else if (unread.has(tag.name) && !tag.isClosing) at = closingOf(source, tag.name, at)
    else if (tag.name === 'td' || tag.name === 'th') parts.push(' ')
    else if (tag.name !== '' && !inline.has(tag.name)) parts.push('\n')
  }
  if (at < source.length) parts.push(inLine(source.slice(at)))
  const text = tidyPage(parts.join('')).replace(/ *\n[ \n]*/g, '\n')
  return { title, pages: [text] }
}

interface Tag {
  /** Lower case; '' for comments and declarations. */
  readonly name: string
  readonly isClosing: boolean
  /** Behind it. */
  readonly end: number
}

/** The tag, comment or declaration that begins at `open`; null when none does. */
function readTag(source: string, open: number): Tag | null {
  if (source.startsWith('<!--', open))
    return { name: '', isClosing: false, end: after(source, '-->', open + 4) }
  const next = source[open + 1] ?? ''
  if (next === '!' || next === '?') return { name: '', isClosing: false, end: after(source, '>', open + 2) }
  const isClosing = next === '/'
  const from = open + (isClosing ? 2 : 1)
  const name = /^[a-z][a-z0-9:-]*/i.exec(source.slice(from, from + 40))?.[0].toLowerCase()
  return name === undefined ? null : { name, isClosing, end: tagEnd(source, from + name.length) }
}

/** Behind the `>` of a tag; one in the quotes of an attribute does not end it. */
function tagEnd(source: string, from: number): number {
  let at = from
  while (at < source.length) {
    const character = source[at]
    if (character === '>') return at + 1
    if ((character === '"' || character === "'") && source[at - 1] === '=')
      at = after(source, character, at + 1)
    else at += 1
  }
  return source.length
}

/** Where the content of an element ends that only its own closing tag ends. */
function closingOf(source: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  closing.lastIndex = from
  return closing.exec(source)?.index ?? source.length
}

function after(source: string, sign: string, from: number): number {
  const at = source.indexOf(sign, from)
  return at < 0 ? source.length : at + sign.length
}

/** Text between tags: references resolved, breaks of the source no breaks of the page. */
function inLine(text: string): string {
  return text
    .replace(
      /&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/g,
      (reference) => decodeReference(reference) ?? reference,
    )
    .replace(/\s+/g, ' ')
}
