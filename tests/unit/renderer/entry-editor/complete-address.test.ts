import { describe, expect, it } from 'vitest'
import { completeAddress } from '../../../../renderer/entry-editor/complete-address.ts'

describe('an address typed into the link form', () => {
  it.each([
    ['https://sparai.org/', 'https://sparai.org/'],
    [' sparai.org/apply?a=b ', 'https://sparai.org/apply?a=b'],
    ['me@example.org', 'mailto:me@example.org'],
    ['mailto:me@example.org', 'mailto:me@example.org'],
    ['2025-09-18.md', '2025-09-18.md'],
    ['#next-steps', '#next-steps'],
    ['../img/road.png', '../img/road.png'],
    ['', ''],
  ])('%j is %j', (typed, address) => {
    expect(completeAddress(typed)).toBe(address)
  })
})
