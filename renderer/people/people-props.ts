import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { PersonRole } from '../../shared/entry/summary.ts'
import type { PeopleStore } from '../state/people.ts'

export interface PeopleProps {
  readonly people: PeopleStore
  /** `other` is `name` under another spelling: remembered, and undone from the notice. */
  readonly onSame: (name: string, other: string) => void
  /** They are two people: parted where they were one, and not proposed again. */
  readonly onDifferent: (name: string, other: string) => void
  readonly onOpen: (path: EntryPath, offset: number, isBeside: boolean) => void
}

export const roleNames: Readonly<Record<PersonRole, string>> = {
  author: 'Author',
  quoted: 'Quoted',
  met: 'Met',
  suggested: 'Helped',
  mentioned: 'Named',
}
