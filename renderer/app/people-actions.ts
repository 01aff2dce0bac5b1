import { withDifferent, withSame, type PeopleMemory } from '../../shared/resources/same-person.ts'
import type { PeopleProps } from '../people/people-props.ts'
import type { Stores } from './stores.ts'

/** Says who is who, in the journal's memory: no entry is changed by it. */
export function createPeopleActions(stores: Stores): Pick<PeopleProps, 'onSame' | 'onDifferent'> {
  return {
    onSame: (name, other) =>
      void remember(stores, `${other} counts as ${name}.`, (known) => withSame(known, name, other)),
    onDifferent: (name, other) =>
      void remember(stores, `${name} and ${other} are two people.`, (known) =>
        withDifferent(known, name, other),
      ),
  }
}

async function remember(
  { memory, notices }: Stores,
  title: string,
  edit: (known: PeopleMemory) => PeopleMemory,
): Promise<void> {
  const before = memory.getState().people
  const say = (failure: { readonly message: string } | null, wayBack: () => void): void => {
    if (failure !== null)
      return notices.raise({
        id: 'people',
        tone: 'bad',
        title: 'It was not remembered.',
        detail: failure.message,
      })
    notices.raise({ id: 'people', tone: 'info', title, detail: '', wayOut: { label: 'Undo', run: wayBack } })
  }
  const failure = await memory.change('people', (known) => mutable(edit(known)))
  say(failure, () => void memory.change('people', () => before))
}

function mutable({ same, different }: PeopleMemory): { same: string[][]; different: [string, string][] } {
  return { same: same.map((group) => [...group]), different: different.map(([one, other]) => [one, other]) }
}
