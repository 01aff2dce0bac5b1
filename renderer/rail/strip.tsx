import {
  Files,
  FileText,
  Hash,
  PanelLeft,
  PenLine,
  Search,
  Settings2,
  Sun,
  type LucideIcon,
} from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { keysOf } from '../../shared/contract/commands.ts'
import type { Flyout } from '../state/layout.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { overviews } from './overviews.ts'
import { Rail, RailLists, type RailProps } from './rail.tsx'
import type { RailSection } from './rail-rows.ts'
import './strip.css'

const lists: readonly { readonly flyout: Flyout; readonly label: string; readonly icon: LucideIcon }[] = [
  { flyout: 'entries', label: 'Entries', icon: Files },
  { flyout: 'drafts', label: 'Drafts', icon: PenLine },
  { flyout: 'pages', label: 'Pages', icon: FileText },
  { flyout: 'tags', label: 'Searches and tags', icon: Hash },
]

/** The rail as a strip of 48 px: each icon opens its list over the page. */
export function Strip(props: RailProps) {
  const { layout, onCommand, isTodayOpen } = props
  const { flyout } = useStore(layout)
  return (
    <>
      <nav className="strip" aria-label="Journal" data-region="rail">
        <div className="bar">
          <IconButton
            icon={PanelLeft}
            label="Show rail"
            keys={keysOf('toggle-rail')}
            onClick={() => layout.toggleRail()}
          />
        </div>
        <IconButton
          icon={Search}
          label="Search"
          keys={keysOf('open-search')}
          onClick={() => onCommand('open-search')}
        />
        <hr />
        <IconButton
          icon={Sun}
          label="Today"
          keys={keysOf('open-today')}
          className={isTodayOpen ? 'act' : ''}
          onClick={() => onCommand('open-today')}
        />
        {overviews.map(({ name, command, label, icon }) => (
          <IconButton
            key={name}
            icon={icon}
            label={label}
            keys={keysOf(command)}
            className={props.overview === name ? 'act' : ''}
            onClick={() => onCommand(command)}
          />
        ))}
        <hr />
        {lists.map((list) => (
          <IconButton
            key={list.flyout}
            icon={list.icon}
            label={list.label}
            aria-expanded={flyout === list.flyout}
            className={flyout === list.flyout ? 'act' : ''}
            onClick={() => layout.toggleFlyout(list.flyout)}
          />
        ))}
        <span className="grow" />
        <IconButton
          icon={Settings2}
          label="Settings"
          keys={keysOf('open-settings')}
          onClick={() => onCommand('open-settings')}
        />
      </nav>
      {flyout ? <FlyoutPanel key={flyout} flyout={flyout} {...props} /> : null}
    </>
  )
}

/** Opens an entry and goes away; Esc or a click elsewhere closes it and gives the focus back. */
function FlyoutPanel({ flyout, ...props }: RailProps & { readonly flyout: Flyout }) {
  const { layout } = props
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    const first = panel.current?.querySelector<HTMLElement>('[role="tree"], button')
    first?.focus()
    function onPointerDown(event: PointerEvent) {
      const { target } = event
      if (target instanceof Element && !target.closest('.flyout, .strip, .float')) layout.closeFlyout()
    }
    document.addEventListener('pointerdown', onPointerDown)
    return () => {
      document.removeEventListener('pointerdown', onPointerDown)
      if (before instanceof HTMLElement && document.activeElement === document.body) before.focus()
    }
  }, [layout])
  const open: RailProps['onOpen'] = (path, isBeside) => {
    layout.closeFlyout()
    props.onOpen(path, isBeside)
  }
  const sections: readonly RailSection[] = flyout === 'rail' || flyout === 'tags' ? [] : [flyout]
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Esc closes what floats, wherever the focus is in it
    <div
      ref={panel}
      className="flyout"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        layout.closeFlyout()
      }}
    >
      {flyout === 'rail' ? (
        <Rail {...props} onOpen={open} />
      ) : (
        <section
          className="rail"
          aria-label={`${lists.find((list) => list.flyout === flyout)?.label} of the journal`}
        >
          <RailLists {...props} onOpen={open} sections={sections} hasTags={flyout === 'tags'} />
        </section>
      )}
    </div>
  )
}
