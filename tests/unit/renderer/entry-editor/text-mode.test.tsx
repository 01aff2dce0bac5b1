import { act, createRef, type RefObject } from 'react'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  EntryEditor,
  type EntryEditorHandle,
  type EntryEditorProps,
} from '../../../../renderer/entry-editor/entry-editor.tsx'
import { loadMarkdownView } from '../../../../renderer/entry-editor/load-markdown-view.ts'
import { parseEntryPath, type EntryPath } from '../../../../shared/entry/entry-path.ts'
import { mount, type Mounted } from './mount.ts'

beforeAll(loadMarkdownView)

let mounted: Mounted | null = null
afterEach(async () => {
  await mounted?.unmount()
  mounted = null
})

const text = [
  '---',
  'title: x',
  '---',
  '# head',
  '',
  'see [[note|a note]] and [a page](https://example.org)',
  '',
  '- [ ] one',
  '- [x] two',
  '',
  '| a | b |',
  '|---|---|',
  '| 1 | 2 |',
  '',
  '![[missing.png]]',
  '',
  '<div>kept</div>',
  '',
].join('\r\n')

async function open(changes: Partial<EntryEditorProps> = {}) {
  const handle: RefObject<EntryEditorHandle | null> = createRef()
  const onEdited = vi.fn<() => void>()
  const onOpenLink = vi.fn<(url: string) => void>()
  const onOpenEntry = vi.fn<(target: string) => void>()
  const props: EntryEditorProps = {
    path: parseEntryPath('2025-09-20.md') as EntryPath,
    text,
    loadNumber: 1,
    mode: 'text',
    isEditable: true,
    tickStyle: () => ({ today: '2026-11-24', addsDoneDate: false }),
    header: <h1>title</h1>,
    pictureUrl: (target) => `cairn-picture://journal/?target=${target}`,
    onEdited,
    onOpenLink,
    onOpenEntry,
    ref: handle,
    ...changes,
  }
  mounted = await mount(<EntryEditor {...props} />)
  const { host } = mounted
  return {
    host,
    onEdited,
    onOpenLink,
    onOpenEntry,
    editor: () => handle.current as EntryEditorHandle,
    change: (next: Partial<EntryEditorProps>) => mounted?.render(<EntryEditor {...props} {...next} />),
  }
}

describe('an entry in text mode', () => {
  it('is a text box that shows the words, without the front matter, and is no edit', async () => {
    const { host, editor, onEdited } = await open()
    const box = host.querySelector('[role="textbox"]')
    expect(box?.getAttribute('aria-label')).toBe('Entry')
    expect(box?.querySelector('h1')?.textContent).toBe('head')
    expect(box?.textContent).not.toContain('title: x')
    expect(editor().readText()).toMatchObject({ text, refused: [] })
    expect(onEdited).not.toHaveBeenCalled()
  })

  it('draws pictures, chips and source blocks where they stand', async () => {
    const { host } = await open()
    expect(host.querySelector('.cairn-opaque[data-form="wiki-link"]')?.textContent).toBe('a note')
    expect(host.querySelector('img')?.getAttribute('src')).toContain('missing.png')
    expect(host.querySelector('.cairn-source pre')?.textContent).toBe('<div>kept</div>')
  })

  it('ticks in the text with a real check box, one character of the file', async () => {
    const { host, editor, onEdited } = await open()
    const box = host.querySelector<HTMLInputElement>('input[type="checkbox"]')
    expect(box?.getAttribute('aria-label')).toBe('one')
    await act(async () => box?.click())
    expect(editor().readText().text).toBe(text.replace('- [ ] one', '- [x] one'))
    expect(onEdited).toHaveBeenCalled()
    expect(host.querySelectorAll('.cairn-item-done')).toHaveLength(2)
  })

  it('ticks from outside when number and text agree, and shows it', async () => {
    const { host, editor } = await open()
    await act(async () => expect(editor().setBox(1, 'two', ' ')).toBe(true))
    expect(editor().setBox(1, 'another', 'x')).toBe(false)
    expect(editor().readText().text).toBe(text.replace('- [x] two', '- [ ] two'))
    expect(host.querySelectorAll('.cairn-item-done')).toHaveLength(0)
  })

  it('follows a change from outside silently', async () => {
    const { host, editor, onEdited } = await open()
    const theirs = text.replace('# head', '# another head')
    await act(async () => editor().replaceText(theirs))
    expect(host.querySelector('.entry-prose h1')?.textContent).toBe('another head')
    expect(editor().readText().text).toBe(theirs)
    expect(onEdited).not.toHaveBeenCalled()
  })

  it('opens an entry by its chip, and a link only with the modifier', async () => {
    const { host, onOpenEntry, onOpenLink } = await open()
    await act(async () => host.querySelector<HTMLElement>('.entry-chip')?.click())
    expect(onOpenEntry).toHaveBeenCalledWith('note')
    const link = host.querySelector<HTMLElement>('a.cairn-link')
    await act(async () => link?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })))
    expect(onOpenLink).not.toHaveBeenCalled()
    const press = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true })
    await act(async () => link?.dispatchEvent(press))
    expect(onOpenLink).toHaveBeenCalledWith('https://example.org')
    expect(press.defaultPrevented).toBe(true)
  })

  it('keeps text and edits over the modes, and reports no edit for switching', async () => {
    const { editor, onEdited, change } = await open()
    await act(async () => editor().setBox(0, 'one', 'x'))
    const edited = editor().readText().text
    const calls = onEdited.mock.calls.length
    await change({ mode: 'markdown' })
    expect(editor().readText().text).toBe(edited)
    await act(async () => editor().setBox(1, 'two', ' '))
    await change({ mode: 'text' })
    expect(editor().readText().text).toBe(edited.replace('- [x] two', '- [ ] two'))
    expect(onEdited.mock.calls.length).toBe(calls + 1)
  })

  it('shows another entry when the path changes, and forgets the first', async () => {
    const { host, editor, change } = await open()
    await act(async () => editor().setBox(0, 'one', 'x'))
    await change({ path: parseEntryPath('other.md') as EntryPath, text: 'other words\n' })
    expect(editor().readText().text).toBe('other words\n')
    expect(host.querySelector('.entry-prose')?.textContent).toBe('other words')
  })

  it('cannot be edited when it is not editable', async () => {
    const { host, change } = await open({ isEditable: false })
    const box = host.querySelector<HTMLElement>('[role="textbox"]')
    expect(box?.contentEditable).toBe('false')
    expect(host.querySelector<HTMLInputElement>('input[type="checkbox"]')?.disabled).toBe(true)
    await change({ isEditable: true })
    expect(box?.contentEditable).toBe('true')
  })
})
