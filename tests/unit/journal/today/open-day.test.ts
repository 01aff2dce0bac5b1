import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readDailyNoteSettings } from '../../../../journal/today/daily-note-settings.ts'
import { fillTemplate } from '../../../../journal/today/fill-template.ts'
import { openDay } from '../../../../journal/today/open-day.ts'
import { valueOf } from '../../../support/outcomes.ts'
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts'

const day = '2026-11-24'
const now = new Date(2026, 10, 24, 9, 5)
const read = (root: string, name: string): string => readFileSync(path.join(root, name), 'utf8')

test('opens the entry of the day that is there and writes nothing', async () => {
  const root = makeTemporaryFolder({ 'log/2026-11-24.md': 'mine' })
  expect(valueOf(await openDay(root, day, [], now))).toEqual({ path: 'log/2026-11-24.md', created: null })
  expect(read(root, 'log/2026-11-24.md')).toBe('mine')
})

test('finds the entry by the date in its front matter before the index has read it', async () => {
  const root = makeTemporaryFolder({ 'morning.md': '---\ndate: 2026-11-24\n---\nhello\n', 'other.md': 'x' })
  const opened = valueOf(await openDay(root, day, [], now))
  expect(opened).toEqual({ path: 'morning.md', created: null })
  expect(readdirSync(root).sort()).toEqual(['morning.md', 'other.md'])
})

test('makes an empty entry, once', async () => {
  const root = makeTemporaryFolder()
  const first = valueOf(await openDay(root, day, [], now))
  const second = valueOf(await openDay(root, day, [], now))
  expect([first.path, first.created !== null]).toEqual(['2026-11-24.md', true])
  expect(second).toEqual({ path: '2026-11-24.md', created: null })
  expect(read(root, '2026-11-24.md')).toBe('')
})

test('asked twice at the same moment, makes one entry', async () => {
  const root = makeTemporaryFolder()
  const opened = await Promise.all([openDay(root, day, [], now), openDay(root, day, [], now)])
  expect(opened.map((outcome) => valueOf(outcome).path)).toEqual(['2026-11-24.md', '2026-11-24.md'])
  expect(readdirSync(root)).toEqual(['2026-11-24.md'])
})

test('follows Obsidian’s folder, format and template', async () => {
  const root = makeTemporaryFolder({
    '.obsidian/daily-notes.json':
      '{"folder": "/Days/", "format": "YYYY/DD dddd", "template": "Templates/Day", "autorun": true}',
    'Templates/Day.md': '# {{title}}\r\n{{date}} {{time}} {{date:dddd D MMMM}} {{unknown}}',
  })
  const opened = valueOf(await openDay(root, day, [], now))
  expect(opened.path).toBe('Days/2026/24 Tuesday.md')
  expect(read(root, opened.path)).toBe('# 24 Tuesday\r\n2026-11-24 09:05 Tuesday 24 November {{unknown}}')
})

test('a template that is missing, no UTF-8 or outside of the journal leaves the day empty', async () => {
  const outside = makeTemporaryFolder({ 'secret.md': 'secret' })
  for (const template of ['gone', 'latin1', 'link', '../secret']) {
    const root = makeTemporaryFolder({
      '.obsidian/daily-notes.json': JSON.stringify({ template }),
      'latin1.md': Uint8Array.from([0xe9]),
    })
    symlinkSync(path.join(outside, 'secret.md'), path.join(root, 'link.md'))
    const opened = valueOf(await openDay(root, day, [], now))
    expect(read(root, opened.path)).toBe('')
  }
})

test('writes nothing into Obsidian’s own folder', async () => {
  const root = makeTemporaryFolder({ '.obsidian/daily-notes.json': '{}' })
  valueOf(await openDay(root, day, [], now))
  expect(readdirSync(path.join(root, '.obsidian'))).toEqual(['daily-notes.json'])
  expect(existsSync(path.join(root, '2026-11-24.md'))).toBe(true)
})

test.each([['not json'], ['{"format": 5}'], ['null']])('settings %j are as good as none', async (content) => {
  const root = makeTemporaryFolder({ '.obsidian/daily-notes.json': content })
  expect(await readDailyNoteSettings(root)).toBeNull()
})

test('empty fields of Obsidian’s settings mean its defaults', async () => {
  const root = makeTemporaryFolder({
    '.obsidian/daily-notes.json': '{"folder": "", "format": "", "template": null}',
  })
  expect(await readDailyNoteSettings(root)).toEqual({ folder: '', format: 'YYYY-MM-DD', template: '' })
})

test('placeholders are filled whatever their case and spacing, and nothing else is touched', () => {
  const moment = { day, hour: 23, minute: 59, second: 0 }
  expect(fillTemplate('{{ Title }}|{{TIME:HH}}|{{title:x}}|{{}}|{{ date: YYYY }}', 'T', moment)).toBe(
    'T|23|{{title:x}}|{{}}| 2026 ',
  )
})
