import * as v from 'valibot'
import type { FactQuestions } from '../contract/facts.ts'
import { listCalendarEvents } from '../actions/calendar-events.ts'
import { programsQuestionSchema } from '../contract/facts.ts'
import { createAgendaTable, createRangeTest } from './agenda-table.ts'
import { createDocumentTable, type DocumentUse } from './document-table.ts'
import { factsOf, heldEntry, holdEntry, type EntryFacts, type HeldEntry } from './held-entry.ts'
import { createPersonTable } from './person-table.ts'
import { createProgramTable } from './program-table.ts'
import { createQuoteTable } from './quote-table.ts'
import { createResourceTable } from './resource-table.ts'

/**
 * What the entries of a journal hold: actions, programs, resources, quotes, people. One edited entry updates only its
 * own rows. See `contract/facts.ts` for the questions.
 */
export type FactBook = {
  readonly [V in keyof FactQuestions]: (question: FactQuestions[V]['input']) => FactQuestions[V]['output']
} & {
  /** Takes an entry in, instead of what was known under its path. */
  put(facts: EntryFacts): void
  remove(path: string): void
  /** Entries that link the document at `path` of the journal, newest first. */
  documentUses(path: string): readonly DocumentUse[]
  /** Takes in what `saved` gave, when it is first needed: `warm` reads it, an entry after the other. */
  load(read: () => readonly SavedFacts[]): void
  /**
   * Reads what was loaded and makes what the first questions would make, step by step. A question before the end does
   * what it needs at once.
   */
  warm(): Generator<undefined, void>
  /** The facts of all entries, for saving: bytes that `load` takes. */
  saved(): readonly SavedFacts[]
}

export interface SavedFacts {
  readonly path: string
  readonly bytes: Uint8Array
}

const everyProgram = { ...v.parse(programsQuestionSchema, {}), limit: Infinity }

export function createFactBook(): FactBook {
  const entries = new Map<string, HeldEntry>()
  const unread = new Map<string, Uint8Array>()
  let readSaved: (() => readonly SavedFacts[]) | null = null
  /** Paths of which the saved facts are not true any more. */
  const outdated = new Set<string>()
  const agenda = createAgendaTable()
  const programs = createProgramTable()
  const resources = createResourceTable()
  const quotes = createQuoteTable()
  const people = createPersonTable()
  const documents = createDocumentTable()
  const tables = [agenda, programs, resources, quotes, people, documents]

  function take(entry: HeldEntry, facts: EntryFacts): void {
    entries.set(entry.path, entry)
    for (const table of tables) table.add(entry, facts)
  }

  function remove(path: string): void {
    unread.delete(path)
    if (readSaved !== null) outdated.add(path)
    const entry = entries.get(path)
    if (entry === undefined) return
    entries.delete(path)
    for (const table of tables) table.remove(entry)
  }

  function openSaved(): void {
    const read = readSaved
    readSaved = null
    for (const { path, bytes } of read?.() ?? []) if (!outdated.has(path)) unread.set(path, bytes)
    outdated.clear()
  }

  function* readUnread(): Generator<undefined, void> {
    openSaved()
    for (const [path, bytes] of unread) {
      unread.delete(path)
      const facts = factsOf(bytes)
      take(heldEntry(facts, bytes), facts)
      yield
    }
  }

  function* warm(): Generator<undefined, void> {
    yield* readUnread()
    for (const table of tables) {
      table.prepare()
      yield
    }
  }

  /** Facts are read for what is shown, each entry once for an answer. */
  function answer<Answer>(ask: (readFacts: (entry: HeldEntry) => EntryFacts) => Answer): Answer {
    for (const steps = readUnread(); steps.next().done !== true;);
    const read = new Map<HeldEntry, EntryFacts>()
    return ask((entry) => {
      const known = read.get(entry) ?? factsOf(entry.bytes)
      read.set(entry, known)
      return known
    })
  }

  return {
    put(facts) {
      remove(facts.path)
      take(holdEntry(facts), facts)
    },
    remove,
    load(read) {
      readSaved = read
    },
    warm,
    saved() {
      openSaved()
      const held = Array.from(entries, ([path, { bytes }]) => [path, bytes] as const)
      return [...unread, ...held].map(([path, bytes]) => ({ path, bytes }))
    },
    documentUses: (path) => answer(() => documents.usesOf(path)),
    listAgenda: (question) => answer((readFacts) => agenda.list(question, readFacts)),
    listDays: (question) => answer((readFacts) => agenda.days(question, readFacts)),
    listEvents: (question) =>
      answer((readFacts) => {
        const isMeant = createRangeTest(question.from, question.to)
        const rows = agenda.dated(question, readFacts)
        return listCalendarEvents(rows, programs.list(everyProgram, readFacts).rows, question.today).filter(
          ({ day }) => isMeant(day),
        )
      }),
    listPrograms: (question) => answer((readFacts) => programs.list(question, readFacts)),
    listResources: (question) => answer((readFacts) => resources.list(question, readFacts)),
    listQuotes: (question) => answer((readFacts) => quotes.list(question, readFacts)),
    listPeople: (question) => answer(() => people.list(question)),
    listResourceChoices: () => answer(() => resources.choices()),
    listDisagreements: (question) => answer((readFacts) => resources.disagreements(question, readFacts)),
    listResourcePlaces: ({ key }) => answer((readFacts) => resources.places(key, readFacts)),
    listPersonPlaces: ({ key, also = [] }) => answer((readFacts) => people.places([key, ...also], readFacts)),
  }
}
