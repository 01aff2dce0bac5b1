import { useStore } from 'zustand'
import type { ReactNode } from 'react'
import type { LayoutStore } from '../state/layout.ts'
import { CheckBox } from '../ui/check-box.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Segment } from '../ui/segment.tsx'
import { HeadingWords } from './heading-words.tsx'
import { ReminderSettings } from './reminder-settings.tsx'
import './settings.css'

interface SettingsDialogProps {
  readonly layout: LayoutStore
  /** Below the choices: what can be done with the files. */
  readonly children: ReactNode
  readonly onClose: () => void
}

const themes = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

/** Hours of the night after which it is the next day. */
const hours = [0, 1, 2, 3, 4, 5, 6] as const

/** What the user can choose. Every choice holds at once, and is kept. */
export function SettingsDialog({ layout, children, onClose }: SettingsDialogProps) {
  const { theme, isSearchFuzzy, actionHeadings, addsDoneDate, dayStartHour } = useStore(
    layout,
    (state) => state.settings,
  )
  return (
    <Dialog isOpen title="Settings" width={640} onClose={onClose}>
      <section className="settings-part" aria-labelledby="settings-look">
        <h3 id="settings-look">Look</h3>
        <Segment
          label="Theme"
          choices={themes}
          value={theme}
          onChoose={(chosen) => layout.choose({ theme: chosen })}
        />
      </section>
      <section className="settings-part" aria-labelledby="settings-search">
        <h3 id="settings-search">Search</h3>
        <span className="settings-choice">
          <CheckBox
            label="Find mistyped words"
            isChecked={isSearchFuzzy}
            onChange={(isChecked) => layout.choose({ isSearchFuzzy: isChecked })}
          />
          Find words that are mistyped, in the question or in an entry
        </span>
      </section>
      <section className="settings-part" aria-labelledby="settings-actions">
        <h3 id="settings-actions">Actions</h3>
        <p>Lists under a heading with one of these words are actions, with a check box or without.</p>
        <HeadingWords
          words={actionHeadings}
          onChange={(words) => layout.choose({ actionHeadings: [...words] })}
        />
        <span className="settings-choice">
          <CheckBox
            label="Ticking writes the day"
            isChecked={addsDoneDate}
            onChange={(isChecked) => layout.choose({ addsDoneDate: isChecked })}
          />
          Ticking writes the day, in entries that write such days already
        </span>
        <label className="settings-choice">
          The agenda goes on to the next day at
          <select
            className="in"
            value={dayStartHour}
            onChange={(event) => layout.choose({ dayStartHour: Number(event.currentTarget.value) })}
          >
            {hours.map((hour) => (
              <option key={hour} value={hour}>
                {hour === 0 ? 'midnight' : `${hour}:00`}
              </option>
            ))}
          </select>
        </label>
      </section>
      <ReminderSettings layout={layout} />
      {children}
    </Dialog>
  )
}
