import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EntryPath, Revision } from '../../../../shared/entry/entry-path.ts'
import { summarizeEntry } from '../../../../shared/entry/summarize.ts'
import type { Action, Summary } from '../../../../shared/entry/summary.ts'
import { canonicalUrl } from '../../../../shared/resources/canonical-url.ts'
import { entryTextArbitrary } from '../../../support/markdown-arbitrary.ts'

function summarize(text: string): Summary {
  return summarizeEntry({
    path: 'a.md' as EntryPath,
    text,
    revision: 'r' as Revision,
    actionHeadings: ['actions', 'plan'],
  })
}

function flat(actions: readonly Action[]): readonly Action[] {
  return actions.flatMap((action) => [action, ...flat(action.steps)])
}

/** What the panels and the search rely on when they go to a place or change it. */
function expectSound(text: string, summary: Summary): void {
  expect(summary.title).not.toBe('')
  let last = -1
  for (const use of summary.resources) {
    const written = text.slice(use.span.from, use.span.to)
    expect(written, 'a link where its place says').toMatch(
      /^(?:!?\[[^]*[\])]|<[^]*>|(?:https?|ftp):\S+|www\.\S+)$/i,
    )
    expect(use.span.from).toBeGreaterThan(last)
    last = use.span.from
    expect(use.key).toBe(canonicalUrl(use.url))
    expect(use.title).not.toBe('')
    for (const note of use.notes) expect(note).toBe(note.trim())
  }
  const numbers = new Set<number>()
  for (const action of flat(summary.actions)) {
    expect(numbers.has(action.itemNumber)).toBe(false)
    numbers.add(action.itemNumber)
    expect(text.slice(action.span.from, action.span.to)).toMatch(/^(?:[-*+]|\d+[.)])/)
    expect(action.boxAt === null).toBe(action.box === null)
    if (action.boxAt !== null) expect(text.slice(action.boxAt - 1, action.boxAt + 2)).toBe(`[${action.box}]`)
  }
  for (const quote of summary.quotes) {
    expect(text[quote.span.from]).toBe('>')
    expect(quote.span.to).toBeLessThanOrEqual(text.length)
    expect(quote.text).toBe(quote.text.trim())
    expect(quote.text).not.toBe('')
  }
  last = -1
  for (const mention of summary.people) {
    expect(mention.name).toBe(mention.name.trim())
    expect(mention.name).not.toBe('')
    expect(mention.from).toBeGreaterThanOrEqual(last)
    expect(mention.from).toBeLessThan(text.length)
    last = mention.from
  }
  for (const program of summary.programs) {
    expect(program.name).not.toBe('')
    expect(text.slice(program.span.from, program.span.to)).toMatch(/^[^\r\n]+$/)
  }
  for (const heading of summary.headings) expect(heading.span.to).toBeGreaterThan(heading.span.from)
}

describe('a summary of any entry', () => {
  it('never fails, and all its places are where they say', () => {
    fc.assert(
      fc.property(entryTextArbitrary, (text) => expectSound(text, summarize(text))),
      { seed: 20261124, numRuns: 600 },
    )
  })
})

const corpus = '../shared/corpus'

function findFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((each) => {
    const place = path.join(folder, each.name)
    if (each.isDirectory()) return findFiles(place)
    return each.name.endsWith('.md') ? [place] : []
  })
}

describe.skipIf(!existsSync(corpus))(`real entries (skipped without ${corpus})`, () => {
  it('have sound summaries', () => {
    const files = findFiles(corpus)
    expect(files.length).toBeGreaterThan(100)
    for (const file of files) {
      const text = readFileSync(file, 'utf8')
      expectSound(text, summarize(text))
    }
  })

  it('name as authors only those whom the line names', () => {
    const authors = findFiles(corpus).flatMap((file) =>
      summarize(readFileSync(file, 'utf8')).resources.flatMap((use) => use.authors),
    )
    // Read by hand against the text: every one of them is a person or an organisation that the line, or the front matter of a clipping, names as author.
    expect([...new Set(authors)].toSorted()).toEqual([
      '@mbostock',
      '@notjustabartender',
      'Aaron Maxwell',
      'Chris Amico',
      'David S. Lim',
      'Deno team',
      'Dylan Freedman',
      'Full Stack Deep Learning',
      'GitHub',
      'Google',
      'Homebrew',
      'Kevin Kelly',
      'Markus Wüstenberg',
      'OpenAI',
      'Parand Darugar',
      'Robert Cooper',
      'Steph Ango',
      'godofgrunts',
    ])
  })
})
