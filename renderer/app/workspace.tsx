import { PanelRight } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { keysOf } from '../../shared/contract/commands.ts'
import { Rail, type RailProps } from '../rail/rail.tsx'
import { SavedSearches } from '../rail/saved-searches.tsx'
import { Strip } from '../rail/strip.tsx'
import { Sidebar } from '../sidebar/sidebar.tsx'
import { localDay, weekdayAndDate } from '../state/days.ts'
import type { WorkingCopy } from '../state/working-copy.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { createActionEdits } from './action-edits.ts'
import type { AppProps } from './app-props.ts'
import { leaveJournal } from './leave-journal.ts'
import { NoEntry } from './no-entry.tsx'
import { OverviewPage } from './overview-page.tsx'
import { Panes } from './panes.tsx'
import { createSearchActions } from './search-actions.ts'
import { createSidebarActions } from './sidebar-actions.ts'
import { TitleBar } from './title-bar.tsx'
import { useActiveSummary } from './use-active-summary.ts'

interface WorkspaceProps extends AppProps {
  readonly windowButtons: ReactNode
}

/** An open journal: rail or strip, the page, and beside it or over it the sidebar. */
export function Workspace(props: WorkspaceProps) {
  const { stores, windowButtons } = props
  const { widthClass, settings, isDrawerOpen } = useStore(stores.layout)
  const { platform, hasWindowOverlay } = useStore(stores.journal)
  const copy = useStore(stores.openEntry, (state) => state.copy)
  const overview = useStore(stores.overview, (state) => state.shown)
  const hasSidebar = widthClass === 'wide' && settings.isSidebarShown && copy !== null && overview === null
  const isSlim = widthClass === 'narrow' || !settings.isRailShown
  const classes = [
    'app',
    isSlim ? 'slim' : '',
    hasSidebar ? '' : 'two',
    hasWindowOverlay ? 'overlay' : '',
    platform === 'darwin' ? 'mac' : '',
  ]
  return (
    <div className={classes.filter(Boolean).join(' ')} data-width={widthClass}>
      <RailOrStrip {...props} isSlim={isSlim} />
      <main className="main">
        <Page {...props} end={hasSidebar ? null : windowButtons} />
        {widthClass !== 'wide' && isDrawerOpen && copy && overview === null ? (
          <SidebarHost {...props} isDrawer />
        ) : null}
      </main>
      {hasSidebar ? <SidebarHost {...props} isDrawer={false} /> : null}
    </div>
  )
}

function RailOrStrip({ stores, navigation, run, isSlim }: AppProps & { readonly isSlim: boolean }) {
  const copy = useStore(stores.openEntry, (state) => state.copy)
  const overview = useStore(stores.overview, (state) => state.shown)
  const path = overview === null ? (copy?.getState().path ?? null) : null
  const late = useStore(stores.agenda, (state) => state.counts?.late ?? 0)
  const today = localDay()
  const summary = useActiveSummary(stores)
  const date = useStore(summary, (state) => state.summary?.date ?? null)
  const kind = useStore(summary, (state) => state.summary?.kind ?? null)
  const rail: RailProps = {
    entries: stores.entries,
    journal: stores.journal,
    layout: stores.layout,
    openPath: path,
    todayLabel: weekdayAndDate(today),
    isTodayOpen: overview === null && kind === 'daily' && date === today,
    overview,
    lateSteps: late,
    searches: <SavedSearches saved={stores.savedSearches} {...createSearchActions(stores)} />,
    onOpen: (chosen, isBeside) =>
      void (isBeside ? navigation.openBeside(chosen, null) : navigation.open(chosen)),
    onOpenJournal: (id) => void leaveJournal(stores, () => stores.journal.openRecent(id)),
    onCommand: run,
  }
  return isSlim ? <Strip {...rail} /> : <Rail {...rail} />
}

function Page({ stores, navigation, run, end }: AppProps & { readonly end: ReactNode }) {
  const copy = useStore(stores.openEntry, (state) => state.copy)
  const overview = useStore(stores.overview, (state) => state.shown)
  return (
    <>
      {overview === null ? null : (
        <OverviewPage stores={stores} navigation={navigation} run={run} name={overview} end={end} />
      )}
      {overview === null && copy !== null ? (
        <TitleBarOfCopy stores={stores} run={run} copy={copy} end={end} />
      ) : null}
      {copy === null ? null : <Panes stores={stores} navigation={navigation} run={run} />}
      {overview === null && copy === null ? (
        <>
          <TitleBar stores={stores} run={run} path={null} mode="text" isModeFixed end={end} />
          <NoEntry stores={stores} navigation={navigation} run={run} />
        </>
      ) : null}
    </>
  )
}

interface TitleBarOfCopyProps extends Omit<AppProps, 'navigation'> {
  readonly copy: WorkingCopy
  readonly end: ReactNode
}

function TitleBarOfCopy({ stores, run, copy, end }: TitleBarOfCopyProps) {
  const path = useStore(copy, (state) => state.path)
  const mode = useStore(copy, (state) => state.mode)
  const isModeFixed = useStore(copy, (state) => state.tooLarge !== null)
  return <TitleBar stores={stores} run={run} path={path} mode={mode} isModeFixed={isModeFixed} end={end} />
}

function SidebarHost({
  stores,
  navigation,
  run,
  windowButtons,
  isDrawer,
}: WorkspaceProps & { readonly isDrawer: boolean }) {
  const copy = useStore(stores.openEntry, (state) => state.copy)
  const summary = useActiveSummary(stores)
  const actions = useMemo(() => createSidebarActions(stores, navigation), [stores, navigation])
  const edits = useMemo(() => createActionEdits(stores), [stores])
  return (
    <Sidebar
      summary={summary}
      related={stores.related}
      layout={stores.layout}
      isEditable={copy?.getState().readOnly === null}
      isDrawer={isDrawer}
      head={
        <>
          <IconButton
            icon={PanelRight}
            isOn
            label="Hide sidebar"
            keys={keysOf('toggle-sidebar')}
            onClick={() => run('toggle-sidebar')}
          />
          {windowButtons}
        </>
      }
      onAddLink={() => run('add-link')}
      edits={edits}
      {...actions}
    />
  )
}
