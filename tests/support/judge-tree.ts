import type { ListItem, Nodes, PhrasingContent, Root, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import type { Construct, Extension } from 'micromark-util-types'
import { normaliseLabel } from '../../shared/markdown/parse/inline/link-parts.ts'
import { Mark } from '../../shared/markdown/tree.ts'
import type { Block, Cell, Item, Link, Marks, Run, SourceForm } from '../../shared/markdown/tree.ts'

/**
 * The judge: the same text read by micromark and mdast, as our tree without spans.
 *
 * GFM with double tildes only. The transform that finds addresses in mdast's text is left out; the syntax stays in, as
 * in our parser. Text with constructs of our dialects must be masked first (`maskDialects`).
 */
export function judgeTree(text: string, singleTilde = false): readonly Block[] {
  const tree = readMarkdown(text, singleTilde)
  return new Mapper(text, tree.children).blocks(tree.children)
}

function readMarkdown(text: string, singleTilde: boolean): Root {
  return fromMarkdown(text, {
    extensions: [gfm({ singleTilde }), strictFlanking],
    mdastExtensions: gfmFromMarkdown().map(({ transforms: _transforms, ...rest }) => rest),
  })
}

/**
 * Lets micromark decide by the specification alone which `*` and `_` may open or close.
 *
 * It also lets them where another such marker stands beside them (`a*_b_*`), which the specification and its reference
 * implementation do not. The list of these markers is emptied before the first one is looked at.
 */
const strictFlanking: Extension = { text: { 42: emptyMarkers(), 95: emptyMarkers() } }

function emptyMarkers(): Construct {
  return {
    name: 'emptyMarkers',
    tokenize(_effects, _ok, nok) {
      const markers = this.parser.constructs.attentionMarkers.null
      if (markers !== undefined) markers.length = 0
      return nok
    },
  }
}

class Mapper {
  readonly #text: string
  readonly #definitions = new Map<string, { url: string; title: string }>()

  constructor(text: string, nodes: readonly RootContent[]) {
    this.#text = text
    this.#collect(nodes)
  }

  #collect(nodes: readonly Nodes[]): void {
    for (const node of nodes) {
      if (node.type === 'definition' && !this.#definitions.has(node.identifier)) {
        this.#definitions.set(node.identifier, { url: node.url, title: node.title ?? '' })
      }
      if ('children' in node) this.#collect(node.children)
    }
  }

  #source(node: Nodes): string {
    return this.#text.slice(node.position?.start.offset, node.position?.end.offset)
  }

  blocks(nodes: readonly RootContent[]): readonly Block[] {
    return nodes.map((node) => this.#block(node))
  }

  #block(node: RootContent): Block {
    switch (node.type) {
      case 'paragraph':
        return { type: 'paragraph', runs: this.#runs(node.children, 0, null) }
      case 'heading':
        return { type: 'heading', level: node.depth, runs: this.#runs(node.children, 0, null) }
      case 'thematicBreak':
        return { type: 'rule' }
      case 'blockquote':
        return { type: 'quote', blocks: this.blocks(node.children) }
      case 'list':
        return {
          type: 'list',
          ordered: node.ordered ?? false,
          start: node.ordered === true ? (node.start ?? 1) : 1,
          items: node.children.map((item) => this.#item(item)),
        }
      case 'code':
        return /^[`~]/.test(this.#source(node))
          ? {
              type: 'code',
              info: [node.lang, node.meta].filter(Boolean).join(' '),
              text: node.value.replace(/\r\n?/g, '\n'),
            }
          : source('indented-code', node.value)
      case 'html':
        return source('html', node.value)
      case 'definition':
        return source('definition', this.#source(node))
      case 'footnoteDefinition':
        return source('footnote-definition', this.#source(node))
      case 'table': {
        const width = node.align?.length ?? 0
        if (node.children.some((row) => row.children.length > width))
          return source('table', this.#source(node))
        return {
          type: 'table',
          align: node.align ?? [],
          rows: node.children.map((row) => ({
            type: 'row',
            cells: row.children.map((cell): Cell => ({
              type: 'cell',
              runs: this.#runs(cell.children, 0, null),
            })),
          })),
        }
      }
      default:
        throw new Error(`the judge has no rule for ${node.type}`)
    }
  }

  #item(item: ListItem): Item {
    const [first, ...rest] = item.children
    // GFM knows no empty task, editors and Obsidian do.
    const empty = first?.type === 'paragraph' ? /^\[([ x])\]$/.exec(this.#source(first)) : null
    if (empty !== null) return { type: 'item', box: empty[1] ?? ' ', blocks: this.blocks(rest) }
    const box = item.checked === true ? 'x' : item.checked === false ? ' ' : null
    return { type: 'item', box, blocks: this.blocks(item.children) }
  }

  #runs(nodes: readonly PhrasingContent[], marks: Marks, link: Link | null): readonly Run[] {
    return nodes.flatMap((node) => this.#run(node, marks, link))
  }

  #run(node: PhrasingContent, marks: Marks, link: Link | null): readonly Run[] {
    switch (node.type) {
      case 'text':
        return textRuns(node.value, marks, link)
      case 'inlineCode':
        return [{ kind: 'text', text: node.value.replace(/\r\n?|\n/g, ' '), marks: marks | Mark.code, link }]
      case 'emphasis':
        return this.#runs(node.children, marks | Mark.italic, link)
      case 'strong':
        return this.#runs(node.children, marks | Mark.bold, link)
      case 'delete':
        return this.#runs(node.children, marks | Mark.strike, link)
      case 'break':
        return [{ kind: 'break', hard: true, marks, link }]
      case 'link': {
        const written = this.#source(node)
        if (written.startsWith('<'))
          return [{ kind: 'opaque', form: 'autolink', source: written, marks, link }]
        if (!written.startsWith('[')) return this.#runs(node.children, marks, link)
        return this.#link(
          node.children,
          marks,
          { url: node.url, title: node.title ?? '', reference: null, closing: '' },
          written,
        )
      }
      case 'linkReference': {
        const definition = this.#definitions.get(node.identifier) ?? { url: '', title: '' }
        const reference = { label: normaliseLabel(node.identifier), form: node.referenceType }
        return this.#link(node.children, marks, { ...definition, reference, closing: '' }, this.#source(node))
      }
      case 'image':
      case 'imageReference':
        return [{ kind: 'opaque', form: 'image', source: this.#source(node), marks, link }]
      case 'html':
        return [{ kind: 'opaque', form: 'html', source: this.#source(node), marks, link }]
      case 'footnoteReference':
        return [{ kind: 'opaque', form: 'footnote-reference', source: this.#source(node), marks, link }]
    }
  }

  #link(nodes: readonly PhrasingContent[], marks: Marks, link: Link, written: string): readonly Run[] {
    const runs = this.#runs(nodes, marks, link)
    const isBlank = (run: Run): boolean =>
      run.kind === 'break' ||
      (run.kind === 'text' && (run.marks & Mark.code) === 0 && /^[ \t]*$/.test(run.text))
    return !runs.every(isBlank)
      ? runs
      : [{ kind: 'opaque', form: 'empty-link', source: written, marks, link: null }]
  }
}

function textRuns(value: string, marks: Marks, link: Link | null): readonly Run[] {
  return value.split(/\r\n?|\n/).flatMap((text, index): readonly Run[] => {
    const run: Run = { kind: 'text', text, marks, link }
    return index === 0 ? [run] : [{ kind: 'break', hard: false, marks, link }, run]
  })
}

function source(form: SourceForm, text: string): Block {
  return { type: 'source', form, text }
}

/**
 * What the two trees say of blocks that are shown as source is written differently: ours keeps indent and trailing
 * spaces. For the comparison each such text is reduced to its words. Fenced code is compared without blank lines at its
 * end: micromark counts those of an unclosed fence differently in a container and at the end of the text.
 */
export function comparable(blocks: readonly Block[]): readonly Block[] {
  return joinIndentedCode(blocks).map((block): Block => {
    switch (block.type) {
      case 'source':
        return { type: 'source', form: block.form, text: `${block.form} ${reduce(block.text)}` }
      case 'quote':
        return { type: 'quote', blocks: comparable(block.blocks) }
      case 'list':
        return {
          type: 'list',
          ordered: block.ordered,
          start: block.start,
          items: block.items.map(({ box, blocks: inner }) => ({
            type: 'item',
            box,
            blocks: comparable(inner),
          })),
        }
      case 'code':
        return {
          type: 'code',
          info: block.info.replace(/[ \t]+/g, ' '),
          text: block.text.replace(/\n+$/, ''),
        }
      default:
        return block
    }
  })
}

/** micromark now and then sees two where there can only be one: nothing stands between them. */
function joinIndentedCode(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    const isCode = block.type === 'source' && block.form === 'indented-code'
    if (isCode && last?.type === 'source' && last.form === block.form) {
      joined[joined.length - 1] = { ...last, text: `${last.text}\n${block.text}` }
    } else joined.push(block)
  }
  return joined
}

function reduce(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/^[ \t>]+|[ \t]+$/g, ''))
    .filter((line) => line !== '')
    .join('\n')
}

/** Replaces what only our parser reads (wiki links, math, shortcodes, …) by letters of the same length. */
export function maskDialects(text: string): string {
  return text
    .replace(/\[\[|\]\]|\{\{|\}\}|\{%|%\}|%%|::/g, (found) => 'q'.repeat(found.length))
    .replace(/\$/g, 'S')
    .replace(/\[[!/<>?*"-][^\]\n]*\]/g, (found) => `q${found.slice(1, -1)}q`)
}

/** The bare addresses that micromark finds in a line of plain text. */
export function judgeAddresses(line: string): readonly string[] {
  const found: string[] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'link') found.push(line.slice(node.position?.start.offset, node.position?.end.offset))
    else if ('children' in node) node.children.forEach(visit)
  }
  visit(readMarkdown(line, false))
  return found
}
