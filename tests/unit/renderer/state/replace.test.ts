import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { changesOf, isChosen } from '../../../../renderer/state/planned-changes.ts'
import { createReplaceStore } from '../../../../renderer/state/replace.ts'
import { countChosen, buildReplaceRows } from '../../../../renderer/replace/replace-rows.ts'
import { wishFromQuery } from '../../../../renderer/app/replace-effects.ts'
import { createFakeJournal } from '../../../support/fake-journal-api.ts'
import { errorOf, valueOf } from '../../../support/outcomes.ts'

const files = {
  'a.md': 'one two one\n',
  'b.md': '---\ntitle: one\n---\none\n',
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

async function openReplace(flushAll = async () => null as null | { path: never; reason: string }) {
  const journal = createFakeJournal({ files })
  const replace = createReplaceStore(journal.api, flushAll)
  await replace.open({ find: 'one', replacement: 'eins' })
  await vi.runAllTimersAsync()
  return { journal, replace, planned: () => replace.getState().plan?.files ?? [] }
}

test('chooses all that is not doubtful, and counts it', async () => {
  const { replace } = await openReplace()
  const { plan, flipped } = replace.getState()
  expect(countChosen(plan, flipped)).toEqual({ places: 4, entries: 2, chosenPlaces: 3, chosenEntries: 2 })
})

test('changes what was chosen, and takes it back', async () => {
  const { journal, replace, planned } = await openReplace()
  const [first, second] = planned()
  if (first === undefined || second === undefined) throw new Error('two entries must be planned')
  replace.choose(changesOf(first).slice(0, 1), false)
  replace.choose(changesOf(second), true)
  expect(await replace.apply()).toEqual({ entries: 2, places: 3, refused: [] })
  expect(journal.files.get('a.md')).toBe('one two eins\n')
  expect(journal.files.get('b.md')).toBe('---\ntitle: eins\n---\neins\n')
  expect(valueOf(await replace.undo()).entries).toBe(2)
  expect(Object.fromEntries(journal.files)).toEqual(files)
  valueOf(await replace.undo())
  expect(journal.files.get('a.md')).toBe('one two eins\n')
})

test('says which entry was changed meanwhile, and replaces in the others', async () => {
  const { journal, replace } = await openReplace()
  journal.writeOutside('a.md', 'one, theirs\n')
  const report = await replace.apply()
  expect(report).toMatchObject({ entries: 1, places: 1, refused: [{ path: 'a.md' }] })
  expect(journal.files.get('a.md')).toBe('one, theirs\n')
})

test('a choice is forgotten with the plan it was made in', async () => {
  const { replace, planned } = await openReplace()
  replace.choose(planned().flatMap(changesOf), false)
  replace.change({ replacement: 'uno' })
  await vi.runAllTimersAsync()
  const [file] = planned()
  expect(file && changesOf(file).every((of) => isChosen(replace.getState().flipped, of))).toBe(true)
})

test('replaces nothing while it is still looking for what was typed last', async () => {
  const { replace, journal } = await openReplace()
  replace.change({ find: 'two' })
  expect(await replace.apply()).toBeNull()
  expect(journal.calls.some(({ name }) => name === 'applyEdits')).toBe(false)
})

test('replaces nothing while an open entry cannot be saved, and says why', async () => {
  const { replace, journal } = await openReplace(async () => ({
    path: 'a.md' as never,
    reason: 'The disk is full.',
  }))
  expect(await replace.apply()).toBeNull()
  expect(replace.getState().failure).toBe('An open entry cannot be saved: The disk is full.')
  expect(Object.fromEntries(journal.files)).toEqual(files)
})

test('asks once for what is typed quickly, and drops an answer that comes too late', async () => {
  const { replace, journal } = await openReplace()
  const before = journal.calls.length
  for (const find of ['t', 'tw', 'two']) replace.change({ find })
  await vi.runAllTimersAsync()
  expect(journal.calls.slice(before).map(({ name }) => name)).toEqual(['planReplacements'])
  replace.change({ find: 'one' })
  vi.advanceTimersByTime(150)
  replace.close()
  await vi.runAllTimersAsync()
  expect(replace.getState()).toMatchObject({ isOpen: false, plan: null })
})

test('folds an entry to one row', async () => {
  const { replace, planned } = await openReplace()
  const rows = () => {
    const { plan, flipped, folded } = replace.getState()
    return buildReplaceRows(plan, flipped, folded).map(({ kind }) => kind)
  }
  expect(rows()).toEqual(['file', 'change', 'change', 'file', 'change', 'change'])
  replace.fold(planned()[0]?.path as never, true)
  expect(rows()).toEqual(['file', 'file', 'change', 'change'])
})

test('nothing can be taken back in another journal', async () => {
  const { replace } = await openReplace()
  await replace.apply()
  replace.clear()
  expect(errorOf(await replace.undo()).code).toBe('not-found')
})

test.each([
  ['mentorship kind:draft', 'mentorship', 'kind:draft'],
  ['"part time" tag:"a b" -tag:c', 'part time', 'tag:"a b" -tag:c'],
  ['-not this', 'this', ''],
  ['', '', ''],
])('a search for %s goes on as a replacement', (query, find, scope) => {
  expect(wishFromQuery(query)).toEqual({ find, scope })
})
