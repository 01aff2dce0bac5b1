import { act } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { loadMarkdownView } from '../../../../renderer/entry-editor/load-markdown-view.ts'
import { click, fill, find, openWindow, press, settle } from './open-window.tsx'

const day = '2025/2025-09-20.md'
const text = `---
title: mentorship
tags: [career]
---

[AGI safety career advice](https://example.org/advice) by Richard Ngo (May 2023) ⭐
- the case for mentorship.

## next steps

- [ ] advising
    - [x] submit application (aug 25)
    - [ ] speak with Daniel
- [ ] learn the basics
`
const files = { [day]: text, 'reading list.md': '# reading list\n\n[advice](https://example.org/advice)\n' }

const sidebar = () => document.querySelector('.side') ?? document

type Opened = Awaited<ReturnType<typeof openWindow>>
let opened: Opened
afterEach(() => opened.close())

describe('the welcome screen', () => {
  test('opens a journal with the keys 1 to 3', async () => {
    opened = await openWindow({ files, journal: null })
    expect(document.body.textContent).toContain('No account. Nothing leaves this computer.')
    await press('3')
    expect(opened.fake.calls.some(({ name }) => name === 'openSampleJournal')).toBe(true)
    expect(opened.stores.journal.getState().phase).toBe('open')
  })

  test('lists the journals opened before, and forgets one without touching it', async () => {
    opened = await openWindow({ files, journal: null })
    await click(find('button', 'Forget notes; the folder stays'))
    expect(opened.fake.calls.at(-1)).toEqual({ name: 'forgetRecentJournal', input: { id: 'old' } })
    expect(document.body.textContent).not.toContain('Opened before')
  })
})

describe('an open journal', () => {
  test('shows the newest entry, with its day and its title', async () => {
    opened = await openWindow({ files })
    expect(document.querySelector('.day')?.textContent).toBe('Saturday, 20 September 2025')
    expect(document.querySelector('h1.title')?.textContent).toBe('mentorship')
  })

  test('does not repeat a title that stands in the text', async () => {
    opened = await openWindow({ files: { 'reading list.md': '# reading list\n' } })
    expect(document.querySelector('.title')).toBeNull()
  })

  test('an empty folder says how it fills, and today is one button away', async () => {
    opened = await openWindow({ files: {} })
    await click(find('button', /^Write today’s entry/))
    expect(opened.stores.openEntry.getState().copy?.getState().path).toMatch(/^\d{4}-\d\d-\d\d\.md$/)
  })

  test('a tag leaves only its entries, and the filter can be seen and removed', async () => {
    opened = await openWindow({ files })
    await click(find('button', 'career1 entry'))
    expect(opened.stores.entries.getState().arranged.pages).toEqual([])
    await click(find('button', 'career, remove this filter'))
    expect(opened.stores.entries.getState().arranged.pages).toHaveLength(1)
  })
})

describe('the sidebar', () => {
  test('shows each linked page once, with who wrote it, its star, its note and where else it is used', async () => {
    opened = await openWindow({ files })
    const card = document.querySelector('.res')
    expect(card?.textContent).toContain('AGI safety career advice')
    expect(card?.textContent).toContain('Richard Ngo, May 2023, used in 2 places')
    expect(card?.textContent).toContain('must read')
    expect(card?.textContent).toContain('the case for mentorship.')
    await click(find('button', 'used in 2 places'))
    await click(find('button', 'reading list', sidebar()))
    expect(opened.stores.openEntry.getState().copy?.getState().path).toBe('reading list.md')
  })

  test('ticking there changes one character of the file, and the panel follows', async () => {
    opened = await openWindow({ files })
    expect(document.body.textContent).toContain('1 of 3 done')
    await click(find('checkbox', 'learn the basics', sidebar()))
    expect(opened.fake.files.get(day)).toBe(text.replace('[ ] learn', '[x] learn'))
    expect(document.body.textContent).toContain('2 of 3 done')
    expect(document.querySelector('.status')?.textContent).toContain('1 line changed')
  })

  test('an item of which some steps are done shows it, and a date in brackets stands at the right alone', async () => {
    opened = await openWindow({ files })
    expect((find('checkbox', 'advising', sidebar()) as HTMLInputElement).indeterminate).toBe(true)
    const line = find('checkbox', 'submit application (aug 25)', sidebar()).closest('.line')
    expect(line?.textContent).toBe('submit application25 Aug 2025')
  })
})

describe('the palette', () => {
  test('opens with a key, finds while one types, and opens the entry with Enter', async () => {
    opened = await openWindow({ files })
    await press('k', { ctrlKey: true })
    const field = find('combobox', 'Search')
    await fill(field, 'reading')
    const option = document.querySelector('[role="option"][aria-selected="true"]')
    expect(option?.textContent).toContain('reading list')
    expect(field.getAttribute('aria-activedescendant')).toBe(option?.id)
    await press('Enter', {}, field)
    expect(opened.stores.search.getState().isOpen).toBe(false)
    expect(opened.stores.openEntry.getState().copy?.getState().path).toBe('reading list.md')
  })

  test('Tab goes from group to group, and > finds commands', async () => {
    opened = await openWindow({ files })
    await press('k', { ctrlKey: true })
    const field = find('combobox', 'Search')
    await fill(field, 'advi')
    const active = () =>
      document
        .querySelector('[role="option"][aria-selected="true"]')
        ?.closest('[role="group"]')
        ?.getAttribute('aria-label')
    const before = active()
    await press('Tab', {}, field)
    expect(active()).not.toBe(before)
    await press('Tab', { shiftKey: true }, field)
    expect(active()).toBe(before)
    await fill(field, '> theme dark')
    await press('Enter', {}, field)
    expect(document.documentElement.dataset['theme']).toBe('dark')
    act(() => opened.stores.layout.choose({ theme: 'system' }))
  })
})

describe('what stands between a text and its file', () => {
  const edit = (words: string) => {
    const copy = opened.stores.openEntry.getState().copy
    copy?.attach({
      readText: () => ({ text: words, refused: [] }),
      readTextAside: async () => ({ text: words, refused: [] }),
      replaceText: () => undefined,
      readTextToCarry: () => words,
    })
    act(() => copy?.edited())
    return copy
  }

  test('a conflict offers keep mine, take theirs and keep both; both keeps two files', async () => {
    opened = await openWindow({ files })
    const copy = edit('mine')
    opened.fake.files.set(day, 'theirs')
    await act(async () => void (await copy?.flush()))
    await settle()
    expect(document.querySelector('[role="alert"]')?.textContent).toContain(
      'Another program changed this file',
    )
    find('button', 'Keep mine')
    find('button', 'Take theirs')
    await click(find('button', 'Keep both'))
    expect(opened.fake.files.get(day)).toBe('theirs')
    expect(opened.fake.files.get('2025/2025-09-20 (mine 2026-11-24 10.47).md')).toBe('mine')
    expect(document.querySelector('[role="alert"]')).toBeNull()
  })

  test('a failed save stays until it is solved, and can be tried again', async () => {
    opened = await openWindow({ files })
    opened.fake.failNextSave({ code: 'disk-full', message: 'The disk is full.' })
    const copy = edit('mine')
    await act(async () => void (await copy?.flush()))
    await settle()
    expect(document.querySelector('[role="alert"]')?.textContent).toContain('Not saved. The disk is full.')
    await click(find('button', 'Try again'))
    expect(opened.fake.files.get(day)).toBe('mine')
    expect(document.querySelector('[role="alert"]')).toBeNull()
  })

  test('an edit that cannot be written takes the entry to Markdown with every word, and can be reported', async () => {
    opened = await openWindow({ files })
    const copy = opened.stores.openEntry.getState().copy
    const words = '**secret **word\n'
    const read = {
      text,
      refused: [
        {
          block: { type: 'paragraph', runs: [] },
          reason: 'There is no way to write it.',
          candidate: words,
        } as const,
      ],
    }
    copy?.attach({
      readText: () => read,
      readTextAside: async () => read,
      replaceText: () => undefined,
      readTextToCarry: () => `${text}\n${words}`,
    })
    act(() => copy?.edited())
    await act(async () => void (await copy?.flush()))
    await settle()
    expect(opened.fake.files.get(day)).toBe(`${text}\n${words}`)
    expect(document.querySelector('[role="alert"]')?.textContent).toContain('There is no way to write it.')
    // The import is the one that the window waits for, however long it takes on this machine.
    await act(loadMarkdownView)
    await settle()
    expect(document.querySelector('.entry-markdown')).not.toBeNull()

    const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    await click(find('button', 'Copy report'))
    expect(copied.mock.calls[0]?.[0]).toContain('**xxxxxx **xxxx')
    expect(copied.mock.calls[0]?.[0]).not.toContain('secret')
    copied.mockRestore()
    await click(find('button', 'Show as text'))
    expect(document.querySelector('[role="alert"]')).toBeNull()
    expect(document.querySelector('.entry-prose')).not.toBeNull()
  })

  test('closing answers when all is written, and names what is not', async () => {
    opened = await openWindow({ files })
    edit('mine')
    await act(async () => opened.fake.emit('closeRequested', undefined))
    await settle()
    expect(opened.fake.files.get(day)).toBe('mine')
    expect(opened.fake.calls.at(-1)).toEqual({ name: 'answerClose', input: { unsaved: null } })
    opened.fake.failNextSave({ code: 'disk-full', message: 'The disk is full.' })
    edit('mine again')
    await act(async () => opened.fake.emit('closeRequested', undefined))
    await settle()
    expect(opened.fake.calls.at(-1)).toEqual({
      name: 'answerClose',
      input: { unsaved: { name: '2025-09-20.md', reason: 'The disk is full.' } },
    })
  })

  test('a file that cannot be edited says why', async () => {
    opened = await openWindow({ files, readOnly: 'not-utf8' })
    expect(document.body.textContent).toContain('This file is not UTF-8 and cannot be edited.')
    expect((find('checkbox', 'learn the basics', sidebar()) as HTMLInputElement).disabled).toBe(true)
  })
})
