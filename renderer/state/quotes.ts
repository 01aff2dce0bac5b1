import type { QuoteRow, QuotesAnswer } from '../../shared/contract/facts.ts'
import type { JournalApi } from '../journal-api.ts'
import { createWindowedList, type WindowedList } from './windowed-list.ts'

export interface QuotesFilter {
  readonly text: string
  readonly order: 'entry' | 'person' | 'resource'
  /** Only those that do not say who or where. */
  readonly isUnsourced: boolean
}

export type QuotesStore = WindowedList<QuotesFilter, QuoteRow, QuotesAnswer>

/** Words of others, as the entries quote them. */
export function createQuotesStore(journalApi: JournalApi): QuotesStore {
  return createWindowedList<QuotesFilter, QuoteRow, QuotesAnswer>(journalApi, {
    filter: { text: '', order: 'person', isUnsourced: false },
    ask: (filter, window) => journalApi.listQuotes({ ...filter, ...window }),
  })
}
