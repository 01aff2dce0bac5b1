import { withDifferent, withSame, type PeopleMemory } from '../../shared/resources/same-person.ts'
import type { PeopleProps } from '../people/people-props.ts'
import { remember } from './remember.ts'
import type { Stores } from './stores.ts'

/** Says who is who, in the journal's memory: no entry is changed by it. */
export function createPeopleActions(stores: Stores): Pick<PeopleProps, 'onSame' | 'onDifferent'> {
  return {
    onSame: (name, other) =>
      void rememberPeople(stores, `${other} counts as ${name}.`, (known) => withSame(known, name, other)),
    onDifferent: (name, other) =>
      void rememberPeople(stores, `${name} and ${other} are two people.`, (known) =>
        withDifferent(known, name, other),
      ),
  }
}

async function rememberPeople(
  stores: Stores,
  title: string,
  edit: (known: PeopleMemory) => PeopleMemory,
): Promise<void> {
  const before = stores.memory.getState().people
  await remember(stores, 'people', {
    id: 'people',
    title,
    failed: 'It was not remembered.',
    edit: (known) => mutable(edit(known)),
    undo: () => before,
  })
}

function mutable({ same, different }: PeopleMemory): { same: string[][]; different: [string, string][] } {
  return { same: same.map((group) => [...group]), different: different.map(([one, other]) => [one, other]) }
}
