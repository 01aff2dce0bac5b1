import { clean, keyOfRuns } from './canonical-runs.ts'
import type { Block, Item, List, Row, Table } from './tree.ts'

/**
 * The content of a block, or of blocks in a row, as a string: equal keys are the same document.
 *
 * Works on base trees and on intended ones alike, and leaves out what Markdown cannot say or what is only style:
 * spans, empty paragraphs, the nesting of marks, tight or loose, markers, fences, underlines, padding, later numbers
 * of a list. Adjacent lists of one type are one list; a short row is padded. Linear in the size of the blocks.
 */
export function canonicalKey(content: Block | readonly Block[]): string {
  return 'type' in content ? keyOfBlocks([content]) : keyOfBlocks(content)
}

/**
 * A comment without content only keeps apart what Markdown would join, e.g. a list and the indented code behind it. It
 * is written for that by saving, and says nothing itself.
 */
const separator = '<!-- -->'

function keyOfBlocks(blocks: readonly Block[]): string {
  const parts: string[] = []
  let openList: List | null = null
  for (const block of blocks) {
    const key = block.type === 'list' ? keyOfItems(block.items) : keyOfBlock(block)
    if (key === '') continue
    if (openList !== null && !(block.type === 'list' && block.ordered === openList.ordered)) {
      parts.push('\0)')
      openList = null
    }
    if (block.type === 'list' && openList === null) {
      parts.push(block.ordered ? `\0(${block.start}.` : '\0(-')
      openList = block
    }
    parts.push(key)
  }
  if (openList !== null) parts.push('\0)')
  return parts.join('')
}

function keyOfBlock(block: Exclude<Block, List>): string {
  switch (block.type) {
    case 'paragraph': {
      const key = keyOfRuns(block.runs)
      return key === '' ? '' : `\0p${key}\0.`
    }
    case 'heading':
      return `\0h${block.level}${keyOfRuns(block.runs, true)}\0.`
    case 'rule':
      return '\0r'
    case 'quote':
      return `\0>${keyOfBlocks(block.blocks)}\0<`
    case 'code':
      return `\0c${clean(block.info)}\0:${clean(block.text)}\0.`
    case 'table':
      return keyOfTable(block)
    case 'source':
      if (block.text === separator) return ''
      return `\0s${clean(block.text)}\0.`
  }
}

function keyOfItems(items: readonly Item[]): string {
  return items.map(({ box, blocks }) => `\0i${keyOfBox(box)}${keyOfBlocks(blocks)}\0.`).join('')
}

/** `[X]` is done as much as `[x]`. */
function keyOfBox(box: string | null): string {
  return box === null ? '' : `\0[${clean(box.toLowerCase())}`
}

function keyOfTable({ align, rows }: Table): string {
  const columns = align.map((side) => side?.[0] ?? '-').join('')
  return `\0t${columns}${rows.map((row) => keyOfRow(row, align.length)).join('')}\0.`
}

function keyOfRow({ cells }: Row, width: number): string {
  const keys = cells.map(({ runs }) => keyOfRuns(runs))
  while (keys.length < width) keys.push('')
  return `\0/${keys.join('\0|')}`
}
