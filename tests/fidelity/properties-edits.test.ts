import { describe, test } from 'vitest'
import { costProperties } from './properties/cost.ts'
import { chainProperties } from './properties/edit-chains.ts'
import { hostileProperties } from './properties/hostile-text.ts'
import { plainEditProperties } from './properties/plain-edits.ts'
import { expectProperty } from './properties/property.ts'
import { structuralProperties } from './properties/structural-undo.ts'

const properties = [
  ...plainEditProperties,
  ...chainProperties,
  ...hostileProperties,
  ...structuralProperties,
  ...costProperties,
]

describe('edits through the editor', () => {
  test.each(properties.map((property) => [property.name, property] as const))('%s', (_, property) => {
    expectProperty(property)
  })
})
