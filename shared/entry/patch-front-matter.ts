import { fail, succeed, type Outcome } from '../contract/errors.ts'
import { splitHead } from '../markdown/parse/split-head.ts'
import { insideFences, readFrontMatter } from './front-matter.ts'
import { lineEndOf, type FrontMatterValue } from './patch-parts.ts'
import { patchJson } from './patch-json.ts'
import { patchToml } from './patch-toml.ts'
import { patchYaml, writeYamlPair } from './patch-yaml.ts'

/**
 * Sets one top-level key of front matter in YAML, TOML or JSON and leaves every other byte as it is: comments, quotes,
 * order, indentation, line ends. The new value is written in the style of the old one (quotes, list in one line or
 * several); a key that is not there is added behind the others and in their style; an entry without front matter gets
 * one in YAML.
 *
 * The result is read back before it is given: what would change another key, or could not be understood again, fails
 * with `invalid-input`, and so does front matter that cannot be read.
 *
 * @param key as written: another case is another key
 * @returns the whole text of the entry
 */
export function patchFrontMatter(text: string, key: string, value: FrontMatterValue): Outcome<string> {
  if (!/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(key)) return fail('invalid-input', `“${key}” can be no key.`)
  const { head, bodyFrom } = splitHead(text)
  if (head === null) return succeed(withNewHead(text, bodyFrom, key, value))
  const old = readFrontMatter({ text, head })
  if (old.problem !== null) return fail('invalid-input', cannotRead)
  if (isSame(old.values.get(key), value)) return succeed(text)
  const source = text.slice(head.span.from, head.span.to)
  const inside = head.format === 'json' ? { from: 0, to: source.length } : insideFences(source)
  const patched = patchers[head.format](asLines(source.slice(inside.from, inside.to)), key, value)
  const result =
    patched === null
      ? null
      : source.slice(0, inside.from) + fromLines(patched, source) + source.slice(inside.to)
  if (result === null)
    return fail('invalid-input', `“${key}” cannot be changed without touching something else.`)
  const whole = text.slice(0, head.span.from) + result + text.slice(head.span.to)
  return hasOnlyChanged(text, whole, key, value)
    ? succeed(whole)
    : fail('invalid-input', `“${key}” cannot be changed without touching something else.`)
}

const cannotRead = 'The front matter cannot be read, so it is not changed. Put it right as Markdown first.'

/** Each gives the source with the key changed, or null when that is not possible without touching something else. */
const patchers = { yaml: patchYaml, toml: patchToml, json: patchJson } as const

function withNewHead(text: string, bodyFrom: number, key: string, value: FrontMatterValue): string {
  const lineEnd = lineEndOf(text)
  return (
    text.slice(0, bodyFrom) +
    ['---', writeYamlPair(key, value), '---', ''].join(lineEnd) +
    text.slice(bodyFrom)
  )
}

/** A lone CR ends a line for us, and not for the formats: they are shown a line feed in its place. */
function asLines(source: string): string {
  return source.replace(/\r(?!\n)/g, '\n')
}

function fromLines(patched: string, source: string): string {
  return /\r(?!\n)/.test(source) && !source.includes('\n') ? patched.replaceAll('\n', '\r') : patched
}

/** Reads both texts: the key has the value, every other key has what it had, and the body is the same. */
function hasOnlyChanged(before: string, after: string, key: string, value: FrontMatterValue): boolean {
  const old = splitHead(before)
  const now = splitHead(after)
  if (now.head === null || before.slice(old.bodyFrom) !== after.slice(now.bodyFrom)) return false
  const oldMatter = readFrontMatter({ text: before, head: old.head })
  const newMatter = readFrontMatter({ text: after, head: now.head })
  if (newMatter.problem !== null || !isSame(newMatter.values.get(key), value)) return false
  const keys = new Set([...oldMatter.values.keys(), ...newMatter.values.keys()])
  keys.delete(key)
  return [...keys].every((each) => isSame(oldMatter.values.get(each), newMatter.values.get(each)))
}

function isSame(one: unknown, two: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(two)
}
