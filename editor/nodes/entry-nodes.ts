import { LinkNode } from '@lexical/link'
import { HeadingNode } from '@lexical/rich-text'
import { TableCellNode, TableNode, TableRowNode } from '@lexical/table'
import type { CreateEditorArgs } from 'lexical'
import { CodeBlockNode } from './code-block-node.ts'
import { $replaceLinkNode, EntryLinkNode } from './entry-link-node.ts'
import { ItemNode } from './item-node.ts'
import { ListNode } from './list-node.ts'
import { OpaqueInlineNode } from './opaque-inline-node.ts'
import { QuoteNode } from './quote-node.ts'
import { RuleNode } from './rule-node.ts'
import { SourceBlockNode } from './source-block-node.ts'

/** Every node class an entry can hold, for `createEditor`. */
export const entryNodes: NonNullable<CreateEditorArgs['nodes']> = [
  HeadingNode,
  QuoteNode,
  ListNode,
  ItemNode,
  CodeBlockNode,
  TableNode,
  TableRowNode,
  TableCellNode,
  RuleNode,
  SourceBlockNode,
  OpaqueInlineNode,
  EntryLinkNode,
  { replace: LinkNode, with: $replaceLinkNode, withKlass: EntryLinkNode },
]
