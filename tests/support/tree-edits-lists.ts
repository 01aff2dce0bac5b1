/** Edits of lists and their items. */

import type { DraftNode, Random } from './tree-draft.ts'
import { copyNode, itemOf, listNodes, listSequences } from './tree-draft.ts'
import type { TreeEdit } from './tree-edits.ts'

interface ItemPlace {
  readonly list: DraftNode
  readonly at: number
  readonly item: DraftNode
}

function pickItem(
  blocks: DraftNode[],
  random: Random,
  accepts: (place: ItemPlace) => boolean = () => true,
): ItemPlace | undefined {
  const places = listNodes(blocks, 'list').flatMap((list) =>
    list.items.map((item, at) => ({ list, at, item })),
  )
  return random.pick(places.filter(accepts))
}

function setBox(
  from: (item: DraftNode) => boolean,
  to: (item: DraftNode) => string | null,
): TreeEdit['apply'] {
  return (blocks, random) => {
    const place = pickItem(blocks, random, ({ item }) => from(item))
    if (place === undefined) return false
    place.item.box = to(place.item)
    return true
  }
}

const beginsWithParagraph = (item: DraftNode) => item.blocks[0]?.type === 'paragraph'

function addItem(blocks: DraftNode[], random: Random): boolean {
  const place = pickItem(blocks, random)
  if (place === undefined) return false
  place.list.items.splice(
    place.at + random.below(2),
    0,
    itemOf('an added item', place.item.box === null ? null : ' '),
  )
  return true
}

function deleteItem(blocks: DraftNode[], random: Random): boolean {
  const place = pickItem(blocks, random, ({ list }) => list.items.length > 1)
  if (place === undefined || listNodes([place.item], 'source').some(({ form }) => /definition/.test(form)))
    return false
  place.list.items.splice(place.at, 1)
  return true
}

/** The item becomes the last child of the one above it. */
function indent(blocks: DraftNode[], random: Random): boolean {
  const place = pickItem(blocks, random, ({ at }) => at > 0)
  const above = place?.list.items[place.at - 1]
  if (place === undefined || above === undefined) return false
  place.list.items.splice(place.at, 1)
  const last = above.blocks.at(-1)
  if (last?.type === 'list' && last.ordered === place.list.ordered) last.items.push(place.item)
  else {
    const nested = { type: 'list', ordered: place.list.ordered, start: 1, items: [place.item] }
    above.blocks.push(nested as unknown as DraftNode)
  }
  return true
}

/** The last item of a nested list follows its parent. */
function outdent(blocks: DraftNode[], random: Random): boolean {
  const parents = listNodes(blocks, 'list').flatMap((list) =>
    list.items.flatMap((item, at) => {
      const last = item.blocks.at(-1)
      return last?.type === 'list' && last.items.length > 0 && item.blocks.length > 1
        ? [{ list, at, item, nested: last }]
        : []
    }),
  )
  const place = random.pick(parents)
  const moved = place?.nested.items.pop()
  if (place === undefined || moved === undefined) return false
  if (place.nested.items.length === 0) place.item.blocks.pop()
  place.list.items.splice(place.at + 1, 0, moved)
  return true
}

function moveItem(hasBase: boolean): TreeEdit['apply'] {
  return (blocks, random) => {
    const place = pickItem(blocks, random, ({ list }) => list.items.length > 1)
    if (place === undefined) return false
    place.list.items.splice(place.at, 1)
    const item = hasBase ? place.item : copyNode(place.item as never, false)
    place.list.items.splice(random.below(place.list.items.length + 1), 0, item)
    return true
  }
}

function copyItem(blocks: DraftNode[], random: Random): boolean {
  const place = pickItem(blocks, random)
  if (place === undefined) return false
  place.list.items.splice(place.at + 1, 0, copyNode(place.item as never, false))
  return true
}

function splitItem(blocks: DraftNode[], random: Random): boolean {
  const place = pickItem(blocks, random, ({ item }) => beginsWithParagraph(item))
  const paragraph = place?.item.blocks[0]
  const run = paragraph?.runs.at(-1)
  const cut =
    run?.kind === 'text' && (run.marks & 16) === 0 && run.link === null
      ? (run.text?.lastIndexOf(' ') ?? -1)
      : -1
  if (place === undefined || paragraph === undefined || run?.text === undefined || cut < 1) return false
  const rest = { type: 'paragraph', runs: [{ ...run, text: run.text.slice(cut + 1) }] }
  run.text = run.text.slice(0, cut)
  const blocksBehind = place.item.blocks.splice(1)
  const item = { type: 'item', box: place.item.box === null ? null : ' ', blocks: [rest, ...blocksBehind] }
  place.list.items.splice(place.at + 1, 0, item as unknown as DraftNode)
  return true
}

function mergeItem(blocks: DraftNode[], random: Random): boolean {
  const place = pickItem(blocks, random, ({ list, at, item }) => {
    const above = list.items[at - 1]
    return (
      beginsWithParagraph(item) &&
      above !== undefined &&
      above.blocks.length === 1 &&
      beginsWithParagraph(above)
    )
  })
  const above = place?.list.items[place.at - 1]
  const [paragraph, ...rest] = place?.item.blocks ?? []
  if (place === undefined || above === undefined || paragraph === undefined) return false
  above.blocks[0]?.runs.push(...paragraph.runs)
  above.blocks.push(...rest)
  place.list.items.splice(place.at, 1)
  return true
}

function changeKind(blocks: DraftNode[], random: Random): boolean {
  const list = random.pick(listNodes(blocks, 'list'))
  if (list === undefined) return false
  const sequence = listSequences(blocks).find(({ nodes }) => nodes.includes(list))
  const at = sequence?.nodes.indexOf(list) ?? -1
  const changed = { ...list, ordered: !list.ordered, start: 1 }
  sequence?.nodes.splice(at, 1, changed)
  return true
}

export const listEdits: readonly TreeEdit[] = [
  {
    name: 'toggle',
    lines: 'one-line',
    apply: setBox(
      (item) => item.box !== null,
      (item) => (item.box === ' ' ? 'x' : ' '),
    ),
  },
  {
    name: 'boxOn',
    lines: 'one-line',
    apply: setBox(
      (item) => item.box === null && beginsWithParagraph(item),
      () => ' ',
    ),
  },
  {
    name: 'boxOff',
    lines: 'one-line',
    apply: setBox(
      (item) => item.box !== null && beginsWithParagraph(item),
      () => null,
    ),
  },
  { name: 'itemAdd', lines: 'insert', apply: addItem },
  { name: 'itemDelete', lines: 'delete', apply: deleteItem },
  { name: 'itemMove', lines: 'lines', apply: moveItem(true) },
  { name: 'itemPaste', lines: 'lines', apply: moveItem(false) },
  { name: 'itemCopy', lines: 'insert', apply: copyItem },
  { name: 'itemSplit', lines: 'any', apply: splitItem },
  { name: 'itemMerge', lines: 'any', apply: mergeItem },
  { name: 'indent', lines: 'lines', apply: indent },
  { name: 'outdent', lines: 'lines', apply: outdent },
  { name: 'listKind', lines: 'lines', apply: changeKind },
]
