import {
  $create,
  $getDocument,
  buildImportMap,
  type EditorConfig,
  ElementNode,
  type LexicalNode,
} from 'lexical'
import { $wrapInlineChildren } from './wrap-inline.ts'

/**
 * A block quote or callout: a container of blocks, never of text.
 *
 * Not the QuoteNode of @lexical/rich-text, which holds one run of text and flattens what is in it.
 */
export class QuoteNode extends ElementNode {
  override $config() {
    return this.config('entry-quote', {
      extends: ElementNode,
      $transform: (node: QuoteNode) => $wrapInlineChildren(node),
      importDOM: buildImportMap({
        blockquote: () => ({ conversion: () => ({ node: $createQuoteNode() }), priority: 1 }),
      }),
    })
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = $getDocument().createElement('blockquote')
    element.className = config.theme.quote ?? ''
    return element
  }

  override updateDOM(): boolean {
    return false
  }

  override canBeEmpty(): false {
    return false
  }

  override canIndent(): false {
    return false
  }
}

/** A new quote without blocks; give it at least one before the update ends. */
export function $createQuoteNode(): QuoteNode {
  return $create(QuoteNode)
}

export function $isQuoteNode(node: LexicalNode | null | undefined): node is QuoteNode {
  return node instanceof QuoteNode
}
