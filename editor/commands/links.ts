import {
  $createTextNode,
  $findMatchingParent,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  type BaseSelection,
  type LexicalEditor,
  type LexicalNode,
  type RangeSelection,
} from 'lexical'
import { $isCodeBlockNode } from '../nodes/code-block-node.ts'
import { $createEntryLinkNode, $isEntryLinkNode, type EntryLinkNode } from '../nodes/entry-link-node.ts'
import { $expandToWholeCode, $expandToWholeUrls } from './bare-urls.ts'
import { $findTextBlock, orderedPoints } from './positions.ts'

/** The link around the caret or around all of the selection; null without one. */
export function $findLink(selection: BaseSelection | null): EntryLinkNode | null {
  if (!$isRangeSelection(selection)) return null
  const link = $findMatchingParent(selection.anchor.getNode(), $isEntryLinkNode)
  if (link === null) return null
  const focus = selection.focus.getNode()
  return link.is(focus) || link.isParentOf(focus) ? link : null
}

/**
 * Links the selected text to `url`; with the caret in a link, gives that link the new target.
 *
 * A selection over several blocks is linked per block. Without selection and link nothing happens: `insertLink` is
 * for that. The address is stored as given.
 */
export function setLink(editor: LexicalEditor, url: string, title = ''): void {
  editor.update(() => $setLink(url, title))
}

/** `setLink` inside an update. */
export function $setLink(url: string, title = ''): void {
  const selection = $getSelection()
  const link = $findLink(selection)
  if (link !== null) {
    link.retarget(url, title)
    return
  }
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return
  $expandToWholeUrls(selection)
  $expandToWholeCode(selection)
  $wrapSelection(selection, url, title)
}

/** Removes the link around the caret, or every link the selection touches; the text stays. */
export function removeLink(editor: LexicalEditor): void {
  editor.update(() => {
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return
    const around = [
      $findLink(selection),
      ...selection.getNodes().map((node) => $findMatchingParent(node, $isEntryLinkNode)),
    ]
    for (const link of new Set(around)) if (link !== null && link.isAttached()) $unwrap(link)
  })
}

/** Puts a new link with this text at the caret, or in place of the selection. */
export function insertLink(editor: LexicalEditor, text: string, url: string): void {
  editor.update(() => {
    const selection = $getSelection()
    if (!$isRangeSelection(selection) || $isCodeBlockNode($findTextBlock(selection.anchor.getNode()))) return
    const outer = $findLink(selection)
    if (outer !== null) outer.selectNext()
    const target = $getSelection()
    if ($isRangeSelection(target))
      target.insertNodes([
        $createEntryLinkNode(url).append($createTextNode(text).setFormat(selection.format)),
      ])
  })
}

function $unwrap(link: EntryLinkNode): void {
  for (const child of link.getChildren()) link.insertBefore(child)
  link.remove()
}

function $wrapSelection(selection: RangeSelection, url: string, title: string): void {
  let link: EntryLinkNode | null = null
  const nodes = selection
    .extract()
    .filter((node) => !$isElementNode(node) && node.isInline() && !$isCodeBlockNode($findTextBlock(node)))
  for (const node of nodes) {
    const inner = $findMatchingParent(node, $isEntryLinkNode)
    if (inner !== null) $splitOut(inner, node)
    if (link === null || !link.is(node.getPreviousSibling())) {
      link = $createEntryLinkNode(url, title)
      node.insertBefore(link)
    }
    link.append(node)
  }
  $selectNodes(selection, nodes)
}

/** Takes a node out of the link it is in; the link is split when the node stands in its middle. */
function $splitOut(link: EntryLinkNode, node: LexicalNode): void {
  const followers = node.getNextSiblings()
  link.insertAfter(node)
  if (followers.length > 0) {
    const rest = $createEntryLinkNode(link.getURL(), link.getTitle() ?? '', link.getMarkup())
    node.insertAfter(rest.append(...followers))
  }
  if (link.isAttached() && link.isEmpty()) link.remove()
}

function $selectNodes(selection: RangeSelection, nodes: readonly LexicalNode[]): void {
  const first = nodes[0]
  const last = nodes.at(-1)
  if (first === undefined || last === undefined) return
  const [start, end] = orderedPoints(selection)
  start.set(first.getParentOrThrow().getKey(), first.getIndexWithinParent(), 'element')
  end.set(last.getParentOrThrow().getKey(), last.getIndexWithinParent() + 1, 'element')
}
