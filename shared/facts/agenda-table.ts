import {
  allAgendaSections,
  isOpenBox,
  createSectionReader,
  stateOn,
  walkSteps,
  type AgendaSection,
  type StepState,
  type StepToPlace,
} from '../actions/group-agenda.ts'
import type { Step } from '../actions/step.ts'
import type {
  AgendaAnswer,
  AgendaGroup,
  AgendaQuestion,
  AgendaRow,
  DayFacts,
  DayStep,
  DaysQuestion,
  EventsQuestion,
} from '../contract/facts.ts'
import type { IsoDay } from '../entry/summary.ts'
import { createAgendaCounter, type AgendaTally, type StepTowards } from './agenda-tally.ts'
import { byEntry, createRowsByEntry, type FactTable, type ReadFacts } from './fact-table.ts'
import { placeOf, type HeldEntry } from './held-entry.ts'
import { createRowTest, needleOf } from './narrow-rows.ts'
import { byDay, createRowList } from './row-list.ts'

/** A step that is no step of another, with what is needed to place it on any day. */
interface Row extends StepToPlace {
  readonly entry: HeldEntry
  /** Its number in `Summary.steps`. */
  readonly at: number
  readonly needle: string
  readonly goals: readonly StepTowards[]
  readonly goal: string | null
  /** It or a step in it has a day: what a calendar looks at. */
  readonly days: readonly IsoDay[]
  /** The days on which it or a step in it was done, or would have been. */
  readonly doneDays: readonly IsoDay[]
}

export interface AgendaTable extends FactTable {
  list(question: AgendaQuestion, readFacts: ReadFacts): AgendaAnswer
  days(question: DaysQuestion, readFacts: ReadFacts): readonly DayFacts[]
  /** Open rows of the entries in which something has a day of that range, whole entries at a time. */
  dated(question: EventsQuestion, readFacts: ReadFacts): readonly AgendaRow[]
}

/** A group is met as the rows are walked; its rows are shown together. */
interface Group {
  readonly key: string
  readonly label: string
  readonly rows: Row[]
}

export function createAgendaTable(): AgendaTable {
  const byPlace = (left: Row, right: Row): number => byEntry(left.entry, right.entry) || left.at - right.at
  const rows = createRowList<Row, 'day' | 'entry'>({
    day: (left, right) => byDay(left.day, right.day) || byPlace(left, right),
    entry: byPlace,
  })
  const held = createRowsByEntry<Row>()
  const written = new Map<IsoDay, number>()
  const counter = createAgendaCounter()
  /** All rows in their sections on a day; null since a row came or went. */
  let sections: { readonly today: IsoDay; readonly groups: readonly Group[] } | null = null

  function countWritten({ date }: HeldEntry, change: 1 | -1): void {
    if (date === null) return
    const count = (written.get(date) ?? 0) + change
    if (count === 0) written.delete(date)
    else written.set(date, count)
  }

  function list(question: AgendaQuestion, readFacts: ReadFacts): AgendaAnswer {
    const { today, grouping, from, limit } = question
    const tally = counter.on(today, () => rows.inOrder('day'))
    if (isCountOnly(question)) return { rows: [], ...countSections(question, tally), ...progressOf(tally) }
    const sectionOf = createSectionReader(today)
    const ordered = grouping === 'date' ? groupByDate(question) : groupRows(question, sectionOf)
    return {
      rows: takeWindow(ordered, from, limit).map((row) => show(row, sectionOf(row), readFacts)),
      total: ordered.reduce((sum, group) => sum + group.rows.length, 0),
      groups: ordered.map(({ key, label, rows: inside }): AgendaGroup => ({
        key,
        label,
        count: inside.length,
      })),
      ...progressOf(tally),
    }
  }

  /** The sections as they stand, or of each what is asked for: the agenda opens, and follows each key, by this. */
  function groupByDate(question: AgendaQuestion): readonly Group[] {
    if (sections?.today !== question.today) {
      sections = { today: question.today, groups: sortIntoSections(rows.inOrder('day'), question.today) }
    }
    const wanted = wantedSections(question)
    const groups = sections.groups.filter(({ key }) => wanted.has(key as AgendaSection))
    if (isUnnarrowed(question)) return groups
    const isAsked = createQuestionTest(question)
    return groups
      .map((group) => ({ ...group, rows: group.rows.filter(isAsked) }))
      .filter((group) => group.rows.length > 0)
  }

  function groupRows(question: AgendaQuestion, sectionOf: (row: Row) => AgendaSection): readonly Group[] {
    const isAsked = createQuestionTest(question)
    const wanted = wantedSections(question)
    const groups = new Map<string, Group>()
    for (const row of rows.inOrder(question.grouping === 'entry' ? 'entry' : 'day')) {
      const section = sectionOf(row)
      if (wanted.has(section) && isAsked(row))
        groupFor(groups, row, section, question.grouping).rows.push(row)
    }
    return orderGroups(Array.from(groups.values()), question.grouping)
  }

  function days(question: DaysQuestion, readFacts: ReadFacts): readonly DayFacts[] {
    const { from, to, today, most } = question
    const isMeant = createRangeTest(from, to)
    const found = new Map<IsoDay, { entries: number; due: DayStep[]; done: DayStep[] }>()
    const at = (day: IsoDay) => {
      const known = found.get(day) ?? { entries: 0, due: [], done: [] }
      found.set(day, known)
      return known
    }
    for (const [day, entries] of written) if (isMeant(day)) at(day).entries = entries
    for (const row of rows.inOrder('day')) {
      if (!row.days.some(isMeant) && !row.doneDays.some(isMeant)) continue
      for (const step of walkSteps([stepOf(row, readFacts)])) {
        const state = stateOn(step, today)
        const day = state === 'done' ? doneDayOf(step, row.entry) : dueDayOf(step, state)
        if (day === null || !isMeant(day)) continue
        const list = state === 'done' ? at(day).done : at(day).due
        if (list.length < most) list.push({ words: step.words, path: row.entry.path, from: step.from })
      }
    }
    return Array.from(found, ([day, facts]) => ({ day, ...facts })).sort((left, right) =>
      byDay(left.day, right.day),
    )
  }

  function dated({ today, from, to }: EventsQuestion, readFacts: ReadFacts): readonly AgendaRow[] {
    const sectionOf = createSectionReader(today)
    const isMeant = createRangeTest(from, to)
    const withDay = rows.inOrder('day').filter(({ days: each }) => each.length > 0)
    const entries = new Set(withDay.filter((row) => row.days.some(isMeant)).map(({ entry }) => entry))
    return withDay
      .filter(({ entry }) => entries.has(entry))
      .map((row) => show(row, sectionOf(row), readFacts))
      .filter(({ section }) => section !== 'settled')
  }

  return {
    add(entry, { steps }) {
      sections = null
      const added = steps.map((step, at) => toRow(entry, step, at))
      for (const row of added) {
        rows.add(row)
        counter.add(row)
      }
      held.add(entry, added)
      countWritten(entry, 1)
    },
    remove(entry) {
      sections = null
      for (const row of held.take(entry)) {
        rows.remove(row)
        counter.remove(row)
      }
      countWritten(entry, -1)
    },
    prepare: () => void rows.inOrder('day'),
    list,
    days,
    dated,
  }
}

/** Tells the days of a range, both ends included; an end that is left out is none. */
export function createRangeTest(from: IsoDay | undefined, to: IsoDay | undefined): (day: IsoDay) => boolean {
  return (day) => (from === undefined || day >= from) && (to === undefined || day <= to)
}

/** A step that has its parent's day says nothing new. */
function dueDayOf(step: Step, state: StepState): IsoDay | null {
  return step.dateFrom === 'parent' || state === 'cancelled' ? null : step.day
}

/** A box ticked in a daily entry without any date was ticked on that day, as far as anybody can tell. */
function doneDayOf(
  step: Pick<Step, 'doneDay' | 'day' | 'dateFrom'>,
  entry: Pick<HeldEntry, 'kind' | 'date'>,
): IsoDay | null {
  const own = step.dateFrom === 'parent' ? null : step.day
  return step.doneDay ?? own ?? (entry.kind === 'daily' ? entry.date : null)
}

function toRow(entry: HeldEntry, step: Step, at: number): Row {
  const inside = Array.from(walkSteps([step]))
  return {
    entry,
    at,
    kind: step.kind,
    state: step.state,
    day: step.day,
    hasOpenBox: inside.some((each) => each !== step && isOpenBox(each)),
    needle: needleOf(...inside.map(({ text }) => text)),
    goal: step.goal,
    goals: inside.flatMap(({ goal, kind, state, day }) =>
      goal === null ? [] : [{ goal, kind, state, day }],
    ),
    days: differentDays(inside.map(({ day }) => day)),
    doneDays: differentDays(inside.map((each) => (isOpenBox(each) ? null : doneDayOf(each, entry)))),
  }
}

function differentDays(days: readonly (IsoDay | null)[]): readonly IsoDay[] {
  return Array.from(new Set(days)).filter((day) => day !== null)
}

function groupFor(
  groups: Map<string, Group>,
  row: Row,
  section: AgendaSection,
  grouping: AgendaQuestion['grouping'],
): Group {
  const key = grouping === 'date' ? section : grouping === 'entry' ? row.entry.path : (row.goal ?? '')
  const known = groups.get(key)
  if (known !== undefined) return known
  const group: Group = { key, label: grouping === 'entry' ? row.entry.title : key, rows: [] }
  groups.set(key, group)
  return group
}

/** The rows of a window over all groups, without copying those outside of it. */
function takeWindow(groups: readonly Group[], from: number, limit: number): readonly Row[] {
  const window: Row[] = []
  let before = 0
  for (const { rows } of groups) {
    const wanted = rows.slice(Math.max(0, from - before), Math.max(0, from + limit - before))
    for (const row of wanted) window.push(row)
    before += rows.length
  }
  return window
}

/** Sections in their order, goals by name with none last, entries as they were met: the newest first. */
function orderGroups(groups: Group[], grouping: AgendaQuestion['grouping']): readonly Group[] {
  if (grouping === 'date') {
    const place = new Map<string, number>(allAgendaSections.map((section, at) => [section, at]))
    return groups.sort((left, right) => (place.get(left.key) ?? 0) - (place.get(right.key) ?? 0))
  }
  if (grouping === 'entry') return groups
  return groups.sort((left, right) =>
    left.key === '' ? 1 : right.key === '' ? -1 : left.key.localeCompare(right.key),
  )
}

function wantedSections({ sections }: AgendaQuestion): ReadonlySet<AgendaSection> {
  return new Set(sections.length > 0 ? sections : allAgendaSections.filter((each) => each !== 'settled'))
}

/** Nothing but numbers, and of all entries: what the rail asks after each save. */
function isCountOnly(question: AgendaQuestion): boolean {
  return question.limit === 0 && question.grouping === 'date' && isUnnarrowed(question)
}

/** All rows are asked for, of all entries and goals. */
function isUnnarrowed({ text, tags, kinds, path, goal }: AgendaQuestion): boolean {
  return text === '' && tags.length === 0 && kinds.length === 0 && path === undefined && goal === undefined
}

function createQuestionTest(question: AgendaQuestion): (row: Row) => boolean {
  const isMeant = createRowTest(question)
  const { goal: asked } = question
  return ({ needle, entry, goals }) =>
    (asked === undefined || goals.some(({ goal }) => goal === asked)) && isMeant(needle, entry)
}

function sortIntoSections(rows: readonly Row[], today: IsoDay): readonly Group[] {
  const sectionOf = createSectionReader(today)
  const groups = new Map<string, Group>()
  for (const row of rows) groupFor(groups, row, sectionOf(row), 'date').rows.push(row)
  return orderGroups(Array.from(groups.values()), 'date')
}

function countSections(question: AgendaQuestion, { sections }: AgendaTally) {
  const wanted = wantedSections(question)
  const groups = allAgendaSections.flatMap((key): AgendaGroup[] => {
    const count = wanted.has(key) ? (sections.get(key) ?? 0) : 0
    return count === 0 ? [] : [{ key, label: key, count }]
  })
  return { groups, total: groups.reduce((sum, { count }) => sum + count, 0) }
}

function progressOf({ counts, goals }: AgendaTally): Pick<AgendaAnswer, 'counts' | 'goals'> {
  return { counts, goals }
}

function stepOf(row: Row, readFacts: ReadFacts): Step {
  const step = readFacts(row.entry).steps[row.at]
  if (step === undefined) throw new Error('a row of the agenda must be a step of its entry')
  return step
}

function show(row: Row, section: AgendaSection, readFacts: ReadFacts): AgendaRow {
  return { ...placeOf(row.entry), step: stepOf(row, readFacts), section }
}
