import { leafLines, readableSlice, sourceSpan, type LeafLine } from '../entry/leaf-lines.ts'
import { plainText } from '../entry/plain-text.ts'
import type { Block, List, ParsedEntry } from '../markdown/tree.ts'
import { readLowercaseNames, readNames } from './author-names.ts'
import { tidyName } from './person-names.ts'

/** A suggestion of a list such as *suggestions from the folks*, with who made it. */
export interface Suggestion {
  readonly name: string
  /** What they suggested, one line of plain text. */
  readonly text: string
  /** The author marked it as taken: a tick in front, or a ticked box. */
  readonly isTaken: boolean
  /** Offset of the name in the entry's text. */
  readonly from: number
}

const opens =
  /^(?:suggest(?:ions?|ed)|feedback|comments?|reviews?|reviewers?|advice|thanks|acknowledge?ments?)(?!\p{L})/iu

/**
 * Suggestions of an entry: items `name: what they said` of a list right under a heading or a paragraph that begins with
 * *suggestions*, *feedback*, *comments*, *reviewers*, *advice*, *thanks*. Names may be written without a capital.
 *
 * @param parsed a base tree.
 */
export function readSuggestions(parsed: ParsedEntry): readonly Suggestion[] {
  const found: Suggestion[] = []
  let isOpen = false
  for (const block of parsed.blocks) {
    if (block.type === 'list' && isOpen) readList(block, found)
    else isOpen = opensList(block)
  }
  return found
}

function opensList(block: Block): boolean {
  if (block.type === 'heading') return opens.test(bare(plainText(block.runs)))
  if (block.type !== 'paragraph') return false
  const line = leafLines(block.runs).at(-1)!
  return opens.test(bare(line.text)) && /[:：]\s*$/u.test(line.text)
}

/** Without emoji and punctuation before the first letter. */
function bare(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+/u, '')
}

function readList(list: List, found: Suggestion[]): void {
  for (const item of list.items) {
    const first = item.blocks[0]
    if (first?.type !== 'paragraph') continue
    const line = leafLines(first.runs)[0]!
    const suggestion = readSuggestion(line, item.box === 'x' || item.box === 'X')
    if (suggestion !== null) found.push(suggestion)
  }
}

const noNames =
  /^(?:idea|question|problem|general|overall|other|misc|section|intro(?:duction)?|style|structure|typos?|title)$/i

function readSuggestion(line: LeafLine, isTicked: boolean): Suggestion | null {
  const mark = /^[^\p{L}\p{N}@]*/u.exec(line.text)![0]
  const names =
    readNames(line.text, mark.length, () => undefined) ?? readLowercaseNames(line.text, mark.length)
  const [first] = names?.names ?? []
  if (names === null || first === undefined || noNames.test(first.value)) return null
  const colon = /^\s*(?::|[-–—]\s)\s*/u.exec(line.text.slice(names.end))
  if (colon === null || names.names.length > 1 || first.value.split(/\s/u).length > 3) return null
  return {
    name: tidyName(first.value),
    text: readableSlice(line, names.end + colon[0].length, line.text.length),
    isTaken: isTicked || /[✅✔☑]/u.test(mark),
    from: sourceSpan(line, first.at, first.at + 1).from,
  }
}
