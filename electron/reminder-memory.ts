import { createHash } from 'node:crypto'
import * as v from 'valibot'
import type { Reminder } from '../shared/actions/reminders.ts'

/** What was told of one journal, kept with the settings and not in the journal. */
export const reminderMemorySchema = v.object({
  /** The moment of the last look, ms since 1970. */
  sinceMs: v.number(),
  /** When it was told, ms since 1970, by the hash of a reminder's key: no words of the journal stand in the settings. */
  told: v.record(v.string(), v.number()),
})
export type ReminderMemory = v.InferOutput<typeof reminderMemorySchema>

/** What was told so long ago cannot come due again, ms. */
const forgetAfterMs = 30 * 86_400_000

/** The keys of those reminders that were told. */
export function keysTold(reminders: readonly Reminder[], memory: ReminderMemory): ReadonlySet<string> {
  return new Set(reminders.map(({ key }) => key).filter((key) => hashKey(key) in memory.told))
}

/** The memory after a look in which these were told; what was told long ago is forgotten. */
export function rememberTold(
  memory: ReminderMemory,
  reminders: readonly Reminder[],
  nowMs: number,
): ReminderMemory {
  const recent = Object.entries(memory.told).filter(([, toldMs]) => nowMs - toldMs <= forgetAfterMs)
  const added = reminders.map(({ key }) => [hashKey(key), nowMs] as const)
  // Not the later of the two: a clock that was years ahead once would silence everything until then.
  return { sinceMs: nowMs, told: Object.fromEntries([...recent, ...added]) }
}

function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 16)
}
