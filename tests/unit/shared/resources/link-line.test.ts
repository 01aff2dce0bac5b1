import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leafLines, sourceSpan } from '../../../../shared/entry/leaf-lines.ts'
import { parseEntry } from '../../../../shared/markdown/parse-entry.ts'
import type { Field } from '../../../../shared/resources/author-names.ts'
import { findLineLinks } from '../../../../shared/resources/line-links.ts'
import { readLinkLine, type LinkFacts } from '../../../../shared/resources/link-line.ts'

/** The facts of the first line of `text`, with a way to see where a field stands in the source. */
function read(text: string): { facts: readonly LinkFacts[]; written: (field: Field) => string } {
  const first = parseEntry(text).blocks[0]
  const leaf = first?.type === 'list' ? first.items[0]!.blocks[0] : first
  if (leaf?.type !== 'paragraph') throw new Error('a paragraph is expected')
  const line = leafLines(leaf.runs)[0]!
  const written = (field: Field): string => {
    const span = sourceSpan(line, field.at, field.end)
    return text.slice(span.from, span.to)
  }
  return { facts: readLinkLine(line, findLineLinks(line, text)), written }
}

describe('readLinkLine tells where each field is written, so that it can be written back', () => {
  it.each([
    '- [T](https://e.example) by **Ann Lee** and Bo Kim (Sep 2025) ⭐️ (in two parts)',
    '[T](https://e.example) by Ann Lee and Bo Kim (Sep 2025) (in two parts)',
    '[T](https://e.example) &ndash; Ann Lee and Bo Kim (Sep 2025) (in two parts)',
  ])('%s', (text) => {
    const { facts, written } = read(text)
    expect(facts[0]?.authors.map(written)).toEqual(['Ann Lee', 'Bo Kim'])
    expect(facts[0]?.authors.map((author) => author.value)).toEqual(['Ann Lee', 'Bo Kim'])
    expect(facts[0]?.month).toMatchObject({ value: '2025-09' })
    expect(written(facts[0]!.month!)).toBe('Sep 2025')
    expect(facts[0]?.notes.map(written)).toEqual(['in two parts'])
  })

  it('finds a star with its variation selector', () => {
    const { facts, written } = read('[T](https://e.example) ⭐️ x')
    const star = facts[0]!.star!
    expect(written({ ...star, value: '' })).toBe('⭐️')
  })

  it('places authors that stand before the link', () => {
    const { facts, written } = read('In Ann Lee’s [T](https://e.example), she says')
    expect(facts[0]?.authors.map(written)).toEqual(['Ann Lee'])
  })

  it('places an author behind two hundred characters of sentence', () => {
    const { facts, written } = read(`${'word '.repeat(60)}as Ann Lee says in [T](https://e.example):`)
    expect(facts[0]?.authors.map(written)).toEqual(['Ann Lee'])
  })
})

describe('readLinkLine on any line', () => {
  const piece = fc.constantFrom(
    '[T](https://e.example)',
    '[Ann Lee](https://a.example)',
    'https://b.example/x',
    ' by ',
    ' and ',
    ' & ',
    ', ',
    ' - ',
    ': ',
    '(',
    ')',
    ' in ',
    '’s ',
    'Ann',
    'Lee',
    'van ',
    ' ',
    'Sep 2025',
    '2024',
    '⭐️',
    '★',
    'word',
    '**',
    '`c`',
    '&amp;',
    '\\*',
    '[[Page]]',
    '🧑‍💻',
    'é',
  )

  it('gives fields inside the line, in its own words', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 14 }), (parts) => {
        const text = `x${parts.join('')}`
        const leaf = parseEntry(text).blocks[0]
        if (leaf?.type !== 'paragraph') return
        for (const line of leafLines(leaf.runs)) {
          const links = findLineLinks(line, text)
          const facts = readLinkLine(line, links)
          expect(facts.map((each) => each.link)).toEqual(links)
          for (const each of facts) {
            for (const author of each.authors) expect(author.value).not.toBe('')
            for (const field of [
              ...each.authors,
              ...each.notes,
              ...(each.month === null ? [] : [each.month]),
            ]) {
              expect(field.at).toBeLessThan(field.end)
              expect(field.end).toBeLessThanOrEqual(line.text.length)
              const span = sourceSpan(line, field.at, field.end)
              expect(span.from).toBeLessThan(span.to)
              expect(span.to).toBeLessThanOrEqual(text.length)
            }
          }
          expect(facts.filter((each) => each.star !== null).length).toBeLessThanOrEqual(1)
        }
      }),
      { seed: 20261124, numRuns: 3000 },
    )
  })
})
