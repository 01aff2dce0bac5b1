import { useMemo } from 'react'
import { useStore } from 'zustand'
import { commands } from '../../shared/contract/commands.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import { Palette } from '../palette/palette.tsx'
import type { RecentEntry } from '../palette/palette-groups.ts'
import { findRecentSteps, shownEntry } from '../state/history.ts'
import type { AppProps } from './app-props.ts'

/** As many as fit without scrolling. */
const mostRecents = 10

/** The search palette with what only the app knows: commands, and the entries seen last. */
export function PaletteHost({ stores, navigation, run }: AppProps) {
  const recents = useRecents(stores)
  return (
    <Palette
      search={stores.search}
      commands={commands}
      recents={recents}
      onOpen={(path, offset) => void navigation.openAt(path, offset)}
      onCommand={run}
    />
  )
}

/** Entries of this session first, then the ones whose files were written last. */
function useRecents({ history, entries, search }: AppProps['stores']): readonly RecentEntry[] {
  const isOpen = useStore(search, (state) => state.isOpen)
  const visited = useStore(history)
  const { listings, cards, arranged } = useStore(entries)
  return useMemo(() => {
    if (!isOpen) return []
    const seen = findRecentSteps(visited, mostRecents).filter((path) => listings.has(path))
    const shown = shownEntry(visited)
    const written = [...listings.values()]
      .toSorted((one, other) => other.modifiedMs - one.modifiedMs)
      .slice(0, 2 * mostRecents)
    const paths = new Set<EntryPath>([...seen, ...written.map((listing) => listing.path)])
    if (shown !== null) paths.delete(shown)
    return [...paths].slice(0, mostRecents).map((path) => ({
      path,
      title: arranged.titles.get(path) ?? path,
      date: cards.get(path)?.date ?? null,
    }))
  }, [isOpen, visited, listings, cards, arranged])
}
