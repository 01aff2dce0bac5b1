import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { withFileFailures } from '../journal/file-failure.ts'
import type { Journal } from '../journal/open-journal.ts'
import { fail, succeed, type Outcome } from '../shared/contract/errors.ts'
import type { RequestOutput } from '../shared/contract/requests.ts'

/** Writes a text to a file of the user's choice outside the journal; null when the user cancelled. */
export function exportText(
  journal: Pick<Journal, 'holds'>,
  { name, text }: { readonly name: string; readonly text: string },
  chooseFile: (suggestedName: string) => Promise<string | null>,
): Promise<Outcome<RequestOutput<'exportText'>>> {
  return withFileFailures(async () => {
    const file = await chooseFile(name)
    if (file === null) return succeed(null)
    if (await journal.holds(file))
      return fail(
        'invalid-input',
        'That place is in the journal. Choose a folder outside it: a copy there would be an entry.',
      )
    await writeFile(file, text)
    return succeed({ name: path.basename(file) })
  })
}
