import { expect, test, vi } from 'vitest'
import { createEntryReader } from '../../../../renderer/background/entry-reader.ts'
import { createOpenEntryStore } from '../../../../renderer/state/open-entry.ts'
import { createSummaryStore } from '../../../../renderer/state/summary.ts'
import type { EntryPath } from '../../../../shared/entry/entry-path.ts'
import { createFakeJournal } from '../../../support/fake-journal-api.ts'

const path = '2025-09-20.md' as EntryPath
const front = '---\ntitle: Log\n---\n\n'
const step = '- [ ] a step\n\nwords\n\n'

async function summarize(text: string) {
  const fake = createFakeJournal({ files: { [path]: text } })
  const openEntry = createOpenEntryStore(fake.api)
  const reader = createEntryReader(() => ({ actionHeadings: [], dateCorrections: [] }))
  const parts: string[] = []
  const summary = createSummaryStore(fake.api, openEntry, 'first', {
    ...reader,
    read: (entry, part) => {
      parts.push(part)
      return reader.read(entry, part)
    },
  })
  await openEntry.open(path)
  const atOnce = parts.length
  await vi.waitFor(() => expect(parts).toHaveLength(1))
  return { atOnce, summary: summary.getState(), parts }
}

test('of a text of many megabytes only the beginning is read, up to a whole block', async () => {
  const { atOnce, summary, parts } = await summarize(front + step.repeat(50_000))
  expect(atOnce).toBe(0)
  expect(parts[0]).toMatch(/(?:a step|words)\n$/)
  expect(parts[0]?.length).toBeLessThanOrEqual(200_001)
  expect(summary.isOfBeginning).toBe(true)
  expect(summary.ownTitle).toBe('Log')
  expect(summary.summary?.actions).toHaveLength((parts[0]?.split('- [ ]').length ?? 0) - 1)
})

test('a text that can be shown as rich text is read whole', async () => {
  const text = step.repeat(3000)
  const { atOnce, summary, parts } = await summarize(text)
  expect(atOnce).toBe(1)
  expect(parts).toEqual([text])
  expect(summary.isOfBeginning).toBe(false)
})
