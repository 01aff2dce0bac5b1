import type { ReactNode, Ref } from 'react'
import type { PaletteGroup } from './palette-groups.ts'

interface LanesProps {
  readonly isAlone: boolean
  readonly scroller?: Ref<HTMLDivElement>
  readonly children: ReactNode
}

/** What scrolls: a list box that the palette's field controls (ARIA combobox); no native element holds rows like these. */
export function Lanes({ isAlone, scroller, children }: LanesProps) {
  return (
    <div
      ref={scroller}
      id="palette-list"
      className={isAlone ? 'lanes alone' : 'lanes'}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="listbox"
      aria-label="Found"
    >
      {children}
    </div>
  )
}

interface LaneGroupProps {
  readonly group: PaletteGroup
  readonly children: ReactNode
}

/** A lane's name and how much it holds, and beside them its rows. */
export function LaneGroup({ group, children }: LaneGroupProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div className="lane" role="group" aria-label={group.label}>
      <div className="lane-name" aria-hidden="true">
        {group.label}
        {group.id.startsWith('help') ? null : <span>{group.total.toLocaleString('en')}</span>}
      </div>
      {children}
    </div>
  )
}
