import { editBudget } from './expand.ts'
import type { FilterRoom } from './filter-items.ts'
import type { LivePart } from './item-filter.ts'
import { matchItems, type BranchPlan, type Matches, type SearchRoom } from './match-items.ts'
import { createMembers, type Members } from './members.ts'
import { planLoosely, planParts, planStrictly, type PlannedWord } from './plan.ts'
import type { QueryBranch } from './query.ts'
import { splitWords } from './split-words.ts'

/** What one alternative of a query found. */
export interface BranchMatches {
  readonly plan: BranchPlan
  readonly matches: Matches
  /** Null when the query has no other alternative. */
  readonly members: Members | null
}

export interface BranchTask {
  readonly parts: readonly LivePart[]
  readonly branch: QueryBranch
  readonly isFuzzy: boolean
  readonly filterRoom: FilterRoom
  /** Candidates kept in each lane. */
  readonly candidates: number
  /** The query has no other alternative. */
  readonly isAlone: boolean
}

/** With fewer hits than this for the words as typed, mistypings are looked for as well. */
const fewHits = 5

/**
 * Finds what answers one alternative of a query: all words as typed first; words inside of others and mistypings when
 * that finds little; any of the words when it finds nothing.
 */
export function runBranch(task: BranchTask, room: SearchRoom): BranchMatches {
  const { branch } = task
  const segments = task.parts.map((part) => part.segment)

  function find(
    asked: QueryBranch,
    words: readonly PlannedWord[],
    needs: 'all' | 'any',
    filterRoom = task.filterRoom,
  ): BranchMatches {
    const plan = { branch: asked, words, needs }
    const members = task.isAlone ? null : createMembers()
    const matches = matchItems({ parts: task.parts, plan, filterRoom, room: task.candidates, members }, room)
    return { plan, members, matches }
  }

  /** Phrases are looked for in the index alone; in the texts too where that finds few. */
  function findTyped(words: readonly PlannedWord[]): BranchMatches {
    if (branch.phrases.length === 0) return find(branch, words, 'all')
    const sure = find(branch, words, 'all', { ...task.filterRoom, readForPhrases: null })
    return hitsOf(sure) >= fewHits ? sure : find(branch, words, 'all')
  }

  const strict = planStrictly(segments, branch)
  const typed = findTyped(strict)
  // Words in quotes mean what they say.
  if (branch.words.every(({ isLiteral }) => isLiteral) || hasName(typed)) return typed
  const sure = withoutDoubtful(strict)
  const nearly = sure === null ? null : find(branch, sure, 'all')
  if (nearly !== null && hasName(nearly)) return nearly
  if (hitsOf(typed) >= fewHits) return typed
  const split = splitWords(segments, branch, strict)
  if (split !== null) {
    const apart = find(split, planStrictly(segments, split), 'all')
    if (hitsOf(apart) > hitsOf(typed)) return apart
  }
  const inside = planParts(segments, strict)
  const parts = inside === strict ? typed : find(branch, inside, 'all')
  if (hitsOf(parts) >= fewHits || hasName(parts)) return parts
  if (!task.isFuzzy) return hitsOf(parts) > 0 ? parts : find(branch, inside, 'any')
  const loose = find(branch, planLoosely(segments, inside, 0), 'all')
  if (hitsOf(parts) > 0 || hasName(loose)) return loose
  const words = planLoosely(segments, inside, 1)
  const looser = find(branch, words, 'all')
  if (hasName(looser) || hitsOf(loose) === 0) return hitsOf(looser) > 0 ? looser : find(branch, words, 'any')
  return loose
}

/**
 * The words without those of three letters that stand nowhere. In so short a word no typo is looked for, since all of
 * them are one edit apart; but as the beginning or a part of others it would lead astray, when a title has all the rest.
 *
 * @returns null when there is no such word, and when fewer than two others are left.
 */
function withoutDoubtful(words: readonly PlannedWord[]): readonly PlannedWord[] | null {
  const sure = words.filter((word) => !isDoubtful(word))
  return sure.length < 2 || sure.length === words.length ? null : sure
}

function isDoubtful({ word, expansions }: PlannedWord): boolean {
  return editBudget(word.term.length) === 0 && expansions.every((list) => list[0]?.kind !== 'exact')
}

/** Something is called what was typed: no need to guess. */
function hasName({ matches, plan }: BranchMatches): boolean {
  const all = (1 << plan.words.length) - 1
  return matches.lists.some((list) => list.some((candidate) => candidate.own === all))
}

function hitsOf({ matches }: BranchMatches): number {
  return matches.totals.reduce((sum, total) => sum + total, 0)
}
