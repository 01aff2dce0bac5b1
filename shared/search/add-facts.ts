import type { PersonMention, Program, Quote } from '../entry/summary.ts'
import { personKey } from '../resources/person-names.ts'

/** What an item of a fact is made of: what it shows, where it stands, and the texts that find it. */
export interface FactItem {
  /** What it is called: words found in it count most. */
  readonly name: string
  readonly record: string
  readonly from: number
  /** What else is said of it. */
  readonly texts: readonly string[]
  /** One hit for all items with the same key; null when each stands for itself. */
  readonly key: string | null
}

/** A longer quote is found by all of its words, and shown by its beginning. */
const longestShown = 300

/** Control characters separate the parts of a record. */
function line(texts: readonly (string | null)[]): string {
  return texts
    .filter((text) => text !== null && text !== '')
    .join(' · ')
    .replace(/\s+/g, ' ')
    .slice(0, longestShown)
}

/** A record of a fact: its name, a line on it, and the word for why it is found. */
function record(name: string, about: string, role: string): string {
  return `${line([name])}\n${about}\n${role}`
}

export function quoteItem({ text, people, source, span }: Quote): FactItem {
  const about = line([people.join(', '), source?.title ?? null])
  return {
    name: text,
    record: record(text, about, 'quote'),
    from: span.from,
    texts: [...people, source?.title ?? ''],
    key: null,
  }
}

export function programItem({
  name,
  formats,
  places,
  hours,
  deadline,
  status,
  nextStep,
  span,
}: Program): FactItem {
  const due = deadline === null ? null : deadline === 'rolling' ? 'rolling' : `due ${deadline}`
  const about = line([formats.join(', '), places.join(', '), hours, due, status, nextStep])
  return {
    name,
    record: record(name, about, 'program'),
    from: span.from,
    texts: [...formats, ...places, status ?? '', nextStep ?? ''],
    key: null,
  }
}

/** One item for each person of an entry, whatever the number of places: where more is said than that they wrote a link. */
export function personItems(mentions: readonly PersonMention[]): readonly FactItem[] {
  const byKey = new Map<string, PersonMention[]>()
  for (const mention of mentions) {
    const key = personKey(mention.name)
    byKey.set(key, [...(byKey.get(key) ?? []), mention])
  }
  return Array.from(byKey, ([key, all]) => {
    const told = all.filter(({ role }) => role !== 'author')
    const shown = (told[0] ?? all[0]) as PersonMention
    const about = shown.role === 'author' ? '' : line([shown.text])
    return {
      name: shown.name,
      record: record(shown.name, about, shown.role),
      from: shown.from,
      texts: told.map(({ text }) => text),
      key: `person:${key}`,
    }
  })
}
