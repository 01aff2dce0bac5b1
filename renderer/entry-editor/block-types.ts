import {
  Code,
  Heading1,
  Heading2,
  Heading3,
  List,
  ListChecks,
  ListOrdered,
  Pilcrow,
  Quote,
  type LucideIcon,
} from 'lucide-react'
import type { BlockType } from '../../editor/commands/block-type.ts'

/** One kind of block as the interface offers it. */
export interface BlockTypeChoice {
  readonly type: BlockType
  readonly label: string
  readonly icon: LucideIcon
  /** What one types at the start of a line for the same. */
  readonly typed: string | null
}

export const blockTypeChoices: readonly BlockTypeChoice[] = [
  { type: 'paragraph', label: 'Text', icon: Pilcrow, typed: null },
  { type: 'heading-1', label: 'Heading 1', icon: Heading1, typed: '#' },
  { type: 'heading-2', label: 'Heading 2', icon: Heading2, typed: '##' },
  { type: 'heading-3', label: 'Heading 3', icon: Heading3, typed: '###' },
  { type: 'bullet-list', label: 'Bullet list', icon: List, typed: '*' },
  { type: 'number-list', label: 'Numbered list', icon: ListOrdered, typed: '1.' },
  { type: 'check-list', label: 'Check list', icon: ListChecks, typed: '[ ]' },
  { type: 'quote', label: 'Quote', icon: Quote, typed: '>' },
  { type: 'code', label: 'Code', icon: Code, typed: '```' },
]

/** The choice that shows a block type; headings 4 to 6 have no line of their own in the menu and show their number. */
export function describeBlockType(type: BlockType | null): {
  readonly label: string
  readonly icon: LucideIcon
} {
  const choice = blockTypeChoices.find((candidate) => candidate.type === type)
  if (choice !== undefined) return choice
  return { label: type === null ? 'Block' : `Heading ${type.slice(-1)}`, icon: Pilcrow }
}
