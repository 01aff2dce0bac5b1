import { leafLines, readableSlice, sourceSpan, type LeafLine } from '../entry/leaf-lines.ts'
import { itemText, plainText } from '../entry/plain-text.ts'
import type { IsoDay, Program } from '../entry/summary.ts'
import type { Item, List, ParsedEntry, Span } from '../markdown/tree.ts'
import type { ReadLink } from '../resources/read-links.ts'
import { withoutStars } from '../resources/stars.ts'
import { noFields, readProgramFields, type ProgramFields } from './program-fields.ts'

/**
 * True for a heading whose section lists programs: *research programs*, *Fellowships & internships*, *programmes*.
 * A program's own heading (*MATS program*) is none, since the word must stand in the plural.
 */
export function isProgramHeading(heading: string): boolean {
  return /(?<!\p{L})(?:programm?es|programs|fellowships|internships|residencies|bootcamps)(?!\p{L})/iu.test(
    heading,
  )
}

/**
 * The programs of an entry: under a heading that names programs, each line or item that begins with a link, and each
 * item without one whose bracket says how it is held (`AISES (part-time)`). Sub-bullets belong to their program. What
 * stands in brackets behind the link, after a dash, and in its sub-bullets is read by `readProgramFields`.
 *
 * @param parsed a base tree.
 * @param links those of the same entry, from `readLinks`.
 * @param day of the entry, for deadlines without a year.
 */
export function readPrograms(
  parsed: ParsedEntry,
  links: readonly ReadLink[],
  day: IsoDay | null,
): readonly Program[] {
  const sections = programSections(parsed)
  if (sections.length === 0) return []
  const linked = links
    .filter(({ use }) => sections.some(({ span }) => contains(span, use.span)))
    .flatMap((link) => linkedProgram(link, parsed, day))
  const named = sections.flatMap(({ lists }) => lists.flatMap((list) => namedPrograms(list, parsed, day)))
  return [...linked, ...named].toSorted((left, right) => left.span.from - right.span.from)
}

interface ProgramSection {
  readonly span: Span
  /** Lists that stand in it directly. */
  readonly lists: readonly List[]
}

/** Sections under a heading that names programs, up to the next heading of any level or a rule. */
function programSections(parsed: ParsedEntry): readonly ProgramSection[] {
  const sections: { span: Span; lists: List[] }[] = []
  let open: { span: Span; lists: List[] } | null = null
  for (const block of parsed.blocks) {
    if (block.type === 'heading' || block.type === 'rule') {
      const isOpening = block.type === 'heading' && isProgramHeading(plainText(block.runs))
      open = isOpening ? { span: { from: block.span?.to ?? 0, to: block.span?.to ?? 0 }, lists: [] } : null
      if (open !== null) sections.push(open)
    } else if (open !== null) {
      open.span = { from: open.span.from, to: block.span?.to ?? open.span.to }
      if (block.type === 'list') open.lists.push(block)
    }
  }
  return sections
}

function contains(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to
}

function linkedProgram(
  { use, place }: ReadLink,
  parsed: ParsedEntry,
  day: IsoDay | null,
): readonly Program[] {
  if (place === null || !place.isCard || place.holder !== null) return []
  const { line, facts, bullets } = place
  const fields = noFields()
  for (const note of facts.notes) readProgramFields(note.value, fields, true, day)
  for (const { text } of bullets) readProgramFields(text, fields, false, day)
  return [toProgram(use.title, { url: use.url, key: use.key }, fields, lineSpan(line, parsed))]
}

/** `- AISES (part-time, Berlin)`: a program without a link, told by its format. */
function namedPrograms(list: List, parsed: ParsedEntry, day: IsoDay | null): readonly Program[] {
  return list.items.flatMap((item) => {
    const first = item.blocks[0]
    if (first?.type !== 'paragraph') return []
    const line = leafLines(first.runs)[0]!
    const found = /^([^()\uFFFC:]{2,80}?)\s*\(([^()]+)\)/u.exec(line.text)
    if (found === null || line.pieces.some(({ run }) => run.link !== null)) return []
    const fields = noFields()
    readProgramFields(found[2]!, fields, true, day)
    if (fields.formats.length === 0 && fields.hours === null) return []
    for (const text of bulletTexts(item)) readProgramFields(text, fields, false, day)
    const name = withoutStars(readableSlice(line, 0, found[1]!.length))
    return name === '' ? [] : [toProgram(name, null, fields, lineSpan(line, parsed))]
  })
}

function bulletTexts(item: Item): readonly string[] {
  return item.blocks.flatMap((block) => (block.type === 'list' ? block.items.map(itemText) : []))
}

function toProgram(
  name: string,
  link: { readonly url: string; readonly key: string } | null,
  fields: ProgramFields,
  span: Span,
): Program {
  const { formats } = fields
  return {
    name,
    url: link?.url ?? null,
    key: link?.key ?? null,
    ...fields,
    isFullTime: formats.includes('full-time') && !formats.includes('part-time'),
    span,
  }
}

/** From the line's first character to its end, link syntax included. */
function lineSpan(line: LeafLine, parsed: ParsedEntry): Span {
  const { from, to } = sourceSpan(line, 0, line.text.length)
  const { text } = parsed
  let start = from
  while (start > 0 && '[*_~`<'.includes(text[start - 1]!)) start--
  let end = to
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++
  return { from: start, to: end }
}
