import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFrontMatter } from '../../../../shared/entry/front-matter.ts'
import { patchFrontMatter } from '../../../../shared/entry/patch-front-matter.ts'
import type { FrontMatterValue } from '../../../../shared/entry/patch-parts.ts'
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

const toml = `+++
# private note
title   = "unwrap"   # inline
date    = 2025-09-20T10:00:00Z
draft   = false
tags    = ['rust', 'errors']
authors = [
  "Ann", # first
  # between
  "Bo",
]
[extra]
title = "not this"
+++
# body
title = "not this"
`

describe('patchFrontMatter in TOML', () => {
  it.each<[string, FrontMatterValue, string, string]>([
    ['title', 'New: "one"', '"unwrap"   #', '"New: \\"one\\""   #'],
    ['draft', true, 'false', 'true'],
    ['date', '2026-11-24', '2025-09-20T10:00:00Z', '2026-11-24'],
    ['date', 'some day', '2025-09-20T10:00:00Z', '"some day"'],
    ['tags', ['rust', "it's", 'errors'], "'rust', 'errors'", `'rust', "it's", 'errors'`],
    ['tags', [], "['rust', 'errors']", '[]'],
    ['authors', ['Ann', 'Cy'], '"Bo"', '"Cy"'],
    ['authors', ['Ann', 'Bo', 'Cy'], '"Bo",\n', '"Bo",\n  "Cy",\n'],
    ['weight', 1, ']\n[extra]', ']\nweight  = 1\n[extra]'],
    ['a-long-one', 'x', ']\n[extra]', ']\na-long-one = "x"\n[extra]'],
    ['naïve', 'x', ']\n[extra]', ']\n"naïve" = "x"\n[extra]'],
  ])('%s to %j', (key, value, from, to) => {
    expect(patched(toml, key, value)).toBe(toml.replace(from, () => to))
  })

  it('writes what is new as the rest is written', () => {
    expect(patched("+++\r\n\ta='x'\r\n+++\r\n", 'b', 'y')).toBe("+++\r\n\ta='x'\r\n\tb='y'\r\n+++\r\n")
    expect(patched('+++\n+++\nx', 'date', '2025-09-20')).toBe('+++\ndate = 2025-09-20\n+++\nx')
    expect(patched('+++\n[t]\n+++\nx', 'draft', true)).toBe('+++\ndraft = true\n[t]\n+++\nx')
  })
})

const json = `{
  "title": "t",
  "date": "2025-09-20T10:00:00Z",
  "tags": ["a","b"],
  "cover": {
      "title": "not this"
  }
}

# body
`

describe('patchFrontMatter in JSON', () => {
  it.each<[string, FrontMatterValue, string, string]>([
    ['title', 'New: "one"', '"t"', '"New: \\"one\\""'],
    ['date', '2026-11-24', '2025-09-20T10:00:00Z', '2026-11-24'],
    ['tags', ['a', 'c', 'b'], '["a","b"]', '["a","c","b"]'],
    ['tags', ['b'], '["a","b"]', '["b"]'],
    ['tags', 'one', '["a","b"]', '"one"'],
    ['draft', true, '  }\n}', '  },\n  "draft": true\n}'],
  ])('%s to %j', (key, value, from, to) => {
    expect(patched(json, key, value)).toBe(json.replace(from, () => to))
  })

  it('writes what is new as the rest is written', () => {
    expect(patched('{"a":1}\n', 'b', ['x'])).toBe('{"a":1,"b":["x"]}\n')
    expect(patched('{ "a": 1 }\r\nx', 'b', 'y')).toBe('{ "a": 1, "b": "y" }\r\nx')
    expect(patched('{}\nx', 'a', true)).toBe('{"a": true}\nx')
  })
})

describe('patchFrontMatter in YAML follows the file', () => {
  it.each<[string, string, FrontMatterValue, string]>([
    ['title: "T"', 'summary', 'a b', 'summary: "a b"'],
    ["title: 'T'\ndate: 2025-09-20", 'summary', 'a b', "summary: 'a b'"],
    ["title: 'T'\nby: me", 'summary', 'a b', 'summary: a b'],
    ['title: "T"', 'date', '2025-09-20', 'date: 2025-09-20'],
    ['aliases:\n  - "x"', 'tags', ['a', 'b'], 'tags:\n  - "a"\n  - "b"'],
    ['aliases: [x]', 'tags', ['a', 'b'], 'tags: [a, b]'],
  ])('%j gets %s', (lines, key, value, line) => {
    expect(patched(`---\n${lines}\n---\nx`, key, value)).toBe(`---\n${lines}\n${line}\n---\nx`)
  })

  it('with lone CR as with any line end', () => {
    expect(patched('---\rtags:\r- a\r---\rx', 'tags', ['a', 'b'])).toBe('---\rtags:\r- a\r- b\r---\rx')
  })
})

describe('patchFrontMatter refuses, and says so', () => {
  it.each<[string, string, FrontMatterValue]>([
    ['+++\ntitle = "a\n+++\n', 'title', 'b'],
    ['+++\n[title]\nx = 1\n+++\n', 'title', 'b'],
    ['+++\ntitle.x = 1\n+++\n', 'title', 'b'],
    ['+++\ntags = [\n  "a", # mine\n  "b",\n]\n+++\n', 'tags', ['a']],
    ['+++\ntitle = "a"\n+++\n', 'title', '\uD83D'],
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

/** One way of writing the same keys. */
interface Notation {
  readonly name: string
  readonly pair: (key: string, value: string | readonly string[] | boolean) => string
  /** Lines that are nobody's value, and stand between pairs. */
  readonly fillers: readonly string[]
  readonly join: (lines: readonly string[]) => string
}

const quoted = (value: unknown): string =>
  JSON.stringify(value).replace(/[\u007F-\u009F]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`)

const notations: readonly Notation[] = [
  {
    name: 'YAML',
    pair: (key, value) =>
      Array.isArray(value) && value.length > 1
        ? `${key}:\n${value.map((each) => `    - ${quoted(each)}`).join('\n')}`
        : `${key}: ${quoted(value)} # note`,
    fillers: ['# comment', '', 'cover:\n    image: ""', 'long: >-\n  long\n  text'],
    join: (lines) => ['---', ...lines, '---', ''].join('\n'),
  },
  {
    name: 'TOML',
    pair: (key, value) =>
      Array.isArray(value) && value.length > 1
        ? `${key} = [\n${value.map((each) => `    ${quoted(each)},`).join('\n')}\n]`
        : `${key}  =  ${quoted(value)} # note`,
    fillers: ['# comment', '', 'cover = {image = ""}', 'long = """\nlong\n  text"""'],
    join: (lines) => ['+++', ...lines, '[table]', 'a = "another"', '+++', ''].join('\n'),
  },
  {
    name: 'JSON',
    pair: (key, value) =>
      Array.isArray(value) && value.length > 1
        ? `  "${key}": [\n${value.map((each) => `      ${quoted(each)}`).join(',\n')}\n  ]`
        : `  "${key}" : ${quoted(value)}`,
    fillers: ['  "cover":\t{ "a" : 1.50 }', '  "long": [1,2]'],
    join: (lines) => `{\n${lines.join(',\n')}\n}\n`,
  },
]

interface Sample {
  readonly values: Readonly<Record<'a' | 'b' | 'c', string | boolean | readonly string[]>>
  readonly order: readonly ('a' | 'b' | 'c' | 'filler')[]
  readonly filler: string
  readonly lineEnd: string
}

describe.each(notations)('patchFrontMatter for any $name', ({ pair, fillers, join }) => {
  const text = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      'a: b',
      '# x',
      'true',
      '3',
      'déjà',
      '⭐️',
      'a  b',
      '---',
      "it's",
      '"q"',
      '2025-09-20',
      '}',
    ),
  )
  const value = fc.oneof(text, fc.boolean(), fc.array(text, { maxLength: 4 }))
  const matter: fc.Arbitrary<Sample> = fc.record({
    values: fc.record({ a: value, b: value, c: value }),
    order: fc.shuffledSubarray(['a', 'b', 'c', 'filler'] as const, { minLength: 1 }),
    filler: fc.constantFrom(...fillers),
    lineEnd: fc.constantFrom('\n', '\r\n'),
  })

  function write({ values, order, filler, lineEnd }: Sample, key?: string): string[] {
    const lines = order
      .filter((each) => each !== key)
      .map((each) => (each === 'filler' ? filler : pair(each, values[each])))
    return join(lines).replaceAll('\n', lineEnd).split(lineEnd)
  }

  it('the value is there, every other line is as it was, and the old value gives the old bytes', () => {
    fc.assert(
      fc.property(matter, fc.constantFrom('a', 'new'), value, (sample, key, set) => {
        const head = write(sample).join(sample.lineEnd)
        const before = `${head}body${sample.lineEnd}---${sample.lineEnd}`
        const after = patched(before, key, set)
        expect(readBack(after, key)).toEqual(set)
        // Of a list in JSON, the last line that stays gets a comma or loses one.
        const bare = (line: string): string => line.replace(/,$/, '')
        const lines = after.split(sample.lineEnd).map(bare)
        for (const other of write(sample, key)) expect(lines).toContain(bare(other))
        expect(after.endsWith(before.slice(head.length))).toBe(true)
        expect(patched(after, key, set)).toBe(after)
        const old = readBack(before, key)
        if (old === undefined || typeof old !== typeof set || Array.isArray(old) || Array.isArray(set)) return
        expect(patched(after, key, old as FrontMatterValue)).toBe(before)
      }),
      { seed: 20261124, numRuns: 300 },
    )
  })
})

function readBack(text: string, key: string): unknown {
  return readFrontMatter({ text, head: splitHead(text).head }).values.get(key)
}
