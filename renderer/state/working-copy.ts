import { createStore, type StoreApi } from 'zustand/vanilla'
import { fail, succeed, type AppError, type Outcome } from '../../shared/contract/errors.ts'
import type { OpenedEntry } from '../../shared/contract/requests.ts'
import type { EntryPath, Revision } from '../../shared/entry/entry-path.ts'
import type { KnownChange, RefusedBlock } from '../../shared/markdown/save-outcome.ts'
import { findTooLarge, type TooLarge } from '../../shared/markdown/too-large.ts'
import type { JournalApi } from '../journal-api.ts'
import { writeEntry } from './write-entry.ts'

/** How the text in the window stands to the file. */
export type SaveState =
  | { readonly kind: 'clean' }
  | { readonly kind: 'dirty' }
  | { readonly kind: 'saving' }
  /** The file could not be written; autosave rests until the user chooses a way out. */
  | { readonly kind: 'failed'; readonly error: AppError }
  /** Another program changed the file while there were unsaved words here; autosave rests. */
  | { readonly kind: 'conflict'; readonly theirs: { readonly text: string; readonly revision: string } }
  /** The file is not there any more; the text is kept. */
  | { readonly kind: 'gone' }

export interface WorkingCopyState {
  readonly path: EntryPath
  readonly mode: 'text' | 'markdown'
  /** Why it is shown as Markdown only; null for an entry that can be shown as rich text. */
  readonly tooLarge: TooLarge | null
  readonly readOnly: OpenedEntry['readOnly']
  /** The text the editor is loaded with; grows `loadNumber` when it must be loaded anew. */
  readonly loadedText: string
  readonly loadNumber: number
  /** The text when the entry was opened: what the difference is shown against. */
  readonly openedText: string
  /** The newest text that was read from the editor: at load, at each save, after each change from outside. */
  readonly knownText: string
  readonly save: SaveState
  /** When the file was last written, as far as this window knows. */
  readonly savedMs: number
  /** Blocks whose edit could not be written as Markdown, from when the editor says so until the next write. */
  readonly refused: readonly RefusedBlock[]
  /** Why the entry went to Markdown mode by itself, until it is shown as text again. */
  readonly refusal: readonly RefusedBlock[] | null
}

/** What an editor holds, as text; refused blocks with their old source. */
export interface EditorText {
  readonly text: string
  readonly refused: readonly RefusedBlock[]
  /** How it differs from the text before it, where the editor knows. */
  readonly change?: KnownChange
}

/** A text that was read, and the version that it is of. */
interface ReadText {
  readonly text: string
  readonly version: number
  readonly change?: KnownChange | undefined
}

/** What the working copy needs of the editor that shows it. */
export interface EditorPort {
  readText(): EditorText
  /** The same, worked out where a long text does not hold up the window: what it holds at the moment of the call. */
  readTextAside(): Promise<EditorText>
  replaceText(text: string): void
  /** Every word in it, those of refused blocks as source. */
  readTextToCarry(): string
}

export interface WorkingCopy extends StoreApi<WorkingCopyState> {
  /** The editor shows this copy from now on; gives the undo. */
  attach(port: EditorPort): () => void
  /** The user changed something: cheap, called for every key. */
  edited(): void
  /** Writes at once what is not written. Resolves when nothing is left to write, or it cannot be written. */
  flush(): Promise<SaveState>
  /** Looks at the file: after a change from outside, and when the window gets the focus. */
  checkFile(): Promise<void>
  /** Reads the editor now and gives the text. */
  readText(): string
  /** Reads the editor without holding up the window: `knownText` follows. */
  readAside(): Promise<void>
  /** The editor is about to show another entry: what it holds is kept for the next time this one is shown. */
  park(): void
  /**
   * Makes the text another one, as one edit of the user that can be undone, and writes it: a repair, a new date. The
   * text handed to `edit` has every word in it. Fails when the entry is read-only, or as `edit` does.
   */
  change(edit: (text: string) => Outcome<string>): Outcome<undefined>
  /** Shows it the other way; a text that is too large for rich text stays Markdown. */
  setMode(mode: 'text' | 'markdown'): void
  /** Tries again after a failure; writes again a file that is gone; keeps mine in a conflict. */
  overwrite(): Promise<void>
  /** Conflict: their text takes the place of mine, in one step that can be undone. */
  takeTheirs(): void
  /** Puts my text into a new file beside the entry and gives its path; null when that failed too. */
  saveBeside(): Promise<EntryPath | null>
  renamed(path: EntryPath): void
  hasUnsaved(): boolean
  dispose(): void
}

/** Long enough not to write in the middle of a word, short enough to lose nothing that matters. */
const idleMs = 500
/** Whoever types without a pause has a copy on disk this often. */
const maxWaitMs = 3000

/** One open entry in memory: what is known of its text, its version, and how it stands to the file. */
export function createWorkingCopy(journalApi: JournalApi, opened: OpenedEntry): WorkingCopy {
  const tooLarge = findTooLarge(opened.text)
  const store = createStore<WorkingCopyState>(() => ({
    path: opened.path,
    mode: tooLarge === null ? 'text' : 'markdown',
    tooLarge,
    readOnly: opened.readOnly,
    loadedText: opened.text,
    loadNumber: 1,
    openedText: opened.text,
    knownText: opened.text,
    save: { kind: 'clean' },
    savedMs: opened.modifiedMs,
    refused: [],
    refusal: null,
  }))
  let port: EditorPort | null = null
  /** Counts edits in memory. Dirty is `version !== savedVersion`, never a flag. */
  let version = 0
  let savedVersion = 0
  let baseRevision: Revision | null = opened.revision
  /** What the file holds at `baseRevision`; null when nothing can be equal to it: a file that is gone. */
  let baseText: string | null = opened.text
  let idleTimer: ReturnType<typeof setTimeout> | undefined
  let maxTimer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  let mustCheckFile = false
  /** Readings of the editor are counted, so that one that takes its time does not undo what a later one found. */
  let readings = 0
  let newestReading = 0

  const setSave = (save: SaveState): void => store.setState({ save })
  const hasStopped = (): boolean => ['failed', 'conflict', 'gone'].includes(store.getState().save.kind)

  function clearTimers(): void {
    clearTimeout(idleTimer)
    clearTimeout(maxTimer)
    idleTimer = maxTimer = undefined
  }

  function edited(): void {
    version += 1
    if (hasStopped()) return
    if (store.getState().save.kind === 'clean') setSave({ kind: 'dirty' })
    clearTimeout(idleTimer)
    idleTimer = setTimeout(() => void flush(), idleMs)
    maxTimer ??= setTimeout(() => void flush(), maxWaitMs)
  }

  function know({ text, refused }: EditorText, reading = (readings += 1)): void {
    if (reading < newestReading) return
    newestReading = reading
    const isSameRefusal = refused.length === 0 && store.getState().refused.length === 0
    if (text !== store.getState().knownText || !isSameRefusal) store.setState({ knownText: text, refused })
  }

  function readText(): string {
    if (port === null) return store.getState().knownText
    const read = port.readText()
    know(read)
    return read.text
  }

  /** What the editor holds now, or by the time that another took its place; `version` is the one that it is of. */
  async function readAside(): Promise<ReadText> {
    const asked = port
    const readVersion = version
    if (asked === null) return { text: readText(), version: readVersion }
    const reading = (readings += 1)
    const read = await asked.readTextAside()
    // Scenario: another entry or the other mode is shown meanwhile. What was read is older than what went over there.
    if (port !== asked) return { text: readText(), version }
    know(read, reading)
    return { text: read.text, version: readVersion, change: read.change }
  }

  function readAllWords(): string {
    const text = readText()
    return port !== null && store.getState().refused.length > 0 ? port.readTextToCarry() : text
  }

  /**
   * What is to be written. Words that cannot be written faithfully are never left in the window alone: the entry goes on
   * as Markdown, with all of them in it, and says so.
   */
  function readForFile(): string {
    const text = readAllWords()
    const { refused } = store.getState()
    if (refused.length > 0)
      store.setState({ mode: 'markdown', knownText: text, refused: [], refusal: refused })
    return text
  }

  /** The same without holding up the window, and the version that it is of. */
  async function readToWrite(): Promise<ReadText> {
    const read = await readAside()
    return store.getState().refused.length > 0 ? { text: readForFile(), version } : read
  }

  async function flush(): Promise<SaveState> {
    clearTimers()
    // One write at a time. Whoever comes while one runs waits for it, and then writes what is newest: of any number
    // of waiting saves only the last text reaches the disk.
    while (running !== null) await running
    if (version !== savedVersion && !hasStopped()) {
      running = writeOnce().finally(() => (running = null))
      await running
      if (mustCheckFile) await checkFile()
    }
    return store.getState().save
  }

  async function writeOnce(): Promise<void> {
    const { text, version: writtenVersion, change } = await readToWrite()
    if (text === baseText) return settle(writtenVersion)
    setSave({ kind: 'saving' })
    const { path } = store.getState()
    const answer = await writeEntry(journalApi, { path, text, change, baseText, baseRevision })
    if (!answer.ok) return stop(answer.error)
    baseRevision = answer.value.revision
    baseText = text
    store.setState({ savedMs: answer.value.savedMs })
    settle(writtenVersion)
  }

  /**
   * Scenario: the user types while a save is on its way. What was written is then older than what is shown, so the
   * copy stays dirty and the next timer writes again; only a version that did not move becomes clean.
   */
  function settle(writtenVersion: number): void {
    savedVersion = writtenVersion
    if (version === savedVersion) return setSave({ kind: 'clean' })
    setSave({ kind: 'dirty' })
    idleTimer ??= setTimeout(() => void flush(), idleMs)
  }

  function stop(error: AppError): void {
    clearTimers()
    if (error.code === 'conflict' && error.theirs) return meetTheirs(error.theirs)
    if (error.code === 'conflict' || error.code === 'not-found') return setSave({ kind: 'gone' })
    setSave({ kind: 'failed', error })
  }

  function meetTheirs(theirs: { readonly text: string; readonly revision: string }): void {
    if (theirs.text !== readText()) return setSave({ kind: 'conflict', theirs })
    adopt(theirs.text, theirs.revision)
  }

  /** The file holds `text`, and so does the editor. */
  function adopt(text: string, revision: string): void {
    baseText = text
    baseRevision = revision as Revision
    savedVersion = version
    know({ text, refused: [] })
    setSave({ kind: 'clean' })
  }

  function load(text: string): void {
    store.setState({ loadedText: text, loadNumber: store.getState().loadNumber + 1 })
  }
  function showText(text: string): void {
    if (port === null) return load(text)
    port.replaceText(text)
  }
  async function checkFile(): Promise<void> {
    // While a write is on its way the file may hold its text already: whose it is shows when the answer is there.
    if (running !== null) {
      mustCheckFile = true
      return
    }
    mustCheckFile = false
    const baseBefore = baseRevision
    const answer = await journalApi.readEntry({ path: store.getState().path })
    // Scenario: a save began and ended while the file was read. The text read may be the one from before it.
    if (running !== null || baseRevision !== baseBefore) return checkFile()
    if (!answer.ok) {
      if (answer.error.code === 'not-found') setSave({ kind: 'gone' })
      return
    }
    const theirs = answer.value
    if (theirs.readOnly !== store.getState().readOnly) store.setState({ readOnly: theirs.readOnly })
    const { kind } = store.getState().save
    if (theirs.revision === baseRevision) {
      // A file that is as it was again needs no decision any more.
      if (kind === 'gone' || kind === 'conflict') settle(savedVersion)
      return
    }
    if (version !== savedVersion) return meetTheirs(theirs)
    showText(theirs.text)
    adopt(theirs.text, theirs.revision)
    store.setState({ savedMs: theirs.modifiedMs })
  }

  function setMode(mode: 'text' | 'markdown'): void {
    const { mode: before } = store.getState()
    if (mode === before || tooLarge !== null) return
    store.setState(mode === 'text' ? { mode, refusal: null } : { mode })
  }

  function change(edit: (text: string) => Outcome<string>): Outcome<undefined> {
    if (store.getState().readOnly !== null) return fail('read-only', 'This entry cannot be written.')
    const before = readAllWords()
    const changed = edit(before)
    if (!changed.ok) return changed
    if (changed.value === before) return succeed(undefined)
    showText(changed.value)
    know({ text: changed.value, refused: [] })
    edited()
    void flush()
    return succeed(undefined)
  }

  async function overwrite(): Promise<void> {
    // Scenario: the file's folder was away and is back. Writing it as a new file would meet the old one: a conflict
    // with what the text was made from.
    if (store.getState().save.kind === 'gone') await checkFile()
    const { save } = store.getState()
    if (save.kind === 'conflict') baseRevision = save.theirs.revision as Revision
    if (save.kind === 'gone') {
      baseRevision = null
      baseText = null
    }
    if (save.kind === 'conflict') baseText = save.theirs.text
    // The file of a clean copy may have gone: then it must be written although nothing was typed.
    if (version === savedVersion) version += 1
    setSave({ kind: 'dirty' })
    await flush()
  }

  async function saveBeside(): Promise<EntryPath | null> {
    const answer = await journalApi.saveEntryBeside({ path: store.getState().path, text: readAllWords() })
    if (answer.ok) return answer.value.path
    const { save } = store.getState()
    if (save.kind === 'failed') setSave({ kind: 'failed', error: answer.error })
    return null
  }

  return {
    ...store,
    attach(attached) {
      port = attached
      return () => {
        if (port === attached) port = null
      }
    },
    edited,
    flush,
    checkFile,
    readText,
    async readAside() {
      await readAside()
    },
    park() {
      // Words of refused blocks live in the editor alone: when it goes, they go on as the source of their blocks.
      const text = readAllWords()
      if (text !== store.getState().knownText) version += 1
      port = null
      know({ text, refused: [] })
      load(text)
    },
    change,
    setMode,
    overwrite,
    takeTheirs() {
      const { save } = store.getState()
      if (save.kind !== 'conflict') return
      showText(save.theirs.text)
      adopt(save.theirs.text, save.theirs.revision)
    },
    saveBeside,
    renamed: (path) => store.setState({ path }),
    hasUnsaved: () => version !== savedVersion,
    dispose: clearTimers,
  }
}
