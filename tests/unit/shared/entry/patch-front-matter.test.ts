import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFrontMatter } from '../../../../shared/entry/front-matter.ts'
import { patchFrontMatter, type FrontMatterValue } from '../../../../shared/entry/patch-front-matter.ts'
import { splitHead } from '../../../../shared/markdown/parse/split-head.ts'

function patched(text: string, key: string, value: FrontMatterValue): string {
  const outcome = patchFrontMatter(text, key, value)
  if (!outcome.ok) throw new Error(outcome.error.message)
  return outcome.value
}

const hugo = `---
# private note
title: "AI Safety Career Exploration"   # inline
draft: false
date: 2025-09-20T10:00:00Z
tags: ["ai-safety", "career"]
categories:
  - 'Career' # first
  # between
  - 'Notes'
cover:
    image: ""
    hidden: true
summary: >
  folded
  text
empty:
---
# body
title: not this
`

describe('patchFrontMatter changes one value and nothing else', () => {
  it.each<[string, FrontMatterValue, string, string]>([
    ['title', 'New: "one"', 'title: "AI Safety Career Exploration"   #', 'title: "New: \\"one\\""   #'],
    ['draft', true, 'draft: false', 'draft: true'],
    ['date', '2026-11-24', 'date: 2025-09-20T10:00:00Z', 'date: 2026-11-24'],
    ['tags', ['career', 'x, y'], '["ai-safety", "career"]', '["career", "x, y"]'],
    ['empty', 'filled', 'empty:\n', 'empty: filled\n'],
    ['categories', ['Career', 'Notes', "it's"], "  - 'Notes'\n", "  - 'Notes'\n  - 'it''s'\n"],
    ['categories', ['New', 'Career', 'Notes'], "  - 'Career' #", "  - 'New'\n  - 'Career' #"],
    ['categories', ['Career'], "  - 'Notes'\n", ''],
    ['summary', 'short', 'summary: >\n  folded\n  text\n', 'summary: short\n'],
    ['weight', 1, 'empty:\n---', 'empty:\nweight: 1\n---'],
    ['new', 'yes: it is', 'empty:\n---', 'empty:\nnew: "yes: it is"\n---'],
  ])('%s to %j', (key, value, from, to) => {
    expect(patched(hugo, key, value)).toBe(hugo.replace(from, () => to))
  })

  it('keeps CRLF, a byte order mark and four-space indents', () => {
    const text = '\uFEFF---\r\ntitle: a\r\ncover:\r\n    image: ""\r\n---\r\nbody'
    expect(patched(text, 'title', 'b')).toBe(text.replace('title: a', 'title: b'))
    expect(patched(text, 'draft', true)).toBe(text.replace('""\r\n---', '""\r\ndraft: true\r\n---'))
  })

  it('gives front matter to an entry that has none, and fills an empty one', () => {
    expect(patched('# hi\r\n', 'draft', true)).toBe('---\r\ndraft: true\r\n---\r\n# hi\r\n')
    expect(patched('', 'draft', true)).toBe('---\ndraft: true\n---\n')
    expect(patched('---\n---\nx', 'draft', true)).toBe('---\ndraft: true\n---\nx')
  })

  it('quotes what YAML would read as something else', () => {
    for (const value of [
      'true',
      '12',
      'null',
      '~',
      '- a',
      'a: b',
      'a #b',
      '',
      ' a',
      '[x',
      '*x',
      '2026',
      'a\nb',
      '"',
      "'",
    ]) {
      expect(readBack(patched('---\ntitle: a\n---\n', 'title', value), 'title')).toBe(value)
    }
  })
})

describe('patchFrontMatter refuses, and says so', () => {
  it.each<[string, string, FrontMatterValue]>([
    ['+++\ntitle = "a"\n+++\n', 'title', 'b'],
    ['{"title": "a"}\n', 'title', 'b'],
    ['---\ntitle: [a\n---\n', 'title', 'b'],
    ['---\njust words\n---\n', 'title', 'b'],
    ['---\nbase: &x one\nother: *x\n---\n', 'base', 'b'],
    ['---\ntags: [a, # why\n  b]\n---\n', 'tags', ['a']],
    ['---\ntags: # mine\n  - a\n---\n', 'tags', 'b'],
    ['---\ntags:\n  - a # mine\n---\n', 'tags', []],
    ['---\n{title: a}\n---\n', 'title', 'b'],
    ['---\ntitle: a\n---\n', 'ti tle', 'b'],
  ])('%j', (text, key, value) => {
    const outcome = patchFrontMatter(text, key, value)
    expect(outcome.ok ? outcome.value : outcome.error.code).toBe('invalid-input')
  })
})

function readBack(text: string, key: string): unknown {
  return readFrontMatter({ text, head: splitHead(text).head }).values.get(key)
}

describe('patchFrontMatter for any front matter', () => {
  const scalar = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom('a: b', '# x', 'true', '3', 'déjà', '⭐️', 'a  b', '---', "it's", '"q"'),
  )
  const value: fc.Arbitrary<FrontMatterValue> = fc.oneof(
    scalar,
    fc.boolean(),
    fc.integer(),
    fc.array(scalar, { maxLength: 4 }),
  )
  const line = fc.oneof(
    fc
      .tuple(fc.constantFrom('a', 'b', 'c'), scalar)
      .map(([key, text]) => `${key}: ${JSON.stringify(text)} # note`),
    fc
      .tuple(fc.constantFrom('a', 'b', 'c'), fc.array(scalar, { maxLength: 3 }))
      .map(([key, list]) => `${key}: ${JSON.stringify(list)}`),
    fc
      .tuple(fc.constantFrom('a', 'b', 'c'), fc.array(scalar, { minLength: 1, maxLength: 3 }))
      .map(([key, list]) => `${key}:\n${list.map((each) => `    - ${JSON.stringify(each)}`).join('\n')}`),
    fc.constantFrom('# comment', '', 'cover:\n    image: ""', 'd: >-\n  long\n  text'),
  )

  it('reads back as asked, keeps all other lines, and setting the same again changes nothing', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 6 }),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('a', 'b', 'new'),
        value,
        (lines, lineEnd, key, set) => {
          const keys = lines.map((each) => /^[a-d]/.exec(each)?.[0])
          fc.pre(new Set(keys.filter(Boolean)).size === keys.filter(Boolean).length)
          const head = ['---', ...lines, '---', ''].join('\n').replaceAll('\n', lineEnd)
          const text = `${head}body${lineEnd}---${lineEnd}`
          const outcome = patchFrontMatter(text, key, set)
          if (!outcome.ok) throw new Error(outcome.error.message)
          expect(readBack(outcome.value, key)).toEqual(set)
          const others = lines
            .filter((each) => !each.startsWith(`${key}:`))
            .join('\n')
            .replaceAll('\n', lineEnd)
          for (const other of others.split(lineEnd)) expect(outcome.value).toContain(other)
          expect(outcome.value.endsWith(`body${lineEnd}---${lineEnd}`)).toBe(true)
          expect(patched(outcome.value, key, set)).toBe(outcome.value)
        },
      ),
      { seed: 20261124, numRuns: 400 },
    )
  })
})
