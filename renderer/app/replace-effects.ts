import { scanQuery } from '../../shared/search/query-tokens.ts'
import { nameEntries, namePlaces } from '../state/name-counts.ts'
import type { ChangesReport } from '../state/planned-changes.ts'
import type { ReplaceWish } from '../state/replace.ts'
import { fileNameOf } from './navigation.ts'
import type { Stores } from './stores.ts'

/** Entries that are named when they could not be written; of more, the number. */
const mostNamed = 3

/** What a search that is being typed means for a replacement: its filters say where, its words say what. */
export function wishFromQuery(query: string): Pick<ReplaceWish, 'find' | 'scope'> {
  const tokens = scanQuery(query)
  const isWhere = (kind: (typeof tokens)[number]['kind']): boolean => kind !== 'words' && kind !== 'phrase'
  return {
    find: tokens
      .filter(({ kind, isExcluded }) => !isWhere(kind) && !isExcluded)
      .map(({ value }) => value)
      .join(' '),
    scope: tokens
      .filter(({ kind }) => isWhere(kind) && kind !== 'pattern')
      .map(({ from, to }) => query.slice(from, to))
      .join(' '),
  }
}

type Done = 'replaced' | 'undone' | 'redone'

/** Says what was done and what was not, with the way back. */
export function showReport(stores: Stores, report: ChangesReport, done: Done): void {
  const { entries, places, refused } = report
  const titles: Readonly<Record<Done, string>> = {
    replaced: `Replaced ${namePlaces(places, entries)}.`,
    undone: `${nameEntries(entries)} ${entries === 1 ? 'is' : 'are'} as before.`,
    redone: `Replaced again in ${nameEntries(entries)}.`,
  }
  const next: Done = done === 'undone' ? 'redone' : 'undone'
  const wayOut = {
    label: next === 'undone' ? 'Undo' : 'Replace again',
    run: () => void undoReplace(stores, next),
  }
  stores.notices.raise({
    id: 'replace',
    tone: refused.length > 0 ? 'warn' : 'ok',
    title: titles[done],
    detail: describeRefused(refused),
    ...(stores.replace.getState().done === null ? {} : { wayOut }),
  })
}

/** Takes the last replacement back, or makes it once more. */
export async function undoReplace(stores: Stores, done: Done = 'undone'): Promise<void> {
  const undone = await stores.replace.undo()
  if (undone.ok) return showReport(stores, undone.value, done)
  stores.notices.raise({
    id: 'replace',
    tone: 'info',
    title: 'Nothing was taken back.',
    detail: undone.error.message,
  })
}

/** Which entries were left as they are, and why; '' when all were written. */
export function describeRefused(refused: ChangesReport['refused']): string {
  if (refused.length === 0) return ''
  const named = refused.slice(0, mostNamed).map(({ path, failure }) => `${fileNameOf(path)}: ${failure}`)
  const rest = refused.length - named.length
  return `Left as they are: ${named.join(' ')}${rest > 0 ? ` And ${rest.toLocaleString('en')} more.` : ''}`
}
