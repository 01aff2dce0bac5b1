import { parseTOML, type AST } from 'toml-eslint-parser'
import { lineEndOf, patchBracketList, writeDoubleQuoted, type FrontMatterValue } from './patch-parts.ts'
import { keyName, tomlValue } from './read-toml.ts'

/**
 * Sets one key of TOML that stands before the first table.
 *
 * @param toml what is between the fences, and can be read; a line may end with CRLF
 * @returns the TOML with nothing else changed, or null when the key is a table, or a comment would have to go
 */
export function patchToml(toml: string, key: string, value: FrontMatterValue): string | null {
  const nodes = parseTOML(toml).body[0].body
  const pairs = nodes.filter((node) => node.type === 'TOMLKeyValue')
  const old = pairs.find((pair) => pair.key.keys.length === 1 && keyName(pair.key.keys[0]!) === key)?.value
  if (old === undefined) return appendPair(toml, nodes, pairs, key, value)
  if (old.type === 'TOMLArray' && Array.isArray(value)) return patchArray(toml, old, value)
  const [from, to] = old.range
  const source = toml.slice(from, to)
  if (old.type !== 'TOMLValue' && source.includes('#')) return null
  return toml.slice(0, from) + writeToml(value, styleOf(old, source)) + toml.slice(to)
}

function patchArray(toml: string, array: AST.TOMLArray, values: readonly string[]): string | null {
  const [from, to] = array.range
  const elements = array.elements.map((node) => ({
    from: node.range[0],
    to: node.range[1],
    value: tomlValue(node),
  }))
  const first = array.elements[0]
  const style = first === undefined ? plainStyle : styleOf(first, toml.slice(...first.range))
  return patchBracketList(toml, { from, to, elements }, values, (each) => writeString(each, style), '#')
}

/** How a value is written: what stays when another takes its place. */
interface TomlStyle {
  readonly isLiteral: boolean
  readonly isDate: boolean
}

const plainStyle: TomlStyle = { isLiteral: false, isDate: false }

function styleOf(node: AST.TOMLContentNode, source: string): TomlStyle {
  return { isLiteral: source.startsWith("'"), isDate: 'datetime' in node }
}

/** Before the first table, behind the last key, with the spaces around its equals sign and its quotes. */
function appendPair(
  toml: string,
  nodes: AST.TOMLTopLevelTable['body'],
  pairs: readonly AST.TOMLKeyValue[],
  key: string,
  value: FrontMatterValue,
): string {
  const lineEnd = lineEndOf(toml)
  const last = pairs.at(-1)
  const firstTable = nodes.find((node) => node.type === 'TOMLTable')
  const at = last === undefined ? (firstTable?.range[0] ?? toml.length) : endOfLine(toml, last.range[1])
  const line = writePair(toml, pairs, key, writeToml(value, styleOfStrings(toml, pairs, key)))
  const before = at === 0 || /[\r\n]$/.test(toml.slice(0, at)) ? '' : lineEnd
  return toml.slice(0, at) + before + line + lineEnd + toml.slice(at)
}

function endOfLine(toml: string, from: number): number {
  const lineFeed = toml.indexOf('\n', from)
  return lineFeed < 0 ? toml.length : lineFeed + 1
}

/** Keys whose equals signs stand under each other stay so. */
function writePair(toml: string, pairs: readonly AST.TOMLKeyValue[], key: string, value: string): string {
  // A key of letters that are not ASCII is no bare key.
  const written = /^[\w-]+$/.test(key) ? key : writeDoubleQuoted(key)
  const last = pairs.at(-1)
  if (last === undefined) return `${written} = ${value}`
  const [before = '', after = ''] = aroundEquals(toml, last)
  const columns = new Set(pairs.map((pair) => lengthOf(pair.key) + aroundEquals(toml, pair)[0]!.length))
  const [column = 0] = pairs.length > 1 && columns.size === 1 ? columns : []
  const gap = column > 0 ? ' '.repeat(Math.max(1, column - written.length)) : before
  return `${indentOf(toml, last)}${written}${gap}=${after}${value}`
}

function aroundEquals(toml: string, pair: AST.TOMLKeyValue): string[] {
  return toml.slice(pair.key.range[1], pair.value.range[0]).split('=')
}

function lengthOf({ range: [from, to] }: AST.TOMLKey): number {
  return to - from
}

function indentOf(toml: string, pair: AST.TOMLKeyValue): string {
  return /[ \t]*$/.exec(toml.slice(0, pair.range[0]))![0]
}

function styleOfStrings(toml: string, pairs: readonly AST.TOMLKeyValue[], key: string): TomlStyle {
  const strings = pairs.filter(({ value }) => value.type === 'TOMLValue' && value.kind === 'string')
  return {
    isLiteral: strings.length > 0 && strings.every(({ value }) => toml[value.range[0]] === "'"),
    isDate: key === 'date',
  }
}

function writeToml(value: FrontMatterValue, style: TomlStyle): string {
  if (Array.isArray(value)) return `[${value.map((each: string) => writeString(each, style)).join(', ')}]`
  if (typeof value !== 'string') return String(value)
  return style.isDate && isTomlDate(value) ? value : writeString(value, style)
}

function writeString(value: string, { isLiteral }: TomlStyle): string {
  return isLiteral && !/['\p{Cc}]/u.test(value) ? `'${value}'` : writeDoubleQuoted(value)
}

/** A day, with a time or without. Whether there is such a day shows when it is read back. */
function isTomlDate(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})?)?$/.test(value)
}
