import { act } from 'react'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openWindow, settle } from './open-window.tsx'

const drawn = vi.hoisted(() => ({ count: 0 }))
vi.mock('../../../../renderer/entry-editor/entry-editor.tsx', () => ({
  EntryEditor: () => {
    drawn.count += 1
    return null
  },
}))

test('typing and saving do not draw the page again', async () => {
  const opened = await openWindow({ files: { '2025-09-20.md': '# a day\n' } })
  onTestFinished(opened.close)
  const { copy } = opened.stores.openEntry.getState()
  let text = '# a day\n'
  const undo = copy?.attach({
    readText: () => ({ text, refused: [] }),
    readTextAside: async () => ({ text, refused: [] }),
    replaceText: () => undefined,
    readTextToCarry: () => text,
  })
  onTestFinished(() => undo?.())
  const before = drawn.count
  expect(before).toBeGreaterThan(0)
  for (const key of ['o', 'n', 'e']) {
    text += key
    await act(async () => copy?.edited())
    await act(async () => void (await copy?.flush()))
    await settle()
  }
  expect(opened.fake.files.get('2025-09-20.md')).toBe('# a day\none')
  expect(drawn.count).toBe(before)
})
