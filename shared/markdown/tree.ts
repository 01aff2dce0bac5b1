/**
 * The document tree: what Markdown says, with where it says it.
 *
 * The same types serve two trees. The *base* tree comes from `parseEntry`: every node has `span`, its place in the
 * entry's text. The *intended* tree comes from the editor: nodes have no span, and `base` points to the node of
 * the base tree that they were imported from, if any. `saveEntryText(base, intended)` turns the second back into
 * text. Offsets are UTF-16 code units into the whole text of the entry, byte order mark and front matter included.
 *
 * What a span of the base tree covers, for every node: it begins at the first character of the node's own marker or
 * content (`#`, `>`, `-`, the opening fence, the first letter), so never with the prefix of the containers around it
 * and never with up to three spaces of its own indent; it ends at the end of its last content line, without the line
 * end, but with the trailing spaces of that line. Lines between carry their prefixes inside the span. Exceptions are
 * told at the node. Spans of siblings are sorted and never overlap; a child's lies inside its parent's. Everything
 * else is gap: blank lines, container prefixes, indent, padding.
 */

/** Half-open range `[from, to)` in the entry's whole text, in UTF-16 code units. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Inline marks as a bit mask. The bits are those of Lexical's text format, so no table is needed between the two. */
export const Mark = { bold: 1, italic: 2, strike: 4, code: 16 } as const
export type Marks = number

/**
 * A link as the author wrote it. Runs that share one `Link` object are inside one link; two equal links side by
 * side are two objects.
 */
export interface Link {
  /** Destination, unescaped and with its reference resolved; '' when the author left it empty. */
  readonly url: string
  readonly title: string
  /** For reference links: the label as matched (normalised), and how it was written. */
  readonly reference: { readonly label: string; readonly form: 'full' | 'collapsed' | 'shortcut' } | null
  /** Source after the link text, e.g. `](<u> "t")` or `][label]`: written back while the target is unchanged. */
  readonly closing: string
}

/** What an opaque inline is, for showing it. Its source is kept exactly, whatever it is. */
export type InlineForm =
  | 'image' // ![alt](url)
  | 'embed' // ![[target|size]]
  | 'wiki-link' // [[target#heading|alias]]
  | 'autolink' // <https://…>
  | 'footnote-reference' // [^1]
  | 'html'
  | 'math' // $…$ and $$…$$ inside a paragraph
  | 'comment' // %%…%%
  | 'shortcode' // {{< … >}} {{% … %}} and Liquid {{ … }} {% … %}
  | 'callout-mark' // [!note]+ at the start of a quote
  | 'empty-link' // [](url): a link without text, which no run could carry

/**
 * Where characters of a run's text stand in the source: `text.slice(at, at + length)` is written at
 * `[from, to)`. Lengths differ for escapes, entities and tabs. Sorted, without overlap, covering the text.
 */
export interface Segment {
  readonly at: number
  readonly length: number
  readonly from: number
  readonly to: number
}

export interface TextRun {
  readonly kind: 'text'
  /**
   * What the reader sees. With `Mark.code` the content of the code span, where spaces count as they are; a segment of
   * length 1 may then stand for a line end with the prefix behind it.
   */
  readonly text: string
  readonly marks: Marks
  readonly link: Link | null
  /** Only in the base tree. Source between two segments is markup inside the run, e.g. the `****` of `**a****b**`. */
  readonly segments?: readonly Segment[]
}
export interface OpaqueRun {
  readonly kind: 'opaque'
  readonly form: InlineForm
  /** Exact source, prefixes of quotes and indents of items included when it spans lines. */
  readonly source: string
  readonly marks: Marks
  readonly link: Link | null
  readonly span?: Span
}
export interface BreakRun {
  readonly kind: 'break'
  /** true: `<br>` (two spaces, or a backslash); false: a line end of the source that is shown as one. */
  readonly hard: boolean
  readonly marks: Marks
  readonly link: Link | null
  /** Everything between the neighbours: trailing spaces, backslash, line end, quote prefix, indent. */
  readonly span?: Span
}
export type Run = TextRun | OpaqueRun | BreakRun

interface NodeBase<T> {
  readonly span?: Span
  readonly base?: T
}

/** A paragraph. In an item with a box it begins behind the box and its space. */
export interface Paragraph extends NodeBase<Paragraph> {
  readonly type: 'paragraph'
  readonly runs: readonly Run[]
}
export interface Heading extends NodeBase<Heading> {
  readonly type: 'heading'
  readonly level: 1 | 2 | 3 | 4 | 5 | 6
  /** Only in the base tree. The span of a setext heading ends with its underline, an ATX one's with its line. */
  readonly style?: 'atx' | 'setext'
  readonly runs: readonly Run[]
}
export interface Rule extends NodeBase<Rule> {
  readonly type: 'rule'
}
/**
 * Block quote; a callout is one whose first run is a `callout-mark`. Its span includes trailing lines that hold
 * nothing but `>`.
 */
export interface Quote extends NodeBase<Quote> {
  readonly type: 'quote'
  /** Only in the base tree: all that a further line of its blocks begins with, from the line's start, e.g. `> `. */
  readonly prefix?: string
  readonly blocks: readonly Block[]
}
export interface List extends NodeBase<List> {
  readonly type: 'list'
  readonly ordered: boolean
  /** First number of an ordered list; 1 for bullets. */
  readonly start: number
  /** Only in the base tree: `-`, `*` or `+`; for ordered lists the delimiter, `.` or `)`. */
  readonly marker?: string
  readonly items: readonly Item[]
}
export interface Item extends NodeBase<Item> {
  readonly type: 'item'
  /** The character in the box, or null without a box. ' ' is open, 'x' and 'X' done; others are kept as written. */
  readonly box: string | null
  /** Only in the base tree: the bullet, or the number with its delimiter. The item's span begins here. */
  readonly marker?: Span
  /** Only in the base tree: `[ ]` with its brackets; null without a box. */
  readonly boxSpan?: Span | null
  /**
   * Only in the base tree: all that a further line of the item's blocks begins with, from the line's start: the
   * prefix of the containers around it and spaces up to the column of its content.
   */
  readonly prefix?: string
  readonly blocks: readonly Block[]
}
/** Fenced code. Indented code is a `SourceBlock`. An unclosed fence reaches to the end of its container. */
export interface CodeBlock extends NodeBase<CodeBlock> {
  readonly type: 'code'
  /** All after the fence on its line, trimmed, e.g. `js {linenos=true}`. */
  readonly info: string
  /** Content with '\n' line ends, without container prefixes, without the last line end. */
  readonly text: string
  /** Only in the base tree: the runs of backticks or tildes; `close` is null for an unclosed fence. */
  readonly fence?: { readonly open: Span; readonly close: Span | null }
  /** Only in the base tree: where `info` stands; empty, right behind the fence, without one. */
  readonly infoSpan?: Span
  /** Only in the base tree: each line of `text` in the source, without prefix and line end; none for an empty fence. */
  readonly lines?: readonly Span[]
}
export type Alignment = 'left' | 'center' | 'right' | null
export interface Table extends NodeBase<Table> {
  readonly type: 'table'
  readonly align: readonly Alignment[]
  /** Only in the base tree: the line of dashes under the header. */
  readonly delimiter?: Span
  /** The first row is the header. Every row is padded to the header's width; rows with more become a SourceBlock. */
  readonly rows: readonly Row[]
}
/** A row's span is its line from the first pipe (or letter) on, without prefix. */
export interface Row extends NodeBase<Row> {
  readonly type: 'row'
  readonly cells: readonly Cell[]
}
/**
 * A cell. Its span is its content without the padding; an empty cell has an empty span between its pipes; a cell that
 * only pads a short row has none.
 */
export interface Cell extends NodeBase<Cell> {
  readonly type: 'cell'
  readonly runs: readonly Run[]
}

export type SourceForm =
  | 'html'
  | 'definition'
  | 'footnote-definition'
  | 'indented-code'
  | 'math'
  | 'shortcode'
  | 'comment'
  | 'properties'
  | 'table' // one the grid cannot hold
  | 'other'

/**
 * A block shown as source and kept. `text` is the source of its span with '\n' line ends and the container prefixes of
 * continuation lines removed (a tab that is half prefix leaves its other half as spaces).
 *
 * The span of indented code begins with its indent.
 */
export interface SourceBlock extends NodeBase<SourceBlock> {
  readonly type: 'source'
  readonly form: SourceForm
  readonly text: string
  /** Only in the base tree: each line of `text` in the source, without prefix and line end. */
  readonly lines?: readonly Span[]
}

export type Block = Paragraph | Heading | Rule | Quote | List | CodeBlock | Table | SourceBlock
export type Leaf = Paragraph | Heading | Cell
export type TreeNode = Block | Item | Row | Cell

export type LineEnding = '\n' | '\r\n' | '\r'

/** A parsed entry: immutable, the base of every save until the file is loaded again. */
export interface ParsedEntry {
  /** The whole text, byte order mark included as U+FEFF. */
  readonly text: string
  /** Front matter with its fences and final line end; never given to the Markdown parser. */
  readonly head: { readonly format: 'yaml' | 'toml' | 'json'; readonly span: Span } | null
  /** Where the Markdown begins. */
  readonly bodyFrom: number
  readonly blocks: readonly Block[]
  /** Link definitions by normalised label; footnote definitions are not in it. */
  readonly definitions: ReadonlyMap<string, { readonly url: string; readonly title: string }>
  /** The line ending most lines use; '\n' when there is none. */
  readonly lineEnding: LineEnding
}
