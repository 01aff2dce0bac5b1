import { describe, expect, it } from 'vitest'
import type { EntryPath, Revision } from '../../../../shared/entry/entry-path.ts'
import { summarizeEntry } from '../../../../shared/entry/summarize.ts'
import type { Summary } from '../../../../shared/entry/summary.ts'

function summarize(text: string): Summary {
  return summarizeEntry({ path: 'clip.md' as EntryPath, text, revision: '' as Revision, actionHeadings: [] })
}

describe('the resource that an entry is about', () => {
  it('is in its front matter, with who wrote it and when', () => {
    const text =
      '---\ntitle: A post\nsource: "https://www.e.example/post?utm_source=x"\nauthor:\n  - "[[People/Ann Lee]]"\n  - Bo Kim\npublished: 2025-09-03\nstatus: reading\n---\n> words\n'
    const { resources, quotes, people } = summarize(text)
    expect(resources).toHaveLength(1)
    expect(resources[0]).toMatchObject({
      key: 'https://e.example/post',
      title: 'A post',
      authors: ['Ann Lee', 'Bo Kim'],
      month: '2025-09',
      status: 'reading',
    })
    const { from, to } = resources[0]!.span
    expect(text.slice(from, to)).toBe('https://www.e.example/post?utm_source=x')
    expect(quotes[0]).toMatchObject({
      people: ['Ann Lee', 'Bo Kim'],
      source: { key: 'https://e.example/post' },
    })
    expect(new Set(people.map(({ name }) => name))).toEqual(new Set(['Ann Lee', 'Bo Kim']))
  })

  it.each([
    ['---\nurl: https://e.example/a\n---\n', 'https://e.example/a'],
    ['+++\nlink = "https://e.example/a"\n+++\n', 'https://e.example/a'],
    ['{\n  "source": "https://e.example/a"\n}\n', 'https://e.example/a'],
    ['---\nsource: a book\nurl: https://e.example/a\n---\n', 'https://e.example/a'],
  ])('%j', (text, url) => {
    expect(summarize(text).resources.map((use) => use.url)).toEqual([url])
  })

  it.each([
    '---\nurl: /about/\n---\n',
    '---\nsource: a conversation\n---\n',
    '---\nsource: [https]\n---\n',
    '---\ntitle: https://e.example\n---\n',
    'url: https\n',
  ])('is none: %j', (text) => {
    expect(summarize(text).resources).toEqual([])
  })
})
