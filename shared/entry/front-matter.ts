import { isMap, isPair, isScalar, parseDocument } from 'yaml'
import type { ParsedEntry } from '../markdown/tree.ts'
import type { FrontMatter } from './front-matter-values.ts'
import { readToml } from './read-toml.ts'

const nothing: FrontMatter = { values: new Map(), problem: null }

/**
 * Reads front matter in YAML, TOML or JSON, as much of it as can be. Never throws.
 *
 * YAML is read as version 1.2 does, so that a date is the text that stands there and `no` is a word.
 */
export function readFrontMatter(entry: Pick<ParsedEntry, 'text' | 'head'>): FrontMatter {
  if (entry.head === null) return nothing
  const source = entry.text.slice(entry.head.span.from, entry.head.span.to)
  switch (entry.head.format) {
    case 'yaml':
      return readYaml(withoutFences(source))
    case 'toml':
      return readToml(withoutFences(source))
    case 'json':
      return readJson(source)
  }
}

/** The value of a key; `Title` and `DATE` count too when there is no other spelling, as in Hugo. Undefined without one. */
export function valueOf(frontMatter: FrontMatter, key: string): unknown {
  if (frontMatter.values.has(key)) return frontMatter.values.get(key)
  for (const [written, value] of frontMatter.values) if (written.toLowerCase() === key) return value
  return undefined
}

/** Where the keys of a fenced head stand in it: behind the first line, before the last. */
export function insideFences(head: string): { readonly from: number; readonly to: number } {
  const from = /^\uFEFF?[^\r\n]*(?:\r\n?|\n)?/.exec(head)![0].length
  const closing = /(?:---|\+\+\+)[ \t]*(?:\r\n?|\n)?$/.exec(head)
  return { from, to: Math.max(from, closing?.index ?? head.length) }
}

function withoutFences(head: string): string {
  const { from, to } = insideFences(head)
  return head.slice(from, to)
}

function readYaml(source: string): FrontMatter {
  if (source.trim() === '') return nothing
  // A lone CR ends a line for us and not for YAML.
  const text = source.includes('\r') ? source.replace(/\r(?!\n)/g, '\n') : source
  const document = parseDocument(text, yamlOptions)
  const problem = document.errors[0]?.message ?? null
  // Nothing but comments.
  if (document.contents === null && problem === null) return nothing
  if (!isMap(document.contents)) {
    return { values: readLines(text), problem: problem ?? 'The front matter is no list of keys.' }
  }
  const values = new Map<string, unknown>()
  for (const pair of document.contents.items) {
    if (!isPair(pair)) continue
    const key = isScalar(pair.key) ? String(pair.key.value) : String(pair.key)
    if (!values.has(key)) values.set(key, plainValue(pair.value, document))
  }
  return { values: problem === null ? values : mended(values, readLines(text)), problem }
}

/** Shared with the patch, so that both see the same keys. */
export const yamlOptions = {
  prettyErrors: false,
  logLevel: 'silent',
  uniqueKeys: false,
  strict: false,
} as const

function plainValue(node: unknown, document: ReturnType<typeof parseDocument>): unknown {
  if (isScalar(node)) return typeof node.value === 'bigint' ? node.source : node.value
  if (node === null || typeof node !== 'object' || !('toJS' in node) || typeof node.toJS !== 'function')
    return null
  try {
    const value: unknown = node.toJS(document, { maxAliasCount: 100 })
    return value
  } catch (error) {
    // An alias without its anchor, or a bomb of aliases: the author's text stays, we do without the value.
    if (error instanceof ReferenceError) return null
    throw error
  }
}

/** YAML gives up on `title: Safety: a start`; the line itself is plain enough. */
function mended(
  values: ReadonlyMap<string, unknown>,
  lines: ReadonlyMap<string, string>,
): Map<string, unknown> {
  const both = new Map(values)
  for (const [key, value] of lines) {
    const read = both.get(key)
    if (read === undefined || read === null || isOddMap(read)) both.set(key, value)
  }
  return both
}

function isOddMap(value: unknown): boolean {
  return typeof value === 'object' && !Array.isArray(value)
}

/** `key: text` lines at the left edge, as text without quotes. */
function readLines(source: string): Map<string, string> {
  const lines = new Map<string, string>()
  for (const match of source.matchAll(/^([\p{L}_][\p{L}\p{N}_-]*):[ \t]+(\S.*?)[ \t]*\r?$/gmu)) {
    if (!lines.has(match[1]!)) lines.set(match[1]!, match[2]!.replace(/^(["'])(.*)\1$/, '$2'))
  }
  return lines
}

function readJson(source: string): FrontMatter {
  try {
    const value: unknown = JSON.parse(source.replace(/^\uFEFF/, ''))
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return nothing
    return { values: new Map(Object.entries(value)), problem: null }
  } catch (error) {
    if (error instanceof SyntaxError) return { values: new Map(), problem: error.message }
    throw error
  }
}
