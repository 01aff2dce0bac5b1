import { readableSlice, sourceSpan, type LeafLine, type LinePiece } from '../entry/leaf-lines.ts'
import { opaqueText } from '../entry/plain-text.ts'
import { Mark, type Link, type OpaqueRun, type Span, type TextRun } from '../markdown/tree.ts'
import { isResourceAddress } from './resource-address.ts'

/** A link on a line, whatever its form: inline, reference, autolink, bare address, HTML anchor, wiki link to a file. */
export interface LineLink {
  readonly url: string
  /** Link text in one line; for an address that stands alone, the address without `https://www.`. */
  readonly title: string
  /** The part of the line's text that is the link's, `line.text.slice(at, end)`. */
  readonly at: number
  readonly end: number
  /** In the entry's text: from `[` to `)`, from `<` to `>`, or the bare address. */
  readonly span: Span
}

/**
 * All links of a line in the order of the text.
 *
 * @param source the entry's whole text, in which brackets and closings are looked up.
 */
export function findLineLinks(line: LeafLine, source: string): readonly LineLink[] {
  const found: LineLink[] = []
  for (let index = 0; index < line.pieces.length; index++) {
    const piece = line.pieces[index]!
    if (piece.run.link !== null) {
      const last = lastPieceOf(line, index, piece.run.link)
      found.push(markdownLink(line, index, last, piece.run.link, source))
      index = last
    } else if (piece.run.kind === 'opaque') {
      const last = addOpaqueLink(line, index, piece.run, found)
      index = last
    } else if (piece.run.kind === 'text' && (piece.run.marks & Mark.code) === 0) {
      addBareAddresses(line, piece, piece.run, found)
    }
  }
  return found
}

function lastPieceOf(line: LeafLine, first: number, link: Link): number {
  let last = first
  while (line.pieces[last + 1]?.run.link === link) last++
  return last
}

function markdownLink(line: LeafLine, first: number, last: number, link: Link, source: string): LineLink {
  const at = line.pieces[first]!.at
  const end = line.pieces[last]!.end
  const inner = sourceSpan(line, at, end)
  const title = readableSlice(line, at, end)
  const isBare = link.closing === ''
  return {
    url: link.url,
    title: isBare || title === '' ? readableAddress(title === '' ? link.url : title) : title,
    at,
    end,
    span: isBare
      ? inner
      : { from: openingBracket(source, inner.from), to: closingEnd(source, inner.to, link) },
  }
}

/** The `[` before link text: only marks can stand between the two (`[**bold**](…)`). */
function openingBracket(source: string, from: number): number {
  let at = from - 1
  while (at >= 0 && '*_~`= \t'.includes(source[at]!)) at--
  return source[at] === '[' ? at : from
}

/** End of the closing after link text: only marks can stand between the two. */
function closingEnd(source: string, to: number, link: Link): number {
  const at = source.indexOf(link.closing, to)
  return at < 0 || at > to + 16 ? to : at + link.closing.length
}

/** Adds the autolink, wiki link to a file, or HTML anchor that begins with piece `index`; gives the index of its last piece. */
function addOpaqueLink(line: LeafLine, index: number, run: OpaqueRun, found: LineLink[]): number {
  const piece = line.pieces[index]!
  if (run.form === 'autolink') {
    const url = opaqueText(run)
    found.push({
      url: /^[^\s@/:]+@[^\s@/]+$/.test(url) ? `mailto:${url}` : url,
      title: readableAddress(url),
      at: piece.at,
      end: piece.end,
      span: sourceSpan(line, piece.at, piece.end),
    })
    return index
  }
  const file = run.form === 'wiki-link' || run.form === 'embed' ? linkedFile(run.source) : null
  if (file !== null) {
    const span = sourceSpan(line, piece.at, piece.end)
    found.push({ url: file, title: opaqueText(run).trim() || file, at: piece.at, end: piece.end, span })
    return index
  }
  const url = run.form === 'html' ? anchorAddress(run.source) : null
  if (url === null) return index
  const rest = line.pieces.findIndex(
    (each, place) => place > index && each.run.kind === 'opaque' && /^<\/a\s*>$/i.test(each.run.source),
  )
  const last = rest < 0 ? index : rest
  const end = line.pieces[last]!.end
  const title = readableSlice(line, piece.end, end)
  found.push({
    url,
    title: title === '' ? readableAddress(url) : title,
    at: piece.at,
    end,
    span: sourceSpan(line, piece.at, end),
  })
  return last
}

/**
 * The file that `[[papers/one.pdf]]` links and `![[one.pdf#page=2]]` shows; null for links to entries, and for pictures,
 * sounds and films, which an embed puts into the text.
 */
function linkedFile(source: string): string | null {
  const file = /^!?\[\[([^\]|#]+\.([a-z][a-z0-9]{0,7}))(?=[\]|#])/i.exec(source)
  if (file === null || !isResourceAddress(file[1]!.trim())) return null
  const isShown = /^(?:png|jpe?g|gif|webp|svg|avif|bmp|mp3|wav|m4a|ogg|flac|mp4|webm|mov|mkv)$/i.test(
    file[2]!,
  )
  return source.startsWith('!') && isShown ? null : file[1]!.trim()
}

/** `href` of an opening `<a …>` tag, entities of `&` resolved, or null. */
export function anchorAddress(tag: string): string | null {
  const found = /^<a\s(?:[^>]*?\s)?href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(tag)
  if (found === null) return null
  return (found[1] ?? found[2] ?? found[3] ?? '').trim().replace(/&amp;/g, '&')
}

const bareAddress = /(?:https?:\/\/|www\.)[^\s<>"\uFFFC]+/giu

/** Addresses written as plain text, without the punctuation of the sentence around them. */
function addBareAddresses(line: LeafLine, piece: LinePiece, run: TextRun, found: LineLink[]): void {
  if (!run.text.includes('://') && !/www\./i.test(run.text)) return
  for (const match of run.text.matchAll(bareAddress)) {
    const before = match.index === 0 ? '' : run.text[match.index - 1]!
    const url = withoutTrailingPunctuation(match[0])
    if (/[\p{L}\p{N}]/u.test(before) || !/^(?:https?:\/\/[\p{L}\p{N}[]|www\.[^\s.]+\.)/iu.test(url)) continue
    const at = piece.at + match.index
    const end = at + url.length
    found.push({ url, title: readableAddress(url), at, end, span: sourceSpan(line, at, end) })
  }
}

/** GFM 6.9: a sentence's `?!.,:*_~'"` at the end is not part of it, nor a `)` that nothing opens. */
function withoutTrailingPunctuation(address: string): string {
  let unopened = address.split(')').length - address.split('(').length
  let end = address.length
  for (; end > 0; end--) {
    const last = address[end - 1]!
    if (last === ')' && unopened > 0) unopened--
    else if (!'?!.,:;*_~\'"”’»]'.includes(last)) break
  }
  return address.slice(0, end)
}

/** An address for reading: without scheme, `www.` and a last slash. */
export function readableAddress(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?|^mailto:/i, '').replace(/\/$/, '') || url
}
