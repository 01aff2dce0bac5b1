import {
  $create,
  $getDocument,
  $getEditor,
  $getState,
  $getStateChange,
  $isElementNode,
  $isParagraphNode,
  $setState,
  buildImportMap,
  createState,
  type EditorConfig,
  type ElementDOMSlot,
  ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
import { createBoxElement, updateBoxElement } from './box-element.ts'
import { $createListNode, type ListNode } from './list-node.ts'
import { $wrapInlineChildren } from './wrap-inline.ts'

const boxState = createState('box', {
  parse: (value): string | null => (typeof value === 'string' ? value : null),
})

/**
 * One item of a list: a container of blocks (its text, further paragraphs, code, a sub-list), with a box or without.
 *
 * The box sits on the item, not on the list, because the author mixes both in one list. It is drawn by `getDOMSlot`
 * in front of the blocks, outside the editable flow.
 */
export class ItemNode extends ElementNode {
  override $config() {
    return this.config('entry-item', {
      extends: ElementNode,
      $transform: $wrapInlineChildren,
      stateConfigs: [{ flat: true, stateConfig: boxState }],
      importDOM: buildImportMap({
        li: (element) => ({
          conversion: () => ({ node: $createItemNode(readBoxOfElement(element)) }),
          priority: 1,
        }),
      }),
    })
  }

  /** The character in the box, or null without a box. */
  getBox(): string | null {
    return $getState(this, boxState)
  }

  setBox(box: string | null): this {
    return $setState(this, boxState, box)
  }

  isDone(): boolean {
    const box = this.getBox()
    return box === 'x' || box === 'X'
  }

  /** Plain text of the item's first block: its label. */
  getLabel(): string {
    const first = this.getFirstChild()
    return first !== null && !($isElementNode(first) && first.getType() === 'entry-list')
      ? first.getTextContent()
      : ''
  }

  override createDOM(config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const element = $getDocument().createElement('li')
    this.paint(element, config)
    const box = this.getBox()
    if (box !== null) {
      const input = createBoxElement($getDocument(), editor, this.getKey(), String(config.theme['box'] ?? ''))
      updateBoxElement(input, box, this.getLabel(), editor.isEditable())
      element.append(input)
    }
    return element
  }

  override updateDOM(previous: this, element: HTMLElement, config: EditorConfig): boolean {
    const change = $getStateChange(this, previous, boxState)
    if (change !== null && (change[0] === null || change[1] === null)) return true
    const box = this.getBox()
    const input = findBoxElement(element)
    // Runs also when only a descendant changed: that is how the label follows the text.
    if (box !== null && input !== null)
      updateBoxElement(input, box, this.getLabel(), $getEditor().isEditable())
    if (change !== null) this.paint(element, config)
    return false
  }

  override getDOMSlot(element: HTMLElement): ElementDOMSlot<HTMLElement> {
    return super.getDOMSlot(element).withAfter(findBoxElement(element))
  }

  override canBeEmpty(): false {
    return false
  }

  override canIndent(): false {
    return false
  }

  override isParentRequired(): true {
    return true
  }

  override createParentElementNode(): ListNode {
    return $createListNode(false)
  }

  private paint(element: HTMLElement, config: EditorConfig): void {
    const classNames = [config.theme['item']]
    if (this.getBox() !== null) classNames.push(config.theme['itemBoxed'])
    if (this.isDone()) classNames.push(config.theme['itemDone'])
    element.className = classNames.join(' ')
  }
}

/**
 * Whether a command may give the item a box: one in front of a heading or code would stand on a line of its own, which
 * is no task to other programs. An item that was opened with such a box keeps it.
 */
export function $takesBox(item: ItemNode): boolean {
  const first = item.getFirstChild()
  return first === null || $isParagraphNode(first)
}

function findBoxElement(element: HTMLElement): HTMLInputElement | null {
  const first = element.firstElementChild
  return first !== null && first.tagName === 'INPUT' ? (first as HTMLInputElement) : null
}

/** Reads the box of a pasted `<li>`: an input of its own, or ARIA as Google Docs writes it. */
function readBoxOfElement(element: HTMLElement): string | null {
  const input = element.querySelector(
    ':scope > input[type="checkbox"], :scope > p > input[type="checkbox"], :scope > label > input[type="checkbox"]',
  )
  if (input !== null) return input.hasAttribute('checked') ? 'x' : ' '
  const checked = element.getAttribute('aria-checked')
  return checked === null ? null : checked === 'true' ? 'x' : ' '
}

/** A new item without blocks; give it at least one before the update ends. `box` as in `Item.box`. */
export function $createItemNode(box: string | null = null): ItemNode {
  return $create(ItemNode).setBox(box)
}

export function $isItemNode(node: LexicalNode | null | undefined): node is ItemNode {
  return node instanceof ItemNode
}
