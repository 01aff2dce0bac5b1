/** What every writer is handed: the base, how hard to try, and where a block is to stand. */

import type { Flavour } from '../parse-entry.ts'
import type { Block, LineEnding, ParsedEntry } from '../tree.ts'
import type { Partner } from './align.ts'
import type { Donor } from './atom-match.ts'
import type { BaseIndex } from './base-index.ts'
import { findLineEnd } from '../../entry/line-edges.ts'
import { readFileStyle } from './style.ts'
import type { FileStyle } from './style.ts'

/** How hard a writer tries. Raised when a whole stretch was written and did not parse as meant. */
export interface Effort {
  /** The rung at which leaves start. */
  readonly leafRung: number
  /** 1: gaps of the base beside changed blocks are looked at too. */
  readonly gap: 0 | 1
  /** Unchanged paragraphs whose surroundings changed are looked at too: `2. x` behind a box that is gone. */
  readonly checksUprooted: boolean
}

export interface SaveContext {
  readonly base: ParsedEntry
  readonly index: BaseIndex
  readonly flavour: Flavour
  /** Entries up to this length are parsed again as a whole. */
  readonly wholeCheckLimit: number
  readonly effort: Effort
  /** Leaves for which no spelling was found, with the best one; the block that holds one cannot be right. */
  readonly failures: LeafFailure[]
  readonly writeBlock: (context: SaveContext, block: Block, target: Target) => WrittenBlock
}

export interface LeafFailure {
  readonly candidate: string
}

/** Where a block is to stand, in the coordinates of the container that is being written. */
export interface Target {
  readonly partner: Partner<Block> | null
  /** Prefix of the container's lines. */
  readonly prefix: string
  /** The same for lists: an author may indent nested lists further than their items' text. */
  readonly listPrefix: string
  readonly donors: () => readonly Donor[]
  /** How a paragraph here is looked at when its spelling is checked. */
  readonly setting: LeafSetting
}

/** What stands around a paragraph and takes part in how its first characters are read. */
export interface LeafSetting {
  readonly container: 'none' | 'quote' | 'item'
  readonly isFirst: boolean
  readonly box: string | null
  /** What stood in front of the paragraph is another thing now. */
  readonly isUprooted: boolean
}

export interface WrittenBlock {
  /** Without the prefix of the first line; later lines carry theirs. */
  readonly text: string
  /** What has to stand in front of the first line. */
  readonly prefix: string
}

/** The style of the entry; not read before something new is written. */
export function styleOf(context: SaveContext): FileStyle {
  return readFileStyle(context.base)
}

/**
 * The line ending of lines that are produced at `at`: that of the line there, so that a file with mixed endings
 * keeps the manner of the neighbourhood; the file's own at the last line.
 */
export function lineEndingAt(base: ParsedEntry, at: number): LineEnding {
  const end = findLineEnd(base.text, at)
  const ending = /^(?:\r\n|\n|\r)/.exec(base.text.slice(end, end + 2))?.[0]
  return ending === '\r\n' || ending === '\n' || ending === '\r' ? ending : base.lineEnding
}
