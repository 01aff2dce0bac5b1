import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { Splitter } from '../ui/splitter.tsx'
import { ActionsPanel } from './actions-panel.tsx'
import { RelatedPanel } from './related-panel.tsx'
import { ResourcesPanel } from './resources-panel.tsx'
import type { SidebarProps } from './sidebar-props.ts'
import './sidebar.css'

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
        <RelatedPanel {...props} />
      </div>
    </aside>
  )
}
