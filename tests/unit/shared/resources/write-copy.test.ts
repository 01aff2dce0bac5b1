import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spliceText } from '../../../../shared/entry/splice-text.ts'
import { parseEntry } from '../../../../shared/markdown/parse-entry.ts'
import { readLinks } from '../../../../shared/resources/read-links.ts'
import { writeCopy } from '../../../../shared/resources/write-copy.ts'

const copy = { path: 'attachments/toy models.pdf', says: 'pdf' }
const written = ' ([pdf](attachments/toy%20models.pdf))'

function write(text: string, from = text.indexOf('[')): string {
  const answer = writeCopy(text, from, copy)
  if (!answer.ok) throw new Error(answer.error.message)
  return spliceText(text, answer.value) ?? 'overlapping splices'
}

describe('a local copy on a resource’s line', () => {
  it.each([
    ['[Toy](https://a.org/toy)', '[Toy](https://a.org/toy)§'],
    [
      '- [Toy](https://a.org/toy) by Ann Lee (Sep 2022) ⭐\n  - skip the appendix\n',
      '- [Toy](https://a.org/toy) by Ann Lee (Sep 2022) ⭐§\n  - skip the appendix\n',
    ],
    ['- [ ] [Toy](https://a.org/toy) #to-read\r\n', '- [ ] [Toy](https://a.org/toy)§ #to-read\r\n'],
    ['- [Toy](https://a.org/toy) - where to begin', '- [Toy](https://a.org/toy)§ - where to begin'],
    ['- [Toy](https://a.org/toy) (read twice)', '- [Toy](https://a.org/toy) (read twice)§'],
    ['I read [Toy](https://a.org/toy) on the train.', 'I read [Toy](https://a.org/toy)§ on the train.'],
    ['https://a.org/toy  \nnext line', 'https://a.org/toy§  \nnext line'],
  ])('%j', (text, expected) => {
    const from = text.includes('[Toy') ? text.indexOf('[Toy') : 0
    const after = write(text, from)
    expect(after).toBe(expected.replace('§', written))
    const [link] = readLinks(parseEntry(after))
    expect(link?.use.copies).toEqual(['attachments/toy%20models.pdf'])
    expect(readLinks(parseEntry(after))).toHaveLength(1)
    expect(write(after, from)).toBe(after)
  })

  it('stands beside one that is there already', () => {
    const text = '[Toy](https://a.org/toy) ([saved page](attachments/toy.html))'
    const [link] = readLinks(parseEntry(write(text)))
    expect(link?.use.copies).toEqual(['attachments/toy.html', 'attachments/toy%20models.pdf'])
    expect(link?.use.notes).toEqual([])
  })

  it('is no copy when the file is elsewhere, and no note when it is one', () => {
    const links = (text: string) =>
      readLinks(parseEntry(text)).map(({ use }) => [use.title, use.copies, use.notes])
    expect(links('[A](https://a.org) ([pdf](https://a.org/a.pdf))')).toEqual([
      ['A', undefined, ['pdf']],
      ['pdf', undefined, []],
    ])
    expect(links('[A](https://a.org) ([[a.pdf|pdf]]) by Ann Lee')).toEqual([['A', ['a.pdf'], []]])
    expect(links('- [A](https://a.org)\n  - [the paper](a.pdf)')).toEqual([
      ['A', undefined, []],
      ['the paper', undefined, []],
    ])
  })

  it('changes one place and nothing of any link but the copy, or is refused', () => {
    const part = fc.constantFrom(
      '[A](https://a.org)',
      ' by Ann Lee',
      ' (Sep 2022)',
      ' ⭐',
      ' - a note',
      ' (a note)',
      ', ',
      ' and ',
      '\n- ',
      '\n  - ',
      '\n',
      '\n\n',
      '> ',
      '[B](https://b.org/x "t")',
      '<https://c.org>',
      'https://d.org',
      ' #to-read',
      '**',
      '| ',
      '`',
      ' ([pdf](a.pdf))',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 14 }), fc.nat(), (parts, pick) => {
        const text = parts.join('')
        const links = readLinks(parseEntry(text))
        if (links.length === 0) return
        const { use } = links[pick % links.length]!
        const answer = writeCopy(text, use.span.from, copy)
        if (!answer.ok) return
        expect(answer.value).toHaveLength(1)
        const after = readLinks(parseEntry(spliceText(text, answer.value) ?? ''))
        expect(
          after.map(({ use: { span: _span, copies: _copies, sentence: _sentence, ...rest } }) => rest),
        ).toEqual(
          links.map(({ use: { span: _span, copies: _copies, sentence: _sentence, ...rest } }) => rest),
        )
        expect(after[pick % links.length]?.use.copies).toContain('attachments/toy%20models.pdf')
      }),
      { seed: 7, numRuns: 300 },
    )
  })
})
