import { costProperties } from './cost.ts'
import { chainProperties } from './edit-chains.ts'
import { hostileProperties } from './hostile-text.ts'
import { plainEditProperties } from './plain-edits.ts'
import type { FidelityProperty } from './property.ts'
import { structuralProperties } from './structural-undo.ts'
import { treeProperties } from './tree-edits.ts'
import { uneditedProperties } from './unedited.ts'

/** Everything that `npm run fuzz` tries, in this order, again and again. */
export const allProperties: readonly FidelityProperty[] = [
  ...uneditedProperties,
  ...plainEditProperties,
  ...chainProperties,
  ...hostileProperties,
  ...structuralProperties,
  ...treeProperties,
  ...costProperties,
]
