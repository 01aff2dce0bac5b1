import type { SearchAnswer } from '../../shared/contract/search.ts'
import { isMac } from '../ui/format-keys.ts'
import { Keys } from '../ui/keys.tsx'
import type { PaletteItem } from './palette-groups.ts'

interface PaletteFootProps {
  readonly answer: SearchAnswer | null
  readonly item: PaletteItem | undefined
  readonly canLink: boolean
}

/** The keys that work on the chosen row, and what was searched. */
export function PaletteFoot({ answer, item, canLink }: PaletteFootProps) {
  const leadsSomewhere = item?.kind === 'hit' || item?.kind === 'entry'
  const isBox = item?.kind === 'hit' && item.hit.lane === 'actions' && item.hit.box !== null
  return (
    <div className="pfoot">
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> move
      </span>
      <span>
        <kbd>Tab</kbd> next group
      </span>
      <span>
        <kbd>Enter</kbd> {item?.kind === 'command' ? 'run' : 'open'}
      </span>
      {leadsSomewhere ? (
        <span>
          <Keys keys="Mod-Enter" /> open beside
        </span>
      ) : null}
      {leadsSomewhere && canLink ? (
        <span>
          <Keys keys="Alt-Enter" /> link here
        </span>
      ) : null}
      {isBox ? (
        <span>
          <kbd>{isMac ? '⌃ Space' : 'Ctrl Space'}</kbd> tick
        </span>
      ) : null}
      {item === undefined || item.kind === 'entry' ? (
        <>
          <span>
            <kbd>{'>'}</kbd> commands
          </span>
          <span>
            <kbd>?</kbd> help
          </span>
        </>
      ) : null}
      <span className="grow" />
      <span className="extent">{answer ? describeExtent(answer) : ''}</span>
    </div>
  )
}

/** `53 files, 8 ms`; while the index is being built, `searched 20 of 53 while indexing`. */
export function describeExtent({ searchedEntries, totalEntries, tookMs }: SearchAnswer): string {
  const total = totalEntries.toLocaleString('en')
  if (searchedEntries < totalEntries)
    return `searched ${searchedEntries.toLocaleString('en')} of ${total} while indexing`
  const took = `${tookMs < 1 ? '<1' : Math.round(tookMs)} ms`
  return `${total} ${totalEntries === 1 ? 'file' : 'files'}, ${took}`
}
