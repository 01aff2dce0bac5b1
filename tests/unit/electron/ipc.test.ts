import * as v from 'valibot'
import { expect, test } from 'vitest'
import {
  isOwnPage,
  isSameOrigin,
  registerRequests,
  type RequestHandlers,
  type Sender,
} from '../../../electron/ipc.ts'
import { pageAddress } from '../../../electron/content-policy.ts'
import { succeed, type Outcome } from '../../../shared/contract/errors.ts'
import { factRequests, type FactVerb } from '../../../shared/contract/facts.ts'
import { requestChannel } from '../../../shared/contract/journal-api.ts'
import { requestNames } from '../../../shared/contract/names.ts'
import type { RequestName } from '../../../shared/contract/requests.ts'

const windowId = 7
const ownPage: Sender = { webContentsId: windowId, frame: { url: pageAddress, isMainFrame: true } }

type Listener = (event: Sender, ...input: unknown[]) => Promise<unknown>

/** Stands in for `ipcMain`: `ask` is what a page's `invoke` does. */
function makeReceiver() {
  const listeners = new Map<string, Listener>()
  return {
    listeners,
    receiver: {
      handle: (channel: string, listener: Listener) => void listeners.set(channel, listener),
      removeHandler: (channel: string) => void listeners.delete(channel),
    },
    ask: async (name: RequestName, input: unknown, sender = ownPage): Promise<Outcome<unknown>> => {
      const listener = listeners.get(requestChannel(name))
      if (listener === undefined) throw new Error(`nobody answers ${name}`)
      return (await listener(sender, input)) as Outcome<unknown>
    },
  }
}

/** Handlers that write down what they were asked, and answer nothing. */
function makeHandlers(asked: [RequestName, unknown][]): RequestHandlers {
  const handlers = requestNames.map((name) => [
    name,
    (input: unknown) => {
      asked.push([name, input])
      return succeed(undefined)
    },
  ])
  return Object.fromEntries(handlers) as RequestHandlers
}

function register(handlers: Partial<RequestHandlers> = {}, isOutputChecked = false) {
  const asked: [RequestName, unknown][] = []
  const unexpected: [RequestName, unknown][] = []
  const { receiver, ask, listeners } = makeReceiver()
  const undo = registerRequests(
    receiver,
    { ...makeHandlers(asked), ...handlers },
    {
      isTrustedSender: (sender: Sender) => isOwnPage(sender, windowId, pageAddress),
      onUnexpected: (name, error) => unexpected.push([name, error]),
      isOutputChecked,
    },
  )
  return { asked, unexpected, ask, listeners, undo }
}

/** A question about facts as it reaches its handler: with what the contract fills in. */
function factQuestion(name: FactVerb): unknown {
  if (factRequests[name].input.type === 'undefined') return undefined
  const days = { from: '2026-11-01', to: '2026-11-30', today: '2026-11-24' }
  return v.parse(factRequests[name].input, {
    ...(name === 'listDays' ? days : { today: days.today }),
    key: 'a',
  })
}
const factNames = Object.keys(factRequests) as FactVerb[]

const goodInputs: Readonly<Partial<Record<RequestName, unknown>>> = {
  ...Object.fromEntries(factNames.map((name) => [name, factQuestion(name)])),
  openRecentJournal: { id: 'a' },
  forgetRecentJournal: { id: 'a' },
  readEntry: { path: 'a.md' },
  saveEntry: { path: 'a.md', text: 'x', baseRevision: null },
  saveSplice: {
    path: 'a.md',
    baseRevision: '0'.repeat(64),
    splice: { from: 0, to: 1, text: 'x' },
    length: 1,
  },
  saveEntryBeside: { path: 'a.md', text: 'x' },
  openToday: { day: '2026-11-24' },
  changeCalendarFile: { verb: 'stop' },
  exportCalendar: { today: '2026-11-24' },
  createEntry: { kind: 'page', title: '', day: '2026-11-24' },
  renameEntry: { path: 'a.md', to: 'b.md' },
  planRename: { from: 'a.md', to: 'b.md' },
  renameFile: { from: 'a.png', to: 'b.png' },
  trashEntry: { path: 'a.md' },
  revealEntry: { path: 'a.md' },
  findRelated: { path: 'a.md' },
  planReplacements: {
    number: 1,
    find: 'a',
    replacement: 'b',
    isExpression: false,
    isCaseKept: false,
    isWholeWord: false,
    scope: '',
  },
  applyEdits: {
    edits: [{ path: 'a.md', revision: '0'.repeat(64), splices: [{ from: 0, to: 1, text: 'x' }] }],
  },
  undoEdits: { undo: 'a' },
  readMemory: { name: 'dates' },
  changeMemory: { name: 'settings', patch: { hidesFullTimePrograms: true }, baseRevision: null },
  search: { number: 1, text: 'x', limitPerLane: 5, isFuzzy: true },
  checkFiles: { edits: 3 },
  markEntry: { path: 'a.md', text: 'x', isFuzzy: true },
  findResourceUses: { keys: [] },
  openLink: { url: 'https://example.org' },
  exportText: { name: 'copy.md', text: 'a' },
  attachDocument: { path: '2026-11-24.md', name: 'one.pdf', bytes: new Uint8Array([1]) },
  chooseDocument: { path: '2026-11-24.md' },
  openDocument: { from: '2026-11-24.md', address: 'files/one.pdf' },
  updateSettings: { theme: 'dark' },
  controlWindow: { verb: 'close' },
  answerClose: { unsaved: null },
}

test.each(requestNames)('%s has a handler that gets what the page sent', async (name) => {
  const { asked, ask } = register()
  expect(await ask(name, goodInputs[name])).toEqual({ ok: true, value: undefined })
  expect(asked).toEqual([[name, goodInputs[name]]])
})

const foreigners: readonly (readonly [string, Sender])[] = [
  ['another window', { ...ownPage, webContentsId: 8 }],
  ['a frame inside our page', { ...ownPage, frame: { url: pageAddress, isMainFrame: false } }],
  ['a page of the web', { ...ownPage, frame: { url: 'https://window/index.html', isMainFrame: true } }],
  ['a file', { ...ownPage, frame: { url: 'file:///window/index.html', isMainFrame: true } }],
  [
    'another host of our scheme',
    { ...ownPage, frame: { url: 'cairn-app://other/index.html', isMainFrame: true } },
  ],
  ['an empty page', { ...ownPage, frame: { url: 'about:blank', isMainFrame: true } }],
  ['a frame without address', { ...ownPage, frame: { url: '', isMainFrame: true } }],
  ['a frame that is gone', { ...ownPage, frame: null }],
]

test.each(requestNames)('%s refuses every foreign sender', async (name) => {
  const { asked, ask } = register()
  for (const [who, sender] of foreigners) {
    const answer = await ask(name, goodInputs[name], sender)
    expect(answer, who).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
  }
  expect(asked).toEqual([])
})

test('nobody is trusted before there is a window', () => {
  expect(isOwnPage(ownPage, null, pageAddress)).toBe(false)
})

test.each(requestNames)('%s never reaches its handler with junk', async (name) => {
  const { asked, ask } = register()
  for (const junk of [null, 5, 'text', Symbol('junk'), () => undefined]) {
    expect(await ask(name, junk)).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
  }
  expect(asked).toEqual([])
})

test('what the contract does not know is dropped on the way in', async () => {
  const { asked, ask } = register()
  await ask('readEntry', { path: 'a.md', root: '/etc', __proto__: null })
  expect(asked).toEqual([['readEntry', { path: 'a.md' }]])
})

test('a handler that throws is answered as unexpected and reaches the log, without its message', async () => {
  const error = new Error('secret detail')
  const { ask, unexpected } = register({ readEntry: () => Promise.reject(error) })
  const answer = await ask('readEntry', { path: 'a.md' })
  expect(answer).toMatchObject({ ok: false, error: { code: 'unexpected' } })
  expect(JSON.stringify(answer)).not.toContain('secret')
  expect(unexpected).toEqual([['readEntry', error]])
})

test('a handler that answers against the contract is found out where answers are checked', async () => {
  const wrong = { readEntry: () => succeed({ path: 'a.md' }) } as unknown as Partial<RequestHandlers>
  const checked = register(wrong, true)
  expect(await checked.ask('readEntry', { path: 'a.md' })).toMatchObject({
    ok: false,
    error: { code: 'unexpected' },
  })
  expect(checked.unexpected).toHaveLength(1)
})

test('the undo takes every handler away', () => {
  const { listeners, undo } = register()
  expect(listeners.size).toBe(requestNames.length)
  undo()
  expect(listeners.size).toBe(0)
})

test('origins are compared by scheme, host and port', () => {
  expect(isSameOrigin('http://127.0.0.1:5173/a', 'http://127.0.0.1:5173/b')).toBe(true)
  expect(isSameOrigin('http://127.0.0.1:5173/', 'http://127.0.0.1:5174/')).toBe(false)
  expect(isSameOrigin('not an address', 'not an address')).toBe(false)
})
