import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createKeptSettings, setAsideBrokenSettings, type KeptFile } from '../../../electron/settings.ts'
import { makeTemporaryFolder } from '../../support/temporary-folder.ts'

const noFailure = (error: unknown): never => {
  throw error
}

/** A settings file as electron-store keeps it: read and written whole. */
function openFile(folder: string): KeptFile {
  const file = path.join(folder, 'settings.json')
  return {
    get store() {
      return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : {}
    },
    set store(value) {
      writeFileSync(file, JSON.stringify(value))
    },
  }
}

test('a first start has the defaults', () => {
  const kept = createKeptSettings(openFile(makeTemporaryFolder()), noFailure)
  expect(kept.settings.theme).toBe('system')
  expect([kept.recents, kept.lastFolder, kept.window]).toEqual([[], null, null])
})

test('what was chosen is there at the next start', () => {
  const folder = makeTemporaryFolder()
  const first = createKeptSettings(openFile(folder), noFailure)
  expect(first.updateSettings({ theme: 'dark' })).toMatchObject({ theme: 'dark', sidebarSplit: 58 })
  first.keep({ lastFolder: '/notes', recents: [{ folder: '/notes', isSample: false }] })
  first.keep({ window: { x: 1, y: 2, width: 800, height: 600, isMaximized: false } })
  const second = createKeptSettings(openFile(folder), noFailure)
  expect(second.settings).toMatchObject({ theme: 'dark', sidebarSplit: 58 })
  expect([second.lastFolder, second.recents.length, second.window?.width]).toEqual(['/notes', 1, 800])
})

test('a file of an older version keeps what it has and gets defaults for the rest', () => {
  const folder = makeTemporaryFolder({ 'settings.json': '{"settings": {"theme": "light"}}' })
  expect(setAsideBrokenSettings(folder, '2026-11-24')).toBeNull()
  const kept = createKeptSettings(openFile(folder), noFailure)
  expect(kept.settings).toMatchObject({ theme: 'light', isRailShown: true })
})

test.each([
  ['cut off in the middle', '{"settings": {"theme"'],
  ['no object', '5'],
  ['empty', ''],
  ['a wrong value', '{"settings": {"theme": "pink"}}'],
  ['a window of no size', '{"window": {"x": 0, "y": 0, "width": 0, "height": 5, "isMaximized": false}}'],
])('a settings file that is %s is set aside and the start goes on', (_what, content) => {
  const folder = makeTemporaryFolder({ 'settings.json': content })
  expect(setAsideBrokenSettings(folder, '2026-11-24')).toBe('settings.broken-2026-11-24.json')
  expect(readFileSync(path.join(folder, 'settings.broken-2026-11-24.json'), 'utf8')).toBe(content)
  expect(createKeptSettings(openFile(folder), noFailure).settings.theme).toBe('system')
})

test('a second broken file of the same day does not replace the first', () => {
  const folder = makeTemporaryFolder({
    'settings.json': 'broken',
    'settings.broken-2026-11-24.json': 'earlier',
  })
  expect(setAsideBrokenSettings(folder, '2026-11-24')).toBe('settings.broken-2026-11-24-2.json')
  expect(readdirSync(folder).sort()).toEqual([
    'settings.broken-2026-11-24-2.json',
    'settings.broken-2026-11-24.json',
  ])
})

test('a disk that refuses is told, and what was chosen holds until the end', () => {
  const failures: unknown[] = []
  const file: KeptFile = {
    get store() {
      return {}
    },
    set store(_value) {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' })
    },
  }
  const kept = createKeptSettings(file, (error) => failures.push(error))
  kept.updateSettings({ theme: 'dark' })
  expect([kept.settings.theme, failures.length]).toEqual(['dark', 1])
})
