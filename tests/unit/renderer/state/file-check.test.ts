import { describe, expect, test } from 'vitest'
import { createFileCheckStore } from '../../../../renderer/state/file-check.ts'
import type { JournalApi } from '../../../../renderer/journal-api.ts'
import { fail, succeed, type Outcome } from '../../../../shared/contract/errors.ts'
import type { FileCheck } from '../../../../shared/contract/file-check.ts'
import { createFakeJournal } from '../../../support/fake-journal-api.ts'

const check: FileCheck = {
  files: 2,
  identical: 2,
  readOnly: 0,
  edits: 0,
  exact: 0,
  refused: 0,
  seed: 1,
  faults: [],
  faultCount: 0,
}

/** A store whose checks are answered by hand. */
function openStore() {
  const fake = createFakeJournal({ files: {} })
  const waiting: ((answer: Outcome<FileCheck | null>) => void)[] = []
  const calls: string[] = []
  const api: JournalApi = {
    ...fake.api,
    checkFiles: () => new Promise((resolve) => waiting.push(resolve)),
    cancelFileCheck: async () => {
      calls.push('cancel')
      return succeed(undefined)
    },
  }
  return { store: createFileCheckStore(api), emit: fake.emit, waiting, calls }
}

describe('the check of all files', () => {
  test('tells how far it is, and what came of it', async () => {
    const { store, emit, waiting } = openStore()
    const started = store.start(0)
    emit('fileCheckProgressed', { done: 1, total: 2 })
    expect(store.getState()).toEqual({ kind: 'running', done: 1, total: 2 })
    waiting[0]?.(succeed(check))
    await started
    expect(store.getState()).toEqual({ kind: 'done', check })
    emit('fileCheckProgressed', { done: 2, total: 2 })
    expect(store.getState().kind).toBe('done')
  })

  test('stopped, it drops what still comes', async () => {
    const { store, waiting, calls } = openStore()
    const started = store.start(3)
    store.cancel()
    expect(calls).toEqual(['cancel'])
    waiting[0]?.(succeed(check))
    await started
    expect(store.getState()).toEqual({ kind: 'idle' })
  })

  test('begun again, it takes the later answer alone', async () => {
    const { store, waiting } = openStore()
    const first = store.start(0)
    const second = store.start(3)
    waiting[1]?.(succeed({ ...check, edits: 6 }))
    await second
    waiting[0]?.(succeed(null))
    await first
    expect(store.getState()).toMatchObject({ kind: 'done', check: { edits: 6 } })
  })

  test('says why it could not be', async () => {
    const { store, waiting } = openStore()
    const started = store.start(0)
    waiting[0]?.(fail('journal-gone', 'No journal is open.'))
    await started
    expect(store.getState()).toEqual({ kind: 'failed', message: 'No journal is open.' })
  })
})
