import { mkdir, open, readFile, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { fail, succeed, type Outcome } from '../../shared/contract/errors.ts'
import { documentKind } from '../../shared/documents/document-kind.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import { isFileError, withFileFailures } from '../file-failure.ts'
import { makeEntryName } from '../folder/entry-name.ts'
import { resolveInside } from '../inside-path.ts'
import { findAttachmentFolder } from './attachment-folder.ts'

/** A document to be kept in the journal. */
export interface NewDocument {
  /** Its file name, wherever it came from. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** Larger files are no papers; they would stand in the way of every sync. */
export const mostDocumentBytes = 128 * 1024 * 1024
/** More files of one name than this is no accident of naming any more. */
const mostAttempts = 1000

/**
 * Copies a PDF or saved page into the folder that attachments of the entry belong in. Never over another file: a name
 * that is taken gets a number. The same bytes in that folder, whatever their name, are the same document and are not
 * written twice.
 *
 * @returns its path in the journal
 */
export function attachDocument(
  root: string,
  entry: EntryPath,
  { name, bytes }: NewDocument,
): Promise<Outcome<string>> {
  return withFileFailures(async () => {
    if (documentKind(name) === null)
      return fail(
        'invalid-input',
        'Cairn attaches PDFs and saved web pages (.pdf, .html). Other files can be linked by hand.',
      )
    if (bytes.length === 0) return fail('invalid-input', 'The file is empty.')
    if (bytes.length > mostDocumentBytes) return fail('too-large', 'The file is larger than 128 MB.')
    const folder = await findAttachmentFolder(root, entry)
    const made = await makeFolders(root, folder)
    if (!made.ok) return made
    const same = await findSame(made.value, bytes)
    if (same !== null) return succeed(joined(folder, same))
    const written = await writeNew(made.value, name, bytes)
    return written.ok ? succeed(joined(folder, written.value)) : written
  })
}

function joined(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`
}

/** The real path of a folder of the journal, made where it is missing: one step after the other, none of them outside. */
async function makeFolders(root: string, folder: string): Promise<Outcome<string>> {
  let made = root
  let relative = ''
  for (const part of folder.split('/').filter(Boolean)) {
    relative = joined(relative, part)
    const place = await resolveInside(root, relative)
    if (!place.ok) return place
    await mkdir(place.value, { recursive: true })
    made = place.value
  }
  return succeed(made)
}

async function findSame(folder: string, bytes: Uint8Array): Promise<string | null> {
  for (const name of await readdir(folder)) {
    if (documentKind(name) === null) continue
    const file = path.join(folder, name)
    const status = await stat(file)
    if (status.isFile() && status.size === bytes.length && (await readFile(file)).equals(bytes)) return name
  }
  return null
}

async function writeNew(folder: string, name: string, bytes: Uint8Array): Promise<Outcome<string>> {
  const ending = path.extname(name)
  const plain = makeEntryName(name.slice(0, -ending.length))
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const numbered = `${attempt === 1 ? plain : `${plain} ${attempt}`}${ending.toLowerCase()}`
    if (await writeIfMissing(path.join(folder, numbered), bytes)) return succeed(numbered)
  }
  return fail('already-exists', 'There are too many files of that name.')
}

/** False when there is such a file. One that could not be written whole is taken away again. */
async function writeIfMissing(file: string, bytes: Uint8Array): Promise<boolean> {
  const handle = await open(file, 'wx').catch((error: unknown) => {
    if (!isFileError(error) || error.code !== 'EEXIST') throw error
    return null
  })
  if (handle === null) return false
  try {
    await handle.writeFile(bytes)
    await handle.sync()
    await handle.close()
    return true
  } catch (error) {
    await handle.close().catch(() => undefined)
    await rm(file, { force: true })
    throw error
  }
}
