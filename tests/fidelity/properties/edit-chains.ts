import assert from 'node:assert/strict'
import fc from 'fast-check'
import { saveEntryText } from '../../../shared/markdown/save/save-entry-text.ts'
import { entryTextArbitrary } from '../../support/markdown-arbitrary.ts'
import { applyRandomEdit, randomEditArbitrary, type RandomEdit } from '../../support/random-edits.ts'
import { expectSoundNodes } from './editor-nodes.ts'
import { listSources } from './opaque-sources.ts'
import { listDamage } from './judge-edit.ts'
import { openText, undoAll, type OpenText } from './open-text.ts'
import { defineEditProperty, type FidelityProperty, type Tally } from './property.ts'

/** An edit, and whether a save comes right after it, as the autosave of a slow or a fast writer. */
interface Step {
  readonly edit: RandomEdit
  readonly isSaved: boolean
}

const stepArbitrary: fc.Arbitrary<Step> = fc.record({
  edit: randomEditArbitrary,
  isSaved: fc.boolean(),
})

/** Runs the edits on a text that is open, judges each save, and undoes everything. */
export function runChain(text: string, steps: readonly Step[], tally: Tally): void {
  const open = openText(text)
  const done: string[] = []
  for (const { edit, isSaved } of steps) {
    done.push(applyRandomEdit(open.editor, edit))
    expectSoundNodes(open.editor, done.join(', '))
    if (isSaved) judge(open, done.join(', '), tally)
  }
  judge(open, done.join(', '), tally)
  undoAll(open.editor)
  assert.equal(open.session.readText().text, text, `undone: ${done.join(', ')}`)
  open.session.dispose()
}

function judge({ session, base, readBlocks }: OpenText, told: string, tally: Tally): void {
  const saved = session.readText()
  const blocks = readBlocks()
  tally.edits += 1
  // Pure: the saves before this one, and what the session remembers, make no difference.
  assert.equal(saveEntryText(base, blocks).text, saved.text, `saved at once: ${told}`)
  if (saved.refused.length > 0) {
    tally.refused += 1
    return
  }
  assert.deepEqual(listDamage(base, blocks, saved), [], `${told}\nsaved: ${JSON.stringify(saved.text)}`)
  for (const source of listSources(blocks))
    assert.ok(saved.text.includes(source), `${told}: not in the file: ${source}`)
}

/** Any edits one after the other, with saves in between. Random entries refuse far more than real ones do. */
export const chainProperties: readonly FidelityProperty[] = [
  defineEditProperty(
    {
      name: 'after any edits a save says what the editor says, and undoing all of them gives the bytes back',
      runs: 150,
      mostRefused: 0.15,
    },
    [entryTextArbitrary, fc.array(stepArbitrary, { minLength: 1, maxLength: 5 })],
    (tally, text, steps) => runChain(text, steps, tally),
  ),
]
