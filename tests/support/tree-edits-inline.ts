/** Edits inside one leaf. */

import { Mark } from '../../shared/markdown/tree.ts'
import type { Link } from '../../shared/markdown/tree.ts'
import { hostileLiterals } from '../../editor/trials/hostile-literals.ts'
import type { DraftNode, DraftRun, Random } from './tree-draft.ts'
import { breakRun, listNodes, textRun } from './tree-draft.ts'
import type { TreeEdit } from './tree-edits.ts'

/** A word of a leaf: the run it stands in, and where. */
interface WordPlace {
  readonly leaf: DraftNode
  readonly runAt: number
  readonly from: number
  readonly to: number
}

const wordPattern = /[\p{L}\p{N}]+/gu

function listWords(leaf: DraftNode, accepts: (run: DraftRun) => boolean = () => true): WordPlace[] {
  return leaf.runs.flatMap((run, runAt) => {
    if (run.kind !== 'text' || run.text === undefined || !accepts(run)) return []
    return [...run.text.matchAll(wordPattern)].map((match) => ({
      leaf,
      runAt,
      from: match.index,
      to: match.index + match[0].length,
    }))
  })
}

/** A leaf that has words, one chance for each leaf, then one of its words. */
function pickWord(
  blocks: DraftNode[],
  random: Random,
  accepts?: (run: DraftRun) => boolean,
  types: readonly ('paragraph' | 'heading' | 'cell')[] = ['paragraph', 'heading', 'cell'],
): WordPlace | undefined {
  const leaves = listNodes(blocks, ...types).filter((leaf) => listWords(leaf, accepts).length > 0)
  const leaf = random.pick(leaves)
  return leaf === undefined ? undefined : random.pick(listWords(leaf, accepts))
}

/** Puts runs in the place of `[from, to)` of a run. */
export function spliceRun(leaf: DraftNode, runAt: number, from: number, to: number, put: DraftRun[]): void {
  const run = leaf.runs[runAt]
  if (run?.text === undefined) return
  const before = { ...run, text: run.text.slice(0, from) }
  const after = { ...run, text: run.text.slice(to) }
  leaf.runs.splice(
    runAt,
    1,
    ...[before, ...put, after].filter((part) => part.kind !== 'text' || part.text !== ''),
  )
}

/** Exchanges a word for text with the same marks and link. */
function replaceWord(place: WordPlace | undefined, text: (word: string) => string): boolean {
  const run = place?.leaf.runs[place.runAt]
  if (place === undefined || run?.text === undefined) return false
  run.text =
    run.text.slice(0, place.from) + text(run.text.slice(place.from, place.to)) + run.text.slice(place.to)
  return true
}

/** Code cannot hold a line ending or begin with markup, so hostile text goes into plain text. */
const isPlain = (run: DraftRun) => (run.marks & Mark.code) === 0

const isOutsideUrl = (place: WordPlace) => {
  const text = place.leaf.runs[place.runAt]?.text ?? ''
  const around =
    /\S*$/.exec(text.slice(0, place.from))?.[0] + (/^\S*/.exec(text.slice(place.from))?.[0] ?? '')
  return !/https?:|www\.|@/i.test(around)
}

function format(mark: number): TreeEdit['apply'] {
  return (blocks, random) => {
    const place = pickWord(blocks, random, (run) => isPlain(run) && (run.marks & mark) === 0)
    const run = place?.leaf.runs[place.runAt]
    if (place === undefined || run?.text === undefined || !isOutsideUrl(place)) return false
    const word = run.text.slice(place.from, place.to)
    spliceRun(place.leaf, place.runAt, place.from, place.to, [textRun(word, run.marks | mark, run.link)])
    return true
  }
}

function unformat(mark: number): TreeEdit['apply'] {
  return (blocks, random) => {
    const place = pickWord(blocks, random, (run) => (run.marks & mark) !== 0)
    const run = place?.leaf.runs[place.runAt]
    if (run === undefined) return false
    run.marks &= ~mark
    return true
  }
}

function makeLink(blocks: DraftNode[], random: Random): boolean {
  const place = pickWord(blocks, random, (run) => isPlain(run) && run.link === null)
  const run = place?.leaf.runs[place.runAt]
  if (place === undefined || run?.text === undefined || !isOutsideUrl(place)) return false
  const url = random.pick(['https://new.example/a_b', 'page.md', 'a b.md', 'x(y', '']) ?? ''
  const link: Link = { url, title: random.pick(['', '', 'a "t"']) ?? '', reference: null, closing: '' }
  const word = run.text.slice(place.from, place.to)
  spliceRun(place.leaf, place.runAt, place.from, place.to, [textRun(word, run.marks, link)])
  return true
}

function editLinkText(blocks: DraftNode[], random: Random): boolean {
  return replaceWord(
    pickWord(blocks, random, (run) => run.link !== null && isPlain(run)),
    (word) => `${word}ly`,
  )
}

function editLinkUrl(blocks: DraftNode[], random: Random): boolean {
  const leaves = listNodes(blocks, 'paragraph', 'heading', 'cell')
  const leaf = random.pick(leaves.filter(({ runs }) => runs.some((run) => run.link !== null)))
  const links = [...new Set(leaf?.runs.map((run) => run.link).filter((link) => link !== null))]
  const old = random.pick(links)
  if (leaf === undefined || old === undefined) return false
  const link: Link = { url: 'https://changed.example/', title: old.title, reference: null, closing: '' }
  for (const run of leaf.runs) if (run.link === old) run.link = link
  return true
}

function unlink(blocks: DraftNode[], random: Random): boolean {
  const place = pickWord(blocks, random, (run) => run.link !== null)
  const link = place?.leaf.runs[place.runAt]?.link
  if (place === undefined || link === undefined) return false
  for (const run of place.leaf.runs) if (run.link === link) run.link = null
  return true
}

function hostile(at: 'word' | 'start' | 'end'): TreeEdit['apply'] {
  return (blocks, random) => {
    const literal = random.pick(hostileLiterals) ?? '*'
    const place = pickWord(blocks, random, isPlain)
    if (place === undefined || !isOutsideUrl(place)) return false
    if (at === 'word') return replaceWord(place, () => literal)
    if (at === 'start') place.leaf.runs.unshift(textRun(literal))
    else place.leaf.runs.push(textRun(literal))
    return true
  }
}

function insertBreak(hard: boolean): TreeEdit['apply'] {
  return (blocks, random) => {
    const place = pickWord(blocks, random, isPlain, ['paragraph'])
    if (place === undefined || !isOutsideUrl(place)) return false
    const run = place.leaf.runs[place.runAt]
    const link = run?.link ?? null
    spliceRun(place.leaf, place.runAt, place.from, place.from, [
      { ...breakRun(hard), marks: run?.marks ?? 0, link },
    ])
    // A break at the very start of a paragraph is none, and two in a row are an empty line.
    return place.leaf.runs.every((part, at) => part.kind !== 'break' || isText(place.leaf.runs[at - 1]))
  }
}

function isText(run: DraftRun | undefined): boolean {
  return run !== undefined && run.kind !== 'break' && (run.text ?? run.source ?? '').trim() !== ''
}

export const inlineEdits: readonly TreeEdit[] = [
  {
    name: 'insert',
    lines: 'one-line',
    apply: (blocks, random) => replaceWord(pickWord(blocks, random), (word) => `${word} inserted`),
  },
  {
    name: 'replace',
    lines: 'one-line',
    apply: (blocks, random) => replaceWord(pickWord(blocks, random), () => 'replaced'),
  },
  {
    name: 'letter',
    lines: 'one-line',
    apply: (blocks, random) => replaceWord(pickWord(blocks, random), (word) => `${word}q`),
  },
  {
    name: 'delete',
    lines: 'one-line',
    apply: (blocks, random) => {
      const place = pickWord(blocks, random)
      // A leaf that loses its only word is gone: that is another edit.
      if (place === undefined || listWords(place.leaf).length < 2) return false
      return replaceWord(place, () => '')
    },
  },
  { name: 'bold', lines: 'one-line', apply: format(Mark.bold) },
  { name: 'italic', lines: 'one-line', apply: format(Mark.italic) },
  { name: 'strike', lines: 'one-line', apply: format(Mark.strike) },
  { name: 'code-mark', lines: 'one-line', apply: format(Mark.code) },
  { name: 'unbold', lines: 'any', apply: unformat(Mark.bold) },
  { name: 'unitalic', lines: 'any', apply: unformat(Mark.italic) },
  { name: 'link', lines: 'one-line', apply: makeLink },
  { name: 'linktext', lines: 'one-line', apply: editLinkText },
  { name: 'linkurl', lines: 'any', apply: editLinkUrl },
  { name: 'unlink', lines: 'any', apply: unlink },
  { name: 'hostile', lines: 'one-line', apply: hostile('word') },
  { name: 'hostileStart', lines: 'one-line', apply: hostile('start') },
  { name: 'hostileEnd', lines: 'one-line', apply: hostile('end') },
  { name: 'softbreak', lines: 'any', apply: insertBreak(false) },
  { name: 'hardbreak', lines: 'any', apply: insertBreak(true) },
]
