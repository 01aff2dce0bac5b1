import { ChevronsUpDown, HardDrive, PanelLeft, Search, Settings2, Sun, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { keysOf, type CommandId } from '../../shared/contract/commands.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { EntriesStore } from '../state/entries.ts'
import type { JournalStore } from '../state/journal.ts'
import type { OverviewName } from '../state/place.ts'
import type { LayoutStore } from '../state/layout.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Icon } from '../ui/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Keys } from '../ui/keys.tsx'
import { Logo } from '../ui/logo.tsx'
import { Menu } from '../ui/menu.tsx'
import { overviews } from './overviews.ts'
import { journalMenu } from './rail-menus.ts'
import { RailList } from './rail-list.tsx'
import { RailTags } from './rail-tags.tsx'
import type { RailSection } from './rail-rows.ts'
import './rail.css'

export interface RailProps {
  readonly entries: EntriesStore
  readonly journal: JournalStore
  readonly layout: LayoutStore
  readonly openPath: EntryPath | null
  /** `Sat 20`. */
  readonly todayLabel: string
  readonly isTodayOpen: boolean
  /** The overview that is shown instead of an entry. */
  readonly overview: OverviewName | null
  readonly lateSteps: number
  /** The saved searches. */
  readonly searches: ReactNode
  /** `isBeside`: in the other pane, so that the open entry stays on the screen. */
  readonly onOpen: (path: EntryPath, isBeside: boolean) => void
  readonly onOpenJournal: (id: string) => void
  readonly onCommand: (id: CommandId) => void
}

const allSections: readonly RailSection[] = ['entries', 'drafts', 'pages']

/** The journal at the left: where one is, today, search, every entry, tags. */
export function Rail(props: RailProps) {
  const { journal, layout, onCommand, onOpenJournal, todayLabel, isTodayOpen } = props
  const { journal: opened, recents } = useStore(journal)
  return (
    <nav className="rail" aria-label="Journal" data-region="rail">
      <div className="bar">
        <Menu
          label="Journal"
          align="start"
          entries={journalMenu(opened, recents, onCommand, onOpenJournal)}
          trigger={
            <button type="button" className="vault" title={opened?.place}>
              <Logo />
              <span className="cut">{opened?.name}</span>
              <Icon of={ChevronsUpDown} size={12} />
            </button>
          }
        />
        <span className="grow" />
        <IconButton
          icon={PanelLeft}
          label="Hide rail"
          keys={keysOf('toggle-rail')}
          onClick={() => layout.toggleRail()}
        />
      </div>
      <button type="button" className="find" onClick={() => onCommand('open-search')}>
        <Icon of={Search} size={14} />
        Search
        <Keys keys={keysOf('open-search') ?? ''} />
      </button>
      <div className="nav">
        <button
          type="button"
          aria-current={isTodayOpen ? 'page' : undefined}
          onClick={() => onCommand('open-today')}
        >
          <Icon of={Sun} />
          Today
          <span className="n">{todayLabel}</span>
        </button>
        {overviews.map(({ name, command, label, icon }) => (
          <button
            key={name}
            type="button"
            aria-current={props.overview === name ? 'page' : undefined}
            onClick={() => onCommand(command)}
          >
            <Icon of={icon} />
            {label}
            {name === 'agenda' && props.lateSteps > 0 ? (
              <span className="n late">{`${props.lateSteps} late`}</span>
            ) : null}
          </button>
        ))}
      </div>
      <RailLists {...props} sections={allSections} hasTags />
      <RailFoot {...props} />
    </nav>
  )
}

interface RailListsProps extends Omit<
  RailProps,
  'journal' | 'todayLabel' | 'isTodayOpen' | 'overview' | 'lateSteps' | 'onOpenJournal'
> {
  readonly sections: readonly RailSection[]
  /** The tags, and the saved searches above them. */
  readonly hasTags: boolean
}

/** The lists of the rail alone: the whole of them in the rail, some of them in a flyout of the strip. */
export function RailLists({
  entries,
  layout,
  openPath,
  sections,
  hasTags,
  searches,
  onOpen,
  onCommand,
}: RailListsProps) {
  const { arranged, tag, isListed } = useStore(entries)
  const folds = useStore(layout, (state) => state.folds)
  const isEmpty = isListed && arranged.total === 0
  return (
    <>
      {tag === null ? null : (
        <output className="rail-filter">
          Only
          <button
            type="button"
            className="tag on"
            title={`Show all entries again`}
            onClick={() => entries.chooseTag(null)}
          >
            <span className="cut">{tag}</span>
            <Icon of={X} size={12} />
            <span className="unseen">, remove this filter</span>
          </button>
        </output>
      )}
      {isEmpty ? (
        <EmptyState title="Nothing here yet" hasLogo={false}>
          Write about today, and the first entry stands here.
        </EmptyState>
      ) : sections.length === 0 ? null : (
        <RailList
          arranged={arranged}
          sections={sections}
          folds={folds}
          openPath={openPath}
          onFold={layout.setFold}
          onOpen={onOpen}
          onCommand={onCommand}
        />
      )}
      {hasTags ? searches : null}
      {hasTags ? <RailTags tags={arranged.tags} chosen={tag} onChoose={entries.chooseTag} /> : null}
    </>
  )
}

function RailFoot({ entries, journal, onCommand }: RailProps) {
  const total = useStore(entries, (state) => state.arranged.total)
  const progress = useStore(entries, (state) => state.progress)
  const isReachable = useStore(journal, (state) => state.isReachable)
  return (
    <div className="foot">
      {progress && progress.total > 0 ? (
        <progress aria-label="Reading entries" max={progress.total} value={progress.indexed} />
      ) : null}
      <Icon of={HardDrive} size={14} />
      <span className="cut">{footText(total, progress, isReachable)}</span>
      <IconButton
        icon={Settings2}
        isSmall
        label="Settings"
        keys={keysOf('open-settings')}
        onClick={() => onCommand('open-settings')}
      />
    </div>
  )
}

function footText(
  total: number,
  progress: { readonly indexed: number; readonly total: number } | null,
  isReachable: boolean,
): string {
  if (!isReachable) return 'Folder not reachable'
  if (progress && progress.total > 0)
    return `Reading ${progress.indexed.toLocaleString('en')} of ${progress.total.toLocaleString('en')}`
  return `On this computer, ${total.toLocaleString('en')} ${total === 1 ? 'file' : 'files'}`
}
