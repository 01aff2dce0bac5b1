import * as v from 'valibot'
import { succeed, type Outcome } from '../../shared/contract/errors.ts'
import { factRequests, type FactQuestions, type FactVerb } from '../../shared/contract/facts.ts'
import { createFactBook } from '../../shared/facts/fact-book.ts'
import type { MarkAnswer, SearchAnswer, SearchHit, SearchQuestion } from '../../shared/contract/search.ts'
import type { EntryPath, Revision } from '../../shared/entry/entry-path.ts'
import { summarizeEntry } from '../../shared/entry/summarize.ts'
import type { Summary } from '../../shared/entry/summary.ts'
import type { Settings } from '../../shared/contract/settings.ts'

export const defaultFakeSettings: Settings = {
  theme: 'system',
  isRailShown: true,
  isSidebarShown: true,
  sidebarSplit: 58,
  isSearchFuzzy: true,
  dayStartHour: 3,
  addsDoneDate: false,
  hasReminders: false,
  reminderTime: '09:00',
  reminderLeadMinutes: 15,
  quietFrom: '22:00',
  quietTo: '07:00',
  hidesReminderWords: false,
  isReminderOfferClosed: false,
  recentSearches: {},
  actionHeadings: ['actions', 'next steps', 'to do', 'todo', 'plan'],
}

/** Summaries of all files, read anew at each call: a fake journal is small. */
export function readSummaries(files: ReadonlyMap<string, string>): Summary[] {
  return [...files].map(([path, text]) =>
    summarizeEntry({
      path: path as EntryPath,
      text,
      revision: '' as Revision,
      actionHeadings: defaultFakeSettings.actionHeadings,
    }),
  )
}

/** Finds the question's text as it is typed, without case: enough for a window to have something to show. */
export function searchTexts(files: ReadonlyMap<string, string>, question: SearchQuestion): SearchAnswer {
  const wanted = question.text.toLowerCase().trim()
  const all: SearchHit[] = []
  const plain = { passages: [], headingPath: [], moreHits: 0, matchedBy: 'exact' as const }
  for (const summary of readSummaries(files)) {
    const entryLane = summary.kind === 'draft' ? 'drafts' : summary.kind === 'page' ? 'pages' : 'entries'
    const text = files.get(summary.path) ?? ''
    const common = {
      path: summary.path,
      date: summary.date,
      isMustRead: false,
      box: null,
      score: 1,
      ...plain,
    }
    const marked = (words: string) => {
      const at = words.toLowerCase().indexOf(wanted)
      return { text: words, marks: at < 0 ? [] : [[at, at + wanted.length] as [number, number]] }
    }
    const found = (words: string) => words.toLowerCase().includes(wanted)
    const at = text.toLowerCase().indexOf(wanted)
    if (found(summary.title))
      all.push({
        ...common,
        lane: entryLane,
        title: marked(summary.title),
        where: 'title',
        from: 0,
      })
    else if (at >= 0) {
      const passage = marked(text.slice(Math.max(0, at - 40), at + 80).replaceAll('\n', ' '))
      all.push({
        ...common,
        lane: entryLane,
        title: { text: summary.title, marks: [] },
        passages: [{ ...passage, from: at }],
        where: 'text',
        from: at,
      })
    }
    for (const heading of summary.headings) {
      if (found(heading.text))
        all.push({
          ...common,
          lane: 'headings',
          title: marked(heading.text),
          where: 'heading',
          from: heading.span.from,
        })
    }
    for (const use of summary.resources) {
      if (!found(use.title) && !use.notes.some(found)) continue
      const note = use.notes.find(found)
      const passages = note === undefined ? [] : [{ ...marked(note), from: null }]
      all.push({
        ...common,
        lane: 'resources',
        title: marked(use.title),
        passages,
        where: note ? 'how I use it' : 'title',
        from: use.span.from,
        isMustRead: use.isMustRead,
        date: use.month,
      })
    }
    for (const action of summary.actions) {
      if (found(action.text))
        all.push({
          ...common,
          lane: 'actions',
          title: marked(action.text),
          where: 'action',
          from: action.span.from,
          box: action.box,
        })
    }
  }
  const totals: Record<string, number> = {}
  for (const hit of all) totals[hit.lane] = (totals[hit.lane] ?? 0) + 1
  const taken: Record<string, number> = {}
  const hits = all.filter((hit) => (taken[hit.lane] = (taken[hit.lane] ?? 0) + 1) <= question.limitPerLane)
  return {
    number: question.number,
    hits,
    totals,
    corrections: [],
    searchedEntries: files.size,
    totalEntries: files.size,
    tookMs: 8,
  }
}

/** Answers about what the entries hold, from a fact book made anew for each question: a fake journal is small. */
export function createFakeFacts(files: ReadonlyMap<string, string>) {
  const answer =
    <V extends FactVerb>(verb: V) =>
    async (input: unknown): Promise<Outcome<FactQuestions[V]['output']>> => {
      const book = createFactBook()
      for (const summary of readSummaries(files)) book.put(summary)
      const question = v.parse(factRequests[verb].input, input) as FactQuestions[V]['input']
      return succeed(book[verb](question as never) as FactQuestions[V]['output'])
    }
  return {
    listAgenda: answer('listAgenda'),
    listDays: answer('listDays'),
    listEvents: answer('listEvents'),
    listPrograms: answer('listPrograms'),
    listResources: answer('listResources'),
    listQuotes: answer('listQuotes'),
    listPeople: answer('listPeople'),
    listResourcePlaces: answer('listResourcePlaces'),
    listResourceChoices: answer('listResourceChoices'),
    listDisagreements: answer('listDisagreements'),
    listPersonPlaces: answer('listPersonPlaces'),
  }
}

/** Where a query stands in a text, letter for letter. */
export function markText(text: string, query: string): MarkAnswer {
  const wanted = query.trim().toLowerCase()
  const ranges: [number, number][] = []
  let at = text.toLowerCase().indexOf(wanted)
  while (wanted !== '' && at >= 0) {
    ranges.push([at, at + wanted.length])
    at = text.toLowerCase().indexOf(wanted, at + wanted.length)
  }
  return { ranges, textLength: text.length }
}
