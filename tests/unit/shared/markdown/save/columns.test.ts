import { describe, expect, it } from 'vitest'
import { findLineEnd, findLineStart } from '../../../../../shared/entry/line-edges.ts'
import {
  advanceColumn,
  replacePrefix,
  splitLines,
  stripPrefix,
} from '../../../../../shared/markdown/save/columns.ts'

describe('lines', () => {
  it('finds the start and the end of a line behind any line ending', () => {
    for (const ending of ['\n', '\r\n', '\r']) {
      const text = `one${ending}two${ending}three`
      const at = text.indexOf('two') + 1
      expect(text.slice(findLineStart(text, at), findLineEnd(text, at))).toBe('two')
    }
  })

  it('cuts a text behind its line endings and joins back to itself', () => {
    const text = 'a\r\nb\rc\n\nd'
    const lines = splitLines(text)
    expect(lines.map(({ content }) => content)).toEqual(['a', 'b', 'c', '', 'd'])
    expect(lines.map(({ content, ending }) => content + ending).join('')).toBe(text)
  })

  it('counts a tab up to the next multiple of four', () => {
    expect(advanceColumn('\t')).toBe(4)
    expect(advanceColumn('- \t')).toBe(4)
    expect(advanceColumn('\t', 3)).toBe(4)
  })
})

describe('prefixes', () => {
  it.each([
    ['  text', '  ', 'text'],
    ['\ttext', '  ', '  text'],
    ['\t\ttext', '\t', '\ttext'],
    ['> text', '> ', 'text'],
    ['>text', '> ', 'text'],
    ['>   text', '> ', '  text'],
    ['> > text', '> > ', 'text'],
    ['lazy', '> ', 'lazy'],
    [' lazy', '    ', 'lazy'],
    ['   > text', '   > ', 'text'],
  ])('takes from %j the prefix %j', (line, prefix, rest) => {
    expect(stripPrefix(line, prefix)).toBe(rest)
  })

  it('gives each further line another prefix, and blank lines one without trailing spaces', () => {
    expect(replacePrefix('a\n  b\n\n  c', '  ', '> ')).toBe('a\n> b\n>\n> c')
  })

  it('keeps the line endings as they are', () => {
    expect(replacePrefix('a\r\n> b\r\n>\r\n> c', '> ', '')).toBe('a\r\nb\r\n\r\nc')
  })

  it('keeps the spaces of code inside a moved block', () => {
    expect(replacePrefix('```\n    x\n```', '  ', '\t')).toBe('```\n\t  x\n\t```')
  })
})
