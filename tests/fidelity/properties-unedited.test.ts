import { describe, test } from 'vitest'
import { expectProperty } from './properties/property.ts'
import { uneditedProperties } from './properties/unedited.ts'

describe('without an edit', () => {
  test.each(uneditedProperties.map((property) => [property.name, property] as const))('%s', (_, property) => {
    expectProperty(property)
  })
})
