import { fail, succeed, type Outcome } from '../shared/contract/errors.ts'
import { isLocalDocument } from '../shared/resources/resource-address.ts'
import type { EntryPath } from '../shared/entry/entry-path.ts'
import type { Journal } from '../journal/open-journal.ts'

/**
 * Opens a PDF or saved page of the journal with the system's program, if it is one of those: a link in an entry may
 * have been pasted from anywhere, and any other file could be a program.
 *
 * @param open gives '' or what went wrong, as the system does
 */
export async function openDocument(
  journal: Pick<Journal, 'findDocument'>,
  from: EntryPath | null,
  address: string,
  open: (file: string) => Promise<string>,
): Promise<Outcome<undefined>> {
  if (!isLocalDocument(address)) {
    return fail('invalid-input', 'Cairn opens PDFs and saved pages of the journal, and no other files.')
  }
  const file = await journal.findDocument(from, address)
  if (!file.ok) return file
  const failure = await open(file.value)
  return failure === ''
    ? succeed(undefined)
    : fail('unexpected', 'The system has no program that opens this file.')
}
