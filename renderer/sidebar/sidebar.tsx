import { useEffect, useRef, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { Action } from '../../shared/entry/summary.ts'
import type { LayoutStore } from '../state/layout.ts'
import type { SummaryStore } from '../state/summary.ts'
import { Splitter } from '../ui/splitter.tsx'
import { ActionsPanel } from './actions-panel.tsx'
import { ResourcesPanel } from './resources-panel.tsx'
import './sidebar.css'

export interface SidebarProps {
  readonly summary: SummaryStore
  readonly layout: LayoutStore
  readonly isEditable: boolean
  /** Over the page, without a head of its own. */
  readonly isDrawer: boolean
  /** What stands in its part of the title bar. */
  readonly head: ReactNode
  /** Goes to an offset (UTF-16 code units) of the text that the summary was made of. */
  readonly onReveal: (offset: number) => void
  readonly onOpenAt: (path: EntryPath, offset: number) => void
  readonly onOpenLink: (url: string) => void
  readonly onTick: (action: Action, isDone: boolean) => void
  readonly onAddLink: () => void
}

/** What the open entry links to and promises, beside it. */
export function Sidebar(props: SidebarProps) {
  const { layout, isDrawer, head } = props
  const split = useStore(layout, (state) => state.settings.sidebarSplit)
  const aside = useRef<HTMLElement>(null)
  useEffect(() => {
    const element = aside.current
    if (!isDrawer || element === null) return undefined
    function onKeyDown(event: KeyboardEvent) {
      if (event.key === 'Escape') layout.closeDrawer()
    }
    element.addEventListener('keydown', onKeyDown)
    return () => element.removeEventListener('keydown', onKeyDown)
  }, [isDrawer, layout])
  return (
    <aside
      className={isDrawer ? 'side drawer' : 'side'}
      aria-label="About this entry"
      data-region="sidebar"
      ref={aside}
    >
      {isDrawer ? null : <div className="bar">{head}</div>}
      <div className="panels">
        <div className="panel" style={{ flexGrow: split }}>
          <ResourcesPanel {...props} />
        </div>
        <Splitter
          label="Height of resources and actions"
          value={split}
          min={15}
          max={85}
          onChange={layout.setSplit}
          onSettled={layout.keepSplit}
        />
        <div className="panel" style={{ flexGrow: 100 - split }}>
          <ActionsPanel {...props} />
        </div>
      </div>
    </aside>
  )
}
