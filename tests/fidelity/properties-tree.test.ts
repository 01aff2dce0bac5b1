import { describe, test } from 'vitest'
import { expectProperty } from './properties/property.ts'
import { treeProperties } from './properties/tree-edits.ts'

describe('edits of the tree', () => {
  test.each(treeProperties.map((property) => [property.name, property] as const))('%s', (_, property) => {
    expectProperty(property)
  })
})
