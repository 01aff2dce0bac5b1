import { Scale } from 'lucide-react'
import { useStore } from 'zustand'
import type { Disagreement } from '../../shared/contract/facts.ts'
import { Icon } from '../ui/icon.tsx'
import type { LibraryProps } from './library-props.ts'
import { disagreementNames, sideInWords } from './library-words.ts'

/** What entries say differently of one resource: each side with where it stands, and one press to make it hold. */
export function LibraryDisagreements({
  resourceKey,
  ...props
}: LibraryProps & { readonly resourceKey: string }) {
  const all = useStore(props.library.whole, (state) => state.disagreements)
  return all
    .filter(({ keys }) => keys.includes(resourceKey))
    .map((disagreement) => <OneDisagreement key={disagreement.id} {...props} disagreement={disagreement} />)
}

function OneDisagreement({
  disagreement,
  onSettle,
  onLeave,
  onOpen,
}: LibraryProps & { readonly disagreement: Disagreement }) {
  const { kind, sides } = disagreement
  return (
    <section className="disagreement" aria-label={disagreementNames[kind]}>
      <h3>
        <Icon of={Scale} size={14} /> {disagreementNames[kind]}
      </h3>
      <ul>
        {sides.map((side) => {
          const { says, verb } = sideInWords(kind, side.says)
          const [place] = side.places
          return (
            <li key={side.says}>
              <span className="grow">
                <b>{says}</b>
                <button
                  type="button"
                  className="where cut"
                  title="Open at its place"
                  onClick={() => place && onOpen(place.path, place.from, false)}
                >
                  {place?.entryTitle}
                  {side.places.length > 1 ? ` and ${side.places.length - 1} more` : ''}
                </button>
              </span>
              <button type="button" className="lk" onClick={() => onSettle(disagreement, side)}>
                {verb}
              </button>
            </li>
          )
        })}
      </ul>
      <button type="button" className="lk quiet" onClick={() => onLeave(disagreement)}>
        {kind === 'same-title' ? 'These are two things' : 'Leave it so'}
      </button>
    </section>
  )
}
