import * as v from 'valibot'
import { entryPathSchema } from './entry-path-schema.ts'
import { mostEdits, spliceSchema, type AppliedEdits, type EntryEdit, type EntryEditInput } from './edits.ts'
import { relatedItemSchema } from './related.ts'
import { replacePlanSchema, replaceQuestionSchema } from './replace.ts'
import { filePathSchema, renamePlanSchema, renameQuestionSchema } from './rename.ts'
import { memoryNames, memorySchemas, type MemoryName } from './journal-memory.ts'
import { revisionSchema } from './revision-schema.ts'
import { factRequests } from './facts.ts'
import { fileCheckSchema } from './file-check.ts'
import { settingsPatchSchema, settingsSchema } from './settings.ts'
import {
  markAnswerSchema,
  markQuestionSchema,
  queryValuesSchema,
  searchAnswerSchema,
  searchQuestionSchema,
} from './search.ts'

const isoDaySchema = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))
const nothing = v.undefined()
const msSchema = v.pipe(v.number(), v.finite())
/** Largest text a window may hand over: well above the 20 MB that Markdown mode opens. */
const entryTextSchema = v.pipe(v.string(), v.maxLength(64 * 1024 * 1024))

export const journalInfoSchema = v.object({
  /** Names the folder for events and pictures; not a path. */
  id: v.string(),
  /** Folder name, shown at the top of the rail. */
  name: v.string(),
  /** Where it is, shortened for reading (`~/notes`); only ever shown. */
  place: v.string(),
  isSample: v.boolean(),
  isReadOnly: v.boolean(),
})
export type JournalInfo = v.InferOutput<typeof journalInfoSchema>

export const recentJournalSchema = v.object({ id: v.string(), name: v.string(), place: v.string() })

export const startStateSchema = v.object({
  journal: v.nullable(journalInfoSchema),
  recents: v.array(recentJournalSchema),
  settings: settingsSchema,
  platform: v.picklist(['linux', 'darwin', 'win32']),
  version: v.string(),
  /** True when the system draws the window buttons over the title bar. */
  hasWindowOverlay: v.boolean(),
})

export const entryListingSchema = v.object({ path: entryPathSchema, size: v.number(), modifiedMs: msSchema })
export type EntryListing = v.InferOutput<typeof entryListingSchema>

export const openedEntrySchema = v.object({
  path: entryPathSchema,
  text: v.string(),
  revision: revisionSchema,
  modifiedMs: msSchema,
  /** Why it cannot be written, or null. `not-utf8`: shown as Latin-1, bytes untouched. */
  readOnly: v.nullable(v.picklist(['not-utf8', 'no-permission', 'read-only-journal'])),
})
export type OpenedEntry = v.InferOutput<typeof openedEntrySchema>

const savedSchema = v.object({ revision: revisionSchema, savedMs: msSchema })

export const entryCardSchema = v.object({
  path: entryPathSchema,
  kind: v.picklist(['daily', 'draft', 'page']),
  title: v.string(),
  date: v.nullable(isoDaySchema),
  tags: v.array(v.string()),
})

const calendarFileSchema = v.object({
  /** Where it is, shortened for reading; only ever shown. */
  place: v.string(),
  /** Why it is not written any more, in one sentence; null while it is kept up to date. */
  failure: v.nullable(v.string()),
})
export type KeptCalendarFile = v.InferOutput<typeof calendarFileSchema>

const useSchema = v.object({
  path: entryPathSchema,
  entryTitle: v.string(),
  date: v.nullable(isoDaySchema),
  from: v.number(),
})

const entryEditSchema: v.GenericSchema<EntryEditInput, EntryEdit> = v.object({
  path: entryPathSchema,
  revision: revisionSchema,
  splices: v.pipe(v.array(spliceSchema), v.maxLength(mostEdits)),
})
function rememberedFile<N extends MemoryName>(name: N) {
  return v.object({
    name: v.literal(name),
    content: memorySchemas[name],
    fault: v.nullable(v.string()),
    revision: v.nullable(revisionSchema),
  })
}
const rememberedFileSchema = v.variant('name', [
  rememberedFile('settings'),
  rememberedFile('dates'),
  rememberedFile('people'),
  rememberedFile('resources'),
])

function memoryChange<N extends MemoryName>(name: N) {
  return v.object({
    name: v.literal(name),
    patch: v.partial(memorySchemas[name]),
    baseRevision: v.nullable(revisionSchema),
  })
}
const memoryChangeSchema = v.variant('name', [
  memoryChange('settings'),
  memoryChange('dates'),
  memoryChange('people'),
  memoryChange('resources'),
])

const appliedEditsSchema: v.GenericSchema<unknown, AppliedEdits> = v.object({
  results: v.array(
    v.object({
      path: entryPathSchema,
      revision: v.nullable(revisionSchema),
      failure: v.nullable(v.string()),
    }),
  ),
  undo: v.nullable(v.string()),
})

/**
 * Every request of the window to the main process: verbs, with the schema of what goes in and what comes out.
 *
 * Main parses `input` before it runs anything and answers with an `Outcome` of `output`. Absolute paths never cross.
 */
export const requests = {
  getStartState: { input: nothing, output: startStateSchema },
  /** Shows the system's folder dialog. Null when the user cancelled. */
  chooseJournal: { input: nothing, output: v.nullable(journalInfoSchema) },
  openSampleJournal: { input: nothing, output: journalInfoSchema },
  openRecentJournal: { input: v.object({ id: v.string() }), output: journalInfoSchema },
  forgetRecentJournal: { input: v.object({ id: v.string() }), output: nothing },
  closeJournal: { input: nothing, output: nothing },

  listEntries: { input: nothing, output: v.array(entryListingSchema) },
  readEntry: { input: v.object({ path: entryPathSchema }), output: openedEntrySchema },
  /** `baseRevision` null: the file must not exist yet. Fails with `conflict` when the disk holds another revision. */
  saveEntry: {
    input: v.object({
      path: entryPathSchema,
      text: entryTextSchema,
      baseRevision: v.nullable(revisionSchema),
    }),
    output: savedSchema,
  },
  /**
   * `saveEntry` of a long text: handing a megabyte to another process holds the window up longer than all else in a
   * save. `length` is that of the new text. Fails with `invalid-input` when the splice does not fit `baseRevision`.
   */
  saveSplice: {
    input: v.object({
      path: entryPathSchema,
      baseRevision: revisionSchema,
      splice: spliceSchema,
      length: v.pipe(v.number(), v.integer(), v.minValue(0)),
    }),
    output: savedSchema,
  },
  /** Writes `text` to a new file beside the entry, `name (mine 2026-11-24 10.47).md`, and gives its path. */
  saveEntryBeside: {
    input: v.object({ path: entryPathSchema, text: entryTextSchema }),
    output: v.object({ path: entryPathSchema }),
  },
  /** Finds today's entry by front-matter date, file name or Obsidian's daily-note settings; makes it when there is none. */
  openToday: {
    input: v.object({ day: isoDaySchema }),
    output: v.object({ path: entryPathSchema, wasCreated: v.boolean() }),
  },
  createEntry: {
    input: v.object({ kind: v.picklist(['draft', 'page']), title: v.string(), day: isoDaySchema }),
    output: v.object({ path: entryPathSchema }),
  },
  renameEntry: {
    input: v.object({ path: entryPathSchema, to: entryPathSchema }),
    output: v.object({ path: entryPathSchema }),
  },
  /** What links must be written so that a file can get another path; changes nothing. `already-exists` when it is taken. */
  planRename: { input: renameQuestionSchema, output: renamePlanSchema },
  /** `renameEntry` of a file that is no entry: a picture, a PDF. */
  renameFile: { input: renameQuestionSchema, output: v.object({ path: filePathSchema }) },
  /** Moves the file to the system's trash, or to the journal's `.trash` folder where the system has none. */
  trashEntry: { input: v.object({ path: entryPathSchema }), output: nothing },
  revealEntry: { input: v.object({ path: entryPathSchema }), output: nothing },

  /** What the journal remembers beside its texts. */
  readMemory: {
    input: v.object({ name: v.picklist(memoryNames) }),
    output: rememberedFileSchema,
  },
  /** Fails with `conflict` when the file is not the one the change was made from, with `invalid-input` when it is broken. */
  changeMemory: { input: memoryChangeSchema, output: rememberedFileSchema },
  /** Every place that would be replaced, with its line; changes nothing. `applyEdits` makes what was chosen of it. */
  planReplacements: { input: replaceQuestionSchema, output: replacePlanSchema },
  /** Edits many files, each if it still holds its revision. What came of each is in the answer. */
  applyEdits: {
    input: v.object({ edits: v.pipe(v.array(entryEditSchema), v.maxLength(mostEdits)) }),
    output: appliedEditsSchema,
  },
  /** Takes an `applyEdits` back, in each file that nobody has written since. */
  undoEdits: { input: v.object({ undo: v.string() }), output: appliedEditsSchema },

  search: { input: searchQuestionSchema, output: searchAnswerSchema },
  /** Where a query's words stand in one entry, for its preview. The text itself comes from `readEntry`. */
  markEntry: { input: markQuestionSchema, output: markAnswerSchema },
  /** What the filters of a query can be completed with. */
  listQueryValues: { input: nothing, output: queryValuesSchema },
  /** Entries and resources that share links, rare words or tags with an entry, the closest first. */
  findRelated: { input: v.object({ path: entryPathSchema }), output: v.array(relatedItemSchema) },
  /** All uses in the journal of each resource, by `ResourceUse.key`. */
  findResourceUses: {
    input: v.object({ keys: v.pipe(v.array(v.string()), v.maxLength(2000)) }),
    output: v.record(v.string(), v.array(useSchema)),
  },

  ...factRequests,

  /**
   * Opens and saves every entry in memory and compares; with `edits` also makes that many random edits in each. Writes
   * nothing. Takes as long as it takes; null when it was cancelled.
   */
  checkFiles: {
    input: v.object({ edits: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)) }),
    output: v.nullable(fileCheckSchema),
  },
  cancelFileCheck: { input: nothing, output: nothing },

  /**
   * Asks where to, and writes open dated steps and deadlines of programs there as a calendar file. Gives the file's
   * name and how many events it has; null when the user cancelled.
   */
  exportCalendar: {
    input: v.object({ today: isoDaySchema }),
    output: v.nullable(v.object({ name: v.string(), events: v.number() })),
  },

  /** The calendar file that is kept up to date for the open journal; null: none. */
  getCalendarFile: { input: nothing, output: v.nullable(calendarFileSchema) },
  /**
   * `choose` asks where to (nothing changes when the user cancels), writes the file and keeps it up to date from then
   * on; `retry` writes again after a failure; `stop` leaves the file as it is. Gives what is kept afterwards.
   */
  changeCalendarFile: {
    input: v.object({ verb: v.picklist(['choose', 'retry', 'stop']) }),
    output: v.nullable(calendarFileSchema),
  },

  /** `http`, `https` and `mailto` only; everything else is `invalid-input`. */
  openLink: { input: v.object({ url: v.string() }), output: nothing },
  /**
   * Asks where to, and writes a text there, outside the journal. Gives the file's name; null when the user cancelled.
   */
  exportText: {
    input: v.object({ name: v.pipe(v.string(), v.maxLength(300)), text: entryTextSchema }),
    output: v.nullable(v.object({ name: v.string() })),
  },
  /**
   * Copies a PDF or saved page that was dropped on the window into the journal's folder for attachments, and gives its
   * path in the journal. Never over another file; the same bytes twice are one file.
   */
  attachDocument: {
    input: v.object({
      path: entryPathSchema,
      name: v.pipe(v.string(), v.maxLength(1000)),
      bytes: v.instance(Uint8Array),
    }),
    output: v.object({ file: v.string() }),
  },
  /** The same with a file that the user picks in the system's dialog. Null when cancelled. */
  chooseDocument: {
    input: v.object({ path: entryPathSchema }),
    output: v.nullable(v.object({ file: v.string() })),
  },
  /**
   * Opens a PDF or saved page of the journal with the system's program for it; everything else is `invalid-input`.
   * `address` as a link of the entry `from` writes it; from null: the path in the journal.
   */
  openDocument: {
    input: v.object({ from: v.nullable(entryPathSchema), address: v.pipe(v.string(), v.maxLength(4000)) }),
    output: nothing,
  },
  updateSettings: { input: settingsPatchSchema, output: settingsSchema },
  controlWindow: {
    input: v.object({ verb: v.picklist(['minimize', 'maximize', 'close']) }),
    output: nothing,
  },
  /** The window's answer to `closeRequested`: all is written, or what could not be. */
  answerClose: {
    input: v.object({ unsaved: v.nullable(v.object({ name: v.string(), reason: v.string() })) }),
    output: nothing,
  },
} as const satisfies Record<string, { input: v.GenericSchema; output: v.GenericSchema }>

export type RequestName = keyof typeof requests
export type RequestInput<N extends RequestName> = v.InferInput<(typeof requests)[N]['input']>
export type RequestParsedInput<N extends RequestName> = v.InferOutput<(typeof requests)[N]['input']>
export type RequestOutput<N extends RequestName> = v.InferOutput<(typeof requests)[N]['output']>
export type ResourceUseElsewhere = v.InferOutput<typeof useSchema>
