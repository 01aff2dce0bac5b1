import { rankNames } from './rank-names.ts'
import { findBestStretch, passageLength } from './measure-closeness.ts'
import type { BranchPlan, Candidate } from './match-items.ts'
import { Group, groupOf, noDay } from './segment.ts'
import { countBits } from './vocabulary.ts'

/** Entries whose words' places are compared, in each lane. */
const mostCompared = 40
/** What standing side by side can add to a score. */
const closenessGain = 0.9
/** Names that are compared letter by letter, in all lanes together. */
const mostNames = 40
const nameGain = 2

/**
 * Orders the candidates of each lane closely: words that stand together before scattered ones, and where words were
 * mistyped, names that look like the query before those that do not. Among items that hold all words, those without a
 * mistyped one always come first.
 *
 * @param shown how many of a lane are shown: what cannot get there is not compared.
 */
export function rankCandidates(
  lists: readonly (readonly Candidate[])[],
  plan: BranchPlan,
  shown: number,
): (readonly Candidate[])[] {
  const typed = plan.words.map(({ word }) => word.typed)
  const compare = plan.needs === 'all' ? compareTiers : compareScores
  const ranked = lists.map((list) => [...list].sort(compare))
  if (typed.length > 1) for (const list of ranked) addClosenessToBest(list, typed.length, shown)
  const all = (1 << typed.length) - 1
  // Comparing names costs more than all the rest, so only when no name holds every word in some way.
  if (!lists.some((list) => list.some(({ own }) => own === all))) addLikeness(ranked.flat(), typed)
  return ranked.map((list) => list.sort(compare))
}

function addClosenessToBest(ranked: readonly Candidate[], words: number, shown: number): void {
  const least = (ranked[shown - 1]?.score ?? 0) / (1 + closenessGain)
  for (const candidate of ranked.slice(0, mostCompared)) {
    if (candidate.score >= least) addCloseness(candidate, words)
  }
}

function addLikeness(candidates: readonly Candidate[], typed: readonly string[]): void {
  const named = candidates
    .filter(({ loose }) => loose !== 0)
    .sort(compareScores)
    .slice(0, mostNames)
  if (named.length < 2) return
  const likeness = rankNames(named, typed.join(' '))
  named.forEach((candidate, at) => {
    candidate.score *= 1 + nameGain * (likeness[at] ?? 0)
  })
}

function addCloseness(candidate: Candidate, words: number): void {
  if (groupOf(candidate.segment, candidate.item) !== Group.entry || countBits(candidate.own) === words) return
  const stretch = findBestStretch(candidate)
  if (stretch === null || stretch.words < 2) return
  const share = (stretch.words - 1) / (words - 1)
  candidate.score *=
    1 + closenessGain * share * (1 - (0.7 * (stretch.to - stretch.from)) / (passageLength * stretch.words))
}

/** Items without a mistyped word first, then those with single slips, then by score, then the newest. */
export function compareTiers(left: Candidate, right: Candidate): number {
  return tierOf(left) - tierOf(right) || compareScores(left, right)
}

/**
 * How far an item is from what was typed: 0 not at all, 1 by one edit in a word, 2 by two. A short name two edits away
 * fills more of its item than a long title one edit away, and would outweigh it.
 */
export function tierOf({ loose, far }: Candidate): 0 | 1 | 2 {
  return loose === 0 ? 0 : far === 0 ? 1 : 2
}

function compareScores(left: Candidate, right: Candidate): number {
  return right.score - left.score || dayOf(right) - dayOf(left)
}

function dayOf({ segment, item }: Candidate): number {
  return segment.days[segment.itemEntries[item] ?? 0] ?? noDay
}
