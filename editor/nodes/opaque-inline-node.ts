import {
  $create,
  $getDocument,
  $getState,
  $getStateChange,
  $setState,
  createState,
  DecoratorNode,
  type DOMExportOutput,
  type EditorConfig,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
import type { InlineForm, Marks } from '../../shared/markdown/tree.ts'
import type { EntryDecoration } from './decoration.ts'

const formState = createState('form', {
  parse: (value): InlineForm => (typeof value === 'string' ? (value as InlineForm) : 'html'),
})
const sourceState = createState('source', {
  parse: (value): string => (typeof value === 'string' ? value : ''),
})
const marksState = createState('marks', { parse: (value): Marks => (typeof value === 'number' ? value : 0) })

/**
 * A piece of Markdown that is shown, never parsed or escaped: picture, embed, wiki link, footnote mark, inline HTML,
 * math, comment, shortcode, callout mark. It carries its source; editing it means giving it another source.
 */
export class OpaqueInlineNode extends DecoratorNode<EntryDecoration> {
  override $config() {
    return this.config('opaque-inline', {
      extends: DecoratorNode,
      stateConfigs: [
        { flat: true, stateConfig: formState },
        { flat: true, stateConfig: sourceState },
        { flat: true, stateConfig: marksState },
      ],
    })
  }

  getForm(): InlineForm {
    return $getState(this, formState)
  }

  /** Exact Markdown source, line ends and container prefixes included when it spans lines. */
  getSource(): string {
    return $getState(this, sourceState)
  }

  setSource(source: string): this {
    return $setState(this, sourceState, source)
  }

  /** Marks around it as a bit mask, as for text. */
  getMarks(): Marks {
    return $getState(this, marksState)
  }

  setMarks(marks: Marks): this {
    return $setState(this, marksState, marks)
  }

  override getTextContent(): string {
    return this.getSource()
  }

  override isInline(): true {
    return true
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = $getDocument().createElement('span')
    element.className = String(config.theme['opaqueInline'] ?? '')
    element.dataset['form'] = this.getForm()
    return element
  }

  override updateDOM(previous: this, element: HTMLElement): boolean {
    if ($getStateChange(this, previous, formState) !== null) element.dataset['form'] = this.getForm()
    return false
  }

  override exportDOM(editor: LexicalEditor): DOMExportOutput {
    const element = this.createDOM(editor._config)
    element.textContent = this.getSource()
    return { element }
  }

  override decorate(): EntryDecoration {
    return { type: 'opaque-inline', nodeKey: this.getKey(), form: this.getForm(), source: this.getSource() }
  }
}

/** A new opaque inline with this form, exact source and bit mask of marks. */
export function $createOpaqueInlineNode(
  form: InlineForm,
  source: string,
  marks: Marks = 0,
): OpaqueInlineNode {
  const node = $create(OpaqueInlineNode)
  $setState(node, formState, form)
  return node.setSource(source).setMarks(marks)
}

export function $isOpaqueInlineNode(node: LexicalNode | null | undefined): node is OpaqueInlineNode {
  return node instanceof OpaqueInlineNode
}
