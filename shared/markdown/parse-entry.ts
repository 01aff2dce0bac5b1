import { BlockBuilding } from './parse/block-building.ts'
import { buildBlocks } from './parse/build-blocks.ts'
import { noContainers } from './parse/containers.ts'
import { blockParser } from './parse/grammar/block-parser.ts'
import { findLineEnding } from './parse/line-ending.ts'
import { splitHead } from './parse/split-head.ts'
import type { ParsedEntry } from './tree.ts'

/** What the applications that write Markdown do not agree on; a setting of the journal. */
export interface Flavour {
  /** `~a~` is struck, as on GitHub. Off as in Obsidian: "3~6 months, then 2~4" must not be. */
  readonly singleTilde: boolean
}

const defaultFlavour: Flavour = { singleTilde: false }

/**
 * Parses an entry: the front matter is cut off, the rest is read as CommonMark 0.31 with GFM's tables, boxes,
 * strikethrough and bare addresses, and with the constructs of Obsidian, Hugo, Jekyll and Logseq as opaque source.
 *
 * Never fails: every text is Markdown. Time is linear in its length.
 *
 * @param text the entry's whole text; a byte order mark is U+FEFF at its beginning
 * @returns the base tree; offsets are UTF-16 code units into `text`
 */
export function parseEntry(text: string, flavour: Flavour = defaultFlavour): ParsedEntry {
  const { head, bodyFrom } = splitHead(text)
  const building = new BlockBuilding(text, bodyFrom, flavour.singleTilde)
  const tree = blockParser.parse(withPlainLineEnds(text.slice(bodyFrom)))
  const blocks = buildBlocks(building, tree, bodyFrom, noContainers())
  building.readPending()
  return { text, head, bodyFrom, blocks, definitions: building.links, lineEnding: findLineEnding(text) }
}

/**
 * Lezer knows `\n` alone. Each line end becomes one without moving anything: `\r\n` is a space and `\n`, which no
 * block can tell from a line with a trailing space.
 */
function withPlainLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n/g, ' \n').replace(/\r/g, '\n') : text
}
