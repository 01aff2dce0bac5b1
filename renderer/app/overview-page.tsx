import { ListFilter, Plus } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { keysOf } from '../../shared/contract/commands.ts'
import { AgendaPage } from '../agenda/agenda-page.tsx'
import { LibraryPage } from '../library/library-page.tsx'
import type { AgendaGrouping } from '../state/agenda.ts'
import type { OverviewName } from '../state/place.ts'
import { AppNotices } from '../notices/app-notices.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Segment } from '../ui/segment.tsx'
import { createAgendaActions } from './agenda-actions.ts'
import type { AppProps } from './app-props.ts'
import { createLibraryActions } from './library-actions.ts'
import { TitleBar } from './title-bar.tsx'

interface OverviewPageProps extends AppProps {
  readonly name: OverviewName
  /** What stands at the right end of the title bar. */
  readonly end: ReactNode
}

/** The journal from one side, where the entry would be. */
export function OverviewPage({ name, ...props }: OverviewPageProps) {
  switch (name) {
    case 'agenda':
      return <Agenda {...props} />
    case 'resources':
      return <Resources {...props} />
  }
}

const groupings = [
  { value: 'date', label: 'By date' },
  { value: 'entry', label: 'By entry' },
  { value: 'goal', label: 'By goal' },
] as const satisfies readonly { readonly value: AgendaGrouping; readonly label: string }[]

function Agenda({ stores, navigation, run, end }: Omit<OverviewPageProps, 'name'>) {
  const grouping = useStore(stores.agenda, (state) => state.filter.grouping)
  const areFiltersShown = useStore(stores.agenda, (state) => state.areFiltersShown)
  const actions = useMemo(() => createAgendaActions(stores, navigation), [stores, navigation])
  return (
    <>
      <TitleBar stores={stores} run={run} path={null} title="Agenda" mode="text" isModeFixed end={end}>
        <Segment
          label="Grouped"
          choices={groupings}
          value={grouping}
          onChoose={(chosen) => stores.agenda.setFilter({ grouping: chosen })}
        />
        <IconButton
          icon={ListFilter}
          label={areFiltersShown ? 'Hide filters' : 'Filter'}
          isOn={areFiltersShown}
          onClick={() => stores.agenda.toggleFilters()}
        />
        <IconButton
          icon={Plus}
          label="New action"
          keys={keysOf('add-action')}
          onClick={() => run('add-action')}
        />
      </TitleBar>
      <div className="notices">
        <AppNotices notices={stores.notices} />
      </div>
      <AgendaPage agenda={stores.agenda} {...actions} onAddAction={() => run('add-action')} />
    </>
  )
}

function Resources({ stores, navigation, run, end }: Omit<OverviewPageProps, 'name'>) {
  const actions = useMemo(() => createLibraryActions(stores, navigation), [stores, navigation])
  // In a narrow window the detail is below, and the window's buttons stay at the top.
  const isNarrow = useStore(stores.layout, (state) => state.widthClass === 'narrow')
  const bar = (
    <>
      <TitleBar
        stores={stores}
        run={run}
        path={null}
        title="Resources"
        mode="text"
        isModeFixed
        end={isNarrow ? end : null}
      />
      <div className="notices">
        <AppNotices notices={stores.notices} />
      </div>
    </>
  )
  return <LibraryPage library={stores.library} bar={bar} end={isNarrow ? null : end} {...actions} />
}
