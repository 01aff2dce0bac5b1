import { rankNames } from './rank-names.ts'
import { findBestStretch, passageLength } from './measure-closeness.ts'
import type { Candidate } from './match-items.ts'
import { Group, groupOf, noDay } from './segment.ts'
import { countBits } from './vocabulary.ts'

/** Entries whose words' places are compared: the ones that can still come to the top. */
const mostCompared = 40
/** What standing side by side can add to a score. */
const closenessGain = 0.6
/** Names that are compared letter by letter. */
const mostNames = 200
const nameGain = 2

/**
 * Orders the candidates of a lane closely: words that stand together before scattered ones, and where words were
 * mistyped, names that look like the query before those that do not. Among items that hold all words, those without a
 * mistyped one always come first.
 *
 * @param typed the words as typed, for comparing names.
 */
export function rankCandidates(
  candidates: readonly Candidate[],
  typed: readonly string[],
  holdAll: boolean,
): readonly Candidate[] {
  const compare = holdAll ? compareTiers : compareScores
  const byScore = [...candidates].sort(compare)
  if (typed.length > 1)
    for (const candidate of byScore.slice(0, mostCompared)) addCloseness(candidate, typed.length)
  const loose = byScore.filter((candidate) => candidate.loose !== 0).slice(0, mostNames)
  if (loose.length > 1) {
    const likeness = rankNames(loose, typed.join(' '))
    loose.forEach((candidate, at) => {
      candidate.score *= 1 + nameGain * (likeness[at] ?? 0)
    })
  }
  return byScore.sort(compare)
}

function addCloseness(candidate: Candidate, words: number): void {
  if (groupOf(candidate.segment, candidate.item) !== Group.entry || countBits(candidate.own) === words) return
  const stretch = findBestStretch(candidate, 0)
  if (stretch === null || stretch.words < 2) return
  const share = (stretch.words - 1) / (words - 1)
  candidate.score *=
    1 + closenessGain * share * (1 - (0.7 * (stretch.to - stretch.from)) / (passageLength * stretch.words))
}

function compareTiers(left: Candidate, right: Candidate): number {
  return (left.loose === 0 ? 0 : 1) - (right.loose === 0 ? 0 : 1) || compareScores(left, right)
}

function compareScores(left: Candidate, right: Candidate): number {
  return right.score - left.score || dayOf(right) - dayOf(left)
}

function dayOf({ segment, item }: Candidate): number {
  return segment.days[segment.itemEntries[item] ?? 0] ?? noDay
}
