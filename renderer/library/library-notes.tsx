import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { ResourcePlace } from '../../shared/contract/facts.ts'
import { localDay, shortDay } from '../state/days.ts'
import { Icon } from '../ui/icon.tsx'
import { InPlaceField } from '../ui/in-place-field.tsx'
import { bestPlace } from '../state/best-place.ts'
import type { LibraryProps } from './library-props.ts'

interface LibraryNotesProps extends Pick<LibraryProps, 'onChange'> {
  readonly places: readonly ResourcePlace[]
}

/**
 * Why and how the author uses a resource: edited here, written there. Notes of several entries stand newest first with
 * their day: the same link, read again by a later self.
 */
export function LibraryNotes({ places, onChange }: LibraryNotesProps) {
  const [isAdding, setIsAdding] = useState(false)
  const noted = places.filter(({ notes }) => notes.length > 0)
  const best = bestPlace(places)
  const write = (place: ResourcePlace, notes: readonly string[]) =>
    onChange(place, { notes: notes.filter((note) => note !== '') }, 'The note')
  return (
    <>
      <h3>Why and how I use it</h3>
      {noted.map((place) => (
        <div key={`${place.path} ${place.from}`} className="notes-of">
          {noted.length > 1 ? (
            <p className="when">
              {place.date === null ? place.entryTitle : shortDay(place.date, localDay())}
            </p>
          ) : null}
          {place.notes.map((note, at) => (
            <InPlaceField
              key={`${at} ${note}`}
              label="Note"
              className="own"
              isLong
              value={note}
              placeholder=""
              onChange={(words) => write(place, place.notes.with(at, words))}
            />
          ))}
        </div>
      ))}
      {best === undefined ? null : isAdding || noted.length === 0 ? (
        <InPlaceField
          label="New note"
          className="own"
          isLong
          value=""
          placeholder="Write why, and where to begin"
          onChange={(words) => {
            setIsAdding(false)
            write(best, [...best.notes, words])
          }}
        />
      ) : (
        <button type="button" className="lk add-note" onClick={() => setIsAdding(true)}>
          <Icon of={Plus} size={12} /> Add a note
        </button>
      )}
    </>
  )
}
