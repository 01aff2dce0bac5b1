import { undo } from '@codemirror/commands'
import { EditorView } from '@codemirror/view'
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

const path = parseEntryPath('2025/2025-09-20.md') as EntryPath

async function open(text: string, changes: Partial<EntryEditorProps> = {}) {
  const handle: RefObject<EntryEditorHandle | null> = createRef()
  const onEdited = vi.fn<() => void>()
  const props: EntryEditorProps = {
    path,
    text,
    loadNumber: 1,
    mode: 'markdown',
    isEditable: true,
    tickStyle: () => ({ today: '2026-11-24', addsDoneDate: true }),
    header: <h1>title</h1>,
    pictureUrl: (target) => target,
    onEdited,
    onOpenLink: () => undefined,
    onOpenEntry: () => undefined,
    ref: handle,
    ...changes,
  }
  mounted = await mount(<EntryEditor {...props} />)
  return {
    onEdited,
    props,
    read: () => handle.current?.readText().text,
    editor: () => handle.current as EntryEditorHandle,
    view: () => findView(mounted?.host ?? document.body),
    change: (next: Partial<EntryEditorProps>) => mounted?.render(<EntryEditor {...props} {...next} />),
  }
}

function findView(host: HTMLElement): EditorView {
  const content = host.querySelector('.entry-markdown')?.shadowRoot?.querySelector<HTMLElement>('.cm-content')
  const view = content ? EditorView.findFromDOM(content) : null
  if (view === null) throw new Error('There is no Markdown editor on the page.')
  return view
}

const mixed = '\uFEFF---\r\ntitle: x\r\n---\r\n# one\n\n- [ ] two\r- [x] three\r\n\0end'

describe('an entry in Markdown mode', () => {
  it('gives back every byte of a text with mixed line endings, byte order mark and NUL', async () => {
    const { read } = await open(mixed)
    expect(read()).toBe(mixed)
  })

  it('reports typing and changes only the typed line', async () => {
    const { read, view, onEdited } = await open(mixed)
    const at = view().state.doc.toString().indexOf('two')
    await act(async () => view().dispatch({ changes: { from: at, insert: 'twenty-' } }))
    expect(read()).toBe(mixed.replace('two', 'twenty-two'))
    expect(onEdited).toHaveBeenCalledTimes(1)
  })

  it('follows a change from outside silently, with the caret in the same words', async () => {
    const { read, view, editor, onEdited } = await open('one\r\ntwo\r\nthree')
    await act(async () =>
      view().dispatch({ selection: { anchor: view().state.doc.toString().indexOf('three') } }),
    )
    await act(async () => editor().replaceText('zero\r\none\r\ntwo\nthree'))
    expect(read()).toBe('zero\r\none\r\ntwo\nthree')
    expect(view().state.sliceDoc(view().state.selection.main.head)).toBe('three')
    expect(onEdited).not.toHaveBeenCalled()
  })

  it('ticks one character of the file, when number and text agree', async () => {
    const { read, editor, onEdited } = await open(mixed)
    expect(editor().setBox(0, 'two', 'x')).toBe(true)
    expect(read()).toBe(mixed.replace('[ ] two', '[x] two'))
    expect(onEdited).toHaveBeenCalledTimes(1)
    expect(editor().setBox(0, 'three', 'x')).toBe(false)
  })

  it('brings the next occurrence and the done date with a tick, as one undo step with the line ends of the file', async () => {
    const text = '- [x] b ✅ 2026-11-01\r\n- [ ] a 🔁 every day 📅 2026-11-20\r\n'
    const { read, view, editor } = await open(text)
    expect(editor().setBox(1, 'a 🔁 every day 📅 2026-11-20', 'x')).toBe(true)
    expect(read()).toBe(
      '- [x] b ✅ 2026-11-01\r\n- [ ] a 🔁 every day 📅 2026-11-21\r\n- [x] a 🔁 every day 📅 2026-11-20 ✅ 2026-11-24\r\n',
    )
    undo(view())
    expect(read()).toBe(text)
  })

  it('puts the caret at an offset of the file when a place is revealed', async () => {
    const { view, editor } = await open(mixed)
    await act(async () => editor().reveal(mixed.indexOf('three')))
    expect(view().state.sliceDoc(view().state.selection.main.head)).toMatch(/^three/)
  })

  it('keeps what was typed when the text it was loaded with comes again', async () => {
    const { view, read, change, props } = await open('one')
    await act(async () => view().dispatch({ changes: { from: 3, insert: ' more' } }))
    await change({ text: 'one more, saved' })
    expect(read()).toBe('one more')
    await change({ text: 'from scratch', loadNumber: props.loadNumber + 1 })
    expect(read()).toBe('from scratch')
  })

  it('cannot be typed in when it is not editable', async () => {
    const { view, change } = await open('one', { isEditable: false })
    expect(view().state.readOnly).toBe(true)
    await change({ isEditable: true })
    expect(view().state.readOnly).toBe(false)
  })
})
