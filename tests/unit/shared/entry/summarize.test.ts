import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseEntryPath, type EntryPath, type Revision } from '../../../../shared/entry/entry-path.ts'
import { titleOfPath } from '../../../../shared/entry/entry-title.ts'
import { summarizeEntry } from '../../../../shared/entry/summarize.ts'
import type { Summary } from '../../../../shared/entry/summary.ts'
import { parseEntry } from '../../../../shared/markdown/parse-entry.ts'

function entryPath(value: string): EntryPath {
  const path = parseEntryPath(value)
  if (path === null) throw new Error(`no entry path: ${value}`)
  return path
}

function summary(path: string, text: string): Summary {
  return summarizeEntry({
    path: entryPath(path),
    text,
    revision: 'r1' as Revision,
    actionHeadings: ['actions', 'next steps'],
  })
}

describe('title', () => {
  it.each([
    ['a.md', '---\ntitle: From the head\n---\n# From the text\n', 'From the head'],
    ['a.md', '---\ntitle: 2026\n---\n', '2026'],
    ['a.md', '---\ntitle: ""\n---\n# From *the* [text](u) \n', 'From the text'],
    ['a.md', '## two\n\n# one\n', 'one'],
    ['a.md', '> # quoted\n\ntext\n', 'a'],
    ['a.md', 'Setext\n===\n', 'Setext'],
    ['a.md', '#\n\n# second\n', 'second'],
    ['how-to-start.md', 'text', 'how to start'],
    ['2026-11-24-first-call.md', '', 'first call'],
    ['2026/2026-11-24.md', '', '24 November 2026'],
    ['posts/how-to-start/index.md', '', 'how to start'],
    ['2026-11-24 (mine 2026-11-24 10.47).md', '', '24 November 2026 (mine 2026-11-24 10.47)'],
    ['a.md', '---\nTitle: As in Hugo\n---\n', 'As in Hugo'],
    ['index.md', '', 'index'],
    ['a.md', '+++\ntitle = "TOML"\n+++\n', 'TOML'],
    ['a.md', '---\ntitle: Safety: a start\n---\n', 'Safety: a start'],
  ])('%s %j is “%s”', (path, text, title) => {
    expect(summary(path, text).title).toBe(title)
  })

  it('can be had from the path alone', () => {
    expect(titleOfPath(entryPath('2026/11/24.md'))).toBe('24 November 2026')
  })
})

describe('date', () => {
  it.each([
    ['2026-11-23.md', '---\ndate: 2026-11-24T23:30:00-08:00\n---\n', '2026-11-24'],
    ['2026-11-23.md', '---\ndate: tomorrow\n---\n', '2026-11-23'],
    ['2026/11/23.md', '', '2026-11-23'],
    ['a.md', '+++\ndate = 2016-03-25\n+++\n', '2016-03-25'],
    ['a.md', '# 2026-11-24\n', null],
  ])('%s %j is %s', (path, text, date) => {
    expect(summary(path, text).date).toBe(date)
  })
})

describe('kind', () => {
  it.each([
    ['2026-11-24.md', '', 'daily'],
    ['2026/11/24-title.md', '# x\n', 'daily'],
    ['resources.md', '', 'page'],
    ['resources.md', '---\ntitle: Resources\ntags: [a]\n---\n', 'page'],
    ['a.md', '---\ndraft: true\n---\n', 'draft'],
    ['a.md', '---\ntitle: T\ndraft: false\n---\n', 'draft'],
    ['a.md', '---\ndraft: false\n---\n', 'page'],
    ['2026-11-24.md', '---\ntitle: T\ndraft: false\n---\n', 'draft'],
    ['drafts/2026-11-24.md', '', 'draft'],
    ['blog/_drafts/a.md', '', 'draft'],
    ['my drafts/a.md', '', 'page'],
    ['_posts/2026-11-24-a.md', '---\ntitle: T\n---\n', 'draft'],
    ['content/posts/a.md', '+++\ntitle = "T"\n+++\n', 'draft'],
    ['content/posts/a.md', 'text', 'page'],
    ['a.md', '---\npublished: false\n---\n', 'draft'],
    ['a.md', '---\ndraft: yes\n---\n', 'draft'],
  ])('%s %j is a %s', (path, text, kind) => {
    expect(summary(path, text).kind).toBe(kind)
  })
})

describe('tags', () => {
  it.each([
    ['---\ntags: ["ai-safety", career]\n---\n', ['ai-safety', 'career']],
    ['---\ntags:\n- a\n- "#b"\n- 2026\n---\n', ['a', 'b', '2026']],
    ['---\ntags: a, machine learning\n---\n', ['a', 'machine learning']],
    ['---\ntags: "#a #b"\n---\n', ['a', 'b']],
    ['---\ntag: one\n---\n', ['one']],
    ['---\ntags:\n---\n', []],
    ['---\ntags: [a, A, a/b]\n---\n#a #c\n', ['a', 'a/b', 'c']],
    ['---\ntags: [[a], {b: c}]\n---\n', []],
    ['+++\ntags = ["a"]\n+++\n', ['a']],
    ['see #goal/portfolio, (#x) and **#y**: #z-1_a.\n', ['goal/portfolio', 'x', 'y', 'z-1_a']],
    ['- [ ] a #todo\n\n> #quote\n\n| #cell |\n|---|\n', ['todo', 'quote', 'cell']],
    ['#première #日本 #🚀\n', ['première', '日本', '🚀']],
    ['`#code` [#link](u) \\#escaped a#b #12 #2026-11 https://e.example/#x ## # #/x\n', []],
    ['# heading\n\n```\n#code\n```\n\n    #code\n', []],
    ['<p>#html</p>\n\n[^1]: #x\n', []],
    ['# a #b\n', ['b']],
  ])('of %j', (text, tags) => {
    expect(summary('a.md', text).tags).toEqual(tags)
  })
})

describe('words and headings', () => {
  it.each([
    ["---\ntitle: not counted\n---\n# One two\n\nthree don't **fo**ur 1-1 well-known\n", 7],
    ['- [ ] a [b c](https://e.example/x/y) ![d e](p.png) [[F|g h]]\n', 5],
    ['```\ncode here\n```\n\n<div>html</div>\n', 0],
    ['日本語 と English', 5],
    ['— … 🧑‍💻 !\n', 0],
    ['a\nb  \nc\\\nd', 4],
    ['| a | b c |\n|---|---|\n| d | e |\n', 5],
    ['', 0],
  ])('%j has %i words', (text, count) => {
    expect(summary('a.md', text).wordCount).toBe(count)
  })

  it('headings have text, level and place', () => {
    const text = '# a *b*\n\n> ## quoted\n\nc\n---\n### `d`\n'
    const headings = summary('a.md', text).headings
    expect(headings.map(({ text: words, level }) => [words, level])).toEqual([
      ['a b', 1],
      ['c', 2],
      ['d', 3],
    ])
    expect(text.slice(headings[0]!.span.from, headings[0]!.span.to)).toBe('# a *b*')
  })
})

describe('summarizeEntry', () => {
  it('gives the same from a tree that the caller has', () => {
    const text = '---\ntags: [a]\n---\n# actions\n- b [T](https://e.example)\n'
    const entry = {
      path: entryPath('2026-11-24.md'),
      text,
      revision: 'r1' as Revision,
      actionHeadings: ['actions'],
    }
    expect(summarizeEntry({ ...entry, parsed: parseEntry(text) })).toEqual(summarizeEntry(entry))
  })

  it.each(['', '\uFEFF', '---', '---\n', '+++\n+++', '\0', '[', '- [ ]', '> '.repeat(500)])(
    'takes %j',
    (text) => {
      expect(summary('a.md', text).title).toBe('a')
    },
  )
})

const firstUser = '../shared/text/career-exploration.md'

describe.skipIf(!existsSync(firstUser))(`the first user's text (skipped without ${firstUser})`, () => {
  it('is a draft with its title, day and tags', () => {
    const read = summary('career-exploration.md', readFileSync(firstUser, 'utf8'))
    expect(read).toMatchObject({
      kind: 'draft',
      title: 'AI Safety Career Exploration',
      date: '2025-09-20',
      tags: ['ai-safety', 'career', 'technical-research', 'mentorship', 'resources'],
    })
    expect(read.headings.map((heading) => heading.text).slice(0, 3)).toEqual([
      'how is this blog different',
      'mentorship',
      'have something to show',
    ])
  })
})
