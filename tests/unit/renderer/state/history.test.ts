import { expect, test } from 'vitest'
import { createHistoryStore, findRecentSteps } from '../../../../renderer/state/history.ts'
import type { EntryPath } from '../../../../shared/entry/entry-path.ts'

const [a, b, c] = ['a.md', 'b.md', 'c.md'] as EntryPath[] as [EntryPath, EntryPath, EntryPath]

function visit(...paths: EntryPath[]) {
  const history = createHistoryStore()
  paths.forEach((path) => history.visited({ path }))
  return history
}

test('goes back and forward through what was opened', () => {
  const history = visit(a, b, c)
  expect(history.go(-1)).toEqual({ path: b })
  expect(history.go(-1)).toEqual({ path: a })
  expect(history.go(-1)).toBeNull()
  expect(history.go(1)).toEqual({ path: b })
})

test('opening another entry after going back drops what lay ahead', () => {
  const history = visit(a, b)
  history.go(-1)
  history.visited({ path: c })
  expect(history.getState().steps).toEqual([{ path: a }, { path: c }])
  expect(history.go(1)).toBeNull()
})

test('the same entry twice in a row is one step', () => {
  expect(visit(a, a, b, b).getState().steps).toEqual([{ path: a }, { path: b }])
})

test('a removed entry leaves no step, and its neighbours do not stand twice', () => {
  const history = visit(a, b, a, c)
  history.removed(b)
  expect(history.getState()).toMatchObject({ steps: [{ path: a }, { path: c }], at: 1 })
  history.removed(c)
  expect(history.getState()).toMatchObject({ steps: [{ path: a }], at: 0 })
})

test('a renamed entry keeps its place', () => {
  const history = visit(a, b)
  history.renamed(a, c)
  expect(history.go(-1)).toEqual({ path: c })
})

test('recent entries are newest first, each once, without the shown one', () => {
  const history = visit(a, b, a, c)
  expect(findRecentSteps(history.getState(), 5)).toEqual([a, b])
})
