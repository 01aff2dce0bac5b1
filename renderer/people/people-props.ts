import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { PersonRole } from '../../shared/entry/summary.ts'
import type { PeopleStore } from '../state/people.ts'

export interface PeopleProps {
  readonly people: PeopleStore
  readonly onOpen: (path: EntryPath, offset: number, isBeside: boolean) => void
}

export const roleNames: Readonly<Record<PersonRole, string>> = {
  author: 'Author',
  quoted: 'Quoted',
  met: 'Met',
  suggested: 'Helped',
  mentioned: 'Named',
}
