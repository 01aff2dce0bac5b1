import { $createTextNode, type LexicalNode } from 'lexical'
import type { Link, Run } from '../shared/markdown/tree.ts'
import { $createEntryLinkNode } from './nodes/entry-link-node.ts'
import { $createBreak } from './nodes/line-break.ts'
import { $createOpaqueInlineNode } from './nodes/opaque-inline-node.ts'

/** Inline nodes for runs; consecutive runs that share one `Link` object go into one link node. */
export function $createRunNodes(runs: readonly Run[]): LexicalNode[] {
  const nodes: LexicalNode[] = []
  for (const [link, group] of groupByLink(runs)) {
    const children = group.flatMap($createRunNode)
    if (link === null) nodes.push(...children)
    else
      nodes.push(
        $createEntryLinkNode(link.url, link.title, {
          reference: link.reference,
          closing: link.closing,
        }).append(...children),
      )
  }
  return nodes
}

function $createRunNode(run: Run): LexicalNode[] {
  switch (run.kind) {
    case 'text':
      return run.text === '' ? [] : [$createTextNode(run.text).setFormat(run.marks)]
    case 'opaque':
      return [$createOpaqueInlineNode(run.form, run.source, run.marks)]
    case 'break':
      return [$createBreak(run.hard)]
  }
}

function groupByLink(runs: readonly Run[]): [Link | null, Run[]][] {
  const groups: [Link | null, Run[]][] = []
  for (const run of runs) {
    const last = groups.at(-1)
    if (last !== undefined && last[0] === run.link) last[1].push(run)
    else groups.push([run.link, [run]])
  }
  return groups
}
