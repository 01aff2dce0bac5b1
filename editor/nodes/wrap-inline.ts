import { $createParagraphNode, type ElementNode } from 'lexical'

/**
 * Puts text that stands straight in a container of blocks into paragraphs.
 *
 * Scenario: a quote that holds nothing but a source block; the caret behind that block is in the quote itself, and
 * Lexical types where the caret is.
 */
export function $wrapInlineChildren(container: ElementNode): void {
  let paragraph: ElementNode | null = null
  for (const child of container.getChildren()) {
    if (!child.isInline()) {
      paragraph = null
      continue
    }
    if (paragraph === null) {
      paragraph = $createParagraphNode()
      child.insertBefore(paragraph)
    }
    paragraph.append(child)
  }
}
