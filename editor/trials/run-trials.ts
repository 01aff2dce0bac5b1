import { $getRoot, UNDO_COMMAND } from 'lexical'
import { findFirstDifference } from '../../shared/markdown/judge/first-difference.ts'
import { judgeSave } from '../../shared/markdown/judge/judge-save.ts'
import { parseEntry } from '../../shared/markdown/parse-entry.ts'
import type { ParsedEntry } from '../../shared/markdown/tree.ts'
import { createEntrySession } from '../create-entry-session.ts'
import { readUndoState } from '../entry-history.ts'
import type { EntrySession } from '../entry-session.ts'
import type { BaseByKey } from '../import-entry.ts'
import { $pairBases } from '../pair-bases.ts'
import { $projectBlocks } from '../project-entry.ts'
import { createRandom, type Random } from './random.ts'
import { trialEdits, type TrialEdit } from './trial-edits.ts'

/** What came of one edit: written as meant, refused and said so, or wrong. */
export interface TrialResult {
  readonly edit: string
  /** Kind of block it was in, from the outside in. */
  readonly construct: string
  /** First line that the save would change, from 1. */
  readonly line: number
  readonly outcome: 'exact' | 'refused' | 'wrong'
  /** What a judge found, for `wrong`: see `judgeSave`. */
  readonly faults: readonly string[]
  /** True when undoing gave the opened text back, byte for byte. */
  readonly isUndone: boolean
}

/** Far more than the steps of one edit; an undo that never ends must not hang the run. */
const mostUndoSteps = 50

/**
 * Opens the text in the editor without a window, makes random edits one after the other, each undone before the next,
 * and judges what a save would write. Same seed, same edits.
 *
 * @param count how many edits to make; an entry without a place for any gives fewer
 */
export function runTrials(text: string, count: number, seed: number): TrialResult[] {
  const random = createRandom(seed)
  // Every reading of the clock is later than the undo stack waits: each edit is a step of its own.
  let nowMs = 0
  const session = createEntrySession({
    text,
    isEditable: true,
    onEdited: () => undefined,
    nowMs: () => (nowMs += 60_000),
  })
  const base = parseEntry(text)
  const bases = pairWithEditor(session, base)
  const results: TrialResult[] = []
  for (let tries = 0; results.length < count && tries < count * 8; tries += 1) {
    const edit = random.pick(trialEdits)
    const result = edit === undefined ? null : runTrial(session, { base, bases }, edit, random)
    if (result !== null) results.push(result)
    // What an undo left behind would be blamed on the edits after it.
    if (result?.isUndone === false) break
  }
  session.dispose()
  return results
}

/** What was opened, and which node of the editor stands for which part of it. */
interface Opened {
  readonly base: ParsedEntry
  readonly bases: BaseByKey
}

/** A tree of its own for the judge, so that nothing the session remembers can hide a fault. */
function pairWithEditor({ editor }: EntrySession, base: ParsedEntry): BaseByKey {
  const bases: BaseByKey = new Map()
  editor.read(() => {
    for (const [index, node] of $getRoot().getChildren().entries()) {
      const block = base.blocks[index]
      if (block !== undefined) $pairBases(node, block, bases)
    }
  })
  return bases
}

function runTrial(
  session: EntrySession,
  { base, bases }: Opened,
  edit: TrialEdit,
  random: Random,
): TrialResult | null {
  const { editor } = session
  const construct = edit.run(editor, random)
  if (construct === null) return null
  const intended = editor.read(() => $projectBlocks($getRoot(), bases))
  const saved = session.readText()
  const faults = saved.refused.length > 0 ? [] : judgeSave(base, intended, { text: saved.text }, edit.lines)
  undoAll(session)
  return {
    edit: edit.name,
    construct,
    line: findFirstDifference(base.text, saved.text),
    outcome: saved.refused.length > 0 ? 'refused' : faults.length === 0 ? 'exact' : 'wrong',
    faults,
    isUndone: session.readText().text === base.text,
  }
}

function undoAll({ editor }: EntrySession): void {
  for (let step = 0; step < mostUndoSteps && readUndoState(editor).canUndo; step += 1) {
    editor.dispatchCommand(UNDO_COMMAND, undefined)
    // Reading lets the update finish.
    editor.read(() => null)
  }
}
