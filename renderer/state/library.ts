import { createRunAgain } from './run-again.ts'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type {
  Disagreement,
  QuoteRow,
  ResourceChoices,
  ResourcePlace,
  ResourceRow,
  ResourcesAnswer,
} from '../../shared/contract/facts.ts'
import type { ResourceStatus } from '../../shared/entry/summary.ts'
import type { JournalApi } from '../journal-api.ts'
import { createChosenRow, sortedBy, type ChosenRowStore, type Sorted } from './chosen-row.ts'
import { createWindowedList, type WindowedList } from './windowed-list.ts'

export type LibraryOrder = 'title' | 'author' | 'month' | 'uses' | 'last'

/** The kinds of values that the list can be narrowed by, one of each at a time. */
export type LibraryNarrowing = 'author' | 'tag' | 'site' | 'month' | 'entry'

export interface LibraryFilter extends Sorted<LibraryOrder> {
  readonly text: string
  readonly status: ResourceStatus | 'none' | null
  readonly isMustRead: boolean
  /** Only those about which entries disagree. */
  readonly isDisputed: boolean
  readonly narrowedBy: Readonly<Partial<Record<LibraryNarrowing, string>>>
}

/** What is known of the resource that is chosen. */
export interface LibraryDetail {
  readonly places: readonly ResourcePlace[]
  readonly quotes: readonly QuoteRow[]
}

/** What is kept of the resources beside the text. */
export interface KeptResources {
  readonly statuses: Readonly<Record<string, ResourceStatus>>
  /** Ids of disagreements that shall stay as they are. */
  readonly settled: readonly string[]
}

/** Resources whose status is to be kept somewhere. */
export interface StatusWish {
  readonly rows: readonly ResourceRow[]
  readonly status: ResourceStatus
}

/** What holds for the journal as a whole, whatever the filter. */
export interface LibraryWhole {
  readonly disagreements: readonly Disagreement[]
  readonly choices: ResourceChoices
}

/** All resources of the journal, the one that is chosen among them, and those that are marked. */
export interface LibraryStore {
  readonly list: WindowedList<LibraryFilter, ResourceRow, ResourcesAnswer>
  readonly chosen: ChosenRowStore<LibraryDetail>
  /** Rows that something is to be done with at once, by key; fewer than two count for nothing. */
  readonly marked: StoreApi<{ readonly keys: ReadonlySet<string> }>
  readonly whole: StoreApi<LibraryWhole>
  /** A status that waits for the answer where to keep it. */
  readonly waiting: StoreApi<{ readonly wish: StatusWish | null }>
  sortBy(order: LibraryOrder): void
  narrow(by: LibraryNarrowing, value: string | null): void
  mark(keys: ReadonlySet<string>): void
  /** Asks for everything again: what is kept beside the text has changed. */
  refresh(): void
}

const noChoices: ResourceChoices = { authors: [], tags: [], sites: [], months: [], entries: [] }

export function createLibraryStore(journalApi: JournalApi, kept: () => KeptResources): LibraryStore {
  const whole = createStore<LibraryWhole>(() => ({ disagreements: [], choices: noChoices }))
  const waiting = createStore<{ readonly wish: StatusWish | null }>(() => ({ wish: null }))
  const marked = createStore<{ readonly keys: ReadonlySet<string> }>(() => ({ keys: new Set() }))
  const chosen = createChosenRow<LibraryDetail>(async (key) => {
    const [places, quotes] = await Promise.all([
      journalApi.listResourcePlaces({ key }),
      journalApi.listQuotes({ resource: key }),
    ])
    return places.ok ? { places: places.value, quotes: quotes.ok ? quotes.value.rows : [] } : null
  })
  const list = createWindowedList<LibraryFilter, ResourceRow, ResourcesAnswer>(journalApi, {
    filter: {
      text: '',
      status: null,
      isMustRead: false,
      isDisputed: false,
      narrowedBy: {},
      order: 'last',
      isDescending: true,
    },
    ask: (filter, window) => journalApi.listResources({ ...questionOf(filter), ...window }),
    onAnswered: () => chosen.follow(list.getState().rows),
  })

  function questionOf({
    text,
    status,
    isMustRead,
    isDisputed,
    narrowedBy,
    order,
    isDescending,
  }: LibraryFilter) {
    const { author, tag, site, month, entry } = narrowedBy
    return {
      text,
      statuses: status === null ? [] : [status],
      isMustRead,
      order,
      isDescending,
      keptStatuses: kept().statuses,
      tags: tag === undefined ? [] : [tag],
      ...(author === undefined ? {} : { author }),
      ...(site === undefined ? {} : { host: site }),
      ...(month === undefined ? {} : { month }),
      ...(entry === undefined ? {} : { path: entry }),
      keys: isDisputed ? disputedKeys(whole.getState()) : [],
    }
  }

  async function readWhole(): Promise<void> {
    const [disagreements, choices] = await Promise.all([
      journalApi.listDisagreements({ settled: [...kept().settled], limit: 1000 }),
      journalApi.listResourceChoices(),
    ])
    whole.setState({
      ...(disagreements.ok ? { disagreements: disagreements.value.rows } : {}),
      ...(choices.ok ? { choices: choices.value } : {}),
    })
    const { isDisputed } = list.getState().filter
    if (isDisputed) list.setFilter({ isDisputed: whole.getState().disagreements.length > 0 })
  }

  const readWholeSoon = createRunAgain(readWhole, () => list.getState().isShown)
  journalApi.onCardsRead(() => void readWholeSoon())
  list.subscribe((now, before) => {
    if (now.isShown && !before.isShown) void readWholeSoon()
  })

  return {
    list,
    chosen,
    marked,
    whole,
    waiting,
    sortBy: (order) => list.setFilter(sortedBy(list.getState().filter, order, ['title', 'author'])),
    narrow(by, value) {
      const { [by]: _, ...others } = list.getState().filter.narrowedBy
      list.setFilter({ narrowedBy: value === null ? others : { ...others, [by]: value } })
    },
    mark: (keys) => marked.setState({ keys }),
    refresh() {
      if (!list.getState().isShown) return
      list.setFilter({})
      void readWholeSoon()
    },
  }
}

/** The resources that some disagreement is about. */
export function disputedKeys({ disagreements }: Pick<LibraryWhole, 'disagreements'>): string[] {
  return Array.from(new Set(disagreements.flatMap(({ keys }) => keys)))
}
