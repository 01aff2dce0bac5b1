import { describe, expect, onTestFinished, test, vi } from 'vitest'
import * as save from '../../../../shared/markdown/save/save-entry-text.ts'
import { createEntrySession } from '../../../../editor/create-entry-session.ts'
import { createRandom } from '../../../../editor/trials/random.ts'
import { tryEntry } from '../../../../editor/trials/run-trials.ts'
import { trialEdits } from '../../../../editor/trials/trial-edits.ts'

/** A place for each edit: some need two neighbours, some a nested item, some a table of two columns. */
const entryOfAll = [
  'One **bold** word and a [link text](https://a.example) in it.',
  'Two plain words.',
  'Three more words.',
  '## A heading here',
  '- first item\n- [ ] second item\n  - third item\n  - fourth item\n- fifth item',
  '| one | two |\n| --- | --- |\n| three | four |',
  '```js\nconst five = 6\n```',
  '> quoted words',
  'Last words.',
].join('\n\n')

describe('each kind of edit', () => {
  test.each(trialEdits.map((edit) => [edit.name, edit] as const))('finds its place: %s', (_, edit) => {
    const session = createEntrySession({ text: entryOfAll, isEditable: true, onEdited: () => undefined })
    expect(edit.run(session.editor, createRandom(1))).not.toBeNull()
    expect(session.readText()).toMatchObject({ refused: [] })
    expect(session.readText().text).not.toBe(entryOfAll)
    session.dispose()
  })

  test('is written as meant and undone, whatever place is chosen', () => {
    for (const seed of [1, 2, 3]) {
      const { results } = tryEntry(entryOfAll, 40, seed)
      expect(results.filter(({ outcome, isUndone }) => outcome !== 'exact' || !isUndone)).toEqual([])
      expect(results).toHaveLength(40)
    }
  })
})

test('the same seed makes the same edits', () => {
  expect(tryEntry(entryOfAll, 10, 7)).toEqual(tryEntry(entryOfAll, 10, 7))
  expect(tryEntry(entryOfAll, 10, 7)).not.toEqual(tryEntry(entryOfAll, 10, 8))
})

test('an entry without text has no place for an edit', () => {
  expect(tryEntry('---\n', 5, 1)).toMatchObject({ saved: { text: '---\n' }, results: [] })
})

describe('a save that is wrong is found out', () => {
  const { saveEntryText } = save

  /** Damages what is written once the text has changed. */
  function damage(change: (text: string) => string): void {
    const spy = vi.spyOn(save, 'saveEntryText').mockImplementation((base, intended, options) => {
      const outcome = saveEntryText(base, intended, options)
      return outcome.text === base.text ? outcome : { ...outcome, text: change(outcome.text) }
    })
    onTestFinished(() => spy.mockRestore())
  }

  test.each([
    ['a word elsewhere is gone', (text: string) => text.replace('elsewhere ', ''), ['place', 'letters']],
    ['a line elsewhere is written anew', (text: string) => text.replace('* far', '- far'), ['place']],
    ['a paragraph is doubled', (text: string) => `${text}\nelsewhere far\n`, ['tree', 'place']],
  ])('%s', (_, change, faults) => {
    damage(change)
    const found = tryEntry('one two\n\nmiddle words\n\nelsewhere is\n\n* far\n', 12, 3).results
    expect(found.some((trial) => faults.every((fault) => trial.faults.includes(fault)))).toBe(true)
    expect(found.every(({ outcome }) => outcome !== 'refused')).toBe(true)
  })
})
