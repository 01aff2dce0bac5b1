import { useEffect } from 'react'
import { LaneAlone } from './lane-alone.tsx'
import { LaneGroup, Lanes } from './lanes.tsx'
import type { PaletteGroup, PaletteItem } from './palette-groups.ts'
import { PaletteRow, type RowActions } from './palette-row.tsx'

interface LanesTogetherProps extends RowActions {
  readonly groups: readonly PaletteGroup[]
  readonly activeItem: PaletteItem | undefined
}

interface PaletteListProps extends LanesTogetherProps {
  /** One lane stands alone: it may be long, and its rows have more room. */
  readonly isAlone: boolean
  /** The end of the list is near. */
  readonly onNearEnd: () => void
}

/** The groups of rows: a few of each, or one lane in all its length. */
export function PaletteList({ groups, isAlone, onNearEnd, ...rows }: PaletteListProps) {
  const [only] = groups
  if (!isAlone || only === undefined) return <LanesTogether groups={groups} {...rows} />
  return <LaneAlone group={only} onNearEnd={onNearEnd} {...rows} />
}

function LanesTogether({ groups, activeItem, ...actions }: LanesTogetherProps) {
  const activeId = activeItem?.id
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId, groups])
  return (
    <Lanes isAlone={false}>
      {groups.map((group) => (
        <LaneGroup key={group.id} group={group}>
          <div role="presentation">
            {group.items.map((item) => (
              <PaletteRow
                key={item.id}
                item={item}
                isActive={item.id === activeId}
                isRoomy={false}
                {...actions}
              />
            ))}
          </div>
        </LaneGroup>
      ))}
    </Lanes>
  )
}
