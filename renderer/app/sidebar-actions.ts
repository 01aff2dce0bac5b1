import type { Action } from '../../shared/entry/summary.ts'
import type { SidebarProps } from '../sidebar/sidebar-props.ts'
import { attachFile } from './attach-file.ts'
import { writeResourceCard } from '../../shared/resources/write-resource-card.ts'
import { addAddresses } from './add-addresses.ts'
import { changeWithUndo } from './change-with-undo.ts'
import type { Navigation } from './navigation.ts'
import { activeSummary, type Stores } from './stores.ts'

/** What the sidebar does to the page: go to a place, open another entry there, tick. */
export function createSidebarActions(
  stores: Stores,
  navigation: Navigation,
): Pick<
  SidebarProps,
  'onReveal' | 'onOpenAt' | 'onOpenLink' | 'onAttach' | 'onTick' | 'onAddAddresses' | 'onFillIn'
> {
  const { openEntry, notices } = stores

  /** The editor makes the edit, as if the box had been clicked there: panel, text and file follow the same way. */
  function tick(action: Action, isDone: boolean): void {
    const copy = openEntry.getState().copy
    const isSet = navigation.seat.handle?.setBox(action.itemNumber, action.text, isDone ? 'x' : ' ') ?? false
    activeSummary(stores).refresh()
    if (isSet) return void copy?.flush()
    notices.raise({
      id: 'tick',
      tone: 'info',
      title: 'The text has changed meanwhile, so nothing was ticked.',
      detail: 'The list shows it as it is now.',
    })
  }

  return {
    onReveal: (offset) => navigation.seat.handle?.reveal(offset),
    onOpenAt: (path, offset) => void navigation.openAt(path, offset),
    onOpenLink: (url) => void navigation.openLink(url),
    onAttach(from, file) {
      const path = openEntry.getState().copy?.getState().path
      if (path) void attachFile(stores, { path, from }, file)
    },
    onTick: tick,
    onAddAddresses(addresses) {
      const path = openEntry.getState().copy?.getState().path
      if (path !== undefined) void addAddresses(stores, path, addresses)
    },
    onFillIn(key, change, what) {
      const path = openEntry.getState().copy?.getState().path
      if (path === undefined) return
      void changeWithUndo(stores, path, what, (text) => writeResourceCard(text, key, change))
    },
  }
}
