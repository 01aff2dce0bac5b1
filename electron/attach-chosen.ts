import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { mostDocumentBytes } from '../journal/documents/attach-document.ts'
import { withFileFailures } from '../journal/file-failure.ts'
import type { Journal } from '../journal/open-journal.ts'
import { fail, succeed, type Outcome } from '../shared/contract/errors.ts'
import type { RequestOutput } from '../shared/contract/requests.ts'
import type { EntryPath } from '../shared/entry/entry-path.ts'

/** Attaches a file that the user picks; null when the user cancelled. */
export function attachChosen(
  journal: Pick<Journal, 'attachDocument'>,
  entry: EntryPath,
  chooseDocument: () => Promise<string | null>,
): Promise<Outcome<RequestOutput<'chooseDocument'>>> {
  return withFileFailures(async () => {
    const file = await chooseDocument()
    if (file === null) return succeed(null)
    if ((await stat(file)).size > mostDocumentBytes)
      return fail('too-large', 'The file is larger than 128 MB.')
    return journal.attachDocument(entry, { name: path.basename(file), bytes: await readFile(file) })
  })
}
