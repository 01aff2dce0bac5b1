import { useStore } from 'zustand'
import { Dialog } from '../ui/dialog.tsx'
import type { LibraryProps } from './library-props.ts'
import { statusNames } from './library-words.ts'

/** Asked once for each journal, when a status is set that no line says yet. */
export function StatusPlaceDialog({ library, onChooseStatusPlace }: LibraryProps) {
  const wish = useStore(library.waiting, (state) => state.wish)
  const name = wish === null ? '' : statusNames[wish.status].toLowerCase()
  return (
    <Dialog
      isOpen={wish !== null}
      title="Where shall Cairn keep how far you are?"
      width={520}
      onClose={() => onChooseStatusPlace(null)}
      footer={
        <>
          <button type="button" className="btn" onClick={() => onChooseStatusPlace('beside')}>
            Beside the text
          </button>
          <button type="button" className="btn pri" onClick={() => onChooseStatusPlace('line')}>
            In the line
          </button>
        </>
      }
    >
      <p>
        In the line: as a tag behind the link, <code>#{name.replaceAll(' ', '-')}</code>, that every program
        can read.
      </p>
      <p>
        Beside the text: in <code>.cairn/resources.json</code> of this journal. Your lines stay as they are.
      </p>
      <p className="quiet">
        You can change this in the settings. A line that says it already is changed there.
      </p>
    </Dialog>
  )
}
