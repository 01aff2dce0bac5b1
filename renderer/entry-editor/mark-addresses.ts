import { $getRoot, HISTORIC_TAG, type LexicalEditor, type NodeKey } from 'lexical'
import { findBareUrls } from '../../shared/markdown/parse/inline/bare-urls.ts'

/** Where ranges are put to be drawn: a `Highlight`, or anything else that keeps them. */
export type RangeMarks = Pick<Set<AbstractRange>, 'add' | 'delete'>

/** Runs `work` when there is time for it. Returns what calls it off. */
export type Later = (work: () => void) => () => void

/** Addresses that are links already, and text in which nothing is an address. */
const notProse = 'a, code, .cairn-inline-code, .cairn-code, .cairn-source, [contenteditable="false"]'

/** Blocks looked through in one go: few enough not to be felt by a key that comes meanwhile. */
const BLOCKS_AT_A_TIME = 40

/**
 * The bare addresses (`https://…`, `www.…`, mail) in the text nodes of a block, as live ranges. Reads the page, never
 * changes it; what stands in links and code is left out.
 */
export function findAddressRanges(block: Element): readonly Range[] {
  const ranges: Range[] = []
  const walker = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const urls = findBareUrls(node.nodeValue ?? '')
    if (urls.length === 0 || node.parentElement?.closest(notProse) !== null) continue
    for (const { from, to } of urls) {
      const range = block.ownerDocument.createRange()
      range.setStart(node, from)
      range.setEnd(node, to)
      ranges.push(range)
    }
  }
  return ranges
}

/**
 * Keeps `marks` at the bare addresses of the editor's text.
 *
 * A key costs one lookup for each dirty element; the top-level blocks among them are looked through `later`. Undo and
 * redo restore whole states without saying what differs, so after them every block is. Returns the undo, which leaves
 * `marks` without the ranges it put there.
 */
export function registerAddressMarks(editor: LexicalEditor, marks: RangeMarks, later: Later): () => void {
  const rangesOf = new Map<NodeKey, readonly Range[]>()
  const waiting = new Set<NodeKey>()
  let callOff: (() => void) | null = null

  function forget(key: NodeKey): void {
    for (const range of rangesOf.get(key) ?? []) marks.delete(range)
    rangesOf.delete(key)
  }
  function look(): void {
    callOff = null
    let count = 0
    for (const key of waiting) {
      if (count++ === BLOCKS_AT_A_TIME) break
      waiting.delete(key)
      forget(key)
      const block = editor.getElementByKey(key)
      const ranges = block === null ? [] : findAddressRanges(block)
      if (ranges.length > 0) rangesOf.set(key, ranges)
      for (const range of ranges) marks.add(range)
    }
    lookLater()
  }
  function lookLater(): void {
    if (waiting.size > 0) callOff ??= later(look)
  }
  function addEveryBlock(): void {
    for (const key of rangesOf.keys()) waiting.add(key)
    for (const key of editor.getEditorState().read(() => $getRoot().getChildrenKeys())) waiting.add(key)
    lookLater()
  }

  addEveryBlock()
  const unregister = editor.registerUpdateListener(
    ({ dirtyElements, editorState, prevEditorState, tags }) => {
      if (tags.has(HISTORIC_TAG)) return addEveryBlock()
      for (const key of dirtyElements.keys()) {
        const node = editorState._nodeMap.get(key) ?? prevEditorState._nodeMap.get(key)
        if (node?.__parent === 'root') waiting.add(key)
      }
      lookLater()
    },
  )
  return () => {
    unregister()
    callOff?.()
    for (const key of rangesOf.keys()) forget(key)
  }
}

/**
 * Draws the bare addresses of the text as links are drawn, by `::highlight(bare-address)`; no element is added. Without
 * the CSS Custom Highlight API they stay plain. Returns the undo.
 */
export function drawAddresses(editor: LexicalEditor): () => void {
  if (typeof Highlight === 'undefined' || !('highlights' in CSS)) return () => undefined
  const highlight = new Highlight()
  CSS.highlights.set('bare-address', highlight)
  const unregister = registerAddressMarks(editor, highlight, whenIdle)
  return () => {
    unregister()
    // Another entry's text may have been mounted before this one went.
    if (CSS.highlights.get('bare-address') === highlight) CSS.highlights.delete('bare-address')
  }
}

function whenIdle(work: () => void): () => void {
  const handle = requestIdleCallback(work, { timeout: 500 })
  return () => cancelIdleCallback(handle)
}
