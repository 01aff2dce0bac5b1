import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spliceText } from '../../../../shared/entry/splice-text.ts'
import { resourceStatuses } from '../../../../shared/entry/summary.ts'
import { parseEntry } from '../../../../shared/markdown/parse-entry.ts'
import { cardOf, type LinkCard } from '../../../../shared/resources/link-card.ts'
import { readResources } from '../../../../shared/resources/read-resources.ts'
import { writeLinkCard } from '../../../../shared/resources/write-link-line.ts'

function cards(text: string): readonly (LinkCard & { readonly from: number })[] {
  return readResources(parseEntry(text)).map((use) => ({ ...cardOf(use), from: use.span.from }))
}

/** The text with one card changed, or null when it is refused. */
function write(text: string, change: Partial<LinkCard>, number = 0): string | null {
  const written = writeLinkCard(text, cards(text)[number]!.from, change)
  return written.ok ? spliceText(text, written.value) : null
}

describe('a changed field', () => {
  it.each<[string, Partial<LinkCard>, string]>([
    [
      '[T](https://e.example) by Ann',
      { title: 'New *title*' },
      '[New \\*title\\*](https://e.example) by Ann',
    ],
    ['see <https://e.example> x', { title: 'T' }, 'see [T](https://e.example) x'],
    ['see https://e.example x', { title: 'T' }, 'see [T](https://e.example) x'],
    ['[⭐ T](https://e.example)', { title: 'New' }, '[⭐ New](https://e.example)'],
    ['[**T**](https://e.example)', { title: 'New' }, '[**New**](https://e.example)'],
    [
      '[T](https://e.example) by Ann Lee ⭐',
      { authors: ['Bo Kim', 'Cy Ode'] },
      '[T](https://e.example) by Bo Kim and Cy Ode ⭐',
    ],
    ['[T](https://e.example) – Ann Lee', { authors: ['Bo Kim'] }, '[T](https://e.example) – Bo Kim'],
    ['[T](https://e.example) (2025)', { authors: ['Bo Kim'] }, '[T](https://e.example) by Bo Kim (2025)'],
    ['[T](https://e.example) by Ann Lee (2025)', { authors: [] }, '[T](https://e.example) (2025)'],
    ['[T](https://e.example) (Ann Lee, 2025)', { authors: [] }, '[T](https://e.example) (2025)'],
    ['Ann Lee in [T](https://e.example):', { authors: ['Bo Kim'] }, 'Bo Kim in [T](https://e.example):'],
    [
      '[T](https://e.example) by Ann Lee',
      { month: '2025-09' },
      '[T](https://e.example) by Ann Lee (Sep 2025)',
    ],
    [
      '[T](https://e.example) (September 2024) x',
      { month: '2025-03' },
      '[T](https://e.example) (March 2025) x',
    ],
    ['[T](https://e.example) (2024-09)', { month: '2025-03' }, '[T](https://e.example) (2025-03)'],
    ['[T](https://e.example), jun 2024', { month: '2025-03' }, '[T](https://e.example), mar 2025'],
    ['[T](https://e.example) by Ann (Sep 2025) ⭐', { month: null }, '[T](https://e.example) by Ann ⭐'],
    [
      '[T](https://e.example) by Ann  \nnext',
      { isMustRead: true },
      '[T](https://e.example) by Ann ⭐  \nnext',
    ],
    [
      '[A](https://a.example) ⭐️\n[T](https://e.example)',
      { isMustRead: false },
      '[A](https://a.example)\n[T](https://e.example)',
    ],
    ['- ⭐ [T](https://e.example) x', { isMustRead: false }, '- [T](https://e.example) x'],
    ['- [ ] [T](https://e.example)', { status: 'used' }, '- [x] [T](https://e.example)'],
    ['[T](https://e.example) #reading ⭐', { status: 'used' }, '[T](https://e.example) #used ⭐'],
    ['[T](https://e.example) by Ann', { status: 'to-read' }, '[T](https://e.example) by Ann #to-read'],
    ['[T](https://e.example) #reading', { status: null }, '[T](https://e.example)'],
    ['[T](https://e.example) (old note)', { notes: ['new'] }, '[T](https://e.example) (new)'],
    ['[T](https://e.example) (old note) ⭐', { notes: [] }, '[T](https://e.example) ⭐'],
    [
      '[T](https://e.example)\n- one\n- two\n',
      { notes: ['one', '2'] },
      '[T](https://e.example)\n- one\n- 2\n',
    ],
    ['[T](https://e.example)\n- one\n- two\n', { notes: ['one'] }, '[T](https://e.example)\n- one\n'],
    ['[T](https://e.example)\n* one\n', { notes: ['one', 'two'] }, '[T](https://e.example)\n* one\n* two\n'],
    ['- [T](https://e.example)\n- next\n', { notes: ['why'] }, '- [T](https://e.example)\n  - why\n- next\n'],
    ['1. [T](https://e.example)\r\n', { notes: ['why'] }, '1. [T](https://e.example)\r\n   - why\r\n'],
    [
      '- a\n\t- b\n- [T](https://e.example)\n',
      { notes: ['why'] },
      '- a\n\t- b\n- [T](https://e.example)\n\t- why\n',
    ],
    ['> - [T](https://e.example)\n', { notes: ['why'] }, '> - [T](https://e.example)\n>   - why\n'],
    [
      '[T](https://e.example)\n[B](https://b.example)\n',
      { notes: ['why'] },
      '[T](https://e.example)\n- why\n[B](https://b.example)\n',
    ],
    [
      '[T](https://e.example)',
      { isMustRead: true, month: '2025', authors: ['Ann Lee'] },
      '[T](https://e.example) by Ann Lee (2025) ⭐',
    ],
    [
      '- [T](https://e.example) - old note\n  goes on\n  - sub\n',
      { notes: ['new', 'sub'] },
      '- [T](https://e.example) - new\n  - sub\n',
    ],
    [
      '- [T](https://e.example) by Ann\n  why i\n  read it\n',
      { notes: ['new'] },
      '- [T](https://e.example) by Ann\n  new\n',
    ],
    [
      '- [T](https://e.example)\n  why\n- next\n',
      { notes: ['why', 'again'] },
      '- [T](https://e.example)\n  why\n  - again\n- next\n',
    ],
    [
      '- [T](https://e.example) - a note\n  goes on #reading\n',
      { status: 'used' },
      '- [T](https://e.example) - a note\n  goes on #used\n',
    ],
    [
      '- [T](https://e.example) - a note\n  goes on\n',
      { isMustRead: true },
      '- [T](https://e.example) ⭐ - a note\n  goes on\n',
    ],
  ])('in %j: %j', (text, change, expected) => {
    expect(write(text, change)).toBe(expected)
  })

  it.each<[string, Partial<LinkCard>]>([
    ['[T](https://e.example) by [Lab](https://l.example)', { authors: ['Bo Kim'] }],
    ['<div>\n<a href="https://e.example">T</a>\n</div>\n', { authors: ['Bo Kim'] }],
    ['[T](https://e.example) (Ann Lee, Sep 2025)', { month: null }],
    ['[T](https://e.example)', { authors: ['by the end of the week'] }],
    ['[T](https://e.example)', { notes: ['two\nlines'] }],
    ['- [ ] [T](https://e.example)', { status: null }],
  ])('is refused where it would say something else: %j %j', (text, change) => {
    expect(write(text, change)).toBeNull()
  })
})

const name = fc.constantFrom('Ann Lee', 'Bo Kim', 'Cy Ode', 'R. S. Moe', '80,000 Hours')
const words = fc.constantFrom('why i read it', 'again in spring', 'see [x] *now*', 'plain')
const change: fc.Arbitrary<Partial<LinkCard>> = fc.oneof(
  fc.record({ title: fc.constantFrom('New', 'A [b] c', 'x_y_z', 'Two words') }),
  fc.record({ authors: fc.uniqueArray(name, { maxLength: 3 }) }),
  fc.record({ month: fc.constantFrom('2024', '2025-01', '2023-12', null) }),
  fc.record({ isMustRead: fc.boolean() }),
  fc.record({ status: fc.constantFrom(...resourceStatuses, null) }),
  fc.record({ notes: fc.uniqueArray(words, { maxLength: 3 }) }),
)
const line = fc.tuple(
  fc.constantFrom('', '- ', '1. ', '- [ ] ', '* ⭐ ', '> ', '> - '),
  fc.constantFrom(
    '[T](https://t.example)',
    '[**T** x](https://t.example "t")',
    '<https://t.example>',
    'https://t.example/a',
  ),
  fc.constantFrom('', ' by Ann Lee', ' - Bo Kim', ' – Ann Lee and Bo Kim'),
  fc.constantFrom('', ' (Sep 2025)', ' (2024)', ', Jun 2024'),
  fc.constantFrom('', ' ⭐️', ' #reading', ' (a note)', '  '),
)
const entry = fc
  .array(fc.tuple(line, fc.constantFrom('', '\n  - sub', '\n  goes on', '\n\nwords\n', '\n\t- tab')), {
    minLength: 1,
    maxLength: 3,
  })
  .map((lines) => lines.map(([parts, after]) => parts.join('') + after).join('\n') + '\n')

describe('any card of any entry', () => {
  it('is no edit unchanged; changed it reads back as asked, touches its own lines only, and nothing when refused', () => {
    let wasWritten = 0
    fc.assert(
      fc.property(entry, change, fc.nat(), (text, fields, pick) => {
        const all = cards(text)
        const { from, ...card } = all[pick % all.length]!
        expect(writeLinkCard(text, from, card)).toEqual({ ok: true, value: [] })
        const written = writeLinkCard(text, from, fields)
        if (!written.ok) return
        const after = spliceText(text, written.value)!
        const { from: _, ...read } = cards(after)[pick % all.length]!
        expect(read).toEqual({ ...card, ...fields })
        wasWritten += written.value.length
        for (const splice of written.value) {
          const own = text.slice(0, splice.from).split('\n').length
          const line = text.slice(0, from).split('\n').length
          const below = text
            .slice(from)
            .split('\n')
            .findIndex((each, at) => at > 0 && !/^[\s>]*[-*]/.test(each))
          expect(own).toBeGreaterThanOrEqual(line)
          if (below > 0) expect(own).toBeLessThanOrEqual(line + below)
        }
      }),
      { seed: 20261124, numRuns: 400 },
    )
    expect(wasWritten).toBeGreaterThan(200)
  })
})

const firstUser = '../shared/text/career-exploration.md'

describe.skipIf(!existsSync(firstUser))(`the first user's text (skipped without ${firstUser})`, () => {
  it('takes a star, a month and a note on each of its own lines, and gives every byte back', () => {
    const text = readFileSync(firstUser, 'utf8')
    const own = cards(text).filter(({ month }) => month !== null)
    expect(own).toHaveLength(7)
    for (const { from, isMustRead, month } of own) {
      const there = writeLinkCard(text, from, { isMustRead: !isMustRead, month: '2020-02' })
      if (!there.ok) throw new Error(there.error.message)
      const changed = spliceText(text, there.value)!
      const lines = text.split('\n')
      expect(changed.split('\n').filter((each, at) => each !== lines[at])).toHaveLength(1)
      const back = writeLinkCard(changed, from, { month })
      if (!back.ok) throw new Error(back.error.message)
      expect(cards(spliceText(changed, back.value)!).map(({ month: each }) => each)).toEqual(
        cards(text).map(({ month: each }) => each),
      )
    }
  })
})
