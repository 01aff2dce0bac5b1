import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { click, openWindow, settle } from '../app/open-window.tsx'

let opened: Awaited<ReturnType<typeof openWindow>> | null = null
afterEach(async () => {
  await opened?.close()
  opened = null
})

async function openSettings(files: Readonly<Record<string, string>>) {
  opened = await openWindow({ files })
  const { run } = opened
  await act(async () => run('open-settings'))
  await settle()
  return opened
}

function box(label: string): HTMLInputElement {
  return document.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`)!
}

test('a journal may have its own words for action headings, which hold at once and are given up again', async () => {
  const { stores } = await openSettings({ 'a.md': '# Errands\n\n- milk\n' })
  expect(stores.rules().actionHeadings).toContain('plan')
  await click(box('This journal has its own action headings'))
  const words = stores.layout.getState().settings.actionHeadings
  expect(stores.memory.getState().settings.actionHeadings).toEqual(words)
  await click(document.querySelectorAll<HTMLElement>('[aria-label="Remove “plan”"]')[1]!)
  expect(stores.rules().actionHeadings).not.toContain('plan')
  expect(stores.layout.getState().settings.actionHeadings).toContain('plan')
  await click(box('This journal has its own action headings'))
  expect(stores.rules().actionHeadings).toContain('plan')
})

test('a file that cannot be understood is left alone, and the settings say so', async () => {
  const { stores } = await openSettings({ 'a.md': '# A\n', '.cairn/settings.json': '{"mine": ' })
  await click(box('Fold full-time programs away'))
  expect(document.querySelector('[role="dialog"] .note')?.textContent).toContain('not valid JSON')
  expect(stores.memory.getState().settings.hidesFullTimePrograms).toBe(false)
  expect(stores.notices.getState().notices.map(({ id }) => id)).toContain('journal-memory')
})
