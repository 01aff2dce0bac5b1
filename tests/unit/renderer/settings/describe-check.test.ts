import { describe, expect, test } from 'vitest'
import { offsetOfLine } from '../../../../renderer/app/line-offset.ts'
import { checkDetail, checkTitle, writeCheckReport } from '../../../../renderer/settings/describe-check.ts'
import type { FileCheck } from '../../../../shared/contract/file-check.ts'
import type { EntryPath } from '../../../../shared/entry/entry-path.ts'

const sound: FileCheck = {
  files: 1200,
  identical: 1200,
  readOnly: 0,
  edits: 0,
  exact: 0,
  refused: 0,
  seed: 7,
  faults: [],
  faultCount: 0,
}
const fault = {
  path: 'private/Dr Who.md' as EntryPath,
  line: 12,
  edit: 'bold',
  construct: 'list > item: words',
}
const unsound: FileCheck = {
  ...sound,
  identical: 1199,
  readOnly: 1,
  edits: 3600,
  exact: 3590,
  refused: 9,
  faults: [fault, { ...fault, line: 3, edit: 'none' }, { ...fault, path: 'b.md' as EntryPath }],
  faultCount: 5,
}

describe('the result of a check in words', () => {
  test('of sound files', () => {
    expect(checkTitle(sound)).toBe('Every file comes back byte for byte.')
    expect(checkDetail(sound)).toBe('1,200 of 1,200 files opened and saved the same bytes.')
    expect(checkTitle({ ...sound, files: 0, identical: 0 })).toBe('There is no Markdown file to check.')
    expect(checkTitle({ ...sound, files: 1, readOnly: 1 })).toContain('No file can be written')
  })

  test('of faults, files that are read only, and edits', () => {
    expect(checkTitle(unsound)).toBe('5 faults found in 1,200 files.')
    expect(checkDetail(unsound)).toContain('1 file not UTF-8')
    expect(checkDetail(unsound)).toContain(
      'Of 3,600 edits in memory 3,590 were written just as meant, and 9 refused.',
    )
  })

  test('as a report without names of files', () => {
    const report = writeCheckReport(unsound, '0.1.0', 'linux')
    expect(report).toContain('Cairn 0.1.0, linux, check of files, seed 7')
    expect(report).toContain('file 1, line 12: bold: list > item: words')
    expect(report).toContain('file 1, line 3: open and save: list > item: words')
    expect(report).toContain('file 2, line 12')
    expect(report).toContain('and 2 more')
    expect(report).not.toContain('Who')
    expect(report).not.toContain('b.md')
  })
})

test('a line begins where its number says, whatever ends the lines', () => {
  const text = 'a\nb\r\nc\rd'
  expect([1, 2, 3, 4].map((line) => text[offsetOfLine(text, line)])).toEqual(['a', 'b', 'c', 'd'])
  expect(offsetOfLine(text, 9)).toBe(text.lastIndexOf('d'))
  expect(offsetOfLine('', 1)).toBe(0)
})
