import { parseTOML, type AST } from 'toml-eslint-parser'
import type { FrontMatter } from './front-matter-values.ts'

/**
 * Reads TOML as version 1.0 has it; dates are the text that stands there. Never throws.
 *
 * Of TOML that is broken (to Hugo such a file does not exist) the keys that stand on a line of their own are read all
 * the same, so that the entry has its title and its day.
 */
export function readToml(source: string): FrontMatter {
  // A lone CR ends a line for us and not for TOML.
  const text = source.replace(/\r(?!\n)/g, '\n')
  try {
    return { values: valuesOf(parseTOML(text).body[0]), problem: null }
  } catch (error) {
    if (!isParseError(error)) throw error
    const line = text.split('\n')[error.lineNumber - 1]?.trim() ?? ''
    return { values: readLines(text), problem: `The line “${line}” could not be read: ${error.message}.` }
  }
}

/** The parser's error by what it has: its class is not the same one in every bundle. */
export function isParseError(error: unknown): error is SyntaxError & { readonly lineNumber: number } {
  return error instanceof SyntaxError && 'lineNumber' in error && typeof error.lineNumber === 'number'
}

/** The keys before the first table, each line read alone. */
function readLines(text: string): Map<string, unknown> {
  const values = new Map<string, unknown>()
  for (const line of text.split('\n')) {
    if (/^\s*\[/.test(line)) break
    if (!line.includes('=')) continue
    try {
      for (const [key, value] of valuesOf(parseTOML(line).body[0]))
        if (!values.has(key)) values.set(key, value)
    } catch (error) {
      if (!isParseError(error)) throw error
    }
  }
  return values
}

type Table = Map<string, unknown>

function valuesOf(top: AST.TOMLTopLevelTable): Map<string, unknown> {
  const root: Table = new Map()
  for (const node of top.body) {
    if (node.type === 'TOMLKeyValue') enter(root, node)
    else for (const pair of node.body) enter(tableAt(root, node.resolvedKey), pair)
  }
  return new Map(Array.from(root, ([key, value]) => [key, asPlain(value)]))
}

function enter(table: Table, { key, value }: AST.TOMLKeyValue): void {
  const names = key.keys.map(keyName)
  tableAt(table, names.slice(0, -1)).set(names.at(-1) ?? '', tomlValue(value))
}

/** The name of one part of a key. */
export function keyName(key: AST.TOMLBare | AST.TOMLQuoted): string {
  return key.type === 'TOMLBare' ? key.name : key.value
}

/** Numbers in the path count the tables of an array. */
function tableAt(root: Table, path: readonly (string | number)[]): Table {
  let table = root
  for (const part of path) {
    const known = table.get(String(part))
    const next: Table = known instanceof Map ? known : new Map()
    table.set(String(part), next)
    table = next
  }
  return table
}

/** A plain value; tables as maps until the end. */
export function tomlValue(node: AST.TOMLContentNode): unknown {
  if (node.type === 'TOMLArray') return node.elements.map(tomlValue)
  if (node.type === 'TOMLInlineTable') {
    const table: Table = new Map()
    for (const pair of node.body) enter(table, pair)
    return table
  }
  return 'datetime' in node ? node.datetime : node.value
}

function asPlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asPlain)
  if (!(value instanceof Map)) return value
  const pairs = Array.from(value as Table, ([key, inner]) => [key, asPlain(inner)] as const)
  return Object.fromEntries(pairs)
}
