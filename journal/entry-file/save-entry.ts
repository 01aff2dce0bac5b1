import { isUtf8 } from 'node:buffer'
import { stat } from 'node:fs/promises'
import { fail, succeed, type Outcome } from '../../shared/contract/errors.ts'
import type { Splice } from '../../shared/contract/edits.ts'
import { entryFolder, type EntryPath, type Revision } from '../../shared/entry/entry-path.ts'
import { spliceText } from '../../shared/entry/splice-text.ts'
import { isFileError, withFileFailures } from '../file-failure.ts'
import { makeFolder } from '../folder/make-folder.ts'
import { resolveInside } from '../inside-path.ts'
import { decodeEntry, encodeEntry, findHalfCharacter, revisionOf } from './decode-entry.ts'
import type { PrecedingSave } from './path-queue.ts'
import { readEntryBytes } from './read-entry.ts'
import { writeFileAtomically } from './write-file-atomically.ts'

export interface SaveRequest {
  readonly text: string
  /** The revision this text replaces; null: the file must not exist yet. */
  readonly baseRevision: Revision | null
}

/** A save of which only what changed is handed over. */
export interface SpliceRequest {
  /** The revision that the splice was made for. */
  readonly baseRevision: Revision
  readonly splice: Splice
  /** Of the text that it gives, UTF-16 code units: to be sure that both sides speak of the same one. */
  readonly length: number
}

/** What was written. `savedMs` is the file's modification time, ms since 1970. */
export interface SavedEntry {
  readonly revision: Revision
  readonly savedMs: number
  /** False when the disk already held these bytes. */
  readonly wasWritten: boolean
}

/**
 * Writes an entry if the disk still holds the revision the text was made from.
 *
 * Another revision, or none, is a `conflict` that carries what is there. The revision is looked at twice: before any
 * work, and again when the new bytes are flushed and ready to take the place. Bytes that are already there are not
 * written again, whoever wrote them. Missing folders of a new entry are made.
 *
 * Must not run twice at once for one path: `createPathQueue` sees to that.
 */
export function saveEntry(
  root: string,
  entry: EntryPath,
  request: SaveRequest,
): Promise<Outcome<SavedEntry>> {
  return withFileFailures(async () => {
    const half = findHalfCharacter(request.text)
    if (half >= 0) return refuseHalfCharacter(request.text, half)
    const bytes = encodeEntry(request.text)
    const revision = revisionOf(bytes)
    if (request.baseRevision === null) {
      const folder = await makeFolder(root, entryFolder(entry))
      if (!folder.ok) return folder
    }
    const onDisk = await compareWithDisk(root, entry, request.baseRevision, revision)
    if (onDisk.kind === 'failed') return onDisk.failure
    if (onDisk.kind === 'same') return succeed({ revision, savedMs: onDisk.modifiedMs, wasWritten: false })
    return replaceFile(root, entry, request.baseRevision, { bytes, revision })
  })
}

/**
 * Saves right behind another save of the same path.
 *
 * Scenario: the window saves, the author types on, and the next save is asked for before the first has answered. It
 * can only name the revision that the first one replaced. Both texts come from that one working copy, the newer holds
 * the older one's edits, and so it replaces what the first has just written, and nothing else.
 */
export function chainSave(
  root: string,
  entry: EntryPath,
  request: SaveRequest,
  preceding: PrecedingSave<SaveRequest, Outcome<SavedEntry>> | null,
): Promise<Outcome<SavedEntry>> {
  const written = preceding?.request.baseRevision === request.baseRevision ? preceding.answer : null
  const baseRevision = written?.ok === true ? written.value.revision : request.baseRevision
  return saveEntry(root, entry, { text: request.text, baseRevision })
}

/**
 * Saves as `saveEntry`, from a splice of what the disk holds. Fails with `invalid-input` when the two do not fit.
 *
 * Must run alone on its path, as `saveEntry`.
 */
export function saveSplice(
  root: string,
  entry: EntryPath,
  { baseRevision, splice, length }: SpliceRequest,
): Promise<Outcome<SavedEntry>> {
  return withFileFailures(async () => {
    const onDisk = await compareWithDisk(root, entry, baseRevision, null)
    if (onDisk.kind === 'failed') return onDisk.failure
    const text = onDisk.kind === 'base' ? spliceText(decodeEntry(onDisk.bytes).text, [splice]) : null
    if (text?.length !== length) return fail('invalid-input', 'The edit does not fit the text.')
    return saveEntry(root, entry, { text, baseRevision })
  })
}

async function replaceFile(
  root: string,
  entry: EntryPath,
  baseRevision: Revision | null,
  next: { readonly bytes: Buffer; readonly revision: Revision },
): Promise<Outcome<SavedEntry>> {
  const place = await resolveInside(root, entry)
  if (!place.ok) return place
  const target = place.value
  let late: Comparison = { kind: 'base', bytes: next.bytes }
  try {
    const isWritten = await writeFileAtomically({
      target,
      bytes: next.bytes,
      mayReplace: baseRevision !== null,
      isStillWanted: async () => {
        late = await compareWithDisk(root, entry, baseRevision, next.revision)
        return late.kind === 'base'
      },
    })
    if (isWritten)
      return succeed({ revision: next.revision, savedMs: (await stat(target)).mtimeMs, wasWritten: true })
  } catch (error) {
    // The name was taken between the last look and the claim.
    if (!isFileError(error) || error.code !== 'EEXIST') throw error
    late = await compareWithDisk(root, entry, baseRevision, next.revision)
  }
  if (late.kind === 'failed') return late.failure
  if (late.kind === 'same')
    return succeed({ revision: next.revision, savedMs: late.modifiedMs, wasWritten: false })
  return fail('already-exists', 'A file of that name is already there.')
}

type Comparison =
  /** The disk holds what the text was made from; nothing, for a new entry. */
  | { readonly kind: 'base'; readonly bytes: Buffer }
  /** The disk already holds the new bytes. */
  | { readonly kind: 'same'; readonly modifiedMs: number }
  | { readonly kind: 'failed'; readonly failure: Outcome<never> }

async function compareWithDisk(
  root: string,
  entry: EntryPath,
  baseRevision: Revision | null,
  nextRevision: Revision | null,
): Promise<Comparison> {
  const read = await readEntryBytes(root, entry)
  if (!read.ok && read.error.code !== 'not-found') return { kind: 'failed', failure: read }
  if (!read.ok) {
    if (baseRevision === null) return { kind: 'base', bytes: Buffer.alloc(0) }
    const failure = fail('conflict', 'The file was moved or deleted by another program.', null)
    return { kind: 'failed', failure }
  }
  const { bytes, revision, modifiedMs } = read.value
  if (revision === nextRevision) return { kind: 'same', modifiedMs }
  if (revision === baseRevision)
    return isUtf8(bytes) ? { kind: 'base', bytes } : { kind: 'failed', failure: refuseForeignEncoding() }
  const message =
    baseRevision === null
      ? 'Another file of that name is already there.'
      : 'Another program changed the file.'
  return { kind: 'failed', failure: fail('conflict', message, { text: decodeEntry(bytes).text, revision }) }
}

/** The window showed these bytes as Latin-1; written as UTF-8, every line with an accent would change. */
function refuseForeignEncoding(): Outcome<never> {
  return fail('read-only', 'The file is not UTF-8, so Cairn shows it and never writes it.')
}

function refuseHalfCharacter(text: string, at: number): Outcome<never> {
  const line = text.slice(0, at).split(/\r\n|\r|\n/).length
  return fail(
    'invalid-input',
    `Line ${line} holds half of a character, such as a broken emoji, that no file can hold. Delete it and save again.`,
  )
}
