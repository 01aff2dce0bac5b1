import type { Splice } from '../contract/edits.ts'
import { findLineEnd } from '../entry/line-edges.ts'
import { plainText } from '../entry/plain-text.ts'
import { parseEntry } from '../markdown/parse-entry.ts'
import type { Block, Heading, List } from '../markdown/tree.ts'
import { headingTense, isActionHeading } from './action-heading.ts'

/**
 * The edit that adds an open action to an entry: as the last item of the list under its heading of what is to come; an
 * entry without such a heading gets one at its end, in the words of the setting.
 *
 * @param words one line of plain text, as the user typed it
 * @param actionHeadings the words of the setting
 */
export function planNewAction(
  text: string,
  words: string,
  actionHeadings: readonly string[],
): readonly Splice[] {
  const parsed = parseEntry(text)
  const end = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n'
  const line = words.replace(/\s+/g, ' ').trim()
  const section = findSection(parsed.blocks, actionHeadings)
  if (section === null) return [atEnd(text, end, headingFor(parsed.blocks, actionHeadings), `- [ ] ${line}`)]
  const { heading, list } = section
  if (list === null) {
    const at = findLineEnd(text, heading.span?.to ?? text.length)
    // Words right below would become part of the item.
    const below = /^(?:\r\n|\r|\n)[ \t]*[^\s]/.test(text.slice(at)) ? end : ''
    return [{ from: at, to: at, text: `${end}${end}- [ ] ${line}${below}` }]
  }
  const last = list.items.at(-1)
  const at = last?.span?.to ?? text.length
  return [{ from: at, to: at, text: `${end}${indentOf(text, list)}${markerAfter(text, list)} [ ] ${line}` }]
}

interface Section {
  readonly heading: Heading
  /** The last list before the section ends; null when it has none. */
  readonly list: List | null
}

/** The last section of what is to come: boxes in it are what the author still means to do. */
function findSection(blocks: readonly Block[], actionHeadings: readonly string[]): Section | null {
  let found: { heading: Heading; list: List | null } | null = null
  let isInside = false
  for (const block of blocks) {
    if (block.type === 'heading') {
      const name = plainText(block.runs)
      if (isActionHeading(name, actionHeadings) && headingTense(name) === 'to-come') {
        found = { heading: block, list: null }
        isInside = true
      } else if (found !== null && block.level <= found.heading.level) isInside = false
    } else if (block.type === 'rule') isInside = false
    else if (isInside && found !== null && block.type === 'list') found.list = block
  }
  return found
}

function indentOf(text: string, list: List): string {
  const from = list.items.at(-1)?.span?.from ?? 0
  return /[ \t]*$/.exec(text.slice(Math.max(0, from - 8), from))?.[0] ?? ''
}

/** The next number in an ordered list, else the list's own bullet. */
function markerAfter(text: string, list: List): string {
  const from = list.items.at(-1)?.span?.from ?? 0
  const [, bullet = '-', number, sign] =
    /^(?:([-*+])|(\d{1,9})([.)]))/.exec(text.slice(from, from + 11)) ?? []
  return number === undefined ? bullet : `${Number(number) + 1}${sign}`
}

function headingFor(blocks: readonly Block[], actionHeadings: readonly string[]): string {
  const levels = blocks.flatMap((block) => (block.type === 'heading' ? [block.level] : []))
  const level = levels.length > 1 || levels[0] !== 1 ? Math.max(1, Math.min(...levels, 2)) : 2
  const words = actionHeadings.find((each) => headingTense(each) === 'to-come') ?? 'next steps'
  return `${'#'.repeat(level)} ${words[0]?.toUpperCase() ?? ''}${words.slice(1)}`
}

function atEnd(text: string, end: string, heading: string, item: string): Splice {
  const isEmpty = text.trim() === ''
  const gap = isEmpty ? '' : /(?:\r\n|\r|\n)$/.test(text) ? end : end + end
  return { from: text.length, to: text.length, text: `${gap}${heading}${end}${end}${item}${end}` }
}
