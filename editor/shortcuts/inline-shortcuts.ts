import { $createTextNode, $isTextNode, type LexicalNode, type RangeSelection, type TextNode } from 'lexical'
import { parseEntry } from '../../shared/markdown/parse-entry.ts'
import { Mark, type Marks, type Run } from '../../shared/markdown/tree.ts'
import { $findLink } from '../commands/links.ts'
import { $createEntryLinkNode } from '../nodes/entry-link-node.ts'
import { $createOpaqueInlineNode } from '../nodes/opaque-inline-node.ts'

/** What was typed, by its last character; the text it leaves is the first group. */
const markPatterns: readonly { readonly last: string; readonly pattern: RegExp; readonly mark: Marks }[] = [
  { last: '*', pattern: /(?<![*\\])\*\*(?=\S)([^*]+)(?<=\S)\*\*$/u, mark: Mark.bold },
  { last: '*', pattern: /(?<![*\\])\*(?=[^\s*])([^*]+)(?<=\S)\*$/u, mark: Mark.italic },
  { last: '_', pattern: /(?<![\p{L}\p{N}_\\])_(?=[^\s_])([^_]+)(?<=\S)_$/u, mark: Mark.italic },
  { last: '~', pattern: /(?<![~\\])~~(?=\S)([^~]+)(?<=\S)~~$/u, mark: Mark.strike },
  { last: '`', pattern: /(?<![`\\])`([^`]+)`$/u, mark: Mark.code },
]
const linkPattern = /(?<![!\\\]])\[([^[\]]+)\]\(([^()\s<>]+)\)$/u
const imagePattern = /(?<!\\)!\[([^[\]]*)\]\(([^()\s<>]+)\)$/u
const wikiPattern = /(?<!\\)!?\[\[[^[\]\n]+\]\]$/u

/** What the typed text becomes, and how many characters before the caret it takes the place of. */
interface Change {
  readonly length: number
  readonly node: LexicalNode
}

/**
 * Inline shortcuts: marks, links, pictures and wiki links whose last character was just typed in one text node.
 *
 * Applied only where the engine reads the same from the characters around it: `a*b*` in the middle of a word does,
 * `_b_` there does not. True when the text was changed.
 */
export function $applyInlineShortcut(node: TextNode, selection: RangeSelection): boolean {
  if ((node.getFormat() & Mark.code) !== 0) return false
  const offset = selection.anchor.offset
  const before = node.getTextContent().slice(0, offset)
  const after = node.getTextContent().slice(offset, offset + 1)
  const change = $changeFor(before, after, node, selection)
  if (change === null) return false
  $replaceTyped(node, offset, change)
  return true
}

function $changeFor(before: string, after: string, node: TextNode, selection: RangeSelection): Change | null {
  const last = before.slice(-1)
  if (last === ']')
    return $opaqueFor(wikiPattern, before, after, node, (source) =>
      source.startsWith('!') ? 'embed' : 'wiki-link',
    )
  if (last === ')')
    return (
      $opaqueFor(imagePattern, before, after, node, () => 'image') ?? $linkFor(before, after, node, selection)
    )
  for (const { last: typed, pattern, mark } of markPatterns) {
    const match = typed === last ? pattern.exec(before) : null
    const text = match?.[1]
    if (match === null || text === undefined) continue
    if (
      !isRead(
        before,
        match,
        after,
        (run) => run.kind === 'text' && run.text === text && (run.marks & mark) !== 0,
      )
    )
      continue
    return { length: match[0].length, node: $createTextNode(text).setFormat(node.getFormat() | mark) }
  }
  return null
}

function $opaqueFor(
  pattern: RegExp,
  before: string,
  after: string,
  node: TextNode,
  formOf: (source: string) => 'embed' | 'wiki-link' | 'image',
): Change | null {
  const match = pattern.exec(before)
  if (match === null) return null
  const source = match[0]
  const form = formOf(source)
  if (
    !isRead(
      before,
      match,
      after,
      (run) => run.kind === 'opaque' && run.form === form && run.source === source,
    )
  )
    return null
  return { length: source.length, node: $createOpaqueInlineNode(form, source, node.getFormat()) }
}

function $linkFor(before: string, after: string, node: TextNode, selection: RangeSelection): Change | null {
  const match = linkPattern.exec(before)
  const text = match?.[1]
  const url = match?.[2]
  if (match === null || text === undefined || url === undefined || $findLink(selection) !== null) return null
  if (
    !isRead(before, match, after, (run) => run.kind === 'text' && run.text === text && run.link?.url === url)
  )
    return null
  return {
    length: match[0].length,
    node: $createEntryLinkNode(url).append($createTextNode(text).setFormat(node.getFormat())),
  }
}

/** Whether the engine finds the expected run in what was typed, seen with one character on either side. */
function isRead(
  before: string,
  match: RegExpExecArray,
  after: string,
  isExpected: (run: Run) => boolean,
): boolean {
  const source = `${before.slice(Math.max(0, match.index - 1), match.index)}${match[0]}${after}`
  const block = parseEntry(`x ${source}`).blocks[0]
  return block?.type === 'paragraph' && block.runs.some(isExpected)
}

function $replaceTyped(node: TextNode, offset: number, { length, node: made }: Change): void {
  const format = node.getFormat()
  const parts = node.splitText(
    ...[offset - length, offset].filter((at) => at > 0 && at < node.getTextContentSize()),
  )
  const typed = parts[offset - length > 0 ? 1 : 0]
  if (typed === undefined) return
  typed.replace(made)
  // The caret goes behind what was made, and what is typed there is plain again. Behind text that is a point in it:
  // the browser reports one there, and Lexical keeps the format only while the two agree.
  if ($isTextNode(made)) {
    made.select().setFormat(format)
    return
  }
  const block = made.getParentOrThrow()
  const index = made.getIndexWithinParent() + 1
  block.select(index, index).setFormat(format)
}
