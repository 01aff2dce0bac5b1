import {
  $create,
  $createLineBreakNode,
  $createTextNode,
  $getDocument,
  $getState,
  $getStateChange,
  $setState,
  buildImportMap,
  createState,
  type DOMExportOutput,
  type EditorConfig,
  ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'

const infoState = createState('info', { parse: (value): string => (typeof value === 'string' ? value : '') })

/** Fenced code: text and line breaks, no marks, no links, no highlighter. `info` is all after the fence, trimmed. */
export class CodeBlockNode extends ElementNode {
  override $config() {
    return this.config('entry-code', {
      extends: ElementNode,
      stateConfigs: [{ flat: true, stateConfig: infoState }],
      importDOM: buildImportMap({
        pre: (element) => ({
          conversion: () => ({
            node: $createCodeBlockNode('', element.textContent ?? ''),
            forChild: () => null,
            after: () => [],
          }),
          priority: 1,
        }),
      }),
    })
  }

  /** Info string, e.g. `js {linenos=true}`. */
  getInfo(): string {
    return $getState(this, infoState)
  }

  setInfo(info: string): this {
    return $setState(this, infoState, info)
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = $getDocument().createElement('code')
    element.className = config.theme.code ?? ''
    element.spellcheck = false
    element.dataset['info'] = this.getInfo()
    return element
  }

  override updateDOM(previous: this, element: HTMLElement): boolean {
    if ($getStateChange(this, previous, infoState) !== null) element.dataset['info'] = this.getInfo()
    return false
  }

  override exportDOM(editor: LexicalEditor): DOMExportOutput {
    const element = $getDocument().createElement('pre')
    element.className = editor._config.theme.code ?? ''
    return { element }
  }

  override canIndent(): false {
    return false
  }

  /** Enter inside code is a line break; `registerTypingCommands` leaves the block at a blank last line. */
  override insertNewAfter(): null {
    return null
  }
}

/** A new code block. `text` has '\n' line ends and no final one. */
export function $createCodeBlockNode(info: string, text: string): CodeBlockNode {
  return $create(CodeBlockNode)
    .setInfo(info)
    .append(...$createCodeLines(text))
}

/** Text and line-break nodes for code text with '\n' line ends. */
export function $createCodeLines(text: string): LexicalNode[] {
  const nodes: LexicalNode[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) nodes.push($createLineBreakNode())
    if (line !== '') nodes.push($createTextNode(line))
  }
  return nodes
}

export function $isCodeBlockNode(node: LexicalNode | null | undefined): node is CodeBlockNode {
  return node instanceof CodeBlockNode
}
