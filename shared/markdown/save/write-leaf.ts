/** Paragraphs, headings and cells: the first rung of the ladder that parses as meant. */

import { Mark } from '../tree.ts'
import type { Block, Heading, Leaf, Link } from '../tree.ts'
import type { Donor } from './atom-match.ts'
import { spanOf } from './base-index.ts'
import { advanceColumn, replacePrefix, splitLines, stripPrefix } from './columns.ts'
import { keyOf } from './content-keys.ts'
import { keepsDialect } from './dialect.ts'
import type { Atom } from './inline-atoms.ts'
import { listAtoms } from './inline-atoms.ts'
import { listLeafCandidates } from './inline-ladder.ts'
import type { LeafTask } from './inline-ladder.ts'
import { sourceOfLeaf } from './leaf-source.ts'
import { parseFragment } from './parse-fragment.ts'
import type { LeafSetting, SaveContext } from './save-context.ts'
import { lineEndingAt, styleOf } from './save-context.ts'

export interface LeafPlan {
  readonly leaf: Leaf
  readonly base: Leaf | null
  readonly donors: () => readonly Donor[]
  /** Prefix of the leaf's further lines. */
  readonly prefix: string
  readonly setting: LeafSetting
}

/**
 * The content of a changed or new leaf as source. When no spelling parses as meant, the last one is given and the
 * failure is noted in the context: the caller's check of the whole block then refuses.
 */
export function writeLeafContent(context: SaveContext, plan: LeafPlan): string {
  const atoms = listAtoms(plan.leaf.runs)
  if (
    atoms.every(
      (atom) => atom.kind !== 'opaque' && /^[ \t\n]*$/.test(atom.text) && (atom.settled & Mark.code) === 0,
    )
  )
    return ''
  const task = createTask(context, plan, atoms)
  const wanted = keyOfContent(plan.leaf)
  let last = ''
  for (const { content } of listLeafCandidates(task, context.effort.leafRung)) {
    last = content
    const isRight = readBack(context, content, plan, task.lineEnding) === wanted
    if (isRight && keepsDialect(oldSource(task), [plan.leaf], content)) return content
  }
  context.failures.push({ candidate: last })
  return last
}

function createTask(context: SaveContext, plan: LeafPlan, atoms: readonly Atom[]): LeafTask {
  const { base } = context
  const source = plan.base === null ? null : sourceOfLeaf(base, plan.base)
  const own = source === null ? null : { leaf: source, prefix: plan.prefix }
  const donors = plan.donors()
  const near = plan.base?.span?.from ?? donors[0]?.leaf.from ?? base.text.length
  return {
    text: base.text,
    own,
    donors: donors.filter((donor) => donor.leaf !== source),
    atoms,
    leaf: plan.leaf.type,
    prefix: plan.prefix,
    lineEnding: lineEndingAt(base, near),
    style: styleOf(context),
    labelOf: (link) => findLabel(base.text, link, [...(own === null ? [] : [own]), ...donors]),
    mayEscapeAll: source === null || !/\$\$|\{\{|\{%|%%/.test(base.text.slice(source.from, source.to)),
  }
}

function oldSource(task: LeafTask): string {
  return task.own === null ? '' : task.text.slice(task.own.leaf.from, task.own.leaf.to)
}

/** The label of a collapsed or shortcut reference as its author wrote it: the link's old text. */
function findLabel(text: string, link: Link, donors: readonly Donor[]): string {
  const label = link.reference?.label ?? ''
  for (const { leaf } of donors) {
    const first = leaf.atoms.findIndex((atom) => isNamedByText(atom.link, label))
    if (first === -1) continue
    const opening = leaf.stacks[first]?.find((delimiter) => delimiter.kind === 'link')
    const end = leaf.atoms.findIndex((atom, index) => index > first && atom.link !== leaf.atoms[first]?.link)
    const closing = leaf.cuts[end === -1 ? leaf.atoms.length : end]?.find(
      (cut) => !cut.stack.some((open) => open.id === opening?.id),
    )
    if (opening === undefined || closing === undefined) continue
    const closingLength = leaf.atoms[first]?.link?.closing.length ?? 1
    // White space counts once in a label, so one over two lines fits on one.
    return text.slice(opening.id + 1, closing.at - closingLength).replace(/[ \t]*[\r\n][ \t\r\n>]*/g, ' ')
  }
  return label
}

/** True for a reference whose text is its label; a full one says its label behind its text. */
function isNamedByText(link: Link | null, label: string): boolean {
  const reference = link?.reference ?? null
  return reference !== null && reference.form !== 'full' && reference.label === label
}

/** Parses a spelling by itself, in a setting like its own, and gives the content key of what was read. */
function readBack(context: SaveContext, content: string, plan: LeafPlan, lineEnding: string): string | null {
  if (plan.leaf.type === 'cell') return readBackCell(context, content)
  if (plan.leaf.type === 'heading')
    return readBackHeading(context, replacePrefix(content, plan.prefix, ''), lineEnding)
  const lead = leadOf(plan.setting, lineEnding)
  const lines = splitLines(content).map((line, index) => {
    if (index === 0) return lead.first + line.content + line.ending
    // A lazy line, which lacks (a part of) the prefix, stays lazy: with it, it could be read as something else.
    const isLazy = isLazyLine(line.content, plan.prefix)
    return (
      (isLazy ? lazyLine(line.content) : lead.rest + stripPrefix(line.content, plan.prefix)) + line.ending
    )
  })
  return keyOfOnlyParagraph(parseFragment(context, lines.join('')))
}

/**
 * A lazy line of the paragraph as it stands behind the lead of `leadOf`. Four columns of indent stay: they keep `- x`
 * from being a list.
 */
function lazyLine(line: string): string {
  const lead = /^[ \t>]*/.exec(line)?.[0] ?? ''
  const indent = advanceColumn(lead.split('>').at(-1) ?? '')
  return (indent >= 4 ? '    ' : '') + line.slice(lead.length)
}

/** True when a line has fewer columns or quote marks in front of it than its container asks for. */
function isLazyLine(line: string, prefix: string): boolean {
  const wanted = prefix.split('>')
  const found = /^[ \t>]*/.exec(line)?.[0].split('>') ?? []
  const tail = (parts: readonly string[]) => advanceColumn(parts.at(-1) ?? '')
  if (found.length !== wanted.length) return found.length < wanted.length
  // The space behind the last quote mark may be missing.
  return tail(found) < tail(wanted) - (wanted.length > 1 ? 1 : 0)
}

/**
 * What stands in front of a paragraph. One that is not the first of its item or quote has another one above it. The
 * item is wide, so that a lazy line in it can be indented by four columns.
 */
function leadOf(setting: LeafSetting, lineEnding: string): { first: string; rest: string } {
  if (setting.container === 'none') return { first: '', rest: '' }
  const rest = setting.container === 'quote' ? '> ' : '     '
  const mark = setting.container === 'quote' ? '> ' : '-    '
  if (!setting.isFirst) return { first: `${mark}x${lineEnding}${rest.trimEnd()}${lineEnding}${rest}`, rest }
  return { first: setting.box === null ? mark : `${mark}[ ] `, rest }
}

/** The key of the paragraph that was read, when it is all that was read; behind the one that a lead may hold. */
function keyOfOnlyParagraph(blocks: readonly Block[]): string | null {
  const [block] = blocks
  if (blocks.length !== 1 || block === undefined) return null
  if (block.type === 'paragraph') return keyOf(block)
  const inner =
    block.type === 'quote' ? block.blocks : block.type === 'list' ? block.items[0]?.blocks : undefined
  if (inner === undefined || (block.type === 'list' && block.items.length !== 1)) return null
  const last = inner.at(-1)
  return inner.length <= 2 && last?.type === 'paragraph' ? keyOf(last) : null
}

function readBackCell(context: SaveContext, text: string): string | null {
  const [table] = parseFragment(context, `| ${text} |\n| --- |`)
  if (table?.type !== 'table' || table.rows.length !== 1 || table.rows[0]?.cells.length !== 1) return null
  const cell = table.rows[0].cells[0]
  return cell === undefined ? null : keyOfContent(cell)
}

function readBackHeading(context: SaveContext, text: string, lineEnding: string): string | null {
  const isOneLine = !/[\r\n]/.test(text)
  const blocks = parseFragment(context, isOneLine ? `# ${text}` : `${text}${lineEnding}===`)
  const [heading] = blocks
  if (blocks.length !== 1 || heading?.type !== 'heading') return null
  return keyOfContent(heading)
}

/** The key of a leaf's content, whatever its type and level; in a heading a break is a space. */
function keyOfContent(leaf: Leaf): string {
  if (leaf.type === 'heading') return keyOf({ type: 'heading', level: 1, runs: leaf.runs })
  return keyOf({ type: 'paragraph', runs: leaf.runs })
}

/** A changed paragraph in place: what stands around its content is kept. */
export function writeParagraph(context: SaveContext, plan: LeafPlan): string {
  const content = writeLeafContent(context, plan)
  return plan.base === null ? content : surround(context, plan.base, content)
}

function surround(context: SaveContext, leaf: Leaf, content: string): string {
  const { from, to } = spanOf(leaf)
  const source = sourceOfLeaf(context.base, leaf)
  if (source === null) return content
  return context.base.text.slice(from, source.from) + content + context.base.text.slice(source.to, to)
}

/**
 * A heading. In place, only its mark changes with its level; a setext heading stays one while its level allows it.
 */
export function writeHeading(context: SaveContext, heading: Heading, plan: LeafPlan): string {
  const base = plan.base?.type === 'heading' ? plan.base : null
  const isSameText = base !== null && keyOfContent(base) === keyOfContent(heading)
  const source = base === null ? null : sourceOfLeaf(context.base, base)
  const content =
    isSameText && source !== null
      ? context.base.text.slice(source.from, source.to)
      : writeLeafContent(context, plan)
  const mark = '#'.repeat(heading.level)
  if (base === null || source === null) {
    // A tag over several lines needs a heading of several lines, which only the first two levels have.
    if (/[\r\n]/.test(content) && heading.level <= 2)
      return content + context.base.lineEnding + plan.prefix + (heading.level === 1 ? '===' : '---')
    return content === '' ? mark : `${mark} ${content}`
  }
  const { from, to } = spanOf(base)
  const before = context.base.text.slice(from, source.from)
  const after = context.base.text.slice(source.to, to)
  if (base.style === 'setext') return rewriteSetext(heading, base, content, after)
  // An empty `#` has no space behind it yet.
  const opening = before.replace(/^#+/, mark)
  const spaced = content !== '' && /#$/.test(opening) ? `${opening} ` : opening
  const closing = heading.level === base.level ? after : after.replace(/#+/, mark)
  return spaced + content + closing
}

function rewriteSetext(heading: Heading, base: Heading, content: string, underline: string): string {
  if (heading.level === base.level && content !== '') return content + underline
  if (heading.level > 2 || content === '') {
    const line = content.replace(/[ \t]*\\?(?:\r\n|\n|\r)[ \t>]*/g, ' ')
    return `${'#'.repeat(heading.level)} ${line}`.trimEnd()
  }
  return (
    content + underline.replace(/[=-]+/g, (dashes) => (heading.level === 1 ? '=' : '-').repeat(dashes.length))
  )
}
