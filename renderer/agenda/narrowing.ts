import type { EntryKind } from '../../shared/entry/summary.ts'
import type { AgendaFilter } from '../state/agenda.ts'

const kindNames: Readonly<Record<EntryKind, string>> = {
  daily: 'in daily entries',
  draft: 'in drafts',
  page: 'in pages',
}

/** The filter leaves something out beside what is done. */
export function isNarrowed({ text, tags, kinds, goal }: AgendaFilter): boolean {
  return text !== '' || goal !== null || kinds.length > 0 || tags.length > 0
}

/** What the list is narrowed to, for where it is empty: `with “form”, in drafts, tagged #ai or #career, towards portfolio`. */
export function narrowedTo({ text, tags, kinds, goal }: AgendaFilter): string {
  const parts = [
    text === '' ? '' : `with “${text}”`,
    ...kinds.map((kind) => kindNames[kind]),
    tags.length === 0 ? '' : `in entries tagged ${tags.map((tag) => `#${tag}`).join(' or ')}`,
    goal === null ? '' : `towards ${goal}`,
  ]
  return parts.filter((part) => part !== '').join(', ')
}
