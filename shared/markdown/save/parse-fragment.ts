/** Parsing a stretch of an entry by itself, as if the rest stood around it. */

import { BlockBuilding } from '../parse/block-building.ts'
import { buildBlocks } from '../parse/build-blocks.ts'
import { noContainers } from '../parse/containers.ts'
import { blockParser } from '../parse/grammar/block-parser.ts'
import type { Flavour } from '../parse-entry.ts'
import type { Block, ParsedEntry } from '../tree.ts'
import type { BaseIndex } from './base-index.ts'

interface Surroundings {
  readonly base: ParsedEntry
  readonly index: BaseIndex
  readonly flavour: Flavour
}

/** Stands in front of a fragment and is not parsed. */
const before = 'x\n'

/**
 * Parses Markdown without front matter in which the entry's link and footnote definitions are known, wherever they
 * stand: a reference is one in the fragment too.
 *
 * `isAtTop`: the fragment begins the entry. Some text means something there alone (`key:: value`).
 */
export function parseFragment(
  { base, index, flavour }: Surroundings,
  text: string,
  isAtTop = false,
): readonly Block[] {
  const at = isAtTop ? 0 : before.length
  const building = new BlockBuilding(isAtTop ? text : before + text, 0, flavour.singleTilde)
  for (const [label, target] of base.definitions) building.links.set(label, target)
  for (const label of index.footnotes) building.footnotes.add(label)
  const plain = text.includes('\r') ? text.replace(/\r\n/g, ' \n').replace(/\r/g, '\n') : text
  const blocks = buildBlocks(building, blockParser.parse(plain), at, noContainers())
  building.readPending()
  return blocks
}
