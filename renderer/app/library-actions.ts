import { writeLinkCard } from '../../shared/resources/write-link-line.ts'
import type { LibraryProps } from '../library/library-props.ts'
import { changeWithUndo } from './change-with-undo.ts'
import type { Navigation } from './navigation.ts'
import type { Stores } from './stores.ts'

/** What the library does: go to where a resource is used, open it, and write what was chosen into its line. */
export function createLibraryActions(stores: Stores, navigation: Navigation): Omit<LibraryProps, 'library'> {
  return {
    onOpen: (path, offset, isBeside) =>
      void (isBeside ? navigation.openBeside(path, offset) : navigation.openAt(path, offset)),
    onOpenLink: (url) => void navigation.openLink(url),
    onStar({ path, from }, isMustRead) {
      void changeWithUndo(stores, path, 'The star', (text) => writeLinkCard(text, from, { isMustRead }))
    },
    onSetStatus({ path, from }, status) {
      void changeWithUndo(stores, path, 'The status', (text) => writeLinkCard(text, from, { status }))
    },
  }
}
