import * as v from 'valibot'
import { expect, test } from 'vitest'
import { commandIds, commands } from '../../../../shared/contract/commands.ts'
import { events } from '../../../../shared/contract/events.ts'
import { eventChannel, requestChannel } from '../../../../shared/contract/journal-api.ts'
import { eventNames, requestNames } from '../../../../shared/contract/names.ts'
import { requests, type RequestName } from '../../../../shared/contract/requests.ts'
import { settingsPatchSchema, settingsSchema } from '../../../../shared/contract/settings.ts'

/** What no request takes, whatever it asks for. */
const junkOfAnyKind: readonly unknown[] = [
  null,
  0,
  Number.NaN,
  'text',
  '',
  true,
  Symbol('junk'),
  () => undefined,
]

const badPaths = [
  '',
  '.',
  '..',
  '../a.md',
  'a/../b.md',
  '/etc/a.md',
  'C:/a.md',
  'a\\b.md',
  'a\0.md',
  'a//b.md',
  'a.txt',
  5,
  null,
]
const revision = '0'.repeat(64)
const badRevisions = ['', 'x', revision.slice(1), `${revision}0`, revision.replace('0', 'G'), 5, undefined]

const replaceQuestion = {
  number: 1,
  find: 'a',
  replacement: 'b',
  isExpression: false,
  isCaseKept: false,
  isWholeWord: false,
  scope: '',
}
/** What no list of facts takes. */
const badWindows = [
  { from: -1 },
  { from: 0.5 },
  { limit: 1001 },
  { limit: 'all' },
  { text: 'x'.repeat(201) },
  { text: 5 },
  { tags: 'all' },
  { isDescending: 'yes' },
]

const goodSplice = {
  path: 'a.md',
  baseRevision: '0'.repeat(64),
  splice: { from: 0, to: 1, text: 'x' },
  length: 5,
}

/** Inputs that are wrong in one field only, for every request that takes one. */
const junkOf: Readonly<Partial<Record<RequestName, readonly unknown[]>>> = {
  openRecentJournal: [{}, { id: 5 }],
  forgetRecentJournal: [{}, { id: null }],
  readEntry: badPaths.map((path) => ({ path })),
  saveEntry: [
    ...badPaths.map((path) => ({ path, text: '', baseRevision: null })),
    ...badRevisions.map((baseRevision) => ({ path: 'a.md', text: '', baseRevision })),
    { path: 'a.md', text: 5, baseRevision: null },
    { path: 'a.md', baseRevision: null },
  ],
  saveSplice: [
    ...badPaths.map((path) => ({ ...goodSplice, path })),
    ...badRevisions.map((baseRevision) => ({ ...goodSplice, baseRevision })),
    { ...goodSplice, baseRevision: null },
    { ...goodSplice, length: -1 },
    { ...goodSplice, splice: { from: 0.5, to: 1, text: '' } },
    { ...goodSplice, splice: { from: 0, to: 1 } },
  ],
  saveEntryBeside: [...badPaths.map((path) => ({ path, text: '' })), { path: 'a.md' }],
  openToday: [{}, { day: 'today' }, { day: '2026-1-1' }, { day: '2026-11-24T10:00' }],
  changeCalendarFile: [{}, { verb: 'write' }],
  exportCalendar: [{}, { today: 'today' }, { today: 20261124 }],
  createEntry: [
    { kind: 'daily', title: 'x', day: '2026-11-24' },
    { kind: 'page', title: 5, day: '2026-11-24' },
    { kind: 'page', title: 'x', day: '' },
  ],
  renameEntry: [
    ...badPaths.map((path) => ({ path, to: 'a.md' })),
    ...badPaths.map((to) => ({ path: 'a.md', to })),
  ],
  planRename: [{}, { from: '../a.png', to: 'b.png' }, { from: 'a.png', to: '/b.png' }],
  renameFile: [{}, { from: '../a.png', to: 'b.png' }, { from: 'a.png', to: 'c/../../b.png' }],
  trashEntry: badPaths.map((path) => ({ path })),
  revealEntry: badPaths.map((path) => ({ path })),
  findRelated: badPaths.map((path) => ({ path })),
  planReplacements: [
    {},
    { ...replaceQuestion, find: '' },
    { ...replaceQuestion, find: 5 },
    { ...replaceQuestion, scope: 'x'.repeat(1001) },
    { ...replaceQuestion, isWholeWord: 'yes' },
  ],
  applyEdits: [
    {},
    { edits: 'all' },
    ...badPaths.map((path) => ({ edits: [{ path, revision, splices: [] }] })),
    ...badRevisions.map((bad) => ({ edits: [{ path: 'a.md', revision: bad, splices: [] }] })),
    ...[{}, { from: -1, to: 1, text: '' }, { from: 0.5, to: 1, text: '' }, { from: 0, to: 1, text: 5 }].map(
      (splice) => ({ edits: [{ path: 'a.md', revision, splices: [splice] }] }),
    ),
  ],
  undoEdits: [{}, { undo: 5 }],
  search: [
    { number: 1, text: 'x'.repeat(1001), limitPerLane: 10, isFuzzy: true },
    { number: 1, text: 'x', limitPerLane: 0, isFuzzy: true },
    { number: 1, text: 'x', limitPerLane: 1e9, isFuzzy: true },
    { number: '1', text: 'x', limitPerLane: 10, isFuzzy: true },
    { number: 1, text: 'x', limitPerLane: 10, isFuzzy: 'yes' },
  ],
  checkFiles: [{}, { edits: -1 }, { edits: 1.5 }, { edits: 1e9 }, { edits: '3' }],
  markEntry: [
    { path: '../a.md', text: 'x', isFuzzy: true },
    { path: 'a.md', text: 'x'.repeat(1001), isFuzzy: true },
    { path: 'a.md', text: 'x' },
  ],
  findResourceUses: [{}, { keys: 'all' }, { keys: [5] }, { keys: Array.from({ length: 2001 }, () => '') }],
  listAgenda: [
    {},
    { today: 'today' },
    { today: '2025-10-01', sections: ['lost'] },
    { today: '2025-10-01', grouping: 'name' },
    { today: '2025-10-01', limit: 100_000 },
  ],
  listEvents: [{}, { today: '2025-09-20', from: 'later' }],
  listDays: [{}, { from: '2025-09-01', to: 'later', today: '2025-09-20' }],
  listPrograms: [...badWindows, { statuses: ['to-read'] }, { hasFullTime: 'no' }],
  listResources: [...badWindows, { statuses: ['lost'] }, { month: '25-9' }, { keys: [5] }, { isMustRead: 1 }],
  listQuotes: [...badWindows, { person: 5 }, { isUnsourced: 'yes' }],
  listPeople: [
    {},
    { today: 'today' },
    ...badWindows.map((window) => ({ today: '2026-11-24', ...window })),
    { today: '2026-11-24', roles: ['king'] },
  ],
  listDisagreements: [{ from: -1 }, { limit: 1001 }, { keys: 'a' }, { settled: [5] }],
  attachDocument: [
    {},
    { path: '../a.md', name: 'a.pdf', bytes: new Uint8Array() },
    { path: 'a.md', name: 'a.pdf', bytes: 'a' },
  ],
  chooseDocument: [{}, { path: '/etc/passwd' }],
  openDocument: [{}, { from: null, address: 5 }, { from: '../a.md', address: 'a.pdf' }],
  readMemory: [{}, { name: 'passwords' }, { name: '../settings' }],
  changeMemory: [
    {},
    { name: 'settings', patch: {} },
    { name: 'passwords', patch: {}, baseRevision: null },
    { name: 'settings', patch: { statusPlace: 'nowhere' }, baseRevision: null },
    { name: 'resources', patch: { statuses: { a: 'read' } }, baseRevision: null },
  ],
  listResourcePlaces: [{}, { key: 5 }, { key: 'x'.repeat(2001) }],
  listPersonPlaces: [{}, { key: null }],
  openLink: [{}, { url: null }, { url: {} }],
  updateSettings: [{ theme: 'pink' }, { sidebarSplit: 500 }, { actionHeadings: [5] }, { isRailShown: 'yes' }],
  controlWindow: [{}, { verb: 'destroy' }, { verb: ['close'] }],
  exportText: [{}, { name: 'a.md' }, { name: 5, text: '' }, { name: 'x'.repeat(301), text: '' }],
  answerClose: [{}, { unsaved: 'all' }, { unsaved: { name: 'a' } }, { unsaved: undefined }],
}

test.each(requestNames)('the input of %s refuses junk', (name) => {
  const schema = requests[name].input
  for (const value of junkOfAnyKind) expect(v.is(schema, value), String(value)).toBe(false)
  if (v.is(schema, undefined)) expect(junkOf[name], 'takes nothing').toBeUndefined()
  else expect(junkOf[name]?.length, 'has junk of its own').toBeGreaterThan(0)
  for (const value of junkOf[name] ?? []) expect(v.is(schema, value), JSON.stringify(value)).toBe(false)
})

test.each(requestNames)('the output of %s refuses what is no answer', (name) => {
  const schema = requests[name].output
  for (const value of [0, 'text', true, Symbol('junk'), () => undefined]) {
    expect(v.is(schema, value), String(value)).toBe(false)
  }
})

test.each(eventNames)('the payload of %s refuses junk', (name) => {
  for (const value of junkOfAnyKind) expect(v.is(events[name], value), String(value)).toBe(false)
})

test('the names are those of the contract, and every channel is another one', () => {
  expect([...requestNames].sort()).toEqual(Object.keys(requests).sort())
  expect([...eventNames].sort()).toEqual(Object.keys(events).sort())
  const channels = [...requestNames.map(requestChannel), ...eventNames.map(eventChannel)]
  expect(new Set(channels).size).toBe(channels.length)
})

test('settings from nothing are the defaults, and a patch changes only what it names', () => {
  const defaults = v.parse(settingsSchema, {})
  expect(defaults).toMatchObject({ theme: 'system', isRailShown: true, sidebarSplit: 58 })
  expect(v.parse(settingsPatchSchema, {})).toEqual({})
  expect(v.parse(settingsPatchSchema, { theme: 'dark' })).toEqual({ theme: 'dark' })
})

test('every command has a definition of its own, and no two share their keys', () => {
  expect(commands.map((command) => command.id).sort()).toEqual([...commandIds].sort())
  const keys = commands.map((command) => command.keys).filter((key) => key !== null)
  expect(new Set(keys).size).toBe(keys.length)
})
