/** A value that a form can set. Lists hold plain texts. */
export type FrontMatterValue = string | number | boolean | readonly string[]

/** The first line end of a text; LF without one. */
export function lineEndOf(text: string): string {
  return /\r\n?|\n/.exec(text)?.[0] ?? '\n'
}

/** A text in double quotes, with the escapes that YAML, TOML and JSON share. */
export function writeDoubleQuoted(value: string): string {
  return JSON.stringify(value).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** An element of a list in brackets: where it stands in the source, and what it says. */
export interface ListElement {
  readonly from: number
  readonly to: number
  readonly value: unknown
}

/** A list in brackets; `from` is the opening bracket, `to` is behind the closing one. */
export interface BracketList {
  readonly from: number
  readonly to: number
  readonly elements: readonly ListElement[]
}

/**
 * Makes a list in brackets say `values`. Elements that stay at its beginning and its end are not touched, nor what
 * stands between them: line breaks, comments.
 *
 * @param write the source of one value
 * @param comment what begins a comment up to the end of its line, or null
 * @returns the whole source, or null when a comment would have to go
 */
export function patchBracketList(
  source: string,
  list: BracketList,
  values: readonly string[],
  write: (value: string) => string,
  comment: '#' | null,
): string | null {
  const { elements } = list
  const head = countSame(elements, values)
  const left = Math.min(elements.length, values.length) - head
  const tail = Math.min(left, countSame(elements.toReversed(), values.toReversed()))
  const removed = elements.slice(head, elements.length - tail)
  const added = values.slice(head, values.length - tail)
  const replaced = Math.min(removed.length, added.length)
  const edits: Edit[] = removed
    .slice(0, replaced)
    .map(({ from, to }, at) => ({ from, to, text: write(added[at]!) }))
  if (added.length > replaced) {
    edits.push(insertion(source, list, head + replaced, added.slice(replaced).map(write), comment))
  }
  if (removed.length > replaced) edits.push(removal(list, head + replaced, head + removed.length))
  if (
    edits.some(
      ({ from, to, text }) => comment !== null && text === '' && source.slice(from, to).includes(comment),
    )
  )
    return null
  return applyEdits(source, edits)
}

interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

function applyEdits(source: string, edits: readonly Edit[]): string {
  return edits.reduceRight((text, edit) => text.slice(0, edit.from) + edit.text + text.slice(edit.to), source)
}

function countSame(elements: readonly ListElement[], values: readonly string[]): number {
  let count = 0
  while (count < elements.length && count < values.length && elements[count]!.value === values[count]) count++
  return count
}

/** Behind the element before, or in front of the first one. */
function insertion(
  source: string,
  list: BracketList,
  at: number,
  written: readonly string[],
  comment: '#' | null,
): Edit {
  const { elements } = list
  const before = elements[at - 1]
  const first = elements[0]
  if (first === undefined) return { from: list.from + 1, to: list.from + 1, text: written.join(', ') }
  const second = elements[1]
  const between = second === undefined ? ', ' : source.slice(first.to, second.from)
  const hasComment = comment !== null && between.includes(comment)
  const separator = hasComment ? `,${/\s*$/.exec(between)![0]}` : between
  if (before !== undefined)
    return { from: before.to, to: before.to, text: written.map((each) => separator + each).join('') }
  return { from: first.from, to: first.from, text: written.map((each) => each + separator).join('') }
}

/** With the comma in front, or behind where the first one goes. */
function removal({ elements, from, to }: BracketList, first: number, end: number): Edit {
  const before = elements[first - 1]
  const after = elements[end]
  if (before !== undefined) return { from: before.to, to: elements[end - 1]!.to, text: '' }
  if (after !== undefined) return { from: elements[first]!.from, to: after.from, text: '' }
  return { from: from + 1, to: to - 1, text: '' }
}
