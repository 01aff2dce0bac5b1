import { useEffect, useMemo, useState } from 'react'
import type { PersonRow } from '../../shared/contract/facts.ts'
import { entryName } from '../../shared/entry/entry-path.ts'
import { replaceNames } from '../../shared/export/replace-names.ts'
import { NamesDialog } from '../difference/names-dialog.tsx'
import { localDay } from '../state/days.ts'
import type { WorkingCopy } from '../state/working-copy.ts'
import type { Stores } from './stores.ts'

/** Shows the open entry without the names that the journal knows, and saves that copy where the user says. */
export function NamesHost({ stores, copy }: { readonly stores: Stores; readonly copy: WorkingCopy }) {
  const { dialog, journalApi, memory, notices } = stores
  const [people, setPeople] = useState<readonly PersonRow[] | null>(null)
  const before = useMemo(() => copy.readText(), [copy])
  useEffect(() => {
    const question = { today: localDay(), same: [...memory.getState().people.same], limit: 1000 }
    void journalApi.listPeople(question).then((answer) => setPeople(answer.ok ? answer.value.rows : []))
  }, [journalApi, memory])
  const replaced = useMemo(
    () =>
      replaceNames(
        before,
        (people ?? []).map(({ name, also = [] }) => ({ names: [name, ...also] })),
      ),
    [before, people],
  )
  if (people === null) return null

  async function save(): Promise<void> {
    const { text } = replaced
    const known = (people ?? []).map(({ name, also = [] }) => ({ names: [name, ...also] }))
    const name = `${replaceNames(entryName(copy.getState().path), known).text} without names.md`
    const answer = await journalApi.exportText({ name, text })
    if (answer.ok && answer.value === null) return
    dialog.close()
    notices.raise({
      id: 'export',
      tone: answer.ok ? 'info' : 'bad',
      title: answer.ok ? `${answer.value?.name ?? ''} was written.` : 'The copy was not written.',
      detail: answer.ok ? '' : answer.error.message,
    })
  }
  return (
    <NamesDialog
      before={before}
      after={replaced.text}
      pseudonyms={replaced.pseudonyms}
      onSave={() => void save()}
      onClose={dialog.close}
    />
  )
}
