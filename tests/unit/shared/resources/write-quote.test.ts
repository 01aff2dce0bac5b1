import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Quote } from '../../../../shared/entry/summary.ts'
import { parseEntry } from '../../../../shared/markdown/parse-entry.ts'
import { readQuotes } from '../../../../shared/resources/read-quotes.ts'
import { readResources } from '../../../../shared/resources/read-resources.ts'
import { quoteAsHtml, quoteAsMarkdown } from '../../../../shared/resources/write-quote.ts'

type Written = Pick<Quote, 'text' | 'people' | 'source'>

const source = { key: 'https://a.example/x', url: 'https://a.example/x', title: 'Toy models [draft]' }

function readBack(quote: Written): Quote | undefined {
  const parsed = parseEntry(`${quoteAsMarkdown(quote)}\n`)
  return readQuotes(parsed, readResources(parsed))[0]
}

describe('a quote with its attribution', () => {
  it('is a block quote under who said it and where', () => {
    expect(quoteAsMarkdown({ text: 'start small\nthen grow', people: ['Ann Lee'], source })).toBe(
      'Ann Lee in [Toy models \\[draft\\]](https://a.example/x):\n\n> start small\n>\n> then grow',
    )
    expect(quoteAsMarkdown({ text: 'start small', people: [], source: null })).toBe('> start small')
  })

  it('is escaped as HTML', () => {
    expect(quoteAsHtml({ text: 'a < b & c', people: ['Ann'], source: null })).toBe(
      '<blockquote><p>a &lt; b &amp; c</p></blockquote><p>— Ann</p>',
    )
  })

  it('is read back as the same quote', () => {
    const word = fc.constantFrom('start', 'small', 'then', 'grow', 'why', 'not')
    const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
    const text = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(text, (words) => {
        expect(readBack({ text: words, people: ['Ann Lee'], source })).toMatchObject({
          text: words,
          people: ['Ann Lee'],
          source: { url: source.url, title: source.title },
        })
      }),
      { numRuns: 100, seed: 4 },
    )
  })
})
