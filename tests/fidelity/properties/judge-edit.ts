import { judgeSave } from '../../../shared/markdown/judge/judge-save.ts'
import type { SaveOutcome } from '../../../shared/markdown/save-outcome.ts'
import type { Block, ParsedEntry } from '../../../shared/markdown/tree.ts'

/**
 * Damage: what no save that was not refused may ever show, whatever the entry and the edit. More changed lines than
 * an edit needs, or a token of a dialect with an escape in it, is judged where the entry and the edit are of a kind
 * that people make: see `plain-edits.ts`.
 */
export function listDamage(
  base: ParsedEntry,
  intended: readonly Block[],
  saved: Pick<SaveOutcome, 'text'> & Partial<SaveOutcome>,
): readonly string[] {
  return judgeSave(base, intended, saved, 'any').filter((fault) => fault !== 'dialect')
}
