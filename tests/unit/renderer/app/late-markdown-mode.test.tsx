import { act } from 'react'
import { expect, onTestFinished, test } from 'vitest'
import { loadedMarkdownView, loadMarkdownView } from '../../../../renderer/entry-editor/load-markdown-view.ts'
import { openWindow, settle } from './open-window.tsx'

const shown = () => document.querySelector('.page [contenteditable], .page .entry-markdown')?.className

test('an entry stays rich text until Markdown mode is loaded, and then is shown as Markdown with the same words', async () => {
  const path = '2025-09-20.md'
  const opened = await openWindow({ files: { [path]: '# a day\n' } })
  onTestFinished(opened.close)
  expect(loadedMarkdownView()).toBeNull()
  expect(shown()).toContain('entry-prose')
  await act(async () => opened.stores.openEntry.setMode('markdown'))
  expect(shown()).toContain('entry-prose')
  // The import is the one that the window waits for.
  await act(loadMarkdownView)
  await settle()
  expect(shown()).toContain('entry-markdown')
  expect(opened.navigation.seat.handle?.readText().text).toBe('# a day\n')
  // What asks for another text finds the editor that is shown now.
  await act(async () => opened.fake.writeOutside(path, '# another\n'))
  await settle()
  expect(opened.navigation.seat.handle?.readText().text).toBe('# another\n')
})
