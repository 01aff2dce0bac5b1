import { findProseDates } from '../actions/prose-dates.ts'
import { leafLines, readableSlice, sourceSpan } from '../entry/leaf-lines.ts'
import { visitLeaves } from '../entry/leaves.ts'
import { plainText } from '../entry/plain-text.ts'
import type { IsoDay, PersonMention } from '../entry/summary.ts'
import type { Block, ParsedEntry } from '../markdown/tree.ts'
import { readNames } from './author-names.ts'
import { personOfPath, tidyName } from './person-names.ts'
import { shortenedLine } from './shortened-line.ts'

/** Blocks that are about one person, and where that is said. */
interface PersonSection {
  readonly name: string
  readonly from: number
  readonly blocks: Block[]
}

/**
 * People whose page an entry is (`People/Ann Lee.md`), or who have a section of their own in it: a heading that is a
 * name, below a heading *People* or *Contacts*. Each line of such a section that gives a day is a meeting with them.
 *
 * @param parsed a base tree.
 */
export function readPeoplePages(
  parsed: ParsedEntry,
  path: string,
  entryDay: IsoDay | null,
): readonly PersonMention[] {
  const owner = personOfPath(path)
  const sections =
    owner === null
      ? personSections(parsed.blocks)
      : [{ name: owner, from: parsed.bodyFrom, blocks: [...parsed.blocks] }]
  return sections.flatMap((section) => [
    { name: section.name, role: 'mentioned' as const, text: section.name, day: null, from: section.from },
    ...meetings(section, entryDay),
  ])
}

function personSections(blocks: readonly Block[]): readonly PersonSection[] {
  const sections: PersonSection[] = []
  let listLevel: number | null = null
  let open: PersonSection | null = null
  for (const block of blocks) {
    if (block.type !== 'heading') {
      open?.blocks.push(block)
      continue
    }
    const heading = plainText(block.runs)
    if (listLevel !== null && block.level > listLevel + 1) continue
    open = null
    if (listLevel !== null && block.level <= listLevel) listLevel = null
    if (/^[^\p{L}]*(?:people|persons|contacts|mentors|who i know)[^\p{L}]*$/iu.test(heading))
      listLevel = block.level
    else if (listLevel !== null && isName(heading)) {
      open = { name: tidyName(heading), from: block.span?.from ?? 0, blocks: [] }
      sections.push(open)
    }
  }
  return sections
}

function isName(heading: string): boolean {
  const names = readNames(heading, 0, () => undefined)
  return names !== null && names.names.length === 1 && names.end === heading.length
}

function meetings(section: PersonSection, entryDay: IsoDay | null): readonly PersonMention[] {
  const found: PersonMention[] = []
  visitLeaves(section.blocks, (leaf) => {
    for (const line of leafLines(leaf.runs)) {
      const date = findProseDates(line.text, entryDay)[0]
      if (date === undefined) continue
      const text = shortenedLine(readableSlice(line, 0, line.text.length))
      const from = sourceSpan(line, date.from, date.from + 1).from
      found.push({ name: section.name, role: 'met', text, day: date.day, from })
    }
  })
  return found
}
