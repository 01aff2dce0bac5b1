import { ChevronLeft, ChevronRight, ListFilter, Plus } from 'lucide-react'
import { useEffect, useMemo, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { keysOf } from '../../shared/contract/commands.ts'
import { addDays } from '../../shared/entry/iso-day.ts'
import { AgendaPage } from '../agenda/agenda-page.tsx'
import { WeekPage } from '../agenda/week-page.tsx'
import { LibraryPage } from '../library/library-page.tsx'
import { PeoplePage } from '../people/people-page.tsx'
import { QuotesPage } from '../quotes/quotes-page.tsx'
import type { AgendaGrouping } from '../state/agenda.ts'
import type { OverviewName } from '../state/place.ts'
import { AppNotices } from '../notices/app-notices.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Segment } from '../ui/segment.tsx'
import { createAgendaActions } from './agenda-actions.ts'
import type { AppProps } from './app-props.ts'
import { copyQuote } from './copy-quote.ts'
import { createPeopleActions } from './people-actions.ts'
import { createLibraryActions } from './library-actions.ts'
import { entriesOn, reviewWeek } from './week-actions.ts'
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
    case 'calendar':
      return <Week {...props} />
    case 'resources':
      return <Resources {...props} />
    case 'people':
      return <People {...props} />
    case 'quotes':
      return <Quotes {...props} />
  }
}

const groupings = [
  { value: 'date', label: 'By date' },
  { value: 'entry', label: 'By entry' },
  { value: 'goal', label: 'By goal' },
] as const satisfies readonly { readonly value: AgendaGrouping; readonly label: string }[]

function Agenda({ stores, navigation, run, end }: PageProps) {
  const grouping = useStore(stores.agenda, (state) => state.filter.grouping)
  const isReminderOffered = useStore(
    stores.layout,
    ({ settings }) => !settings.hasReminders && !settings.isReminderOfferClosed,
  )
  const isFullTimeFolded = useStore(stores.memory, (state) => state.settings.hidesFullTimePrograms)
  const areFiltersShown = useStore(stores.agenda, (state) => state.areFiltersShown)
  const tags = useStore(stores.queryValues, (state) => state.tags)
  // New cards may have brought tags.
  const cards = useStore(stores.entries, (state) => state.cards)
  useEffect(() => {
    if (areFiltersShown) void stores.queryValues.refresh()
  }, [stores, areFiltersShown, cards])
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
      <AgendaPage
        agenda={stores.agenda}
        tags={tags}
        isReminderOffered={isReminderOffered}
        isFullTimeFolded={isFullTimeFolded}
        {...actions}
      />
    </>
  )
}

/** Days before and after that a button of the title bar goes. */
const week = 7

function Week({ stores, navigation, run, end }: PageProps) {
  const { monday } = useStore(stores.week)
  const actions = useMemo(() => createAgendaActions(stores, navigation), [stores, navigation])
  // New cards are entries that were written or renamed meanwhile.
  const cards = useStore(stores.entries, (state) => state.cards)
  const goBy = (days: number) => stores.week.goTo(addDays(monday, days) ?? monday)
  return (
    <>
      <TitleBar stores={stores} run={run} path={null} title="Calendar" mode="text" isModeFixed end={end}>
        <button type="button" className="btn" onClick={() => stores.week.goTo(stores.week.getState().today)}>
          This week
        </button>
        <IconButton icon={ChevronLeft} label="Week before" onClick={() => goBy(-week)} />
        <IconButton icon={ChevronRight} label="Week after" onClick={() => goBy(week)} />
      </TitleBar>
      <div className="notices">
        <AppNotices notices={stores.notices} />
      </div>
      <WeekPage
        week={stores.week}
        agenda={stores.agenda}
        entriesOn={(day) => entriesOn(cards, day)}
        onReview={() => void reviewWeek(stores, navigation)}
        {...actions}
      />
    </>
  )
}

type PageProps = Omit<OverviewPageProps, 'name'>

interface BarProps extends Pick<PageProps, 'stores' | 'run' | 'end'> {
  readonly title: string
}

/** The title bar of an overview, and what there is to say. */
function Bar({ stores, run, end, title }: BarProps) {
  return (
    <>
      <TitleBar stores={stores} run={run} path={null} title={title} mode="text" isModeFixed end={end} />
      <div className="notices">
        <AppNotices notices={stores.notices} />
      </div>
    </>
  )
}

/** Where the window's buttons stand: beside the detail, and in a narrow window, where the detail is below, at the top. */
function useButtons(stores: PageProps['stores'], end: ReactNode) {
  const isNarrow = useStore(stores.layout, (state) => state.widthClass === 'narrow')
  return { overList: isNarrow ? end : null, overDetail: isNarrow ? null : end }
}

function Resources({ stores, navigation, run, end }: PageProps) {
  const actions = useMemo(() => createLibraryActions(stores, navigation), [stores, navigation])
  const { overList, overDetail } = useButtons(stores, end)
  const bar = <Bar stores={stores} run={run} end={overList} title="Resources" />
  return <LibraryPage library={stores.library} bar={bar} end={overDetail} {...actions} />
}

function People({ stores, navigation, run, end }: PageProps) {
  const { overList, overDetail } = useButtons(stores, end)
  const { onOpen } = useMemo(() => createLibraryActions(stores, navigation), [stores, navigation])
  const bar = <Bar stores={stores} run={run} end={overList} title="People" />
  const merging = useMemo(() => createPeopleActions(stores), [stores])
  return <PeoplePage people={stores.people} bar={bar} end={overDetail} onOpen={onOpen} {...merging} />
}

function Quotes({ stores, navigation, run, end }: PageProps) {
  const actions = useMemo(() => createLibraryActions(stores, navigation), [stores, navigation])
  return (
    <>
      <Bar stores={stores} run={run} end={end} title="Quotes" />
      <QuotesPage
        quotes={stores.quotes}
        onOpen={actions.onOpen}
        onOpenLink={(url) => void navigation.openLink(url)}
        onCopy={({ quote }) => void copyQuote(quote)}
      />
    </>
  )
}
