import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { commands, type Command } from '../../shared/contract/commands.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import { isLocalDocument } from '../../shared/resources/resource-address.ts'
import { Palette } from '../palette/palette.tsx'
import type { RecentEntry } from '../palette/palette-groups.ts'
import { nameEntries } from '../state/name-counts.ts'
import { findRecentSteps, shownEntry } from '../state/history.ts'
import type { AppProps } from './app-props.ts'
import { createPaletteActions } from './palette-actions.ts'

/** As many as fit without scrolling, with the searches below them. */
const mostRecents = 7
const noSearches: readonly string[] = []

/** The search palette with what only the app knows: commands, what was seen and asked last, ways to go. */
export function PaletteHost({ stores, navigation, run }: AppProps) {
  const { layout, search, journal, savedSearches, entries, openEntry, preview, queryValues } = stores
  const { settings, isWindowWide } = useStore(layout)
  const journalId = useStore(journal, (state) => state.journal?.id ?? '')
  const titles = useStore(entries, (state) => state.arranged.titles)
  const tags = useStore(entries, (state) => state.arranged.tags)
  const tagCounts = useMemo(() => new Map(tags.map(({ tag, count }) => [tag, count])), [tags])
  const canWrite = useStore(openEntry, (state) => state.copy?.getState().readOnly === null)
  const saved = useStore(savedSearches, (state) => state.searches)
  const actions = useMemo(() => createPaletteActions(stores, navigation), [stores, navigation])
  const recentEntries = useRecentEntries(stores)
  const offered = useOffered(stores)
  const isOpen = useStore(search, (state) => state.isOpen)
  useEffect(() => {
    if (isOpen) void queryValues.refresh()
  }, [isOpen, queryValues])
  const searches = settings.recentSearches[journalId] ?? noSearches
  const recents = useMemo(
    () => ({ entries: recentEntries, searches, saved }),
    [recentEntries, searches, saved],
  )
  return (
    <Palette
      search={search}
      preview={preview}
      queryValues={queryValues}
      tagCounts={tagCounts}
      commands={offered}
      recents={recents}
      hasPreview={isWindowWide}
      isFuzzy={settings.isSearchFuzzy}
      titleOf={(path) => titles.get(path as EntryPath) ?? path}
      {...actions}
      onLink={canWrite ? actions.onLink : null}
      onOpen={(path, offset) =>
        void (isLocalDocument(path) ? navigation.openLink(path, null) : navigation.openAt(path, offset))
      }
      onOpenBeside={(path, offset) =>
        void (isLocalDocument(path) ? navigation.openLink(path, null) : navigation.openBeside(path, offset))
      }
      onCommand={run}
      onToggleTypos={() => {
        layout.choose({ isSearchFuzzy: !settings.isSearchFuzzy })
        search.refresh()
      }}
      onFollowed={(query) => layout.rememberSearch(journalId, query.trim())}
    />
  )
}

/** What can be taken back is named; what cannot is not offered. */
function useOffered({ replace }: AppProps['stores']): readonly Command[] {
  const done = useStore(replace, (state) => state.done)
  return useMemo(
    () =>
      commands.flatMap((command) => {
        if (command.id !== 'undo-replace') return [command]
        return done === null ? [] : [{ ...command, label: `Undo replace in ${nameEntries(done.entries)}` }]
      }),
    [done],
  )
}

/** Entries of this session first, then the ones whose files were written last. */
function useRecentEntries({ history, entries, search }: AppProps['stores']): readonly RecentEntry[] {
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
