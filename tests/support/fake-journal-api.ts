import { fail, succeed, type AppError, type Outcome } from '../../shared/contract/errors.ts'
import type { EventName, EventPayload } from '../../shared/contract/events.ts'
import type { JournalApi } from '../../shared/contract/journal-api.ts'
import type { JournalInfo, OpenedEntry, RequestInput } from '../../shared/contract/requests.ts'
import type { MarkQuestion, SearchAnswer, SearchQuestion } from '../../shared/contract/search.ts'
import type { Settings } from '../../shared/contract/settings.ts'
import type { EntryPath, Revision } from '../../shared/entry/entry-path.ts'
import { spliceText } from '../../shared/entry/splice-text.ts'
import { createFakeEdits } from './fake-edits.ts'
import { createFakeMemory } from './fake-memory.ts'
import { createFakeFacts, defaultFakeSettings, markText, readSummaries, searchTexts } from './fake-index.ts'

/** A journal in memory, with levers for the things that go wrong with a real one. */
export interface FakeJournal {
  readonly api: JournalApi
  /** Files by path. */
  readonly files: Map<string, string>
  /** Every request in order: its name and its input. */
  readonly calls: { readonly name: string; readonly input: unknown }[]
  /** Sends an event of the main process to the window. */
  emit<N extends EventName>(name: N, payload: EventPayload<N>): void
  /** Another program writes the file (null: removes it), and the watcher tells of it. */
  writeOutside(path: string, text: string | null): void
  /** The next save fails with this. */
  failNextSave(error: AppError): void
  /** Saves wait until the returned function is called. */
  holdSaves(): () => void
  /** Reads are done at once, but their answers wait until the returned function is called. */
  holdReads(): () => void
  /** Answers searches by hand: each question waits in the list. */
  holdSearches(): { readonly question: SearchQuestion; readonly answer: (answer: SearchAnswer) => void }[]
  revisionOf(path: string): Revision
  cards(): EventPayload<'cardsRead'>['cards']
}

export interface FakeJournalOptions {
  readonly files: Readonly<Record<string, string>>
  readonly journal?: JournalInfo | null
  readonly settings?: Partial<Settings>
  readonly hasWindowOverlay?: boolean
  readonly readOnly?: OpenedEntry['readOnly']
}

const defaultJournal: JournalInfo = {
  id: 'fake',
  name: 'journal',
  place: '~/journal',
  isSample: false,
  isReadOnly: false,
}

/** SHA-256 is not needed to tell texts apart: 64 hex digits made of the text's length and two running sums. */
export function fakeRevision(text: string): Revision {
  let low = 7
  let high = 13
  for (let at = 0; at < text.length; at += 1) {
    low = (low * 31 + text.charCodeAt(at)) >>> 0
    high = (high * 131 + text.charCodeAt(at)) >>> 0
  }
  const hex = [low, high, text.length].map((part) => part.toString(16).padStart(8, '0')).join('')
  return hex.padEnd(64, '0') as Revision
}

/** A `JournalApi` over files in memory, that behaves as the real one does where the window can tell. */
export function createFakeJournal(options: FakeJournalOptions): FakeJournal {
  const files = new Map(Object.entries(options.files))
  const listeners = new Map<string, Set<(payload: never) => void>>()
  const calls: { name: string; input: unknown }[] = []
  let journal = options.journal === undefined ? defaultJournal : options.journal
  let settings: Settings = { ...defaultFakeSettings, ...options.settings }
  let nextSaveError: AppError | null = null
  let saveGate: Promise<void> | null = null
  let readGate: Promise<void> | null = null
  let heldSearches: { question: SearchQuestion; answer: (answer: SearchAnswer) => void }[] | null = null
  const savedMs = Date.UTC(2025, 8, 20, 10, 42)

  function emit<N extends EventName>(name: N, payload: EventPayload<N>): void {
    for (const listener of listeners.get(name) ?? []) listener(payload as never)
  }
  function on(name: string, listener: (payload: never) => void): () => void {
    const known = listeners.get(name) ?? new Set()
    listeners.set(name, known.add(listener))
    return () => known.delete(listener)
  }
  const revisionOf = (path: string): Revision => fakeRevision(files.get(path) ?? '')
  const listed = () =>
    [...files].map(([path, text]) => ({ path: path as EntryPath, size: text.length, modifiedMs: savedMs }))
  const cards = () =>
    readSummaries(files).map(({ path, kind, title, date, tags }) => ({
      path,
      kind,
      title,
      date,
      tags: [...tags],
    }))
  const tellOfIndex = (): void => {
    emit('cardsRead', { cards: cards(), gone: [] })
    emit('indexProgressed', { indexed: files.size, total: files.size, isDone: true })
  }
  function noteWritten(path: string): void {
    const card = cards().find((known) => known.path === path)
    if (card) emit('cardsRead', { cards: [card], gone: [] })
  }
  async function freeName(path: string, suffix: string): Promise<EntryPath> {
    return path.replace(/\.md$/, `${suffix}.md`) as EntryPath
  }

  /** Writes as the journal does; `textAfter` gives null for an edit that does not fit. */
  async function save(
    path: string,
    baseRevision: string | null,
    textAfter: (before: string) => string | null,
  ) {
    if (saveGate) await saveGate
    if (nextSaveError) {
      const error = nextSaveError
      nextSaveError = null
      return { ok: false as const, error }
    }
    const now = files.get(path)
    const onDisk = now === undefined ? null : fakeRevision(now)
    if (onDisk !== baseRevision) {
      return fail(
        'conflict',
        'Another program changed the file.',
        now === undefined ? null : { text: now, revision: fakeRevision(now) },
      )
    }
    const text = textAfter(now ?? '')
    if (text === null) return fail('invalid-input', 'The edit does not fit the text.')
    files.set(path, text)
    noteWritten(path)
    return succeed({ revision: fakeRevision(text), savedMs: Date.now() })
  }

  const requests = {
    getStartState: async () =>
      succeed({
        journal,
        recents: [{ id: 'old', name: 'notes', place: '~/Documents/notes' }],
        settings,
        platform: 'linux' as const,
        version: '0.1.0',
        hasWindowOverlay: options.hasWindowOverlay ?? false,
      }),
    chooseJournal: async () => succeed((journal = defaultJournal)),
    openSampleJournal: async () => succeed((journal = { ...defaultJournal, id: 'sample', isSample: true })),
    openRecentJournal: async ({ id }: { id: string }) => succeed((journal = { ...defaultJournal, id })),
    forgetRecentJournal: async () => succeed(undefined),
    closeJournal: async () => {
      journal = null
      return succeed(undefined)
    },
    listEntries: async () => {
      setTimeout(tellOfIndex, 0)
      return succeed(listed())
    },
    readEntry: async ({ path }: { path: string }): Promise<Outcome<OpenedEntry>> => {
      const text = files.get(path)
      if (readGate) await readGate
      if (text === undefined) return fail('not-found', 'The file is not there any more.')
      return succeed({
        path: path as EntryPath,
        text,
        revision: fakeRevision(text),
        modifiedMs: savedMs,
        readOnly: options.readOnly ?? null,
      })
    },
    saveEntry: ({ path, text, baseRevision }: { path: string; text: string; baseRevision: string | null }) =>
      save(path, baseRevision, () => text),
    saveSplice: ({ path, splice, length, baseRevision }: RequestInput<'saveSplice'>) =>
      save(path, baseRevision, (before) => {
        const text = spliceText(before, [splice])
        return text?.length === length ? text : null
      }),
    saveEntryBeside: async ({ path, text }: { path: string; text: string }) => {
      const beside = await freeName(path, ' (mine 2026-11-24 10.47)')
      files.set(beside, text)
      return succeed({ path: beside })
    },
    openToday: async ({ day }: { day: string }) => {
      const path = `${day}.md` as EntryPath
      const wasCreated = !files.has(path)
      if (wasCreated) files.set(path, '')
      return succeed({ path, wasCreated })
    },
    createEntry: async ({ kind, title }: { kind: 'draft' | 'page'; title: string }) => {
      const path = `${kind === 'draft' ? 'drafts/' : ''}${title}.md` as EntryPath
      if (files.has(path)) return fail('already-exists', 'A file with this name is there already.')
      files.set(path, `---\ntitle: "${title}"\n---\n\n`)
      return succeed({ path })
    },
    renameEntry: async ({ path, to }: { path: string; to: string }) => {
      if (files.has(to)) return fail('already-exists', 'A file with this name is there already.')
      files.set(to, files.get(path) ?? '')
      files.delete(path)
      return succeed({ path: to as EntryPath })
    },
    planRename: async () => succeed({ files: [] }),
    renameFile: async ({ to }: { to: string }) => succeed({ path: to }),
    trashEntry: async ({ path }: { path: string }) => {
      files.delete(path)
      return succeed(undefined)
    },
    revealEntry: async () => succeed(undefined),
    ...createFakeEdits(files, revisionOf, (path) => {
      noteWritten(path)
      const change = { path: path as EntryPath, revision: revisionOf(path), size: 0, modifiedMs: savedMs }
      emit('entriesChanged', [change])
    }),
    search: async (question: SearchQuestion): Promise<Outcome<SearchAnswer>> => {
      const held = heldSearches
      if (held)
        return new Promise((resolve) => held.push({ question, answer: (answer) => resolve(succeed(answer)) }))
      return succeed(searchTexts(files, question))
    },
    findRelated: async () => succeed([]),
    markEntry: async ({ path, text }: MarkQuestion) => succeed(markText(files.get(path) ?? '', text)),
    listQueryValues: async () =>
      succeed({ tags: cards().flatMap(({ tags }) => tags), authors: [], folders: [], hosts: [] }),
    findResourceUses: async ({ keys }: { keys: string[] }) => {
      const wanted = new Set(keys)
      const uses: Record<
        string,
        { path: EntryPath; entryTitle: string; date: string | null; from: number }[]
      > = {}
      for (const summary of readSummaries(files)) {
        for (const use of summary.resources) {
          if (!wanted.has(use.key)) continue
          const known = (uses[use.key] ??= [])
          known.push({
            path: summary.path,
            entryTitle: summary.title,
            date: summary.date,
            from: use.span.from,
          })
        }
      }
      return succeed(uses)
    },
    ...createFakeMemory(files, fakeRevision),
    ...createFakeFacts(files),
    checkFiles: async () => succeed(null),
    cancelFileCheck: async () => succeed(undefined),
    exportCalendar: async () => succeed(null),
    getCalendarFile: async () => succeed(null),
    changeCalendarFile: async () => succeed(null),
    openLink: async () => succeed(undefined),
    updateSettings: async (patch: Partial<Settings>) => succeed((settings = { ...settings, ...patch })),
    controlWindow: async () => succeed(undefined),
    answerClose: async () => succeed(undefined),
  }

  const api: Record<string, unknown> = {}
  for (const [name, run] of Object.entries(requests)) {
    api[name] = (input: never) => {
      calls.push({ name, input })
      return (run as (given: never) => unknown)(input)
    }
  }
  const eventNames: readonly EventName[] = [
    'journalOpened',
    'journalReachabilityChanged',
    'entriesChanged',
    'cardsRead',
    'indexProgressed',
    'fileCheckProgressed',
    'noticeRaised',
    'reminderChosen',
    'commandChosen',
    'closeRequested',
  ]
  for (const name of eventNames) {
    api[`on${name[0]?.toUpperCase()}${name.slice(1)}`] = (listener: (payload: never) => void) =>
      on(name, listener)
  }

  return {
    api: api as unknown as JournalApi,
    files,
    calls,
    emit,
    revisionOf,
    cards,
    writeOutside(path, text) {
      if (text === null) files.delete(path)
      else files.set(path, text)
      const revision = text === null ? null : fakeRevision(text)
      emit('entriesChanged', [
        { path: path as EntryPath, revision, size: text?.length ?? 0, modifiedMs: savedMs },
      ])
    },
    failNextSave: (error) => void (nextSaveError = error),
    holdSaves() {
      let open = (): void => undefined
      saveGate = new Promise((resolve) => (open = resolve))
      return () => {
        saveGate = null
        open()
      }
    },
    holdReads() {
      let open = (): void => undefined
      readGate = new Promise((resolve) => (open = resolve))
      return () => {
        readGate = null
        open()
      }
    },
    holdSearches: () => (heldSearches = []),
  }
}
