import { useState } from 'react'
import { useStore } from 'zustand'
import { memoryPath, type Memory } from '../../shared/contract/journal-memory.ts'
import type { JournalMemoryStore } from '../state/journal-memory.ts'
import type { LayoutStore } from '../state/layout.ts'
import { CheckBox } from '../ui/check-box.tsx'
import { Note } from '../ui/note.tsx'
import { HeadingWords } from './heading-words.tsx'

interface JournalSettingsProps {
  readonly memory: JournalMemoryStore
  readonly layout: LayoutStore
}

/** What holds in the open journal alone. It lies in the journal's folder, and goes with it to another computer. */
export function JournalSettings({ memory, layout }: JournalSettingsProps) {
  const { actionHeadings, hidesFullTimePrograms } = useStore(memory, (state) => state.settings)
  const usual = useStore(layout, (state) => state.settings.actionHeadings)
  const [failure, setFailure] = useState<string | null>(null)

  async function choose(patch: Partial<Memory<'settings'>>): Promise<void> {
    const error = await memory.change('settings', () => patch)
    setFailure(error?.message ?? null)
  }
  return (
    <section className="settings-part" aria-labelledby="settings-journal">
      <h3 id="settings-journal">This journal</h3>
      <p>Kept in {memoryPath('settings')} in the journal’s folder.</p>
      <span className="settings-choice">
        <CheckBox
          label="This journal has its own action headings"
          isChecked={actionHeadings !== null}
          onChange={(isOwn) => void choose({ actionHeadings: isOwn ? [...usual] : null })}
        />
        It has its own words for action headings
      </span>
      {actionHeadings === null ? null : (
        <HeadingWords
          words={actionHeadings}
          onChange={(words) => void choose({ actionHeadings: [...words] })}
        />
      )}
      <span className="settings-choice">
        <CheckBox
          label="Fold full-time programs away"
          isChecked={hidesFullTimePrograms}
          onChange={(hides) => void choose({ hidesFullTimePrograms: hides })}
        />
        Fold away programs that someone with a job cannot take: those marked full-time
      </span>
      {failure === null ? null : <Note tone="warn" title="It was not kept." detail={failure} />}
    </section>
  )
}
