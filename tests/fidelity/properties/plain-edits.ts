import assert from 'node:assert/strict'
import fc from 'fast-check'
import { tryEntry } from '../../../editor/trials/run-trials.ts'
import { plainEntryArbitrary, encodings } from '../../support/markdown-arbitrary.ts'
import { fixedEntries } from './fixed-entries.ts'
import { defineEditProperty, type FidelityProperty, type Tally } from './property.ts'

const encode = fc.constantFrom(...encodings.map((encoding) => encoding.encode))

/**
 * The edits of `cairn verify`: each is judged by its lines, its words, its dialect text, its tree, and its undo.
 *
 * @param isTolerated faults of a degree that the entry excuses
 */
function expectTrials(
  tally: Tally,
  text: string,
  seed: number,
  isTolerated: (fault: string) => boolean = () => false,
): void {
  for (const trial of tryEntry(text, 4, seed).results) {
    tally.edits += 1
    if (trial.outcome === 'refused') tally.refused += 1
    const faults = trial.faults.filter((fault) => !isTolerated(fault))
    assert.deepEqual(faults, [], `${trial.edit} in ${trial.construct}, line ${trial.line}`)
    assert.ok(trial.isUndone, `${trial.edit} in ${trial.construct}: not undone`)
  }
}

/** In text full of stray marks a word may change what stands on the next line; what is said stays right. */
function isOfDegree(fault: string): boolean {
  return fault === 'lines' || fault === 'place' || fault === 'dialect'
}

/** Edits of one place by the commands that keys and buttons use: nothing but the lines they touch may change. */
export const plainEditProperties: readonly FidelityProperty[] = [
  defineEditProperty(
    {
      name: 'an edit of one place changes its lines alone and is undone to the same bytes: cases that once failed',
      runs: 250,
      mostRefused: 0.05,
    },
    [fc.constantFrom(...fixedEntries), encode, fc.nat()],
    (tally, text, write, seed) => expectTrials(tally, write(text), seed),
  ),
  defineEditProperty(
    {
      name: 'an edit of one place damages nothing and is undone to the same bytes: random entries',
      runs: 100,
      mostRefused: 0.15,
    },
    [plainEntryArbitrary, encode, fc.nat()],
    (tally, text, write, seed) => expectTrials(tally, write(text), seed, isOfDegree),
  ),
]
