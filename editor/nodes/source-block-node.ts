import {
  $create,
  $getDocument,
  $getState,
  $setState,
  createState,
  DecoratorNode,
  type DOMExportOutput,
  type EditorConfig,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
import type { SourceForm } from '../../shared/markdown/tree.ts'
import type { EntryDecoration } from './decoration.ts'

const formState = createState('form', {
  parse: (value): SourceForm => (typeof value === 'string' ? (value as SourceForm) : 'other'),
})
const textState = createState('text', { parse: (value): string => (typeof value === 'string' ? value : '') })

/**
 * A block shown as its source and kept: HTML, link and footnote definitions, indented code, math, shortcodes, tables
 * the grid cannot hold. The view shows it with "edit as text", which ends in `setText`.
 */
export class SourceBlockNode extends DecoratorNode<EntryDecoration> {
  override $config() {
    return this.config('source-block', {
      extends: DecoratorNode,
      stateConfigs: [
        { flat: true, stateConfig: formState },
        { flat: true, stateConfig: textState },
      ],
    })
  }

  getForm(): SourceForm {
    return $getState(this, formState)
  }

  getText(): string {
    return $getState(this, textState)
  }

  setText(text: string): this {
    return $setState(this, textState, text)
  }

  override getTextContent(): string {
    return this.getText()
  }

  override isInline(): false {
    return false
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = $getDocument().createElement('div')
    element.className = String(config.theme['sourceBlock'] ?? '')
    element.dataset['form'] = this.getForm()
    return element
  }

  override updateDOM(): boolean {
    return false
  }

  override exportDOM(editor: LexicalEditor): DOMExportOutput {
    const element = $getDocument().createElement('pre')
    element.className = String(editor._config.theme['sourceBlock'] ?? '')
    element.textContent = this.getText()
    return { element }
  }

  override decorate(): EntryDecoration {
    return { type: 'source-block', nodeKey: this.getKey(), form: this.getForm(), text: this.getText() }
  }
}

/** A new source block with this form and source text. */
export function $createSourceBlockNode(form: SourceForm, text: string): SourceBlockNode {
  const node = $create(SourceBlockNode)
  $setState(node, formState, form)
  return node.setText(text)
}

export function $isSourceBlockNode(node: LexicalNode | null | undefined): node is SourceBlockNode {
  return node instanceof SourceBlockNode
}
