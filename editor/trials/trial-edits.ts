import { blockEdits } from './block-edits.ts'
import { itemEdits } from './item-edits.ts'
import { tableEdits } from './table-edits.ts'
import { textEdits } from './text-edits.ts'
import type { TrialEdit } from './trial-edit.ts'

/** The edits of `cairn verify --edits`. */
export const trialEdits: readonly TrialEdit[] = [...textEdits, ...blockEdits, ...itemEdits, ...tableEdits]
