import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Settings } from '../../shared/contract/settings.ts'
import type { JournalApi } from '../journal-api.ts'

/** `wide`: rail, page and sidebar. `medium`: the sidebar is a drawer. `narrow`: the rail is a strip as well. */
export type WidthClass = 'wide' | 'medium' | 'narrow'
export type Flyout = 'rail' | 'entries' | 'drafts' | 'pages' | 'tags'

/** Under these widths (px) the sidebar becomes a drawer, and the rail a strip: design/README.md, "Narrow". */
export const drawerBelow = 1180
export const stripBelow = 980

/** Least width of a text, in px: design/README.md, "Narrow". */
const leastText = 480
const railWidth = 240
const stripWidth = 48

export interface LayoutState {
  readonly settings: Settings
  readonly widthClass: WidthClass
  /** The window itself is wide, whatever stands side by side in it: what floats above the page has that room. */
  readonly isWindowWide: boolean
  readonly isDrawerOpen: boolean
  /** The list of the strip that lies over the page. */
  readonly flyout: Flyout | null
  /** What the user folded or unfolded in the rail, by row. */
  readonly folds: ReadonlyMap<string, boolean>
}

export interface LayoutStore extends StoreApi<LayoutState> {
  /** Takes the settings as main keeps them. */
  load(settings: Settings): void
  setWidth(width: number): void
  /** One entry is on the screen, or two side by side: then the sidebar is a drawer. */
  setPaneCount(count: number): void
  /** There is room for two entries side by side, each as wide as a text needs to be. */
  hasRoomBeside(): boolean
  toggleRail(): void
  toggleSidebar(): void
  closeDrawer(): void
  toggleFlyout(flyout: Flyout): void
  closeFlyout(): void
  /** A query of this journal led somewhere: it is offered again when the field is empty. */
  rememberSearch(journalId: string, query: string): void
  /** Shows a choice at once, and keeps it. */
  choose(patch: Partial<Settings>): void
  setFold(row: string, isOpen: boolean): void
  /** While it is dragged; `keepSplit` writes it down. */
  setSplit(percent: number): void
  keepSplit(percent: number): void
}

/** What is shown before main has answered; the same values as the defaults of `settingsSchema`. */
export const defaultSettings: Settings = {
  theme: 'system',
  isRailShown: true,
  isSidebarShown: true,
  sidebarSplit: 58,
  isSearchFuzzy: true,
  dayStartHour: 3,
  addsDoneDate: false,
  hasReminders: false,
  reminderTime: '09:00',
  reminderLeadMinutes: 15,
  quietFrom: '22:00',
  quietTo: '07:00',
  hidesReminderWords: false,
  isReminderOfferClosed: false,
  recentSearches: {},
  actionHeadings: ['actions', 'next steps', 'to do', 'todo', 'plan'],
}

const mostRecentSearches = 8

/** Class of a window `width` px wide. */
export function classOfWidth(width: number): WidthClass {
  if (width < stripBelow) return 'narrow'
  return width < drawerBelow ? 'medium' : 'wide'
}

/** Rail, sidebar, split and theme; what the user chose is kept by the main process. */
export function createLayoutStore(journalApi: JournalApi): LayoutStore {
  const store = createStore<LayoutState>(() => ({
    settings: defaultSettings,
    widthClass: 'wide',
    isWindowWide: true,
    isDrawerOpen: false,
    flyout: null,
    folds: new Map(),
  }))

  let width = Number.POSITIVE_INFINITY
  let paneCount = 1

  function classify(): void {
    const ofWidth = classOfWidth(width)
    const widthClass = ofWidth === 'wide' && paneCount > 1 ? 'medium' : ofWidth
    store.setState({ isWindowWide: ofWidth === 'wide' })
    if (widthClass === store.getState().widthClass) return
    store.setState({ widthClass, isDrawerOpen: false, flyout: null })
  }

  function show(patch: Partial<Settings>): void {
    store.setState({ settings: { ...store.getState().settings, ...patch } })
  }
  /** Shown at once; a settings file that cannot be written costs the choice at the next start, never the click now. */
  function keep(patch: Partial<Settings>): void {
    show(patch)
    void journalApi.updateSettings(patch)
  }

  return {
    ...store,
    load: (settings) => store.setState({ settings }),
    setWidth(measured) {
      width = measured
      classify()
    },
    setPaneCount(count) {
      paneCount = count
      classify()
    },
    hasRoomBeside() {
      const isSlim = classOfWidth(width) === 'narrow' || !store.getState().settings.isRailShown
      return width - (isSlim ? stripWidth : railWidth) >= 2 * leastText
    },
    toggleRail() {
      const { widthClass, settings, flyout } = store.getState()
      if (widthClass === 'narrow') store.setState({ flyout: flyout === 'rail' ? null : 'rail' })
      else keep({ isRailShown: !settings.isRailShown })
    },
    toggleSidebar() {
      const { widthClass, settings, isDrawerOpen } = store.getState()
      if (widthClass === 'wide') keep({ isSidebarShown: !settings.isSidebarShown })
      else store.setState({ isDrawerOpen: !isDrawerOpen })
    },
    closeDrawer: () => store.setState({ isDrawerOpen: false }),
    toggleFlyout(flyout) {
      store.setState({ flyout: store.getState().flyout === flyout ? null : flyout })
    },
    closeFlyout: () => store.setState({ flyout: null }),
    rememberSearch(journalId, query) {
      const { recentSearches } = store.getState().settings
      const others = (recentSearches[journalId] ?? []).filter((other) => other !== query)
      const recent = [query, ...others].slice(0, mostRecentSearches)
      keep({ recentSearches: { ...recentSearches, [journalId]: recent } })
    },
    choose: keep,
    setFold: (row, isOpen) => store.setState({ folds: new Map(store.getState().folds).set(row, isOpen) }),
    setSplit: (sidebarSplit) => show({ sidebarSplit }),
    keepSplit: (sidebarSplit) => keep({ sidebarSplit }),
  }
}
