import type { SavedSearch } from '../../shared/search/saved-searches.ts'
import type { SavedSearchesProps } from '../rail/saved-searches.tsx'
import type { Stores } from './stores.ts'

/** What the rail does with a saved search. */
export function createSearchActions({
  search,
  savedSearches,
  notices,
  layout,
}: Stores): Pick<SavedSearchesProps, 'onRun' | 'onRename' | 'onRemove'> {
  async function remove(removed: SavedSearch): Promise<void> {
    const failure = await savedSearches.remove(removed.name)
    if (failure) {
      return notices.raise({
        id: 'saved-search',
        tone: 'bad',
        title: 'The saved search was not removed.',
        detail: failure.message,
      })
    }
    notices.raise({
      id: 'saved-search',
      tone: 'info',
      title: `The search “${removed.name}” is no longer kept.`,
      detail: '',
      wayOut: { label: 'Keep it', run: () => void putBack(removed) },
    })
  }
  async function putBack(removed: SavedSearch): Promise<void> {
    await savedSearches.keep(removed)
    notices.dismiss('saved-search')
  }
  return {
    onRun(query) {
      layout.closeFlyout()
      search.open(query)
    },
    onRename: async (name, newName) => (await savedSearches.rename(name, newName))?.message ?? null,
    onRemove: (removed) => void remove(removed),
  }
}
