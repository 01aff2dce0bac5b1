import { draggedLinkType } from '../../shared/entry/link-source.ts'
import type { EntryView } from './entry-view.ts'

/**
 * Lets links of the app's own lists be dropped into the text, where the pointer is.
 *
 * @param markdownOf what to write for a drag's data; null refuses it.
 * @returns the undo.
 */
export function takeLinkDrops(
  host: HTMLElement,
  view: Pick<EntryView, 'insertMarkdown'>,
  markdownOf: (dragged: string) => string | null,
): () => void {
  function over(event: DragEvent): void {
    if (event.dataTransfer?.types.includes(draggedLinkType) !== true) return
    event.preventDefault()
    event.stopPropagation()
    event.dataTransfer.dropEffect = 'link'
  }
  // Before the editor, which would put the plain text of the drag in as well.
  function drop(event: DragEvent): void {
    const dragged = event.dataTransfer?.getData(draggedLinkType) ?? ''
    if (dragged === '') return
    event.preventDefault()
    event.stopPropagation()
    const markdown = markdownOf(dragged)
    if (markdown !== null) view.insertMarkdown(markdown, event)
  }
  host.addEventListener('dragover', over, true)
  host.addEventListener('drop', drop, true)
  return () => {
    host.removeEventListener('dragover', over, true)
    host.removeEventListener('drop', drop, true)
  }
}
