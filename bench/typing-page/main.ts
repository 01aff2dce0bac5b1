import { createElement, createRef } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import { EntryEditor, type EntryEditorHandle } from '../../renderer/entry-editor/entry-editor.tsx'

/** What the bench calls in the page. */
export interface TypingPage {
  /** Mounts the entry editor and gives the ms until it was painted. */
  mountEditor(text: string, mode: 'text' | 'markdown'): Promise<number>
  /** Mounts the browser's own text box with the elements that the editor made. */
  mountBare(html: string, hasVisibility: boolean): Promise<number>
  /** The elements that the editor made for the text. */
  readHtml(): string
  /** Brings a paragraph in the middle into view and gives a point in its first line. */
  findMiddle(): Promise<{ x: number; y: number }>
  /** Puts the caret into the middle of a text in Markdown mode. */
  revealMiddle(text: string): void
  startRecording(): void
  /** From each key's event to the first moment after its frame, ms. */
  stopRecording(): number[]
  /** Whether typed characters are in the text. */
  hasText(text: string): boolean
}

const host = document.querySelector<HTMLElement>('#root') as HTMLElement
const handle = createRef<EntryEditorHandle>()
let root: Root | null = null
let latencies: number[] = []
let isRecording = false

function nextPaint(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      // A message sent in a frame arrives when the frame was handed on.
      const channel = new MessageChannel()
      channel.port1.addEventListener('message', () => resolve(performance.now()), { once: true })
      channel.port1.start()
      channel.port2.postMessage(null)
    })
  })
}

function recordKey(event: KeyboardEvent): void {
  if (!isRecording) return
  void nextPaint().then((painted) => latencies.push(painted - event.timeStamp))
}
window.addEventListener('keydown', recordKey, true)

async function mountEditor(text: string, mode: 'text' | 'markdown'): Promise<number> {
  const before = performance.now()
  root = createRoot(host)
  root.render(
    createElement(EntryEditor, {
      path: 'bench.md' as EntryPath,
      text,
      loadNumber: 1,
      mode,
      isEditable: true,
      tickStyle: () => ({ today: '2026-11-24', addsDoneDate: false }),
      header: null,
      pictureUrl: () => 'data:image/gif;base64,R0lGODlhAQABAAAAACw=',
      onEdited: () => undefined,
      onOpenLink: () => undefined,
      onOpenEntry: () => undefined,
      ref: handle,
    }),
  )
  return (await nextPaint()) - before
}

async function mountBare(html: string, hasVisibility: boolean): Promise<number> {
  const before = performance.now()
  host.innerHTML = '<div class="entry-page"><article class="entry-sheet"></article></div>'
  const box = document.createElement('div')
  box.className = hasVisibility ? 'entry-prose' : 'entry-prose is-plain'
  box.contentEditable = 'true'
  box.innerHTML = html
  host.querySelector('article')?.append(box)
  return (await nextPaint()) - before
}

async function findMiddle(): Promise<{ x: number; y: number }> {
  const paragraphs = document.querySelectorAll<HTMLElement>('.entry-prose > .cairn-p')
  const middle = paragraphs[Math.floor(paragraphs.length / 2)] as HTMLElement
  for (let frame = 0; frame < 5; frame += 1) {
    middle.scrollIntoView({ block: 'center' })
    await nextPaint()
  }
  const box = middle.getBoundingClientRect()
  return { x: box.left + 60, y: box.top + 14 }
}

const page: TypingPage = {
  mountEditor,
  mountBare,
  readHtml: () => document.querySelector('.entry-prose')?.innerHTML ?? '',
  findMiddle,
  revealMiddle: (text) => handle.current?.reveal(text.indexOf('\n\n', text.length / 2) + 2),
  startRecording() {
    latencies = []
    isRecording = true
  },
  stopRecording() {
    isRecording = false
    return latencies
  },
  hasText(text) {
    const shown = document.querySelector('.entry-prose')?.textContent
    return (shown ?? handle.current?.readText().text ?? '').includes(text)
  },
}
Object.assign(window, { typingPage: page })
