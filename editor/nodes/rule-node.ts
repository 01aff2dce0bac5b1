import {
  $create,
  $getDocument,
  buildImportMap,
  DecoratorNode,
  type DOMExportOutput,
  type EditorConfig,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'

/** A thematic break (`---`). Draws itself as `<hr>`; the view has nothing to add. */
export class RuleNode extends DecoratorNode<null> {
  override $config() {
    return this.config('rule', {
      extends: DecoratorNode,
      importDOM: buildImportMap({
        hr: () => ({ conversion: () => ({ node: $createRuleNode() }), priority: 1 }),
      }),
    })
  }

  override getTextContent(): string {
    return '\n'
  }

  override isInline(): false {
    return false
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = $getDocument().createElement('hr')
    element.className = String(config.theme['rule'] ?? '')
    return element
  }

  override updateDOM(): boolean {
    return false
  }

  override exportDOM(editor: LexicalEditor): DOMExportOutput {
    return { element: this.createDOM(editor._config) }
  }

  override decorate(): null {
    return null
  }
}

export function $createRuleNode(): RuleNode {
  return $create(RuleNode)
}

export function $isRuleNode(node: LexicalNode | null | undefined): node is RuleNode {
  return node instanceof RuleNode
}
