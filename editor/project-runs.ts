import { $isElementNode, $isLineBreakNode, $isTextNode, type ElementNode, type LexicalNode } from 'lexical'
import { Mark, type Link, type Marks, type Run } from '../shared/markdown/tree.ts'
import { $isEntryLinkNode, type EntryLinkNode } from './nodes/entry-link-node.ts'
import { $isHardBreak } from './nodes/line-break.ts'
import { $isOpaqueInlineNode } from './nodes/opaque-inline-node.ts'

/** The text formats Markdown has; Lexical knows more (underline, highlight, …), which a paste may bring. */
const writableMarks: Marks = Mark.bold | Mark.italic | Mark.strike | Mark.code

/** The inline content of a paragraph, heading or cell paragraph as runs. Call inside a read or update. */
export function $projectRuns(leaf: ElementNode): Run[] {
  return $projectNodes(leaf.getChildren())
}

/** Inline nodes as runs. Call inside a read or update. */
export function $projectNodes(nodes: readonly LexicalNode[]): Run[] {
  const runs: Run[] = []
  $collectRuns(nodes, null, runs)
  return withBreakMarks(withoutBlankLines(runs))
}

/**
 * The runs without breaks and white space at their ends: Markdown has no way to say them there, but for a break in
 * front, which is kept where the base has one (a line with nothing but a backslash), and one at the end of a link,
 * kept likewise (an image on a line and `](url)` on the next).
 *
 * Scenario: Shift+Enter at the end of a line or in an empty paragraph, and the save comes before the next letter.
 */
export function trimRuns(runs: readonly Run[], base: readonly Run[] = []): readonly Run[] {
  let from = 0
  let to = runs.length
  if (base[0]?.kind !== 'break') while (from < to && isBlank(runs[from])) from += 1
  const keepsEnd = base.at(-1)?.kind === 'break'
  while (to > from && isBlank(runs[to - 1]) && !(keepsEnd && isLinkedBreak(runs[to - 1]))) to -= 1
  return to - from === runs.length ? runs : runs.slice(from, to)
}

function isLinkedBreak(run: Run | undefined): boolean {
  return run?.kind === 'break' && run.link !== null
}

function isBlank(run: Run | undefined): boolean {
  if (run === undefined || run.kind === 'opaque') return false
  return run.kind === 'break' || ((run.marks & Mark.code) === 0 && /^[ \t\r\n]*$/.test(run.text))
}

function $collectRuns(nodes: readonly LexicalNode[], link: Link | null, runs: Run[]): void {
  for (const node of nodes) {
    if ($isTextNode(node)) {
      const text = node.getTextContent()
      if (text !== '') runs.push({ kind: 'text', text, marks: node.getFormat() & writableMarks, link })
    } else if ($isLineBreakNode(node)) {
      runs.push({ kind: 'break', hard: $isHardBreak(node), marks: 0, link })
    } else if ($isOpaqueInlineNode(node)) {
      runs.push({
        kind: 'opaque',
        form: node.getForm(),
        source: node.getSource(),
        marks: node.getMarks(),
        link,
      })
    } else if ($isEntryLinkNode(node)) {
      $collectRuns(node.getChildren(), $readLink(node), runs)
    } else if ($isElementNode(node)) {
      $collectRuns(node.getChildren(), link, runs)
    }
  }
}

/** The link of a link node: a new object per node, as the tree wants it. */
export function $readLink(node: EntryLinkNode): Link {
  const markup = node.getMarkup()
  return {
    url: node.getURL(),
    title: node.getTitle() ?? '',
    reference: markup?.reference ?? null,
    closing: markup?.closing ?? '',
  }
}

/**
 * The runs without soft breaks behind another break: an empty line would end the paragraph. A hard one can stand there,
 * as a line with nothing but a backslash.
 *
 * Scenario: the only word of a line is deleted, or Shift+Enter is pressed at the end of a line that has one below.
 */
function withoutBlankLines(runs: readonly Run[]): readonly Run[] {
  const kept: Run[] = []
  for (const run of runs) {
    if (run.kind === 'break') {
      const at = kept.findLastIndex((each) => !isBlankText(each))
      const before = kept[at]
      if (before?.kind === 'break' && !run.hard) {
        kept.length = at + 1
        continue
      }
    }
    kept.push(run)
  }
  return kept.length === runs.length ? runs : kept
}

function isBlankText(run: Run): boolean {
  return run.kind === 'text' && run.link === null && isBlank(run)
}

/** A break carries the marks that both neighbours have: Lexical keeps none on it. */
function withBreakMarks(runs: readonly Run[]): Run[] {
  return runs.map((run, index) => {
    if (run.kind !== 'break') return run
    return { ...run, marks: marksBeside(runs, index, -1) & marksBeside(runs, index, 1) }
  })
}

function marksBeside(runs: readonly Run[], index: number, step: 1 | -1): Marks {
  for (let at = index + step; at >= 0 && at < runs.length; at += step) {
    const run = runs[at]
    if (run !== undefined && run.kind !== 'break') return run.marks & ~Mark.code
  }
  return 0
}
