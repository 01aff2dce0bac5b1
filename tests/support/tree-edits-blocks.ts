/** Edits of whole blocks. */

import type { DraftNode, DraftSequence, Random } from './tree-draft.ts'
import { copyNode, listNodes, listSequences, paragraphOf, textRun } from './tree-draft.ts'
import type { TreeEdit } from './tree-edits.ts'

function pickSequence(
  blocks: DraftNode[],
  random: Random,
  accepts: (sequence: DraftSequence) => boolean = () => true,
): DraftSequence | undefined {
  return random.pick(listSequences(blocks).filter(accepts))
}

/** A paragraph together with its siblings and its number among them. */
function pickParagraph(
  blocks: DraftNode[],
  random: Random,
  accepts: (paragraph: DraftNode, at: number, siblings: DraftNode[]) => boolean = () => true,
): { siblings: DraftNode[]; at: number; node: DraftNode; owner: DraftNode | null } | undefined {
  const places = listSequences(blocks).flatMap(({ nodes, owner }) =>
    nodes.flatMap((node, at) =>
      node.type === 'paragraph' && accepts(node, at, nodes) ? [{ siblings: nodes, at, node, owner }] : [],
    ),
  )
  return random.pick(places)
}

/** Cuts a leaf's runs in two at a random word edge. */
function splitRuns(node: DraftNode, random: Random): [DraftNode['runs'], DraftNode['runs']] | null {
  const cuts = node.runs.flatMap((run, runAt) =>
    run.kind === 'text' && (run.marks & 16) === 0 && run.link === null
      ? [...(run.text ?? '').matchAll(/ /g)].map((match) => ({ runAt, at: match.index }))
      : [],
  )
  const cut = random.pick(cuts)
  const run = cut === undefined ? undefined : node.runs[cut.runAt]
  if (cut === undefined || run?.text === undefined) return null
  const first = [...node.runs.slice(0, cut.runAt), { ...run, text: run.text.slice(0, cut.at) }]
  const second = [{ ...run, text: run.text.slice(cut.at + 1) }, ...node.runs.slice(cut.runAt + 1)]
  const hasWords = (runs: DraftNode['runs']) =>
    runs.some((part) => /[\p{L}\p{N}]/u.test(part.text ?? part.source ?? ''))
  return hasWords(first) && hasWords(second) ? [first, second] : null
}

function split(blocks: DraftNode[], random: Random): boolean {
  const place = pickParagraph(blocks, random)
  const halves = place === undefined ? null : splitRuns(place.node, random)
  if (place === undefined || halves === null) return false
  place.node.runs = halves[0]
  place.siblings.splice(place.at + 1, 0, { type: 'paragraph', runs: halves[1] } as DraftNode)
  return true
}

function merge(blocks: DraftNode[], random: Random): boolean {
  const place = pickParagraph(blocks, random, (_, at, siblings) => siblings[at - 1]?.type === 'paragraph')
  const before = place?.siblings[place.at - 1]
  if (place === undefined || before === undefined) return false
  before.runs.push(...place.node.runs)
  place.siblings.splice(place.at, 1)
  return true
}

function insertBlock(make: () => DraftNode): TreeEdit['apply'] {
  return (blocks, random) => {
    const sequence = pickSequence(blocks, random, ({ nodes, owner }) => nodes.length > 0 || owner === null)
    if (sequence === undefined) return false
    // In front of an item's first paragraph there is its marker, and a callout begins with its own.
    const isCallout = sequence.nodes[0]?.runs?.[0]?.form === 'callout-mark'
    const least = sequence.owner?.type === 'item' || isCallout ? 1 : 0
    const at = Math.min(sequence.nodes.length, least + random.below(sequence.nodes.length + 1))
    sequence.nodes.splice(at, 0, make())
    return true
  }
}

function deleteBlock(blocks: DraftNode[], random: Random): boolean {
  const sequence = pickSequence(blocks, random, ({ nodes, owner }) => nodes.length > (owner === null ? 0 : 1))
  if (sequence === undefined || sequence.nodes.length === 0) return false
  const at = random.below(sequence.nodes.length)
  if (sequence.owner?.type === 'item' && at === 0) return false
  const gone = sequence.nodes[at]
  // Deleting a definition changes other blocks: it has tests of its own.
  if (gone?.type === 'source' && /definition/.test(gone.form)) return false
  sequence.nodes.splice(at, 1)
  return true
}

function toHeading(blocks: DraftNode[], random: Random): boolean {
  const sequence = pickSequence(blocks, random, ({ nodes }) =>
    nodes.some((node) => node.type === 'paragraph'),
  )
  const node = random.pick(sequence?.nodes.filter((block) => block.type === 'paragraph') ?? [])
  if (sequence === undefined || node === undefined) return false
  if (node.runs[0]?.form === 'callout-mark') return false
  // A box needs a paragraph behind it.
  if (sequence.owner?.type === 'item' && sequence.owner.box !== null && node === sequence.nodes[0])
    return false
  const heading = { type: 'heading', level: 1 + random.below(4), runs: node.runs } as DraftNode
  sequence.nodes.splice(sequence.nodes.indexOf(node), 1, heading)
  return true
}

function toParagraph(blocks: DraftNode[], random: Random): boolean {
  const sequence = pickSequence(blocks, random, ({ nodes }) => nodes.some((node) => node.type === 'heading'))
  const node = random.pick(sequence?.nodes.filter((block) => block.type === 'heading') ?? [])
  if (sequence === undefined || node === undefined) return false
  sequence.nodes.splice(sequence.nodes.indexOf(node), 1, { type: 'paragraph', runs: node.runs } as DraftNode)
  return true
}

function changeLevel(blocks: DraftNode[], random: Random): boolean {
  const heading = random.pick(listNodes(blocks, 'heading'))
  if (heading === undefined) return false
  heading.level = (heading.level % 6) + 1
  return true
}

function moveBlock(isCopy: boolean, hasBase: boolean): TreeEdit['apply'] {
  return (blocks, random) => {
    if (blocks.length < 2) return false
    const from = random.below(blocks.length)
    const node = blocks[from]
    if (node === undefined || (node.type === 'source' && /definition/.test(node.form))) return false
    const put = hasBase ? node : copyNode(node as never, false)
    if (!isCopy) blocks.splice(from, 1)
    blocks.splice(random.below(blocks.length + 1), 0, put)
    return true
  }
}

function intoQuote(blocks: DraftNode[], random: Random): boolean {
  if (blocks.length === 0) return false
  const at = random.below(blocks.length)
  const node = blocks[at]
  if (node === undefined || (node.type === 'source' && /definition/.test(node.form))) return false
  blocks.splice(at, 1, { type: 'quote', blocks: [node] } as unknown as DraftNode)
  return true
}

function outOfQuote(blocks: DraftNode[], random: Random): boolean {
  // The mark of a callout is nothing outside its quote.
  const isCallout = (quote: DraftNode) => quote.blocks[0]?.runs?.[0]?.form === 'callout-mark'
  const quotes = blocks.filter(
    (block) => block.type === 'quote' && block.blocks.length > 0 && !isCallout(block),
  )
  const quote = random.pick(quotes)
  if (quote === undefined) return false
  blocks.splice(blocks.indexOf(quote), 1, ...quote.blocks)
  return true
}

function editCode(blocks: DraftNode[], random: Random): boolean {
  const code = random.pick(listNodes(blocks, 'code').filter((node) => node.text.trim() !== ''))
  if (code === undefined) return false
  const lines = code.text.split('\n')
  const at = random.below(lines.length)
  lines[at] = `${lines[at] ?? ''} edited`
  code.text = lines.join('\n')
  return true
}

function addCodeLine(blocks: DraftNode[], random: Random): boolean {
  const code = random.pick(listNodes(blocks, 'code').filter((node) => node.text.trim() !== ''))
  if (code === undefined) return false
  const lines = code.text.split('\n')
  lines.splice(1 + random.below(lines.length), 0, random.pick(['added line', '', '  deep', '- x']) ?? '')
  code.text = lines.join('\n')
  return true
}

function addFenceLine(blocks: DraftNode[], random: Random): boolean {
  const code = random.pick(listNodes(blocks, 'code').filter((node) => node.text !== ''))
  if (code === undefined) return false
  code.text += random.pick(['\n```', '\n~~~~', '\n````\nx'])
  return true
}

function editSource(blocks: DraftNode[], random: Random): boolean {
  const forms = /indented-code|math|comment|properties/
  const source = random.pick(listNodes(blocks, 'source').filter((node) => forms.test(node.form)))
  if (source === undefined) return false
  const edited = source.text.replace(/[\p{L}\p{N}]+(?![\p{L}\p{N}])/u, (word) => `${word}q`)
  if (edited === source.text) return false
  source.text = edited
  return true
}

const newTable = () => {
  const cell = (text: string) => ({ type: 'cell', runs: text === '' ? [] : [textRun(text)] })
  const rows = [
    ['name', 'what'],
    ['a|b', ''],
  ].map((cells) => ({ type: 'row', cells: cells.map(cell) }))
  return { type: 'table', align: [null, 'right'], rows } as unknown as DraftNode
}
const newCode = () => ({ type: 'code', info: 'js', text: 'one\n\n```\ntwo' }) as unknown as DraftNode
const newQuote = () =>
  ({ type: 'quote', blocks: [paragraphOf('quoted'), paragraphOf('twice')] }) as unknown as DraftNode
const newList = (ordered: boolean) => () =>
  ({
    type: 'list',
    ordered,
    start: ordered ? 3 : 1,
    items: [
      { type: 'item', box: ordered ? null : ' ', blocks: [paragraphOf('listed')] },
      { type: 'item', box: null, blocks: [paragraphOf('second'), newQuote()] },
    ],
  }) as unknown as DraftNode

export const blockEdits: readonly TreeEdit[] = [
  { name: 'split', lines: 'any', apply: split },
  { name: 'merge', lines: 'any', apply: merge },
  { name: 'paraInsert', lines: 'insert', apply: insertBlock(() => paragraphOf('an inserted paragraph')) },
  { name: 'ruleInsert', lines: 'insert', apply: insertBlock(() => ({ type: 'rule' }) as DraftNode) },
  { name: 'tableInsert', lines: 'insert', apply: insertBlock(newTable) },
  { name: 'codeInsert', lines: 'insert', apply: insertBlock(newCode) },
  { name: 'quoteInsert', lines: 'insert', apply: insertBlock(newQuote) },
  { name: 'bulletsInsert', lines: 'insert', apply: insertBlock(newList(false)) },
  { name: 'numbersInsert', lines: 'insert', apply: insertBlock(newList(true)) },
  { name: 'paraDelete', lines: 'delete', apply: deleteBlock },
  { name: 'toHeading', lines: 'any', apply: toHeading },
  { name: 'toParagraph', lines: 'any', apply: toParagraph },
  { name: 'headingLevel', lines: 'any', apply: changeLevel },
  { name: 'moveBlock', lines: 'lines', apply: moveBlock(false, true) },
  { name: 'pasteBlock', lines: 'lines', apply: moveBlock(false, false) },
  { name: 'copyBlock', lines: 'insert', apply: moveBlock(true, false) },
  { name: 'intoQuote', lines: 'lines', apply: intoQuote },
  { name: 'outOfQuote', lines: 'lines', apply: outOfQuote },
  { name: 'code', lines: 'one-line', apply: editCode },
  { name: 'codeLine', lines: 'insert', apply: addCodeLine },
  { name: 'codeFence', lines: 'any', apply: addFenceLine },
  { name: 'source', lines: 'one-line', apply: editSource },
]
