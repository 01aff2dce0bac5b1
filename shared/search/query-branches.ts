import type { PartMeaning, QueryBranch, QueryPart, QueryWord } from './query.ts'

/** A query as a tree. */
export type QueryNode =
  | { readonly kind: 'part'; readonly part: QueryPart }
  | { readonly kind: 'all' | 'any'; readonly nodes: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly node: QueryNode }

interface Literal {
  readonly meaning: PartMeaning
  readonly isExcluded: boolean
}
/** Literals that must all hold. */
type Clause = readonly Literal[]

/** More alternatives than this are searched one by one no more: `(a or b) (c or d) …` doubles them with each pair. */
const mostBranches = 16
/** More words than this are a pasted text; the first ones find it. */
const mostWords = 16

/**
 * Multiplies a query out into alternatives of which each is a list of things that must all hold.
 *
 * @param fields places that `in:` names, for words without a place of their own.
 */
export function branchesOf(node: QueryNode, fields: number): readonly QueryBranch[] {
  return multiplyOut(node, false).map((clause) => toBranch(clause, fields))
}

/** Not (a and b) is (not a) or (not b). */
function multiplyOut(node: QueryNode, isNegated: boolean): readonly Clause[] {
  switch (node.kind) {
    case 'part':
      return [clauseOf(node.part, isNegated)]
    case 'not':
      return multiplyOut(node.node, !isNegated)
    default: {
      const alternatives = node.nodes
        .map((inner) => multiplyOut(inner, isNegated))
        .filter((list) => list.length > 0)
      return (node.kind === 'any') === isNegated ? combineAll(alternatives) : unite(alternatives)
    }
  }
}

function clauseOf(part: QueryPart, isNegated: boolean): Clause {
  const { kind } = part.meaning
  if (kind !== 'words' && kind !== 'phrase' && kind !== 'filter') return []
  return [{ meaning: part.meaning, isExcluded: part.isExcluded !== isNegated }]
}

function combineAll(alternatives: readonly (readonly Clause[])[]): readonly Clause[] {
  let combined: readonly Clause[] = [[]]
  for (const list of alternatives) {
    combined = combined.flatMap((left) => list.map((right) => [...left, ...right])).slice(0, mostBranches)
  }
  return combined
}

/** A part that says nothing is no alternative: it would make everything answer. */
function unite(alternatives: readonly (readonly Clause[])[]): readonly Clause[] {
  const clauses = alternatives.flat().filter((clause) => clause.length > 0)
  return clauses.length === 0 ? [[]] : clauses.slice(0, mostBranches)
}

function toBranch(clause: Clause, fields: number): QueryBranch {
  const words: QueryWord[] = []
  const phrases: { terms: string[]; isExcluded: boolean }[] = []
  const excluded: (readonly QueryWord[])[] = []
  const filters: QueryBranch['filters'][number][] = []
  for (const { meaning, isExcluded } of clause) {
    if (meaning.kind === 'filter') filters.push({ filter: meaning.filter, isExcluded })
    else if (meaning.kind === 'words' || meaning.kind === 'phrase') {
      const terms = meaning.words.map(({ term }) => term)
      const isRun = meaning.kind === 'phrase' && terms.length > 1
      if (isRun) phrases.push({ terms, isExcluded })
      if (!isExcluded) words.push(...meaning.words.map((word) => inPlace(word, fields)))
      else if (!isRun) excluded.push(meaning.words)
    }
  }
  return { words: words.slice(0, mostWords), phrases, excluded, filters: uniteKinds(filters) }
}

function inPlace(word: QueryWord, fields: number): QueryWord {
  return word.fields === 0 ? { ...word, fields } : word
}

/** `kind:draft kind:page` is either: nothing is of two kinds. */
function uniteKinds(filters: QueryBranch['filters']): QueryBranch['filters'] {
  const lanes = new Set(
    filters.flatMap(({ filter, isExcluded }) =>
      filter.kind === 'lanes' && !isExcluded ? [...filter.lanes] : [],
    ),
  )
  if (lanes.size === 0) return filters
  return [
    ...filters.filter(({ filter, isExcluded }) => filter.kind !== 'lanes' || isExcluded),
    { filter: { kind: 'lanes', lanes }, isExcluded: false },
  ]
}
