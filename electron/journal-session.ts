import type { EventName, EventPayload } from '../shared/contract/events.ts'
import { fail, succeed, type Outcome } from '../shared/contract/errors.ts'
import type { JournalInfo } from '../shared/contract/requests.ts'
import type { FileCheck } from '../shared/contract/file-check.ts'
import { createCheckHost } from '../journal/check-host.ts'
import { findJournalPlace } from '../journal/journal-place.ts'
import type { StartIndex } from '../journal/journal-index.ts'
import { openJournal, type Journal, type JournalListener } from '../journal/open-journal.ts'
import { rememberFolder } from '../journal/recent-folders.ts'
import type { KeptSettings } from './settings.ts'

/** Does something for the open journal beside the window: reminds of what is due, keeps a calendar file. */
export interface JournalFollower {
  journalOpened(journal: Journal): void
  /** All entries are read: told at first, and again after every change of what they hold. */
  factsRead(): void
  /** The journal is being closed: nothing of it can be asked any more. */
  journalClosed(): void
}

export interface SessionOptions {
  readonly kept: KeptSettings
  readonly homeFolder: string
  readonly startIndex: StartIndex
  /** The bundled worker that checks files. */
  readonly checkWorkerFile: string
  readonly moveToSystemTrash: (file: string) => Promise<void>
  readonly send: <N extends EventName>(name: N, payload: EventPayload<N>) => void
  readonly log: (message: string, error?: unknown) => void
}

/** The one journal that is open, if any. */
export interface JournalSession {
  readonly current: Journal | null
  /** Opens a folder, closes the one before, and remembers it. A folder that cannot be opened changes nothing. */
  open(folder: string, isSample: boolean): Promise<Outcome<JournalInfo>>
  close(): Promise<void>
  /** Runs `work` with the open journal, or fails when none is open. */
  withJournal<T>(work: (journal: Journal) => Promise<Outcome<T>>): Promise<Outcome<T>>
  /** Tells a follower of the open journal from now on. */
  follow(follower: JournalFollower): void
  /** See the request `checkFiles`. */
  checkFiles(edits: number): Promise<Outcome<FileCheck | null>>
  cancelFileCheck(): void
  /** Sends what the index has read so far: a page that has just loaded missed it. */
  sendCards(): void
}

/** Connects the open journal to the window: its events are sent, its folder is remembered. */
export function createJournalSession(options: SessionOptions): JournalSession {
  const { kept, send } = options
  let current: Journal | null = null
  const followers: JournalFollower[] = []
  /** Grows with every opening and closing: what an earlier journal still tells is dropped. */
  let opening = 0
  let progress: EventPayload<'indexProgressed'> | null = null
  let currentRoot: string | null = null
  const checks = createCheckHost(options.checkWorkerFile, (now) => send('fileCheckProgressed', now))

  function listen(isCurrent: () => boolean): JournalListener {
    return {
      onEntriesChanged: (changes) => isCurrent() && send('entriesChanged', [...changes]),
      onReachabilityChanged: (isReachable) =>
        isCurrent() && send('journalReachabilityChanged', { isReachable }),
      onCardsRead(batch) {
        if (!isCurrent()) return
        send('cardsRead', batch)
        tellFollowers()
      },
      onIndexProgressed: (now) => {
        if (!isCurrent()) return
        progress = now
        send('indexProgressed', now)
        tellFollowers()
      },
      onFailure: (part, error) => {
        options.log(`the ${part} of the journal failed`, error)
        if (isCurrent()) send('noticeRaised', failureNotices[part])
      },
    }
  }

  function tellFollowers(): void {
    if (current === null || progress?.isDone !== true) return
    for (const follower of followers) follower.factsRead()
  }

  async function closeCurrent(): Promise<void> {
    const closing = current
    if (closing !== null) for (const follower of followers) follower.journalClosed()
    opening += 1
    current = null
    currentRoot = null
    progress = null
    checks.cancel()
    await closing?.close()
  }

  return {
    get current() {
      return current
    },
    async open(folder, isSample) {
      const place = await findJournalPlace(folder, { homeFolder: options.homeFolder, isSample })
      if (!place.ok) return place
      await closeCurrent()
      const own = opening
      const journal = openJournal({
        place: place.value,
        listener: listen(() => own === opening),
        startIndex: options.startIndex,
        actionHeadings: () => kept.settings.actionHeadings,
        moveToSystemTrash: options.moveToSystemTrash,
      })
      current = journal
      for (const follower of followers) follower.journalOpened(journal)
      const { root } = place.value
      currentRoot = root
      kept.keep({ recents: rememberFolder(kept.recents, { folder: root, isSample }), lastFolder: root })
      return succeed(journal.info)
    },
    async close() {
      await closeCurrent()
      kept.keep({ lastFolder: null })
    },
    async withJournal(work) {
      return current === null ? fail('journal-gone', 'No journal is open.') : work(current)
    },
    follow: (follower) => void followers.push(follower),
    async checkFiles(edits) {
      if (currentRoot === null) return fail('journal-gone', 'No journal is open.')
      return checks.run({ root: currentRoot, edits, seed: Math.floor(Math.random() * 1_000_000) })
    },
    cancelFileCheck: checks.cancel,
    sendCards() {
      if (current === null) return
      send('cardsRead', { cards: current.index.allCards().map(copyCard), gone: [] })
      if (progress !== null) send('indexProgressed', progress)
    },
  }
}

function copyCard(
  card: ReturnType<Journal['index']['allCards']>[number],
): EventPayload<'cardsRead'>['cards'][number] {
  return { ...card, tags: [...card.tags] }
}

const failureNotices: Readonly<Record<'watcher' | 'index', EventPayload<'noticeRaised'>>> = {
  watcher: {
    id: 'watcher-failed',
    tone: 'warn',
    title: 'Changes by other programs may be seen late',
    detail:
      'The system does not let Cairn watch the whole folder. Saving still never overwrites what others wrote.',
  },
  index: {
    id: 'index-failed',
    tone: 'warn',
    title: 'Search is not complete',
    detail: 'The index stopped. Reading and writing go on. Open the journal again to build it anew.',
  },
}
