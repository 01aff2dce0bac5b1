import type { MarkdownConfig, MarkdownParser } from '@lezer/markdown'
import { parser } from '@lezer/markdown'
import { rememberSource } from './block-lines.ts'
import {
  continuesFootnoteDefinition,
  endsLeafWithFootnote,
  endsLeafWithMath,
  endsLeafWithShortcode,
  parseCommentBlock,
  parseFootnoteDefinition,
  parseMathBlock,
  parseShortcodeBlock,
  parseTooDeep,
} from './dialect-blocks.ts'
import { endsLeafWithHtml, parseHtmlBlock } from './html-block.ts'
import { parseIndentedCode } from './indented-code.ts'
import { continuesItem, endsLeafWithItem, parseItem } from './item-block.ts'
import { continuesQuote, parseQuote } from './quote-block.ts'
import { guardSetext } from './setext-guard.ts'
import { endsLeafWithTable, watchForTable } from './table-block.ts'

/**
 * The blocks of an entry: Lezer's CommonMark, with our own blocks and without its inlines.
 *
 * Inlines are read afterwards (`inline/`), when all definitions are known: Lezer's would take `[draft note]` for a
 * link without asking whether it is defined, and are quadratic on many brackets. Link definitions are taken off their
 * paragraphs afterwards as well, as the specification tells it.
 */
const blocks: MarkdownConfig = {
  defineNodes: [
    { name: 'Quote', block: true, composite: continuesQuote },
    { name: 'Item', block: true, composite: continuesItem },
    { name: 'TooDeep', block: true },
    { name: 'MathBlock', block: true },
    { name: 'ShortcodeBlock', block: true },
    { name: 'Table', block: true },
    { name: 'FootnoteDefinition', block: true, composite: continuesFootnoteDefinition },
  ],
  remove: [
    'LinkReference',
    'Blockquote',
    'BulletList',
    'OrderedList',
    'Escape',
    'Entity',
    'InlineCode',
    'HTMLTag',
    'Emphasis',
    'HardBreak',
    'Link',
    'Image',
    'LinkEnd',
  ],
  parseInline: [{ name: 'Nothing', parse: (context) => context.end, before: 'Escape' }],
  parseBlock: [
    { name: 'TooDeep', parse: parseTooDeep, before: 'LinkReference' },
    { name: 'IndentedCode', parse: parseIndentedCode },
    { name: 'Quote', parse: parseQuote, before: 'Blockquote' },
    { name: 'Item', parse: parseItem, endLeaf: endsLeafWithItem, before: 'BulletList' },
    { name: 'HTMLBlock', parse: parseHtmlBlock, endLeaf: endsLeafWithHtml },
    { name: 'MathBlock', parse: parseMathBlock, endLeaf: endsLeafWithMath, before: 'HTMLBlock' },
    { name: 'CommentBlock', parse: parseCommentBlock, before: 'HTMLBlock' },
    {
      name: 'ShortcodeBlock',
      parse: parseShortcodeBlock,
      endLeaf: endsLeafWithShortcode,
      before: 'HTMLBlock',
    },
    {
      name: 'FootnoteDefinition',
      parse: parseFootnoteDefinition,
      endLeaf: endsLeafWithFootnote,
      before: 'HTMLBlock',
    },
    { name: 'Table', leaf: watchForTable, endLeaf: endsLeafWithTable, before: 'SetextHeading' },
    { name: 'SetextGuard', leaf: guardSetext, after: 'SetextHeading' },
  ],
  wrap: (inner, input) => {
    rememberSource(inner, input.read(0, input.length))
    return inner
  },
}

/** Parses Markdown without front matter into Lezer's tree of blocks; lines must end with `\n`. */
export const blockParser: MarkdownParser = parser.configure(blocks)
