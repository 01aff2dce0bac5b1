import { realpath } from 'node:fs/promises'
import { findFirstDifference } from '../shared/markdown/judge/first-difference.ts'
import { seedFor } from '../editor/trials/random.ts'
import { tryEntry, type TrialResult } from '../editor/trials/run-trials.ts'
import { decodeEntry, encodeEntry } from '../journal/entry-file/decode-entry.ts'
import { readEntryBytes } from '../journal/entry-file/read-entry.ts'
import { withFileFailures } from '../journal/file-failure.ts'
import { listEntries } from '../journal/folder/list-entries.ts'
import { succeed, type Outcome } from '../shared/contract/errors.ts'
import type { EntryPath } from '../shared/entry/entry-path.ts'

/** What went wrong with one file. `line` counts from 1; `op` is the edit's name, or `none` for opening and saving. */
export interface VerifyFailure {
  readonly path: EntryPath
  readonly line: number
  readonly op: string
  /** Kind of block, from the outside in, and what was wrong there. */
  readonly construct: string
}

/** How the edits of one kind, or all of them, came out. */
export interface EditCounts {
  readonly edits: number
  /** Written just as meant. */
  readonly exact: number
  /** Not written, and said so. */
  readonly refused: number
  /** Written and wrong. */
  readonly silent: number
  /** Undone to the same bytes. */
  readonly undone: number
}

export interface VerifyResult extends EditCounts {
  readonly files: number
  /** Files whose bytes are the same after opening and saving. */
  readonly identical: number
  /** Of those, files that are not UTF-8: Cairn shows them and never writes them. */
  readonly readOnly: number
  /**
   * Blocks that the editor's nodes could not hold, and that are shown as source instead: the mapping is wrong there.
   * Edits are made in the blocks beside them.
   */
  readonly asSource: number
  /** The same counts for each kind of edit, by its name, in the order of the alphabet. */
  readonly byOperation: Readonly<Record<string, EditCounts>>
  readonly failures: readonly VerifyFailure[]
  /** Edits that could not be written and were said so; no failure, the file keeps its text and the author the words. */
  readonly refusals: readonly VerifyFailure[]
}

export interface VerifyOptions {
  /** Random edits for each file; 0 for opening and saving alone. */
  readonly edits: number
  readonly seed: number
  readonly onProgress: (progress: { readonly done: number; readonly total: number }) => void
}

/**
 * Opens every entry of a folder through the real editor mapping, without a window, and compares what a save would
 * write with what is on disk; then edits it in memory and judges each save. Writes nothing.
 *
 * Fails when the folder cannot be read; a file that cannot is a failure in the result.
 */
export async function verifyFolder(folder: string, options: VerifyOptions): Promise<Outcome<VerifyResult>> {
  const root = await withFileFailures(async () => succeed(await realpath(folder)))
  if (!root.ok) return root
  const listing = await listEntries(root.value)
  if (!listing.ok) return listing
  const paths = listing.value.entries.map((entry) => entry.path).sort()
  const sum = { identical: 0, readOnly: 0, asSource: 0 }
  const counts = new Map<string, EditCounts>()
  const failures: VerifyFailure[] = []
  const refusals: VerifyFailure[] = []
  for (const [index, path] of paths.entries()) {
    const verdict = await verifyEntry(root.value, path, options)
    if (verdict.isIdentical) sum.identical += 1
    if (verdict.isReadOnly) sum.readOnly += 1
    sum.asSource += verdict.asSource
    for (const trial of verdict.trials)
      counts.set(trial.edit, addCounts(counts.get(trial.edit) ?? noEdits, countTrial(trial)))
    failures.push(...verdict.failures)
    refusals.push(...verdict.trials.flatMap((trial) => describeRefusal(path, trial)))
    options.onProgress({ done: index + 1, total: paths.length })
  }
  const all = [...counts.values()].reduce(addCounts, noEdits)
  const byOperation = Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)))
  return succeed({ files: paths.length, ...sum, ...all, byOperation, failures, refusals })
}

const noEdits: EditCounts = { edits: 0, exact: 0, refused: 0, silent: 0, undone: 0 }

function countTrial({ outcome, isUndone }: TrialResult): EditCounts {
  const own = outcome === 'wrong' ? 'silent' : outcome
  return { ...noEdits, edits: 1, [own]: 1, undone: isUndone ? 1 : 0 }
}

function addCounts(one: EditCounts, other: EditCounts): EditCounts {
  return {
    edits: one.edits + other.edits,
    exact: one.exact + other.exact,
    refused: one.refused + other.refused,
    silent: one.silent + other.silent,
    undone: one.undone + other.undone,
  }
}

interface EntryVerdict {
  readonly isIdentical: boolean
  readonly isReadOnly: boolean
  readonly asSource: number
  readonly trials: readonly TrialResult[]
  readonly failures: readonly VerifyFailure[]
}

async function verifyEntry(root: string, path: EntryPath, options: VerifyOptions): Promise<EntryVerdict> {
  const none = { isIdentical: false, isReadOnly: false, asSource: 0, trials: [], failures: [] }
  const read = await readEntryBytes(root, path)
  if (!read.ok) return { ...none, failures: [{ path, line: 1, op: 'none', construct: read.error.message }] }
  const { text, isUtf8 } = decodeEntry(read.value.bytes)
  if (!isUtf8) return { ...none, isIdentical: true, isReadOnly: true }
  const { saved, asSource, results } = tryEntry(text, options.edits, seedFor(options.seed, path))
  if (!encodeEntry(saved.text).equals(read.value.bytes)) {
    const construct = saved.refused[0]?.reason ?? 'the saved text differs'
    const line = findFirstDifference(text, saved.text)
    return { ...none, asSource, failures: [{ path, line, op: 'none', construct }] }
  }
  const failures = results.flatMap((trial) => describeTrial(path, trial))
  return { isIdentical: true, isReadOnly: false, asSource, trials: results, failures }
}

function describeTrial(path: EntryPath, trial: TrialResult): VerifyFailure[] {
  const faults = [...trial.faults, ...(trial.isUndone ? [] : ['undo'])]
  if (faults.length === 0) return []
  return [{ path, line: trial.line, op: trial.edit, construct: `${trial.construct}: ${faults.join(', ')}` }]
}

function describeRefusal(
  path: EntryPath,
  { outcome, line, edit, construct, reason }: TrialResult,
): VerifyFailure[] {
  return outcome === 'refused' ? [{ path, line, op: edit, construct: `${construct}: ${reason}` }] : []
}
