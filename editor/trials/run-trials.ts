import { $getRoot, UNDO_COMMAND, type NodeKey } from 'lexical'
import { holdsLetters } from '../../shared/markdown/judge/count-letters.ts'
import { findFirstDifference } from '../../shared/markdown/judge/first-difference.ts'
import { keepsAllOutside } from '../../shared/markdown/judge/judge-lines.ts'
import { judgeSave } from '../../shared/markdown/judge/judge-save.ts'
import { parseEntry } from '../../shared/markdown/parse-entry.ts'
import type { Block, ParsedEntry, Span } from '../../shared/markdown/tree.ts'
import { createEntrySession } from '../create-entry-session.ts'
import { readUndoState } from '../entry-history.ts'
import type { EntrySession, SessionText } from '../entry-session.ts'
import type { BaseByKey } from '../import-entry.ts'
import { $isSourceBlockNode } from '../nodes/source-block-node.ts'
import { $pairBases } from '../pair-bases.ts'
import { $projectBlocks } from '../project-entry.ts'
import { rememberShownAsSource } from '../shown-as-source.ts'
import { createRandom, type Random } from './random.ts'
import type { TrialDone, TrialEdit } from './trial-edit.ts'
import { trialEdits } from './trial-edits.ts'

/** What came of one edit: written as meant, refused and said so, or wrong. */
export interface TrialResult {
  readonly edit: string
  /** Kind of block it was in, from the outside in. */
  readonly construct: string
  /** First line that the save would change, from 1; for a refusal, the first line of the block. */
  readonly line: number
  readonly outcome: 'exact' | 'refused' | 'wrong'
  /** What a judge found, for `wrong`: see `judgeSave`; `place`: lines elsewhere changed; `letters`: some are gone. */
  readonly faults: readonly string[]
  /** Why it was refused; '' when it was not. */
  readonly reason: string
  /** What a save would write. */
  readonly written: string
  /** True when undoing gave the opened text back, byte for byte. */
  readonly isUndone: boolean
}

/** One entry, opened and saved without an edit, and then edited. */
export interface EntryTrial {
  /** What a save writes when nothing was edited. */
  readonly saved: SessionText
  /** Top-level blocks that the editor's nodes cannot hold, and that are shown as source instead. */
  readonly asSource: number
  readonly results: readonly TrialResult[]
}

/** Far more than the steps of one edit; an undo that never ends must not hang the run. */
const mostUndoSteps = 50

/**
 * Opens the text in the editor without a window, saves it as it is, then makes random edits one after the other, each
 * undone before the next, and judges what a save would write. Same seed, same edits.
 *
 * @param count how many edits to make: fewer only in an entry without a place for any, or when the first save or an
 *   undo went wrong, since that would be blamed on the edits behind it
 */
export function tryEntry(text: string, count: number, seed: number): EntryTrial {
  const random = createRandom(seed)
  // Every reading of the clock is later than the undo stack waits: each edit is a step of its own.
  let nowMs = 0
  const session = createEntrySession({
    text,
    isEditable: true,
    onEdited: () => undefined,
    nowMs: () => (nowMs += 60_000),
  })
  const saved = session.readText()
  const opened = pairWithEditor(session, text)
  const results: TrialResult[] = []
  for (let number = 0; number < count && saved.text === text; number += 1) {
    const result = runRandomTrial(session, opened, random)
    if (result === null) break
    results.push(result)
    if (!result.isUndone) break
  }
  session.dispose()
  return { saved, asSource: opened.asSource, results }
}

/** What was opened, and which node of the editor stands for which part of it. */
interface Opened {
  readonly base: ParsedEntry
  readonly bases: BaseByKey
  readonly asSource: number
}

/** A tree of its own for the judge, so that nothing the session remembers can hide a fault. */
function pairWithEditor({ editor }: EntrySession, text: string): Opened {
  const base = parseEntry(text)
  const bases: BaseByKey = new Map()
  let asSource = 0
  editor.read(() => {
    for (const [index, node] of $getRoot().getChildren().entries()) {
      const block = base.blocks[index]
      if (block === undefined) continue
      if ($isSourceBlockNode(node) && block.type !== 'source') {
        asSource += 1
        rememberShownAsSource(block, node.getText())
        bases.set(node.getKey(), block)
      } else $pairBases(node, block, bases)
    }
  })
  return { base, bases, asSource }
}

/** A random edit out of those the entry has a place for; null when there is none. */
function runRandomTrial(session: EntrySession, opened: Opened, random: Random): TrialResult | null {
  const edits = [...trialEdits]
  while (edits.length > 0) {
    const [edit] = edits.splice(random.below(edits.length), 1)
    const result = edit === undefined ? null : runTrial(session, opened, edit, random)
    if (result !== null) return result
  }
  return null
}

function runTrial(
  session: EntrySession,
  opened: Opened,
  edit: TrialEdit,
  random: Random,
): TrialResult | null {
  const { editor } = session
  const { base, bases } = opened
  const done = edit.run(editor, random)
  if (done === null) return null
  const intended = editor.read(() => $projectBlocks($getRoot(), bases))
  const saved = session.readText()
  const [refused] = saved.refused
  const faults = refused === undefined ? judge(opened, intended, saved.text, edit, done) : []
  undoAll(session)
  return {
    edit: edit.name,
    construct: done.construct,
    line: refused === undefined ? findFirstDifference(base.text, saved.text) : lineOf(opened, done),
    outcome: refused !== undefined ? 'refused' : faults.length === 0 ? 'exact' : 'wrong',
    faults,
    reason: refused?.reason ?? '',
    written: saved.text,
    isUndone: session.readText().text === base.text,
  }
}

function judge(
  opened: Opened,
  intended: readonly Block[],
  text: string,
  edit: TrialEdit,
  done: TrialDone,
): string[] {
  const { base } = opened
  const faults = judgeSave(base, intended, { text }, done.lines ?? edit.lines)
  const place = spanAround(opened, done.touched)
  if (place !== null && !keepsAllOutside(base.text, text, place)) faults.push('place')
  const gone = done.gone === null ? null : spanAround(opened, [done.gone])
  const removed = done.removed + (gone === null ? '' : base.text.slice(gone.from, gone.to))
  if (!holdsLetters(base.text, done.added, removed, text)) faults.push('letters')
  return faults
}

/** From the first to the last of the nodes as they were opened; null when none of them was. */
function spanAround({ bases }: Opened, keys: readonly NodeKey[]): Span | null {
  const spans = keys.flatMap((key) => bases.get(key)?.span ?? [])
  if (spans.length === 0) return null
  return {
    from: Math.min(...spans.map(({ from }) => from)),
    to: Math.max(...spans.map(({ to }) => to)),
  }
}

function lineOf(opened: Opened, done: TrialDone): number {
  const from = spanAround(opened, done.touched)?.from ?? 0
  return opened.base.text.slice(0, from).split(/\r\n|\r|\n/).length
}

function undoAll({ editor }: EntrySession): void {
  for (let step = 0; step < mostUndoSteps && readUndoState(editor).canUndo; step += 1) {
    editor.dispatchCommand(UNDO_COMMAND, undefined)
    // Reading lets the update finish.
    editor.read(() => null)
  }
}
