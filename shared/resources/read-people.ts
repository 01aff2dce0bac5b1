import { findProseDates } from '../actions/prose-dates.ts'
import { leafLines, readableSlice, sourceSpan, type LeafLine } from '../entry/leaf-lines.ts'
import { visitLeaves } from '../entry/leaves.ts'
import type { IsoDay, PersonMention, PersonRole, Quote, ResourceUse } from '../entry/summary.ts'
import { Mark, type ParsedEntry, type Run } from '../markdown/tree.ts'
import { findLineLinks } from './line-links.ts'
import { findHandles, isOwnPage, personKey, personOfWikiLink, tidyName } from './person-names.ts'
import { readPeoplePages } from './read-people-pages.ts'
import { shortenedLine } from './shortened-line.ts'
import { readSuggestions } from './read-suggestions.ts'

/** What else of the entry names people. */
export interface PeopleContext {
  readonly resources: readonly ResourceUse[]
  readonly quotes: readonly Quote[]
  /** Day of the entry: a meeting's date without a year takes the nearest one. */
  readonly day: IsoDay | null
  /** Path of the entry: `People/Ann Lee.md` is her page. */
  readonly path: string
}

/**
 * Everyone an entry names, in the order of the text: authors of resources, who is quoted, `@name`, `[[People/…]]`, links
 * to a person's own page, who made the suggestions of a list of suggestions, and whose page or section the entry is.
 *
 * Names are not guessed out of prose. A line that says `meeting …`, `speaking with …`, or that gives a day and names
 * someone in one of these shapes, or someone named in full elsewhere in the entry, is a meeting.
 *
 * @param parsed a base tree.
 */
export function readPeople(parsed: ParsedEntry, context: PeopleContext): readonly PersonMention[] {
  const mentions: PersonMention[] = []
  for (const use of context.resources)
    for (const name of use.authors) mentions.push(mention(name, 'author', use.title, use.span.from))
  for (const quote of context.quotes)
    for (const name of quote.people) mentions.push(mention(name, 'quoted', quote.text, quote.span.from))
  for (const { name, text, from } of readSuggestions(parsed))
    mentions.push(mention(name, 'suggested', text, from))
  mentions.push(...readPeoplePages(parsed, context.path, context.day))
  mentions.push(...readLines(parsed, context, fullNames(mentions)))
  return mentions.toSorted((left, right) => left.from - right.from)
}

function mention(name: string, role: PersonRole, text: string, from: number): PersonMention {
  return { name: tidyName(name), role, text: shortenedLine(text), day: null, from }
}

interface KnownName {
  readonly name: string
  /** In small letters, as it is looked for. */
  readonly spelled: string
}

/** Names of people by the first word of theirs: a long entry knows hundreds, and a line says a word of few. */
type KnownNames = ReadonlyMap<string, readonly KnownName[]>

/** Names of two words and more: one word alone is too little to find someone by. */
function fullNames(mentions: readonly PersonMention[]): KnownNames {
  const spellings = new Map(
    mentions.filter(({ name }) => name.includes(' ')).map(({ name }) => [name.toLowerCase(), name] as const),
  )
  const names = new Map<string, KnownName[]>()
  for (const [spelled, name] of spellings) {
    const first = wordsOf(spelled)[0]
    if (first !== undefined) names.set(first, [...(names.get(first) ?? []), { name, spelled }])
  }
  return names
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}

function readLines(parsed: ParsedEntry, context: PeopleContext, known: KnownNames): readonly PersonMention[] {
  const mentions: PersonMention[] = []
  visitLeaves(parsed.blocks, (leaf) => {
    if (known.size === 0 && !leaf.runs.some(mayName)) return
    for (const line of leafLines(leaf.runs)) {
      const named = namesOnLine(line, parsed.text)
      const others = knownOnLine(line, known, named)
      if (named.length + others.length === 0) continue
      const day = findProseDates(line.text, context.day)[0]?.day ?? null
      const met = day === null ? [] : others
      if (named.length + met.length === 0) continue
      const text = shortenedLine(readableSlice(line, 0, line.text.length))
      for (const { name, at } of [...named, ...met]) {
        const isMeeting = day !== null || meeting.test(line.text.slice(Math.max(0, at - 40), at))
        const from = sourceSpan(line, at, at + 1).from
        mentions.push({ name, role: isMeeting ? 'met' : 'mentioned', text, day, from })
      }
    }
  })
  return mentions
}

/** False for runs that no name can be read from: most leaves have no others. */
function mayName(run: Run): boolean {
  return (
    run.link !== null ||
    (run.kind === 'opaque' ? run.form === 'wiki-link' : run.kind === 'text' && run.text.includes('@'))
  )
}

const meeting =
  /(?<!\p{L})(?:met|meet|meeting|speak|speaking|spoke|talk|talked|talking|call|called|calling|chat|chatted|chatting|coffee|lunch|dinner|interview|advising|session)(?:\s+(?:up|again|to|with|by|from|the))*\s+$/iu

interface NameOnLine {
  readonly name: string
  readonly at: number
}

function namesOnLine(line: LeafLine, source: string): readonly NameOnLine[] {
  const names: NameOnLine[] = []
  for (const { run, at } of line.pieces) {
    if (run.kind === 'opaque' && run.form === 'wiki-link') {
      const name = personOfWikiLink(run.source)
      if (name !== null) names.push({ name, at })
    } else if (run.kind === 'text' && run.link === null && (run.marks & Mark.code) === 0) {
      for (const handle of findHandles(run.text)) names.push({ name: handle.name, at: at + handle.at })
    }
  }
  if (line.pieces.some(({ run }) => run.link !== null))
    for (const link of findLineLinks(line, source))
      if (isOwnPage(link.title, link.url)) names.push({ name: tidyName(link.title), at: link.at })
  return names
}

/** People known by their full name from elsewhere in the entry, who stand on this line in plain words. */
function knownOnLine(line: LeafLine, known: KnownNames, named: readonly NameOnLine[]): readonly NameOnLine[] {
  if (known.size === 0) return []
  const lower = line.text.toLowerCase()
  const candidates = [...new Set(wordsOf(lower))].flatMap((word) => known.get(word) ?? [])
  if (candidates.length === 0) return []
  const already = new Set(named.map(({ name }) => personKey(name)))
  return candidates.flatMap(({ name, spelled }) => {
    const at = lower.indexOf(spelled)
    const isWhole =
      at >= 0 && !/[\p{L}\p{N}]/u.test((lower[at - 1] ?? ' ') + (lower[at + spelled.length] ?? ' '))
    const isLink =
      isWhole && line.pieces.some(({ run, at: from, end }) => run.link !== null && from <= at && at < end)
    return isWhole && !isLink && !already.has(personKey(name)) ? [{ name, at }] : []
  })
}
