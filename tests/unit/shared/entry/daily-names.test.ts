import { describe, expect, it } from 'vitest'
import { datedName, dayOfPath, readableName } from '../../../../shared/entry/daily-names.ts'
import { parseEntryPath, type EntryPath } from '../../../../shared/entry/entry-path.ts'

function path(value: string): EntryPath {
  const parsed = parseEntryPath(value)
  if (parsed === null) throw new Error(`no entry path: ${value}`)
  return parsed
}

describe('dayOfPath', () => {
  it.each([
    ['2026-11-24.md', '2026-11-24', ''],
    ['2026/2026-11-24.md', '2026-11-24', ''],
    ['journals/2026_11_24.md', '2026-11-24', ''],
    ['2026.11.24.markdown', '2026-11-24', ''],
    ['20261124.md', '2026-11-24', ''],
    ['2026-1-5.md', '2026-01-05', ''],
    ['2026-11-24-first-call.md', '2026-11-24', 'first call'],
    ['2026-11-24 first call.md', '2026-11-24', 'first call'],
    ['2026-11-24 - a-b call.md', '2026-11-24', 'a-b call'],
    ['2026/11/24.md', '2026-11-24', ''],
    ['daily/2026/11/24-first-call.md', '2026-11-24', 'first call'],
    ['2026-11/24.md', '2026-11-24', ''],
    ['2026/11-November/24-Tuesday.md', '2026-11-24', ''],
    ['2026/11/2026-11-24 Tue.md', '2026-11-24', ''],
    ['2024-02-29.md', '2024-02-29', ''],
  ])('%s is %s', (value, day, title) => {
    expect(datedName(path(value))).toEqual({ day, title })
    expect(dayOfPath(path(value))).toBe(day)
  })

  it.each([
    'resources.md',
    '2026.md',
    '2026-11.md',
    '2026-W40.md',
    '2026-13-01.md',
    '2025-02-29.md',
    '2026-11-311.md',
    '202611241.md',
    'call-2026-11-24.md',
    '11/24.md',
    '2026/11/notes.md',
    '2026/24.md',
    'room 2026/11/24.md'.replace('2026', '2026x'),
    '24.md',
  ])('%s names no day', (value) => {
    expect(dayOfPath(path(value))).toBeNull()
  })
})

describe('readableName', () => {
  it.each([
    ['how-to-start', 'how to start'],
    ['how_to_start', 'how to start'],
    ['AI - an overview', 'AI - an overview'],
    ['career-exploration', 'career exploration'],
    ['---', '---'],
    ['x', 'x'],
  ])('%s reads %s', (name, title) => {
    expect(readableName(name)).toBe(title)
  })
})
