import type { SearchAnswer } from '../../shared/contract/search.ts'
import type { SearchState, SearchStore } from '../state/search.ts'
import { countLanes, laneNames } from './palette-groups.ts'

interface PaletteTabsProps {
  readonly search: SearchStore
  readonly lane: SearchState['lane']
  readonly answer: SearchAnswer
}

/** The lanes that hold something, with how much; one of them shown alone, or all. */
export function PaletteTabs({ search, lane: shown, answer }: PaletteTabsProps) {
  const counted = countLanes(answer)
  const sum = counted.reduce((all, { total }) => all + total, 0)
  if (sum === 0) return null
  return (
    <fieldset className="ptabs" aria-label="Kinds">
      {[{ lane: 'all' as const, total: sum }, ...counted].map(({ lane, total }) => (
        <button
          key={lane}
          type="button"
          tabIndex={-1}
          aria-pressed={shown === lane}
          onClick={() => search.setLane(lane)}
        >
          {lane === 'all' ? 'All' : laneNames[lane]}
          <span>{total.toLocaleString('en')}</span>
        </button>
      ))}
    </fieldset>
  )
}
