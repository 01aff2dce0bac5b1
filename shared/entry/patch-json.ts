import { getNodeValue, parseTree, type Node } from 'jsonc-parser'
import { lineEndOf, patchBracketList, type FrontMatterValue } from './patch-parts.ts'

/**
 * Sets one key of the object that JSON front matter is.
 *
 * @param json the head, which is known to be JSON; a line may end with CRLF
 * @returns the JSON with nothing else changed
 */
export function patchJson(json: string, key: string, value: FrontMatterValue): string | null {
  const object = parseTree(json)
  if (object?.type !== 'object') return null
  // Of equal keys the last one counts.
  const property = object.children?.findLast((each) => nameOf(each) === key)
  const old = property?.children?.[1]
  if (old === undefined) return appendProperty(json, object, `${JSON.stringify(key)}`, value)
  if (old.type === 'array' && Array.isArray(value)) {
    const list = {
      from: old.offset,
      to: old.offset + old.length,
      elements: (old.children ?? []).map(element),
    }
    return patchBracketList(json, list, value, (each) => JSON.stringify(each), null)
  }
  return json.slice(0, old.offset) + writeJson(value) + json.slice(old.offset + old.length)
}

function nameOf(property: Node): unknown {
  return property.children?.[0]?.value
}

function element(node: Node): { from: number; to: number; value: unknown } {
  return { from: node.offset, to: node.offset + node.length, value: getNodeValue(node) as unknown }
}

/** Behind the last one, indented like it, and with its space behind the colon. */
function appendProperty(json: string, object: Node, key: string, value: FrontMatterValue): string {
  const last = object.children?.at(-1)
  const [name, old] = last?.children ?? []
  if (last === undefined || name === undefined || old === undefined) {
    const lineEnd = lineEndOf(json)
    const inside = /[\r\n]/.test(json.trimEnd())
      ? `${lineEnd}  ${key}: ${writeJson(value)}${lineEnd}`
      : `${key}: ${writeJson(value)}`
    return `${json.slice(0, object.offset)}{${inside}}${json.slice(object.offset + object.length)}`
  }
  const gap = /\s*$/.exec(json.slice(object.offset + 1, last.offset))![0]
  const first = object.children![0]!
  const lead = last === first ? gap : /\s*$/.exec(json.slice(first.offset, last.offset))![0]
  const colon = json.slice(name.offset + name.length, old.offset)
  const end = last.offset + last.length
  return `${json.slice(0, end)},${lead}${key}${colon}${writeJson(value)}${json.slice(end)}`
}

function writeJson(value: FrontMatterValue): string {
  return Array.isArray(value)
    ? `[${value.map((each: string) => JSON.stringify(each)).join(', ')}]`
    : JSON.stringify(value)
}
