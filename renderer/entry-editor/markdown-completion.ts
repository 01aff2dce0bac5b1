import { syntaxTree } from '@codemirror/language'
import type { EditorView, ViewUpdate } from '@codemirror/view'
import type { CompletionPort } from './completion.ts'

/** Completion in Markdown mode, and what its view tells of each update. */
export interface MarkdownCompletion {
  readonly port: CompletionPort
  readonly noteUpdate: (update: ViewUpdate) => void
}

/** @param getView the view, which is made with `noteUpdate` and so is there only later */
export function createMarkdownCompletion(getView: () => EditorView): MarkdownCompletion {
  const listeners = new Set<(isTyped: boolean) => void>()
  return {
    noteUpdate(update) {
      if (!update.docChanged && !update.selectionSet) return
      for (const listener of listeners) listener(update.docChanged)
    },
    port: {
      readBefore() {
        const { state } = getView()
        const { head, empty } = state.selection.main
        if (!empty || state.readOnly || isInCode(getView(), head)) return null
        return state.sliceDoc(state.doc.lineAt(head).from, head)
      },
      readAnchor(length) {
        const view = getView()
        return view.coordsAtPos(view.state.selection.main.head - length)
      },
      replaceBefore(length, markdown) {
        const view = getView()
        const { head } = view.state.selection.main
        view.dispatch({
          changes: { from: head - length, to: head, insert: markdown },
          selection: { anchor: head - length + markdown.length },
          userEvent: 'input.complete',
        })
      },
      onUpdate(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
  }
}

/** True in code and in front matter, where links are no links. */
function isInCode(view: EditorView, at: number): boolean {
  for (let node = syntaxTree(view.state).resolveInner(at, -1); node.parent !== null; node = node.parent)
    if (/code|frontmatter/i.test(node.name)) return true
  return false
}
