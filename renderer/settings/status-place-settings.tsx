import { useStore } from 'zustand'
import type { JournalMemoryStore } from '../state/journal-memory.ts'
import { Segment } from '../ui/segment.tsx'

const places = [
  { value: 'ask', label: 'Ask me' },
  { value: 'line', label: 'In the line, as a tag' },
  { value: 'beside', label: 'Beside the text' },
] as const

/** Where this journal keeps how far its author is with a resource, where no line says it. */
export function StatusPlaceSettings({ memory }: { readonly memory: JournalMemoryStore }) {
  const place = useStore(memory, (state) => state.settings.statusPlace)
  return (
    <section className="settings-part" aria-labelledby="settings-resources">
      <h3 id="settings-resources">Resources</h3>
      <p>Where this journal keeps “to read”, “reading”, “used” and “dropped” when no line says it yet.</p>
      <Segment
        label="Status of resources"
        choices={places}
        value={place ?? 'ask'}
        onChoose={(chosen) =>
          void memory.change('settings', () => ({ statusPlace: chosen === 'ask' ? null : chosen }))
        }
      />
    </section>
  )
}
