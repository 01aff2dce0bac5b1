import {
  $create,
  $getDocument,
  $getState,
  $getStateChange,
  $setState,
  buildImportMap,
  createState,
  type EditorConfig,
  ElementNode,
  type LexicalNode,
} from 'lexical'

const orderedState = createState('ordered', { parse: (value): boolean => value === true })
const startState = createState('start', { parse: (value): number => (typeof value === 'number' ? value : 1) })

/**
 * A list whose items are `ItemNode`s, nested as in HTML and in Markdown: a sub-list is a block of its item.
 *
 * Own class because @lexical/list puts a nested list into a wrapper item beside its parent and flattens the blocks
 * of an item: an item with a second paragraph, or one indented with children, then loses its shape.
 */
export class ListNode extends ElementNode {
  override $config() {
    return this.config('entry-list', {
      extends: ElementNode,
      stateConfigs: [
        { flat: true, stateConfig: orderedState },
        { flat: true, stateConfig: startState },
      ],
      importDOM: buildImportMap({
        ul: () => ({ conversion: () => ({ node: $createListNode(false) }), priority: 1 }),
        ol: (element) => ({
          conversion: () => ({ node: $createListNode(true, element.start) }),
          priority: 1,
        }),
      }),
    })
  }

  isOrdered(): boolean {
    return $getState(this, orderedState)
  }

  setOrdered(isOrdered: boolean): this {
    return $setState(this, orderedState, isOrdered)
  }

  /** First number of an ordered list; 1 for bullets. */
  getStart(): number {
    return $getState(this, startState)
  }

  setStart(start: number): this {
    return $setState(this, startState, start)
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = $getDocument().createElement(this.isOrdered() ? 'ol' : 'ul')
    element.className = String(
      (this.isOrdered() ? config.theme['listNumber'] : config.theme['listBullet']) ?? '',
    )
    if (this.isOrdered() && this.getStart() !== 1) element.setAttribute('start', String(this.getStart()))
    return element
  }

  override updateDOM(previous: this): boolean {
    return (
      $getStateChange(this, previous, orderedState) !== null ||
      $getStateChange(this, previous, startState) !== null
    )
  }

  override canBeEmpty(): false {
    return false
  }

  override canIndent(): false {
    return false
  }
}

/** A new list without items; give it at least one before the update ends. */
export function $createListNode(isOrdered: boolean, start = 1): ListNode {
  return $create(ListNode)
    .setOrdered(isOrdered)
    .setStart(isOrdered ? start : 1)
}

export function $isListNode(node: LexicalNode | null | undefined): node is ListNode {
  return node instanceof ListNode
}
