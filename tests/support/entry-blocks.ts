import { $getRoot, type LexicalEditor } from 'lexical'

/** Takes a top-level block away, as deleting what is selected does. */
export function removeBlock(editor: LexicalEditor, index: number): void {
  editor.update(
    () => {
      $getRoot().getChildAtIndex(index)?.remove()
    },
    { discrete: true },
  )
}
