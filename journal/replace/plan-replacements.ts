import type { PlannedFile, ReplacePlan, ReplaceQuestion } from '../../shared/contract/replace.ts'
import type { Splice } from '../../shared/contract/edits.ts'
import { createFinder, type Finder } from '../../shared/replace/create-finder.ts'
import type { ScopedEntry } from '../../shared/replace/list-scope.ts'
import { planChanges } from '../../shared/replace/plan-changes.ts'
import { decodeEntry } from '../entry-file/decode-entry.ts'
import { readEntryBytes } from '../entry-file/read-entry.ts'
import { createTimeLimit, type Limited } from './time-limit.ts'

export interface ReplaceTask {
  /** Real path of the journal. */
  readonly root: string
  readonly question: ReplaceQuestion
  /** In the order in which the files shall stand. */
  readonly entries: readonly ScopedEntry[]
  /** A newer question has been asked: what is found is thrown away. */
  readonly isStale: () => boolean
  /** Lets others have a turn when it is time. */
  readonly pause: () => Promise<void>
}

/** More places than a person looks through one by one. */
const mostChanges = 2000
/** How long an expression may work on one entry, ms. */
const mostMs = 500

/**
 * Looks for every place in the files as they are on disk now, and plans what would stand there. Changes nothing.
 *
 * Files that Cairn never writes (not UTF-8) and that cannot be read are left out.
 */
export async function planReplacements(task: ReplaceTask): Promise<ReplacePlan> {
  const { question, entries, isStale, pause } = task
  const finder = createFinder(question)
  const plan = (
    files: readonly PlannedFile[],
    isCut = false,
    failure: string | null = null,
  ): ReplacePlan => ({
    number: question.number,
    files,
    isCut,
    failure,
  })
  if (!finder.ok) return plan([], false, finder.error.message)
  const find = limitFinder(finder.value, question.isExpression)
  const files: PlannedFile[] = []
  let left = mostChanges
  for (const entry of entries) {
    await pause()
    if (isStale()) return plan([])
    const file = await planFile(task.root, entry, find, left)
    if (file === 'slow') return plan(files, true, `The expression takes too long in “${entry.title}”.`)
    if (file === null) continue
    files.push(file.planned)
    left -= file.planned.changes.length
    if (file.isCut || left <= 0) return plan(files, true)
  }
  return plan(files)
}

/** Words are found in linear time; only expressions need to be watched. */
function limitFinder(finder: Finder, isExpression: boolean): (text: string) => Limited<Splice[]> {
  if (!isExpression) return (text) => ({ isStopped: false, value: finder(text) })
  const limit = createTimeLimit(mostMs)
  return (text) => limit(() => finder(text))
}

async function planFile(
  root: string,
  { path, title, date }: ScopedEntry,
  find: (text: string) => Limited<Splice[]>,
  most: number,
): Promise<{ readonly planned: PlannedFile; readonly isCut: boolean } | 'slow' | null> {
  const read = await readEntryBytes(root, path)
  if (!read.ok) return null
  const { text, isUtf8 } = decodeEntry(read.value.bytes)
  if (!isUtf8) return null
  const found = find(text)
  if (found.isStopped) return 'slow'
  if (found.value.length === 0) return null
  const changes = planChanges(text, found.value.slice(0, most))
  const planned = { path, title, date, revision: read.value.revision, changes }
  return { planned, isCut: found.value.length > most }
}
