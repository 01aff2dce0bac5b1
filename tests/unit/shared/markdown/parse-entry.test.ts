import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseEntry } from '../../../../shared/markdown/parse-entry.ts'
import { entryTextArbitrary } from '../../../support/markdown-arbitrary.ts'
import { treeDefects } from '../../../support/tree-defects.ts'

describe('the front matter of an entry', () => {
  it.each([
    ['YAML', '---\ntitle: a\n---\n# b', 'yaml', '# b'],
    ['YAML behind a byte order mark', '\uFEFF---\na: 1\n---\nx', 'yaml', 'x'],
    ['YAML with CRLF', '---\r\na: 1\r\n---\r\nx', 'yaml', 'x'],
    ['YAML with lone CR', '---\ra: 1\r---\rx', 'yaml', 'x'],
    ['YAML with spaces behind its fences', '--- \na: 1\n---\t\nx', 'yaml', 'x'],
    ['empty YAML', '---\n---\nx', 'yaml', 'x'],
    ['YAML that is all there is', '---\na: 1\n---', 'yaml', ''],
    ['TOML', '+++\na = 1\n+++\nx', 'toml', 'x'],
    ['JSON', '{\n "a": "}\\"{"\n}\nx', 'json', 'x'],
  ])('is cut off: %s', (_what, text, format, body) => {
    const entry = parseEntry(text)
    expect(entry.head?.format).toBe(format)
    expect(text.slice(entry.bodyFrom)).toBe(body)
    expect(entry.head?.span).toEqual({ from: text.startsWith('\uFEFF') ? 1 : 0, to: entry.bodyFrom })
  })

  it.each([
    ['one that is not closed', '---\ntitle: a\n'],
    ['one behind a blank line', '\n---\na: 1\n---\n'],
    ['fences of two kinds', '---\na: 1\n+++\n'],
    ['a shortcode at the beginning', '{{< x >}}\n'],
    ['broken JSON', '{"a": }\n'],
    ['JSON with text behind it', '{"a": 1} x\n'],
  ])('is not seen in %s', (_what, text) => {
    expect(parseEntry(text)).toMatchObject({ head: null, bodyFrom: 0 })
  })

  it('leaves offsets in the whole text', () => {
    const text = '\uFEFF---\na: 1\n---\n\nword'
    expect(parseEntry(text).blocks[0]?.span).toEqual({ from: text.length - 4, to: text.length })
  })
})

describe('the line ending of an entry', () => {
  it.each([
    ['none', '\n'],
    ['a\r\nb\r\nc\n', '\r\n'],
    ['a\rb\rc\n', '\r'],
    ['a\nb\r\n', '\n'],
  ])('of %j is the one most lines use', (text, lineEnding) => {
    expect(parseEntry(text).lineEnding).toBe(lineEnding)
  })
})

describe('the definitions of an entry', () => {
  it('are collected from everywhere, the first of a label counts', () => {
    const { definitions } = parseEntry('> [A  b]: u "t"\n\n- [a B]: v\n\n[c]: <>')
    expect([...definitions]).toEqual([
      ['A B', { url: 'u', title: 't' }],
      ['C', { url: '', title: '' }],
    ])
  })
})

describe('the tree of any entry', () => {
  it('has sound spans: nested, ordered, and no text between them', () => {
    fc.assert(
      fc.property(entryTextArbitrary, (text) => {
        expect(treeDefects(parseEntry(text))).toEqual([])
      }),
      { numRuns: 3000, seed: 20261124 },
    )
  })

  it('has sound spans even for noise', () => {
    const noise = fc.string({
      unit: fc.constantFrom(...'ab \t\n\r>-*+_~`[](){}|!<$%#:=1.\\&"^\0'),
      maxLength: 60,
    })
    fc.assert(
      fc.property(noise, (text) => {
        expect(treeDefects(parseEntry(text))).toEqual([])
      }),
      { numRuns: 5000, seed: 7 },
    )
  })
})
