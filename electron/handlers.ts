import { fail, succeed, type Outcome } from '../shared/contract/errors.ts'
import type { FactQuestions, FactVerb } from '../shared/contract/facts.ts'
import type { MemoryName } from '../shared/contract/journal-memory.ts'
import type { RequestInput, RequestOutput } from '../shared/contract/requests.ts'
import type { Settings } from '../shared/contract/settings.ts'
import { journalId, shortenPlace } from '../journal/journal-place.ts'
import type { MemoryChange } from '../journal/memory/memory-files.ts'
import { findFolder, forgetFolder } from '../journal/recent-folders.ts'
import type { Unsaved } from './close-guard.ts'
import { exportCalendar } from './export-calendar.ts'
import type { CalendarKeeper } from './keep-calendar.ts'
import type { RequestHandlers } from './ipc.ts'
import type { JournalSession } from './journal-session.ts'
import { exportText } from './export-text.ts'
import { attachChosen } from './attach-chosen.ts'
import { openDocument } from './open-document.ts'
import { openLink } from './open-link.ts'
import type { KeptSettings } from './settings.ts'

/** What the handlers need of the system; everything else they do with the journal and the settings. */
export interface System {
  readonly platform: RequestOutput<'getStartState'>['platform']
  readonly version: string
  readonly homeFolder: string
  readonly hasWindowOverlay: boolean
  /** Asks the user for a folder; null when cancelled. */
  readonly chooseFolder: () => Promise<string | null>
  /** Asks the user for a PDF or a saved page; null when cancelled. */
  readonly chooseDocument: () => Promise<string | null>
  /** Asks the user where to write a file; null when cancelled. */
  readonly chooseNewFile: (suggestedName: string) => Promise<string | null>
  /** Makes the sample journal if need be, and gives its folder. */
  readonly prepareSample: () => Promise<string>
  readonly calendarKeeper: () => CalendarKeeper | null
  readonly revealFile: (file: string) => void
  readonly openAddress: (address: string) => Promise<void>
  /** Opens a file with the program that the system has for it; '' or what went wrong. */
  readonly openFile: (file: string) => Promise<string>
  readonly applySettings: (settings: Settings) => void
  readonly controlWindow: (verb: 'minimize' | 'maximize' | 'close') => void
  readonly answerClose: (unsaved: Unsaved) => void
  /** The page has asked for its first state: from now on it hears events. */
  readonly pageConnected: () => void
}

/** What answers each request of the contract. */
export function makeHandlers(kept: KeptSettings, session: JournalSession, system: System): RequestHandlers {
  const nothing: Outcome<undefined> = succeed(undefined)
  return {
    getStartState() {
      system.pageConnected()
      return succeed({
        journal: session.current?.info ?? null,
        recents: listRecents(kept, system.homeFolder),
        settings: kept.settings,
        platform: system.platform,
        version: system.version,
        hasWindowOverlay: system.hasWindowOverlay,
      })
    },
    async chooseJournal() {
      const folder = await system.chooseFolder()
      return folder === null ? succeed(null) : session.open(folder, false)
    },
    openSampleJournal: async () => session.open(await system.prepareSample(), true),
    async openRecentJournal({ id }) {
      const recent = findFolder(kept.recents, id)
      if (recent === null) return fail('not-found', 'This journal is not in the list any more.')
      return session.open(recent.folder, recent.isSample)
    },
    forgetRecentJournal({ id }) {
      kept.keep({ recents: forgetFolder(kept.recents, id) })
      return nothing
    },
    async closeJournal() {
      await session.close()
      return nothing
    },

    listEntries: () =>
      session.withJournal(async (journal) => {
        const listing = await journal.listEntries()
        return listing.ok ? succeed([...listing.value]) : listing
      }),
    readEntry: ({ path }) => session.withJournal((journal) => journal.readEntry(path)),
    saveEntry: ({ path, text, baseRevision }) =>
      session.withJournal(async (journal) => withTime(await journal.saveEntry(path, { text, baseRevision }))),
    saveSplice: ({ path, ...request }) =>
      session.withJournal(async (journal) => withTime(await journal.saveSplice(path, request))),
    saveEntryBeside: ({ path, text }) =>
      session.withJournal(async (journal) => withPath(await journal.saveEntryBeside(path, text))),
    openToday: ({ day }) => session.withJournal((journal) => journal.openToday(day)),
    createEntry: ({ kind, title }) =>
      session.withJournal(async (journal) => withPath(await journal.createEntry({ kind, title }))),
    renameEntry: ({ path, to }) =>
      session.withJournal(async (journal) => withPath(await journal.renameEntry(path, to))),
    planRename: (question) => session.withJournal((journal) => journal.index.planRename(question)),
    renameFile: ({ from, to }) =>
      session.withJournal(async (journal) => withPath(await journal.renameFile(from, to))),
    trashEntry: ({ path }) => session.withJournal((journal) => journal.trashEntry(path)),
    revealEntry: ({ path }) =>
      session.withJournal(async (journal) => {
        const file = await journal.findFile(path)
        if (!file.ok) return file
        system.revealFile(file.value)
        return nothing
      }),

    planReplacements: (question) =>
      session.withJournal(async (journal) => succeed(await journal.index.planReplacements(question))),
    applyEdits: ({ edits }) =>
      session.withJournal(async (journal) => succeed(await journal.edits.apply(edits))),
    undoEdits: ({ undo }) => session.withJournal((journal) => journal.edits.undo(undo)),

    search: (question) =>
      session.withJournal(async (journal) => succeed(await journal.index.search(question))),
    markEntry: (question) =>
      session.withJournal(async (journal) => succeed(await journal.index.markEntry(question))),
    listQueryValues: () =>
      session.withJournal(async (journal) => succeed(await journal.index.listQueryValues())),
    findRelated: ({ path }) =>
      session.withJournal(async (journal) => succeed([...(await journal.index.findRelated(path))])),
    findResourceUses: ({ keys }) =>
      session.withJournal(async (journal) => succeed(await journal.index.findResourceUses(keys))),
    listAgenda: askFacts('listAgenda', session),
    listDays: askFacts('listDays', session),
    listEvents: askFacts('listEvents', session),
    listPrograms: askFacts('listPrograms', session),
    listResources: askFacts('listResources', session),
    listQuotes: askFacts('listQuotes', session),
    listPeople: askFacts('listPeople', session),
    listResourcePlaces: askFacts('listResourcePlaces', session),
    listResourceChoices: askFacts('listResourceChoices', session),
    listDisagreements: askFacts('listDisagreements', session),
    listPersonPlaces: askFacts('listPersonPlaces', session),

    ...memoryHandlers(session),

    checkFiles: ({ edits }) => session.checkFiles(edits),
    cancelFileCheck() {
      session.cancelFileCheck()
      return nothing
    },

    exportCalendar: ({ today }) =>
      session.withJournal((journal) => exportCalendar(journal, today, system.chooseNewFile)),

    getCalendarFile: () => succeed(system.calendarKeeper()?.state() ?? null),
    changeCalendarFile: ({ verb }) =>
      session.withJournal((journal) => changeCalendarFile(verb, journal.info.name, system)),

    openLink: ({ url }) => openLink(url, system.openAddress),
    exportText: (wish) => session.withJournal((journal) => exportText(journal, wish, system.chooseNewFile)),
    attachDocument: ({ path, name, bytes }) =>
      session.withJournal((journal) => journal.attachDocument(path, { name, bytes })),
    chooseDocument: ({ path }) =>
      session.withJournal((journal) => attachChosen(journal, path, system.chooseDocument)),
    openDocument: ({ from, address }) =>
      session.withJournal((journal) => openDocument(journal, from, address, system.openFile)),
    updateSettings(patch) {
      const settings = kept.updateSettings(patch)
      if (patch.actionHeadings !== undefined) session.current?.useActionHeadings()
      system.applySettings(settings)
      return succeed(settings)
    },
    controlWindow({ verb }) {
      system.controlWindow(verb)
      return nothing
    },
    answerClose({ unsaved }) {
      system.answerClose(unsaved)
      return nothing
    },
  }
}

async function changeCalendarFile(
  verb: 'choose' | 'retry' | 'stop',
  journalName: string,
  system: System,
): Promise<Outcome<RequestOutput<'changeCalendarFile'>>> {
  const keeper = system.calendarKeeper()
  if (keeper === null) return succeed(null)
  if (verb === 'retry') return keeper.retry()
  if (verb === 'stop') keeper.stop()
  const file = verb === 'choose' ? await system.chooseNewFile(`${journalName}.ics`) : null
  return file === null ? succeed(keeper.state()) : keeper.choose(file)
}

/** What the journal remembers. A name and its content belong together, which the type of a union of names cannot say. */
function memoryHandlers(session: JournalSession): Pick<RequestHandlers, 'readMemory' | 'changeMemory'> {
  const readMemory = ({ name }: RequestInput<'readMemory'>) =>
    session.withJournal((journal) => journal.memory.read(name))
  const changeMemory = (change: RequestInput<'changeMemory'>) =>
    session.withJournal((journal) => journal.memory.change(change as MemoryChange<MemoryName>))
  return { readMemory, changeMemory } as Pick<RequestHandlers, 'readMemory' | 'changeMemory'>
}

/** The handler of a question about what the entries hold. */
function askFacts<V extends FactVerb>(verb: V, session: JournalSession): RequestHandlers[V] {
  const handler = (question: FactQuestions[V]['input']): Promise<Outcome<FactQuestions[V]['output']>> =>
    session.withJournal(async (journal) => succeed(await journal.index.askFacts(verb, question)))
  return handler as RequestHandlers[V]
}

function withTime(
  outcome: Outcome<RequestOutput<'saveEntry'> & { readonly wasWritten: boolean }>,
): Outcome<RequestOutput<'saveEntry'>> {
  if (!outcome.ok) return outcome
  const { revision, savedMs } = outcome.value
  return succeed({ revision, savedMs })
}

function withPath<P>(outcome: Outcome<P>): Outcome<{ path: P }> {
  return outcome.ok ? succeed({ path: outcome.value }) : outcome
}

function listRecents(kept: KeptSettings, homeFolder: string): RequestOutput<'getStartState'>['recents'] {
  return kept.recents.map(({ folder }) => ({
    id: journalId(folder),
    name: folder.split(/[\\/]/).at(-1) || folder,
    place: shortenPlace(folder, homeFolder),
  }))
}
