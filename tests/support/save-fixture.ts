/** Saving in tests: a text, an edit of its tree, the text that comes out. */

import { expect } from 'vitest'
import { canonicalKey } from '../../shared/markdown/canonical-key.ts'
import { parseEntry } from '../../shared/markdown/parse-entry.ts'
import { saveEntryText } from '../../shared/markdown/save/save-entry-text.ts'
import type { SaveOutcome } from '../../shared/markdown/save-outcome.ts'
import type { DraftNode, DraftRun } from './tree-draft.ts'
import { asBlocks, draftEntry, listNodes } from './tree-draft.ts'

/** Saves after an edit of the intended tree; nothing is judged. */
export function trySave(text: string, edit: (blocks: DraftNode[]) => void): SaveOutcome {
  const base = parseEntry(text)
  const draft = draftEntry(base)
  edit(draft)
  return saveEntryText(base, asBlocks(draft))
}

/** Saves after an edit that must be written: the result parses as the edited tree. Gives the new text. */
export function saveAfter(text: string, edit: (blocks: DraftNode[]) => void): string {
  const base = parseEntry(text)
  const draft = draftEntry(base)
  edit(draft)
  const outcome = saveEntryText(base, asBlocks(draft))
  expect(outcome.refused.map(({ reason, candidate }) => [reason, candidate])).toEqual([])
  expect(canonicalKey(parseEntry(outcome.text).blocks)).toBe(canonicalKey(asBlocks(draft)))
  return outcome.text
}

/** The leaf (paragraph, heading or cell) with this number. */
export function leafAt(blocks: readonly DraftNode[], at: number): DraftNode {
  const leaf = listNodes(blocks, 'paragraph', 'heading', 'cell')[at]
  if (leaf === undefined) throw new Error(`The text has no leaf ${at}`)
  return leaf
}

/** The node of a type with this number. */
export function nodeAt(blocks: readonly DraftNode[], type: DraftNode['type'], at = 0): DraftNode {
  const node = listNodes(blocks, type)[at]
  if (node === undefined) throw new Error(`The text has no ${type} ${at}`)
  return node
}

/** Types over the first occurrence of `old` in the text of the tree's leaves. */
export function retype(old: string, put: string): (blocks: DraftNode[]) => void {
  return (blocks) => {
    const run = findRun(blocks, old)
    run.text = (run.text ?? '').replace(old, () => put)
  }
}

/** Changes the marks of the first occurrence of `word`; `link` puts it into a link. */
export function restyle(
  word: string,
  change: { marks?: number; link?: DraftRun['link'] },
): (blocks: DraftNode[]) => void {
  return (blocks) => {
    const run = findRun(blocks, word)
    const leaf = listNodes(blocks, 'paragraph', 'heading', 'cell').find(({ runs }) => runs.includes(run))
    const at = (run.text ?? '').indexOf(word)
    const parts = [
      { ...run, text: (run.text ?? '').slice(0, at) },
      { ...run, ...change, text: word },
      { ...run, text: (run.text ?? '').slice(at + word.length) },
    ].filter((part) => part.text !== '')
    leaf?.runs.splice(leaf.runs.indexOf(run), 1, ...parts)
  }
}

export function newLink(url: string, title = ''): DraftRun['link'] {
  return { url, title, reference: null, closing: '' }
}

function findRun(blocks: readonly DraftNode[], text: string): DraftRun {
  for (const leaf of listNodes(blocks, 'paragraph', 'heading', 'cell')) {
    const run = leaf.runs.find((candidate) => candidate.text?.includes(text) === true)
    if (run !== undefined) return run
  }
  throw new Error(`The tree does not say “${text}”`)
}
