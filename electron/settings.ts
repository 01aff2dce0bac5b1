import { readFileSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { settingsSchema, type Settings, type SettingsPatch } from '../shared/contract/settings.ts'
import { isMissing } from '../journal/file-failure.ts'
import { recentFolderSchema, type RecentFolder } from '../journal/recent-folders.ts'
import { reminderMemorySchema } from './reminder-memory.ts'
import { windowPlaceSchema, type WindowPlace } from './window-place.ts'

/** What is kept between starts. Every field has a default, so that a file of an older version stays readable. */
export const keptSchema = v.object({
  settings: v.optional(settingsSchema, {}),
  recents: v.optional(v.array(recentFolderSchema), []),
  /** Real path of the journal that was open last; null after it was closed. */
  lastFolder: v.optional(v.nullable(v.string()), null),
  window: v.optional(v.nullable(windowPlaceSchema), null),
  /** What was told of each journal, by its id. */
  reminders: v.optional(v.record(v.string(), reminderMemorySchema), {}),
  /** Absolute path of the calendar file that is kept up to date for a journal, by its id. */
  calendarFiles: v.optional(v.record(v.string(), v.string()), {}),
})
export type Kept = v.InferOutput<typeof keptSchema>

/** The part of electron-store that is used: one object, read once and written whole. */
export interface KeptFile {
  store: Record<string, unknown>
}

/** What is kept between starts, in memory, and written behind every change. */
export interface KeptSettings {
  readonly settings: Settings
  readonly recents: readonly RecentFolder[]
  readonly lastFolder: string | null
  readonly window: WindowPlace | null
  readonly reminders: Kept['reminders']
  readonly calendarFiles: Kept['calendarFiles']
  /** Changes what the patch names. */
  updateSettings(patch: SettingsPatch): Settings
  keep(change: Partial<Omit<Kept, 'settings'>>): void
}

/**
 * @param file already checked by `setAsideBrokenSettings`
 * @param onUnwritable the disk refused: what was chosen holds until the app ends
 */
export function createKeptSettings(file: KeptFile, onUnwritable: (error: unknown) => void): KeptSettings {
  let kept: Kept = v.parse(keptSchema, { ...file.store })

  function change(part: Partial<Kept>): void {
    kept = { ...kept, ...part }
    try {
      file.store = { ...kept }
    } catch (error) {
      onUnwritable(error)
    }
  }

  return {
    get settings() {
      return kept.settings
    },
    get recents() {
      return kept.recents
    },
    get lastFolder() {
      return kept.lastFolder
    },
    get window() {
      return kept.window
    },
    get reminders() {
      return kept.reminders
    },
    get calendarFiles() {
      return kept.calendarFiles
    },
    updateSettings(patch) {
      change({ settings: { ...kept.settings, ...patch } })
      return kept.settings
    },
    keep: change,
  }
}

/**
 * Moves a settings file that cannot be understood out of the way, so that the app starts with its defaults and the
 * file can still be looked at.
 *
 * @param today as `2026-11-24`
 * @returns the name it has now, or null when the file was sound or missing
 */
export function setAsideBrokenSettings(folder: string, today: string): string | null {
  const file = path.join(folder, 'settings.json')
  if (isSound(file)) return null
  for (let attempt = 1; ; attempt += 1) {
    const name = `settings.broken-${today}${attempt === 1 ? '' : `-${attempt}`}.json`
    if (statSync(path.join(folder, name), { throwIfNoEntry: false }) !== undefined) continue
    renameSync(file, path.join(folder, name))
    return name
  }
}

function isSound(file: string): boolean {
  try {
    return v.is(keptSchema, JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    if (isMissing(error)) return true
    if (error instanceof SyntaxError) return false
    throw error
  }
}
