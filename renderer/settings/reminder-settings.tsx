import { useStore } from 'zustand'
import type { Settings } from '../../shared/contract/settings.ts'
import type { LayoutStore } from '../state/layout.ts'
import { CheckBox } from '../ui/check-box.tsx'

/** Minutes before a time of day. */
const leads = [0, 5, 10, 15, 30, 60, 120] as const

/** Whether, when and how loudly to be reminded of what is due. */
export function ReminderSettings({ layout }: { readonly layout: LayoutStore }) {
  const settings = useStore(layout, (state) => state.settings)
  return (
    <section className="settings-part" aria-labelledby="settings-reminders">
      <h3 id="settings-reminders">Reminders</h3>
      <span className="settings-choice">
        <CheckBox
          label="Remind me of what is due"
          isChecked={settings.hasReminders}
          onChange={(hasReminders) => layout.choose({ hasReminders })}
        />
        Remind me of what is due, with a notification of the system
      </span>
      {settings.hasReminders ? <Details layout={layout} settings={settings} /> : null}
      <p className="settings-fine">
        Only while Cairn runs. What came due meanwhile is told once, together, when it starts or the computer
        wakes up.
      </p>
    </section>
  )
}

interface DetailsProps {
  readonly layout: LayoutStore
  readonly settings: Settings
}

function Details({ layout, settings }: DetailsProps) {
  const { reminderTime, reminderLeadMinutes, quietFrom, quietTo, hidesReminderWords } = settings
  return (
    <>
      <div className="settings-times">
        <TimeField
          label="On the day at"
          value={reminderTime}
          onChange={(time) => layout.choose({ reminderTime: time })}
        />
        <label>
          and, where a time is given,
          <select
            className="in"
            value={reminderLeadMinutes}
            onChange={(event) => layout.choose({ reminderLeadMinutes: Number(event.currentTarget.value) })}
          >
            {leads.map((minutes) => (
              <option key={minutes} value={minutes}>
                {leadWords(minutes)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className="settings-times">
        <TimeField
          label="Quiet from"
          value={quietFrom}
          onChange={(time) => layout.choose({ quietFrom: time })}
        />
        <TimeField label="until" value={quietTo} onChange={(time) => layout.choose({ quietTo: time })} />
        {quietFrom === quietTo ? <span className="settings-fine">never quiet</span> : null}
      </div>
      <span className="settings-choice">
        <CheckBox
          label="Hide the words"
          isChecked={hidesReminderWords}
          onChange={(hides) => layout.choose({ hidesReminderWords: hides })}
        />
        Hide the words: say that something is due, and not what
      </span>
    </>
  )
}

interface TimeFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (time: string) => void
}

/** A time of day; a field that is half filled changes nothing. */
function TimeField({ label, value, onChange }: TimeFieldProps) {
  return (
    <label>
      {label}
      <input
        type="time"
        className="in"
        value={value}
        required
        onChange={(event) => {
          const time = event.currentTarget.value
          if (time !== '') onChange(time.slice(0, 5))
        }}
      />
    </label>
  )
}

function leadWords(minutes: number): string {
  if (minutes === 0) return 'at that time'
  if (minutes < 60) return `${minutes} minutes before`
  return minutes === 60 ? 'an hour before' : `${minutes / 60} hours before`
}
