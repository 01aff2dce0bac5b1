import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { CalendarFileStore } from '../state/calendar-file.ts'
import { Note } from '../ui/note.tsx'

/** The calendar file that is kept up to date: where, whether it can be written, and how to end it. */
export function CalendarFileSettings({ calendarFile }: { readonly calendarFile: CalendarFileStore }) {
  const { file, error } = useStore(calendarFile)
  useEffect(() => void calendarFile.load(), [calendarFile])
  const failure = error?.message ?? file?.failure ?? null
  return (
    <section className="settings-part" aria-labelledby="settings-calendar">
      <h3 id="settings-calendar">Calendar file</h3>
      <p>
        {file === null
          ? 'Dated steps and deadlines of this journal in an .ics file that your calendar program can follow.'
          : 'Dated steps and deadlines of this journal are in this file, and follow a few seconds after a change.'}
      </p>
      {file === null ? null : (
        <p className="settings-place" title={file.place}>
          {file.place}
        </p>
      )}
      {failure === null ? null : (
        <Note
          tone="warn"
          title={file === null ? 'It was not written.' : 'It is not written any more.'}
          detail={failure}
        />
      )}
      <div className="settings-run">
        {file !== null && file.failure !== null ? (
          <button type="button" className="btn" onClick={() => void calendarFile.change('retry')}>
            Try again
          </button>
        ) : null}
        <button type="button" className="btn" onClick={() => void calendarFile.change('choose')}>
          {file === null ? 'Keep a calendar file up to date…' : 'Choose another place…'}
        </button>
        {file === null ? null : (
          <button type="button" className="btn" onClick={() => void calendarFile.change('stop')}>
            Stop keeping it
          </button>
        )}
      </div>
    </section>
  )
}
