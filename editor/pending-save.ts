import { canonicalKey } from '../shared/markdown/canonical-key.ts'
import type { SaveOutcome } from '../shared/markdown/save-outcome.ts'
import type { Block, ParsedEntry } from '../shared/markdown/tree.ts'

/** Stands where the saver will be called: knows only entries without a change, refuses the rest. */
export function saveEntryText(base: ParsedEntry, intended: readonly Block[]): SaveOutcome {
  const nowhere = { from: base.bodyFrom, to: base.bodyFrom }
  const spans = intended.map((block) => block.base?.span ?? nowhere)
  const isSame = canonicalKey(base.blocks) === canonicalKey(intended)
  const refused = isSame
    ? []
    : [{ block: intended[0] ?? { type: 'rule' as const }, reason: 'saving is not there yet', candidate: '' }]
  return { text: base.text, spans, refused }
}
