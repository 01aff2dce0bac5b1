import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FrontMatter } from '../../../../shared/entry/front-matter-values.ts'
import { readFrontMatter } from '../../../../shared/entry/front-matter.ts'
import { parseEntry } from '../../../../shared/markdown/parse-entry.ts'

function read(text: string): FrontMatter {
  return readFrontMatter(parseEntry(text))
}

function values(text: string): Record<string, unknown> {
  return Object.fromEntries(read(text).values)
}

describe('readFrontMatter: YAML', () => {
  it('reads nested maps, lists of both styles, numbers and booleans', () => {
    const text =
      '---\ntitle: "T"\ntags: ["a", b]\nlist:\n- x\n- 2\ncover:\n    image: ""\n    hidden: true\nweight: 1\nempty:\n---\n# hi\n'
    expect(values(text)).toEqual({
      title: 'T',
      tags: ['a', 'b'],
      list: ['x', 2],
      cover: { image: '', hidden: true },
      weight: 1,
      empty: null,
    })
  })

  it.each([
    ['2025-09-20T10:00:00Z'],
    ['2025-09-20'],
    ['2025-09-20 10:00:00 +0200'],
    ['12:30'],
    ['no'],
    ['0x1F.'],
  ])('keeps %s as text', (written) => {
    expect(values(`---\ndate: ${written}\n---\n`)).toEqual({ date: written })
  })

  it('reads behind a byte order mark, with CRLF and with lone CR', () => {
    expect(values('\uFEFF---\r\ntitle: a\r\ndraft: true\r\n---\r\nx')).toEqual({ title: 'a', draft: true })
    expect(values('---\rtitle: a\rdraft: true\r---\rx')).toEqual({ title: 'a', draft: true })
  })

  it('takes what can be read of broken YAML, and says what is wrong', () => {
    const broken = read('---\ntitle: Safety: a start\ndraft: true\ntags: [a\n---\nx')
    expect(broken.problem).not.toBeNull()
    expect(broken.values.get('title')).toBe('Safety: a start')
    expect(values('---\ntitle: "a\ndate: 2026-11-24\n---\n')).toMatchObject({ date: '2026-11-24' })
    expect(values('---\njust words\n---\n')).toEqual({})
  })

  it('survives aliases without anchors and bombs of aliases', () => {
    expect(values('---\na: *nothing\ntitle: t\n---\n')).toMatchObject({ title: 't' })
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]']
    for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh'].map((pair) => [pair[0], pair[1]])) {
      bomb.push(`${to}: &${to} [${Array.from({ length: 9 }, () => `*${from}`).join(',')}]`)
    }
    expect(values(`---\n${bomb.join('\n')}\ntitle: t\n---\n`)).toMatchObject({ title: 't' })
  })

  it('takes the first of two equal keys', () => {
    expect(values('---\na: 1\na: 2\n---\n')).toEqual({ a: 1 })
  })

  it('finds no fault in comments alone', () => {
    expect(read('---\n# a note\n---\n')).toEqual({ values: new Map(), problem: null })
  })

  it('is empty without front matter, or with an empty one', () => {
    for (const text of ['', 'x', '---\n---\nx', '\n---\ntitle: a\n---\n', '---\ntitle: a\n']) {
      expect(read(text)).toEqual({ values: new Map(), problem: null })
    }
  })
})

describe('readFrontMatter: TOML and JSON', () => {
  it('reads the TOML of blogs', () => {
    const text = `+++
date = "2016-03-25"
title = 'It is' # note
draft = true
weight = 1_000
updated = 2016-03-25T10:00:00Z
tags = [
  "a", # one
  'b',
]
summary = """
two \\
  lines\\u0021"""
[extra]
toc = true
[[list]]
x = 1
+++
body
`
    expect(values(text)).toMatchObject({
      date: '2016-03-25',
      title: 'It is',
      draft: true,
      weight: 1000,
      updated: '2016-03-25T10:00:00Z',
      tags: ['a', 'b'],
      summary: 'two lines!',
      extra: { toc: true },
    })
    expect(values(text)).not.toHaveProperty('x')
  })

  it('reads what TOML has beyond that: inline tables, dotted keys, arrays of tables', () => {
    const text =
      '+++\na = {x = 1, y.z = "q"}\nb.c = [2025-09-20, 12:30:00]\n"d e" = inf\n[[l]]\nn = 1\n[[l]]\nn = 2\n[t.u]\nv = 0x1F\n+++\n'
    expect(values(text)).toEqual({
      a: { x: 1, y: { z: 'q' } },
      b: { c: ['2025-09-20', '12:30:00'] },
      'd e': Infinity,
      l: { 0: { n: 1 }, 1: { n: 2 } },
      t: { u: { v: 31 } },
    })
    expect(values('+++\r__proto__ = 1\rtitle = "t"\r+++\rx')).toMatchObject({ title: 't' })
  })

  it('goes on behind a line of TOML that cannot be read', () => {
    const found = read('+++\ntitle = "t"\nb = "open\nc = [1, \ndate = 2025-09-20\n[t]\ndraft = true\n+++\n')
    expect(found.values).toEqual(
      new Map([
        ['title', 't'],
        ['date', '2025-09-20'],
      ]),
    )
    expect(found.problem).toContain('b = "open')
  })

  it('reads JSON', () => {
    expect(values('{\n  "title": "t",\n  "tags": ["a"]\n}\n\nbody')).toEqual({ title: 't', tags: ['a'] })
  })
})

describe('readFrontMatter for any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'a: ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '&a',
      '*a',
      ': ',
      '#',
      '|',
      '>',
      '\t',
      '!!x ',
      '? ',
      '%',
      '---',
      '...',
      ' = ',
      '"""',
      '\\u',
      '<<: ',
    ),
    fc.string({ maxLength: 5 }),
  )
  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('---', '+++'),
        fc.array(
          fc.array(piece, { maxLength: 5 }).map((parts) => parts.join('')),
          { maxLength: 8 },
        ),
        (fence, lines) => {
          const found = read([fence, ...lines, fence, 'body'].join('\n'))
          expect(found.values).toBeInstanceOf(Map)
        },
      ),
      { seed: 20261124, numRuns: 2000 },
    )
  })
})
