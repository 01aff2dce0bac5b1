import { $isLinkNode, LinkNode } from '@lexical/link'
import { $create, $getState, $setState, createState, type LexicalNode } from 'lexical'
import type { Link } from '../../shared/markdown/tree.ts'

/** How the author wrote the rest of the link; kept until the target is edited. */
export type LinkMarkup = Pick<Link, 'reference' | 'closing'>

const markupState = createState('markup', {
  parse: (value): LinkMarkup | null =>
    value !== null && typeof value === 'object' && 'closing' in value ? (value as LinkMarkup) : null,
})

/**
 * A Markdown link. Beside address and title it keeps the source after its text (`](<u> "t")`, `][label]`), so that
 * editing the text leaves quotes, angle brackets and labels as written.
 */
export class EntryLinkNode extends LinkNode {
  override $config() {
    return this.config('entry-link', {
      extends: LinkNode,
      stateConfigs: [{ flat: true, stateConfig: markupState }],
    })
  }

  getMarkup(): LinkMarkup | null {
    return $getState(this, markupState)
  }

  setMarkup(markup: LinkMarkup | null): this {
    return $setState(this, markupState, markup)
  }

  /** Gives the link another target; the old closing source no longer holds. */
  retarget(url: string, title: string): this {
    return this.setURL(url)
      .setTitle(title === '' ? null : title)
      .setMarkup(null)
  }

  /** Two links side by side are two links, even with one target: the author wrote both. */
  override shouldMergeAdjacentLink(): boolean {
    return false
  }
}

/** A new link. `markup` null: the saver writes a plain `](url "title")`. */
export function $createEntryLinkNode(
  url: string,
  title = '',
  markup: LinkMarkup | null = null,
): EntryLinkNode {
  return $create(EntryLinkNode)
    .setURL(url)
    .setTitle(title === '' ? null : title)
    .setMarkup(markup)
}

export function $isEntryLinkNode(node: LexicalNode | null | undefined): node is EntryLinkNode {
  return node instanceof EntryLinkNode
}

/** Turns a LinkNode made by Lexical (HTML paste) into one of ours. */
export function $replaceLinkNode(node: LinkNode): EntryLinkNode {
  if (!$isLinkNode(node)) throw new Error('not a link')
  return $createEntryLinkNode(node.getURL(), node.getTitle() ?? '')
}
