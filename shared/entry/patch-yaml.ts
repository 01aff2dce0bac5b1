import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { yamlOptions } from './front-matter.ts'
import { lineEndOf, writeDoubleQuoted, type FrontMatterValue } from './patch-parts.ts'

/**
 * Sets one key of the map that YAML front matter is.
 *
 * @param yaml what is between the fences; a line may end with CRLF
 * @returns the YAML with nothing else changed, or null when the key cannot be located, or a comment would have to go
 */
export function patchYaml(yaml: string, key: string, value: FrontMatterValue): string | null {
  const document = parseDocument(yaml, yamlOptions)
  if (document.errors.length > 0) return null
  if (document.contents === null) return appendLines(yaml, writeYamlPair(key, value))
  if (!isMap(document.contents) || document.contents.flow === true) return null
  const pair = findPair(document.contents, key)
  if (pair === undefined) return appendLines(yaml, writeLikeOthers(yaml, document.contents, key, value))
  return replaceValue(yaml, pair, value)
}

/** A line of YAML for a key that has no model to follow. */
export function writeYamlPair(key: string, value: FrontMatterValue): string {
  return `${key}: ${writeFresh(value)}`
}

function findPair(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key)
}

function appendLines(yaml: string, lines: string): string {
  const lineEnd = lineEndOf(yaml)
  const separator = yaml === '' || /[\r\n]$/.test(yaml) ? '' : lineEnd
  return `${yaml}${separator}${lines}${lineEnd}`
}

/** Texts get quotes where all others have them, lists stand one item to a line where the last one does. */
function writeLikeOthers(yaml: string, map: YAMLMap, key: string, value: FrontMatterValue): string {
  const values = map.items.map((pair) => pair.value)
  if (Array.isArray(value)) {
    const list = values.findLast((each): each is YAMLSeq => isSeq(each))
    const model = list === undefined || list.flow === true ? null : blockItem(yaml, list.items[0])
    if (model === null || value.length === 0) return writeYamlPair(key, value)
    const items = value.map((each: string) => model.marker + writeString(each, model.quote, false))
    return [`${key}:`, ...items].join(lineEndOf(yaml))
  }
  if (typeof value !== 'string' || key === 'date') return writeYamlPair(key, value)
  const quotes = new Set(values.map((each) => quoteOfText(yaml, each)).filter((quote) => quote !== null))
  const [quote = ''] = quotes.size === 1 ? quotes : []
  return `${key}: ${writeString(value, quote, false)}`
}

/** The quote around a text, empty without one; null for what is no text, or a date, which has none by custom. */
function quoteOfText(yaml: string, node: unknown): string | null {
  if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return null
  const first = yaml[node.range[0]] ?? ''
  if (first === '"' || first === "'") return first
  return /^\d{4}-\d{2}/.test(node.value) ? null : ''
}

function replaceValue(yaml: string, pair: Pair, value: FrontMatterValue): string | null {
  const node = pair.value as Node | null
  if (node?.range === undefined || node.range === null) return insertAfterColon(yaml, pair, value)
  const [from, to] = node.range
  if (from === to) return insertAfterColon(yaml, pair, value)
  if (isSeq(node) && node.flow !== true && Array.isArray(value) && value.length > 0) {
    return replaceBlockList(yaml, node, value)
  }
  const old = yaml.slice(from, to)
  const tail = /[\r\n]+$/.exec(old)?.[0] ?? ''
  // A block list or block text that becomes a plain value moves up to the line of its key.
  const start = isScalar(node) || isFlow(node) ? from : afterColon(yaml, pair)
  if (start === null || holdsComment(node, old)) return null
  const gap = start === from ? '' : ' '
  return yaml.slice(0, start) + gap + writeLike(value, old) + lastLineEnd(tail) + yaml.slice(to)
}

/** A comment inside of what would be written anew is the author's: better no change than a lost one. */
function holdsComment(node: Node, old: string): boolean {
  if (isScalar(node)) return false
  if (isFlow(node)) return /[\r\n]/.test(old) && old.includes('#')
  return hasComment(node) || (isSeq(node) && node.items.some((item) => isNode(item) && hasComment(item)))
}

function hasComment(node: Node): boolean {
  return typeof node.comment === 'string' || typeof node.commentBefore === 'string'
}

function isFlow(node: Node): boolean {
  return 'flow' in node && node.flow === true
}

/** One of the line ends after a value that held its own (a block text). */
function lastLineEnd(tail: string): string {
  return /(?:\r\n|\r|\n)$/.exec(tail)?.[0] ?? ''
}

/** Fills in `image:`. */
function insertAfterColon(yaml: string, pair: Pair, value: FrontMatterValue): string | null {
  const at = afterColon(yaml, pair)
  return at === null ? null : `${yaml.slice(0, at)} ${writeFresh(value)}${yaml.slice(at)}`
}

function afterColon(yaml: string, pair: Pair): number | null {
  const keyNode = pair.key as Node
  const end = keyNode.range?.[1]
  if (end === undefined) return null
  const colon = /^[ \t]*:/.exec(yaml.slice(end))
  return colon === null ? null : end + colon[0].length
}

/**
 * Writes a block list item by item: those that stay at its beginning and end keep their lines, with the comments on
 * and between them.
 */
function replaceBlockList(yaml: string, list: YAMLSeq, values: readonly string[]): string | null {
  const items = list.items.map((item) => blockItem(yaml, item))
  const first = items[0]
  if (first === undefined || first === null || items.includes(null)) return null
  const known = items as readonly BlockItem[]
  const head = countSame(known, values, (count) => [known[count], values[count]])
  const left = Math.min(known.length, values.length) - head
  const tail = Math.min(
    left,
    countSame(known, values, (count) => [known[known.length - 1 - count], values[values.length - 1 - count]]),
  )
  const removed = known.slice(head, known.length - tail)
  const from = removed[0]?.from ?? (head > 0 ? known[head - 1]!.to : first.from)
  const to = removed.at(-1)?.to ?? from
  const style = known[Math.max(0, head - 1)]!
  const lineEnd = lineEndOf(yaml)
  const lines = values
    .slice(head, values.length - tail)
    .map((each) => style.marker + writeString(each, style.quote, false) + lineEnd)
  return yaml.slice(0, from) + lines.join('') + yaml.slice(to)
}

/** An item's own lines `[from, to)`, last line end included, and how it is written. */
interface BlockItem {
  readonly value: string
  readonly from: number
  readonly to: number
  /** Indent, dash and space. */
  readonly marker: string
  readonly quote: string
}

function blockItem(yaml: string, item: unknown): BlockItem | null {
  if (!isScalar(item) || item.range === undefined || item.range === null) return null
  const [at, end] = item.range
  const from = yaml.lastIndexOf('\n', at - 1) + 1
  const marker = yaml.slice(from, at)
  if (!/^[ \t]*-[ \t]+$/.test(marker)) return null
  const next = yaml.indexOf('\n', end)
  const quote = /^["']/.exec(yaml.slice(at, at + 1))?.[0] ?? ''
  return { value: String(item.value), from, to: next < 0 ? yaml.length : next + 1, marker, quote }
}

function countSame(
  items: readonly BlockItem[],
  values: readonly string[],
  pick: (count: number) => readonly [BlockItem | undefined, string | undefined],
): number {
  let count = 0
  for (; count < items.length && count < values.length; count++) {
    const [item, value] = pick(count)
    if (item?.value !== value) break
  }
  return count
}

function writeFresh(value: FrontMatterValue): string {
  return writeLike(value, '')
}

/** Writes a value with the quotes, or inside the brackets, of the old one. */
function writeLike(value: FrontMatterValue, old: string): string {
  if (Array.isArray(value)) {
    const quote = /^\[\s*(["'])/.exec(old)?.[1] ?? ''
    const padding = /^\[ /.test(old) ? ' ' : ''
    return `[${padding}${value.map((each: string) => writeString(each, quote, true)).join(', ')}${padding}]`
  }
  if (typeof value !== 'string') return String(value)
  return writeString(value, /^["']/.exec(old)?.[0] ?? '', false)
}

function writeString(value: string, quote: string, isInFlow: boolean): string {
  const isOneLine = !/[\p{Cc}\u2028\u2029\uFEFF]/u.test(value)
  if (quote === "'" && isOneLine) return `'${value.replaceAll("'", "''")}'`
  if (quote === '' && isOneLine && isPlainScalar(value, isInFlow)) return value
  return writeDoubleQuoted(value)
}

/** True when YAML reads the bare text back as this very string. */
function isPlainScalar(value: string, isInFlow: boolean): boolean {
  if (value === '' || value !== value.trim() || (isInFlow && /[,[\]{}]/.test(value))) return false
  if (/^[-?:,[\]{}#&*!|>'"%@`]/.test(value) || /:(?:\s|$)|\s#/.test(value)) return false
  const document = parseDocument(value, yamlOptions)
  return document.errors.length === 0 && isScalar(document.contents) && document.contents.value === value
}
