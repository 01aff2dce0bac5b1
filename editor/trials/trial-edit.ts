import type { LexicalEditor, NodeKey } from 'lexical'
import type { LineRule } from '../../shared/markdown/judge/line-rule.ts'
import type { Random } from './random.ts'

/** One thing a writer does, made at a random place through the commands that keys and buttons use. */
export interface TrialEdit {
  readonly name: string
  /** How the lines of the file may change. */
  readonly lines: LineRule
  /** Edits, and says where and what; null when the entry has no place for it. */
  readonly run: (editor: LexicalEditor, random: Random) => TrialDone | null
}

/** What was done, told by the edit itself, so that the judges need not believe what the editor made of it. */
export interface TrialDone {
  /** Kind of block it was in, from the outside in: `quote > list > item > paragraph`. */
  readonly construct: string
  /** Nodes, as they were before, in whose lines all changes must stand. */
  readonly touched: readonly NodeKey[]
  /** How lines may change at this place, where it is not the rule of the edit. */
  readonly lines?: LineRule
  /** Text that the file has to hold now beside its own. */
  readonly added: string
  /** Text that may be gone. */
  readonly removed: string
  /** A node that may be gone with all that it said. */
  readonly gone: NodeKey | null
}
