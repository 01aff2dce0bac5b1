import { describe, expect, test } from 'vitest'
import { findTooLarge } from '../../../../shared/markdown/too-large.ts'

describe('what is too large for rich text', () => {
  test('is a text of more than a million characters', () => {
    expect(findTooLarge('word '.repeat(200_000))).toBeNull()
    expect(findTooLarge('word '.repeat(200_001))).toEqual({ what: 'text', size: 1_000_005 })
  })

  test('is one list of more than two thousand items', () => {
    expect(findTooLarge('- item\n'.repeat(2000))).toBeNull()
    expect(findTooLarge('- item\n'.repeat(2001))).toEqual({ what: 'list', size: 2001 })
  })

  test('counts nested items, whatever their markers, and lists in quotes', () => {
    expect(findTooLarge('1. item\n   - [ ] nested\n'.repeat(1001))).toEqual({ what: 'list', size: 2002 })
    expect(findTooLarge('> - item\n'.repeat(2001))).toEqual({ what: 'list', size: 2001 })
  })

  test('is not many short lists, nor lines of code that look like items', () => {
    expect(findTooLarge('- item\n\nwords\n\n'.repeat(3000))).toBeNull()
    expect(findTooLarge(`\`\`\`\n${'- item\n'.repeat(3000)}\`\`\`\n`)).toBeNull()
  })
})
