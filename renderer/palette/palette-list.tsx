import { useEffect, useRef } from 'react'
import { describeRest, type PaletteGroup, type PaletteItem } from './palette-groups.ts'
import { PaletteRow, type RowActions } from './palette-row.tsx'

interface PaletteListProps extends RowActions {
  readonly groups: readonly PaletteGroup[]
  readonly activeItem: PaletteItem | undefined
  /** One lane stands alone: it may be long, and its rows have more room. */
  readonly isAlone: boolean
  /** The end of the list is near. */
  readonly onNearEnd: () => void
}

/** Distance from the end of the list at which more is asked for, px. */
const nearEnd = 400

/** The groups of rows. Rows out of sight are neither laid out nor painted (`content-visibility`), however many. */
export function PaletteList({ groups, activeItem, isAlone, onNearEnd, ...actions }: PaletteListProps) {
  const list = useRef<HTMLDivElement>(null)
  const activeId = activeItem?.id
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId, groups])
  const rest = isAlone && groups[0] ? describeRest(groups[0]) : null
  return (
    <div
      ref={list}
      id="palette-list"
      className={isAlone ? 'lanes alone' : 'lanes'}
      // A list box that its field controls (ARIA combobox): no native element holds rows like these.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="listbox"
      aria-label="Found"
      onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
        if (scrollTop + clientHeight > scrollHeight - nearEnd) onNearEnd()
      }}
    >
      {groups.map((group) => (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        <div key={group.id} className="lane" role="group" aria-label={group.label}>
          <div className="lane-name" aria-hidden="true">
            {group.label}
            {group.id.startsWith('help') ? null : <span>{group.total.toLocaleString('en')}</span>}
          </div>
          <div role="presentation">
            {group.items.map((item) => (
              <PaletteRow
                key={item.id}
                item={item}
                isActive={item.id === activeId}
                isRoomy={isAlone}
                {...actions}
              />
            ))}
          </div>
        </div>
      ))}
      {rest === null ? null : (
        <p className="lane-rest" role="presentation">
          {rest}
        </p>
      )}
    </div>
  )
}
