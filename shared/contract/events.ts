import * as v from 'valibot'
import { commandIds } from './commands.ts'
import { entryPathSchema } from './entry-path-schema.ts'
import { entryCardSchema, journalInfoSchema } from './requests.ts'

const revisionSchema = v.string()

/**
 * Every event of the main process to the window. Past tense: something happened. They never ask for work, with two
 * exceptions that only the system can start: `commandChosen` (the menu) and `closeRequested` (the window's button).
 */
export const events = {
  journalOpened: journalInfoSchema,
  /** The folder could not be reached any more, or came back. */
  journalReachabilityChanged: v.object({ isReachable: v.boolean() }),
  /** Settled changes by other programs: own writes are left out. `revision` null: the file is gone. */
  entriesChanged: v.array(
    v.object({
      path: entryPathSchema,
      revision: v.nullable(revisionSchema),
      size: v.number(),
      modifiedMs: v.number(),
    }),
  ),
  /** Batches of what the index read, after own writes too. */
  cardsRead: v.object({ cards: v.array(entryCardSchema), gone: v.array(entryPathSchema) }),
  indexProgressed: v.object({ indexed: v.number(), total: v.number(), isDone: v.boolean() }),
  /** How many entries of the check that runs are done. */
  fileCheckProgressed: v.object({ done: v.number(), total: v.number() }),
  noticeRaised: v.object({
    id: v.string(),
    tone: v.picklist(['info', 'warn', 'bad']),
    title: v.string(),
    detail: v.string(),
    /** The command that leads out of it. */
    wayOut: v.optional(v.object({ label: v.string(), command: v.picklist(commandIds) })),
  }),
  /** The user clicked a reminder: its place, or null for the agenda. */
  reminderChosen: v.object({
    place: v.nullable(v.object({ path: entryPathSchema, from: v.number() })),
  }),
  commandChosen: v.object({ id: v.string() }),
  closeRequested: v.undefined(),
} as const satisfies Record<string, v.GenericSchema>

export type EventName = keyof typeof events
export type EventPayload<N extends EventName> = v.InferOutput<(typeof events)[N]>
