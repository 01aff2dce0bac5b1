import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Quote } from '../../../../shared/entry/summary.ts'
import { parseEntry } from '../../../../shared/markdown/parse-entry.ts'
import { readQuotes } from '../../../../shared/resources/read-quotes.ts'
import { readResources } from '../../../../shared/resources/read-resources.ts'

function quotes(text: string): readonly Quote[] {
  const parsed = parseEntry(text)
  return readQuotes(parsed, readResources(parsed))
}

/** Words, people and title of the source of each quote, for tables. */
function facts(text: string): readonly (readonly [string, string, string | null])[] {
  return quotes(text).map(
    (quote) => [quote.text, quote.people.join(' + '), quote.source?.title ?? null] as const,
  )
}

describe('who and where a quote is from', () => {
  it.each<[string, string, string | null]>([
    ['Ann Lee in [T](https://e.example):\n> words', 'Ann Lee', 'T'],
    ['Ann Lee in [T](https://e.example):\n\n> words', 'Ann Lee', 'T'],
    ["In Ann Lee's [T](https://e.example), she talks about:\n> words", 'Ann Lee', 'T'],
    ['Ann Lee (lead at [Lab](https://l.example)) in [T](https://e.example):\n> words', 'Ann Lee', 'T'],
    ['In a [T](https://e.example), the Northlight team said:\n> words', 'Northlight team', 'T'],
    ['John Hughes and Bo Kim in [T](https://e.example):\n> words', 'John Hughes + Bo Kim', 'T'],
    ['From [T](https://e.example):\n> words', '', 'T'],
    ['[T](https://e.example) by Ann Lee (Sep 2025) ⭐\n> words', 'Ann Lee', 'T'],
    ['- [T](https://e.example) by Ann Lee\n  > words', 'Ann Lee', 'T'],
    ['Ann Lee:\n> words', 'Ann Lee', null],
    ['Ann Lee, on the stairs:\n> words', 'Ann Lee', null],
    ['Ann Lee in a conversation on the train:\n> words', 'Ann Lee', null],
    ['marshall said it well, and Marshall wrote:\n> words', 'Marshall', null],
    ['as Ann Lee puts it:\n> words', 'Ann Lee', null],
    ['according to Ann Lee:\n> words', 'Ann Lee', null],
    ['**Ann Lee**:\n> words', 'Ann Lee', null],
    ['[[People/Ann Lee]] in [T](https://e.example):\n> words', 'Ann Lee', 'T'],
    ['[Ann Lee](https://annlee.example) said:\n> words', 'Ann Lee', 'Ann Lee'],
    ['> words\n>\n> — Ann Lee', 'Ann Lee', null],
    ['> words\n> — Ann Lee', 'Ann Lee', null],
    ['> words — Ann Lee', 'Ann Lee', null],
    ['> words\n> -- ann lee', 'ann lee', null],
    ['> words\n> - Ann Lee', 'Ann Lee', null],
    ['> words\n>\n> — Seneca, *Letters to Lucilius*, 104', 'Seneca', null],
    ['> words\n>\n> — Ann Lee, [T](https://e.example) (2024)', 'Ann Lee', 'T'],
    ['> words\n>\n> — [T](https://e.example)', '', 'T'],
    ['> words\n\n— Ann Lee', 'Ann Lee', null],
    ['> [!quote] Ann Lee\n> words', 'Ann Lee', null],
    ['> [!quote]+ Ann, in the kitchen\n> words', 'Ann', null],
    ['> [!quote] Ann Lee in [T](https://e.example)\n> words', 'Ann Lee', 'T'],
    ['> [!QUOTE] [T](https://e.example)\n> words', '', 'T'],
    ['> [!cite] Something about it\n> words\n> — Ann Lee', 'Ann Lee', null],
    ['> [!quote]\n> words', '', null],
    ['[T](https://e.example) by Ann Lee\n\nand from [T](https://e.example):\n> words', 'Ann Lee', 'T'],
  ])('%s', (text, people, title) => {
    expect(facts(text)).toEqual([['words', people, title]])
  })

  it.each([
    'what do hiring managers look for:\n> words',
    'Example:\n> words',
    'Notes on scaling:\n> words',
    'Someone said:\n> words',
    'the answer was:\n> words',
    'My prompt:\n> words',
    'I like this [T](https://e.example).\n> words',
    'Ann Lee is right.\n\n> words',
    '# Ann Lee\n\n> words',
    '> words',
    '```\nAnn Lee:\n```\n> words',
  ])('is not known: %s', (text) => {
    expect(facts(text)).toEqual([['words', '', null]])
  })
})

describe('what a quote is', () => {
  it('is its words: paragraphs as lines, marks and links gone, a dash in the middle kept', () => {
    const text =
      '> It is **bold** and [linked](https://e.example) —\n> over two lines.\n>\n> - one\n> - two\n'
    expect(quotes(text).map((quote) => quote.text)).toEqual([
      'It is bold and linked — over two lines.\none\ntwo',
    ])
  })

  it('is where it stands: in lists, in callouts of another kind, and not in a quote', () => {
    const text = '- a\n  > [!note] Aside\n  > said Ann Lee:\n  > > deep\n\n> outer\n> > inner\n'
    expect(facts(text).map(([words]) => words)).toEqual(['deep', 'outer\ninner'])
  })

  it('keeps the title of a callout that has nothing else', () => {
    expect(facts('> [!quote] To be or not to be\n')).toEqual([['To be or not to be', '', null]])
  })

  it.each([
    '```\n> words\n```\n',
    '    > words\n',
    '> [!note] Aside\n> words\n',
    '> [!tip]- words\n',
    '> **Note:**\n> words\n',
    '>\n',
    '> - [ ] a step\n',
    '> <!-- hidden -->\n',
    '\\> words\n',
    '',
  ])('is none: %j', (text) => {
    expect(facts(text)).toEqual([])
  })

  it('takes tens of thousands of lines and brackets', () => {
    expect(quotes(`${'> a — b\n'.repeat(20_000)}`)).toHaveLength(1)
    expect(quotes(`Ann (${'('.repeat(20_000)}:\n> words`)).toHaveLength(1)
    expect(quotes(`${'Ann Lee, '.repeat(5000)}:\n> words`)).toHaveLength(1)
  })
})

const firstUser = '../shared/text/career-exploration.md'

describe.skipIf(!existsSync(firstUser))(`the first user's text (skipped without ${firstUser})`, () => {
  it('has seven quotes, six with a source and one to be pointed out', () => {
    const text = readFileSync(firstUser, 'utf8').replaceAll('\u00A0', ' ')
    expect(facts(text).map(([words, people, title]) => [words.slice(0, 24), people, title])).toEqual([
      ['If you have little resea', 'Richard Ngo', 'AGI safety career advice'],
      ['Close mentorship is mayb', 'Ethan Perez', 'Tips for Empirical Alignment Research'],
      ['The general idea here is', 'George Wang', 'So you want to work on technical AI safety'],
      ['Further, if you want to ', 'Neel Nanda', 'How To Become A Mechanistic Interpretability Researcher'],
      ['Your goal as a candidate', '', null],
      ['As a general note, I don', 'George Wang', 'So you want to work on technical AI safety'],
      ['As a rough test for the ', 'Google DeepMind team', 'blog post about hiring for safety researchers'],
    ])
  })
})
