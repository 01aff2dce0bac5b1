import { Mark } from '../../shared/markdown/tree.ts'
import type { Block, Item, Marks, Run } from '../../shared/markdown/tree.ts'

/**
 * A tree as one short line, so that a test shows what a text means at a glance.
 *
 * `p{one b(two)}` is a paragraph, `h2{…}` a heading, `q[…]` a quote, `ul[…]`/`ol3[…]` lists of `i[…]` items with their
 * box as `i x[…]`, `code js{…}`, `t{a|b;c|d}` a table, `source:form{…}`. Marks are b, i, s, c around text; `link(…)`
 * names its target, opaque inlines are `<form source>`, breaks `/` and `//` (hard).
 */
export function outline(blocks: readonly Block[]): string {
  return blocks.map(outlineBlock).join(' ')
}

function outlineBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return `p{${outlineRuns(block.runs)}}`
    case 'heading':
      return `h${block.level}{${outlineRuns(block.runs)}}`
    case 'rule':
      return 'hr'
    case 'quote':
      return `q[${outline(block.blocks)}]`
    case 'list':
      return `${block.ordered ? `ol${block.start}` : 'ul'}[${block.items.map(outlineItem).join(' ')}]`
    case 'code':
      return `code${block.info === '' ? '' : ` ${block.info}`}{${visible(block.text)}}`
    case 'table':
      return `t{${block.rows.map((row) => row.cells.map((cell) => outlineRuns(cell.runs)).join('|')).join(';')}}`
    case 'source':
      return `source:${block.form}{${visible(block.text)}}`
  }
}

function outlineItem(item: Item): string {
  return `i${item.box === null ? '' : ` ${item.box === ' ' ? '_' : item.box}`}[${outline(item.blocks)}]`
}

/** The runs of a leaf in the same notation. */
export function outlineRuns(runs: readonly Run[]): string {
  return runs
    .map((run) => {
      const inner =
        run.kind === 'text'
          ? run.text
          : run.kind === 'break'
            ? run.hard
              ? '//'
              : '/'
            : `<${run.form} ${visible(run.source)}>`
      const marked = run.kind === 'break' ? inner : withMarks(inner, run.marks)
      return run.link === null ? marked : `link(${marked} ${run.link.url})`
    })
    .join('')
}

function withMarks(text: string, marks: Marks): string {
  const letters = [
    [Mark.bold, 'b'],
    [Mark.italic, 'i'],
    [Mark.strike, 's'],
    [Mark.code, 'c'],
  ] as const
  const names = letters.filter(([mark]) => (marks & mark) !== 0).map(([, letter]) => letter)
  return names.length === 0 ? text : `${names.join('')}(${text})`
}

function visible(text: string): string {
  return text.replace(/\n/g, '⏎')
}
