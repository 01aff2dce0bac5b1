import * as v from 'valibot'
import { resourceStatuses } from '../entry/summary.ts'

const isoDaySchema = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))

/**
 * What a journal remembers beside its texts, each in a file of its own in the journal's folder (`.cairn/<name>.json`),
 * to be read and mended by hand. Every field has a default: an old file, or one cut short by hand, stays readable.
 */
export const memorySchemas = {
  settings: v.object({
    /** Words that make a heading an actions heading in this journal; null: those of the person's settings. */
    actionHeadings: v.optional(v.nullable(v.array(v.string())), null),
    /** Programs marked full-time are folded away: the author has a job. */
    hidesFullTimePrograms: v.optional(v.boolean(), false),
    /** Where a status of a resource is written that no line says yet; null: not asked yet. */
    statusPlace: v.optional(v.nullable(v.picklist(['line', 'beside'])), null),
  }),
  people: v.object({
    /** Spellings of one person each, as the entries write them; the first is the name that is shown. */
    same: v.optional(v.array(v.array(v.string())), []),
    /** Pairs of names that look alike and are two people. */
    different: v.optional(v.array(v.tuple([v.string(), v.string()])), []),
  }),
  dates: v.object({
    /** Words of actions that were read as a wrong day, with the right one. */
    corrections: v.optional(
      v.array(
        v.object({
          /** The action's words, without signs and fields. */
          text: v.string(),
          /** The heading it stands under, '' without one. */
          heading: v.string(),
          /** The day of its entry; null: the entry says none. */
          entryDay: v.nullable(isoDaySchema),
          /** What was meant; null: no day at all. */
          day: v.nullable(isoDaySchema),
        }),
      ),
      [],
    ),
  }),
  resources: v.object({
    /** How far the author is with resources whose lines do not say it, by the key of the resource. */
    statuses: v.optional(v.record(v.string(), v.picklist(resourceStatuses)), {}),
    /** Ids of what entries say differently and what shall stay so: two things of one title among them. */
    settled: v.optional(v.array(v.string()), []),
    /** When a resource was opened from here last, by its key: `2026-11-24T10:05`, on the wall's clock. */
    opened: v.optional(v.record(v.string(), v.string()), {}),
  }),
} as const satisfies Record<string, v.GenericSchema<unknown, object>>

export const memoryNames = Object.keys(memorySchemas) as readonly MemoryName[]
export type MemoryName = keyof typeof memorySchemas
export type Memory<N extends MemoryName> = v.InferOutput<(typeof memorySchemas)[N]>
export type DateCorrection = Memory<'dates'>['corrections'][number]

/** What a file holds: what it says, or the defaults, with why it could not be read. */
export interface ReadMemory<N extends MemoryName> {
  readonly content: Memory<N>
  /** In plain words; null when all is well. A file with a fault is never written. */
  readonly fault: string | null
}

/** Path of the file in the journal's folder, '/'-separated. */
export function memoryPath(name: MemoryName): string {
  return `.cairn/${name}.json`
}

/** Reads the text of a file; null: there is none. What the schema does not name is left out, and kept by `writeMemory`. */
export function readMemory<N extends MemoryName>(name: N, text: string | null): ReadMemory<N> {
  const defaults = v.parse(memorySchemas[name], {}) as Memory<N>
  if (text === null) return { content: defaults, fault: null }
  const json = parseJson(text)
  if (json === undefined) return { content: defaults, fault: `${memoryPath(name)} is not valid JSON.` }
  // To a schema of an object a list is one too; written back it would not be a list any more.
  if (Array.isArray(json)) return { content: defaults, fault: `${memoryPath(name)} cannot be understood.` }
  const read = v.safeParse(memorySchemas[name], json)
  if (read.success) return { content: read.output as Memory<N>, fault: null }
  const [issue] = read.issues
  const place = v.getDotPath(issue)
  return {
    content: defaults,
    fault: `${memoryPath(name)} cannot be understood${place === null ? '' : ` at “${place}”`}.`,
  }
}

/**
 * The file's new text: the fields of `patch` replaced, all others and their order kept, also those that nobody here
 * knows. `text` must be one that `readMemory` finds no fault with.
 */
export function writeMemory<N extends MemoryName>(text: string | null, patch: Partial<Memory<N>>): string {
  const before = text === null ? {} : (JSON.parse(text) as object)
  return `${JSON.stringify({ ...before, ...patch }, null, 2)}\n`
}

/** Undefined when the text is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return undefined
  }
}
