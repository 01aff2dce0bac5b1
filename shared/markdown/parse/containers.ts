/**
 * Block quotes and items around a block, and what they take away from the start of each line.
 *
 * Everything is counted in columns, since a tab may be half prefix and half content (CommonMark 0.31, section 2.2).
 */
export interface Container {
  readonly kind: 'quote' | 'item'
  /** Columns that a further line must be indented by to belong to the item; 0 for a quote. */
  readonly width: number
  /** Where the line it begins on starts, and where its content starts on that line. */
  readonly firstLine: number
  readonly content: LineStart
  /** All that a further line of its blocks begins with, from the line's start. */
  readonly prefix: string
}

/** Where the content of a line begins. */
export interface LineStart {
  readonly at: number
  /** Column of `at`, counted from 0 with tab stops of 4. */
  readonly column: number
  /** Columns of a tab right before `at` that belong to the content, as spaces. */
  readonly pending: number
}

const TAB_STOP = 4
const NO_CONTAINERS: readonly Container[] = []

/** The chain of containers at the top of a document. */
export function noContainers(): readonly Container[] {
  return NO_CONTAINERS
}

/**
 * Where the content of the line at `lineFrom` begins for a block inside `containers`, outermost first.
 *
 * A lazy line, which lacks the prefix of some container, begins where its prefixes end.
 */
export function lineStart(text: string, lineFrom: number, containers: readonly Container[]): LineStart {
  return matchLine(text, lineFrom, containers).start
}

/** Where the content of a line begins, and how many of the containers it belongs to. */
export function matchLine(
  text: string,
  lineFrom: number,
  containers: readonly Container[],
): { readonly start: LineStart; readonly matched: number } {
  let matched = containers.length
  while (matched > 0 && containers[matched - 1]?.firstLine !== lineFrom) matched--
  let start: LineStart = containers[matched - 1]?.content ?? { at: lineFrom, column: 0, pending: 0 }
  for (const container of containers.slice(matched)) {
    const next =
      container.kind === 'quote' ? skipQuoteMark(text, start) : skipColumns(text, start, container.width)
    if (next === null) break
    start = next
    matched++
  }
  return { start, matched }
}

/** Skips `columns` columns of white space; null when there are fewer before other content. */
export function skipColumns(text: string, start: LineStart, columns: number): LineStart | null {
  let { at, column } = start
  let need = columns - start.pending
  if (need < 0) return { at, column, pending: -need }
  while (need > 0) {
    const character = text[at]
    if (character !== ' ' && character !== '\t') {
      const isBlank = character === undefined || character === '\n' || character === '\r'
      return isBlank ? { at, column, pending: 0 } : null
    }
    const size = character === '\t' ? TAB_STOP - (column % TAB_STOP) : 1
    at++
    column += size
    need -= size
  }
  return { at, column, pending: -need }
}

/** Skips `>` with up to three columns before it and one of white space behind it; null when there is none. */
function skipQuoteMark(text: string, start: LineStart): LineStart | null {
  const mark = skipSpace(text, start)
  if (text[mark.at] !== '>' || virtualColumn(mark) - virtualColumn(start) > 3) return null
  return afterQuoteMark(text, { at: mark.at + 1, column: mark.column + 1, pending: 0 })
}

/** Where the content begins, given the place right behind a `>`. */
export function afterQuoteMark(text: string, start: LineStart): LineStart {
  if (text[start.at] !== ' ' && text[start.at] !== '\t') return start
  return skipColumns(text, start, 1) ?? start
}

/** Skips all spaces and tabs. */
export function skipSpace(text: string, start: LineStart): LineStart {
  let { at, column } = start
  while (text[at] === ' ' || text[at] === '\t') {
    column += text[at] === '\t' ? TAB_STOP - (column % TAB_STOP) : 1
    at++
  }
  return { at, column, pending: at === start.at ? start.pending : 0 }
}

/** The column where content begins, when the columns of a split tab are taken into account. */
export function virtualColumn(start: LineStart): number {
  return start.column - start.pending
}

/** The offset where the line that holds `at` starts, not before `floor`. */
export function lineFromOf(text: string, at: number, floor: number): number {
  let from = at
  while (from > floor && text[from - 1] !== '\n' && text[from - 1] !== '\r') from--
  return from
}
