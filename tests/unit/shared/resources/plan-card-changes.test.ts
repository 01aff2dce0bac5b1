import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spliceText } from '../../../../shared/entry/splice-text.ts'
import { parseEntry } from '../../../../shared/markdown/parse-entry.ts'
import { joinSplices, planCardChanges } from '../../../../shared/resources/plan-card-changes.ts'
import { readResources } from '../../../../shared/resources/read-resources.ts'
import { writeLinkAddress } from '../../../../shared/resources/write-link-address.ts'

const uses = (text: string) => readResources(parseEntry(text))

function readdress(text: string, url: string, number = 0): string | null {
  const written = writeLinkAddress(text, uses(text)[number]!.span.from, url)
  return written.ok ? spliceText(text, written.value) : null
}

describe('another address', () => {
  const other = 'https://b.example/y?a=1&b=2'
  it.each<[string, string]>([
    ['[T](https://a.example) by Ann', `[T](${other}) by Ann`],
    ['[T](<https://a.example> "t")', `[T](<${other}> "t")`],
    ['[https://a.example](https://a.example)', `[https://a.example](${other})`],
    ['see <https://a.example> x', `see <${other}> x`],
    ['see https://a.example.', `see ${other}.`],
    ['<a href="https://a.example">T</a> x', `<a href="${other}">T</a> x`],
    ['[T][r] [U][r]\n\n[r]: https://a.example "t"\n', `[T][r] [U][r]\n\n[r]: ${other} "t"\n`],
    ['[r] x\n\n[R]: <https://a.example>\n', `[r] x\n\n[R]: <${other}>\n`],
    ['x[^1]\n\n[^1]: [T](https://a.example)\n', `x[^1]\n\n[^1]: [T](${other})\n`],
  ])('%j', (text, expected) => {
    expect(readdress(text, other)).toBe(expected)
  })

  it.each<[string, string]>([
    ['[T](https://a.example)', 'https://b.example/a b'],
    ['[T](https://a.example)', 'https://b.example/a)b'],
    ['[[papers/one.pdf]]', 'https://b.example'],
  ])('is refused where it would say something else: %j', (text, url) => {
    expect(readdress(text, url)).toBeNull()
  })
})

describe('changes of several links of one entry', () => {
  const text =
    '⭐ [A](https://a.example) by Ann\n[B][r] x\n- [C](https://www.c.example)\n  - why\n\n[r]: https://b.example\n'
  it('are one edit', () => {
    const [a, b, c] = uses(text).map(({ span }) => span.from)
    const { splices, refused } = planCardChanges(text, [
      { from: a!, card: { authors: ['Bo Kim'] } },
      { from: c!, card: { isMustRead: true, notes: ['why not'] }, url: 'https://c.example' },
      { from: b!, card: { isMustRead: true }, url: 'https://d.example' },
    ])
    expect(refused).toBe(0)
    expect(spliceText(text, splices)).toBe(
      '⭐ [A](https://a.example) by Bo Kim\n[B][r] x ⭐\n- [C](https://c.example) ⭐\n  - why not\n\n[r]: https://d.example\n',
    )
  })

  it('leave out what cannot be written, and say how many', () => {
    const [a] = uses(text).map(({ span }) => span.from)
    const planned = planCardChanges(text, [
      { from: a!, card: { notes: ['two\nlines'] } },
      { from: a! + 1, card: { isMustRead: true } },
    ])
    expect(planned).toEqual({ splices: [], refused: 2 })
  })
})

describe('joinSplices', () => {
  const places = fc
    .uniqueArray(fc.nat(20), { minLength: 0, maxLength: 6 })
    .map((all) => all.toSorted((a, b) => a - b))
  const splices = fc.tuple(places, fc.string({ maxLength: 2 })).map(([all, text]) =>
    Array.from({ length: all.length >> 1 }, (_, at) => ({
      from: all[at * 2]!,
      to: all[at * 2 + 1]!,
      text,
    })),
  )
  it('makes the same text as one edit after the other, or says that it cannot', () => {
    let joinedCount = 0
    fc.assert(
      fc.property(splices, splices, (first, later) => {
        const text = 'abcdefghijklmnopqrstuvwxyz0123456789'
        const between = spliceText(text, first)!
        const joined = joinSplices(first, later)
        if (joined === null) return
        joinedCount += later.length > 0 ? 1 : 0
        expect(spliceText(text, joined)).toBe(spliceText(between, later))
      }),
      { seed: 20261124, numRuns: 2000 },
    )
    expect(joinedCount).toBeGreaterThan(200)
  })
})
