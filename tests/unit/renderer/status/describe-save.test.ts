import { expect, test } from 'vitest'
import { describeSave } from '../../../../renderer/status/describe-save.ts'

const savedMs = new Date(2025, 8, 20, 10, 42).getTime()

test.each([
  [{ kind: 'dirty' } as const, 'Not saved yet', 'unsaved'],
  [{ kind: 'saving' } as const, 'Not saved yet', 'unsaved'],
  [
    { kind: 'failed', error: { code: 'disk-full', message: 'The disk is full.' } } as const,
    'Not saved: The disk is full.',
    'failed',
  ],
  [
    { kind: 'conflict', theirs: { text: '', revision: '' } } as const,
    'Not saved, waiting for you',
    'unsaved',
  ],
  [{ kind: 'gone' } as const, 'Not saved: the file is gone', 'failed'],
  [{ kind: 'clean' } as const, 'Saved 20 Sep 2025, 10:42', ''],
])('%o reads “%s”', (save, text, tone) => {
  expect(describeSave({ save, savedMs, readOnly: null })).toEqual({ text, tone })
})

test('today only the time is said', () => {
  const now = new Date()
  const { text } = describeSave({ save: { kind: 'clean' }, savedMs: now.getTime(), readOnly: null })
  expect(text).toMatch(/^Saved \d\d:\d\d$/)
})

test('a file that cannot be written is never called saved', () => {
  expect(describeSave({ save: { kind: 'clean' }, savedMs, readOnly: 'not-utf8' }).text).toBe('Read-only')
})
