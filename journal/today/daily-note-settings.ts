import * as v from 'valibot'
import { resolveInside } from '../inside-path.ts'
import { readJson } from '../folder/read-json.ts'

/** How Obsidian makes daily notes in this folder. */
export interface DailyNoteSettings {
  /** moment.js format of the path below `folder`, without ending. */
  readonly format: string
  /** '' for the top of the journal. */
  readonly folder: string
  /** Path of the template relative to the journal, with or without `.md`; '' without one. */
  readonly template: string
}

const text = v.optional(v.nullable(v.string()), '')
const settingsFileSchema = v.object({ format: text, folder: text, template: text })

/**
 * Reads `.obsidian/daily-notes.json`. Null when the journal is no Obsidian vault, the plug-in was never set up, or the
 * file cannot be understood: then the journal's own habits decide.
 */
export async function readDailyNoteSettings(root: string): Promise<DailyNoteSettings | null> {
  const place = await resolveInside(root, '.obsidian/daily-notes.json')
  if (!place.ok) return null
  const parsed = v.safeParse(settingsFileSchema, await readJson(place.value))
  if (!parsed.success) return null
  const { format, folder, template } = parsed.output
  return {
    format: format === null || format === '' ? 'YYYY-MM-DD' : format,
    folder: trimSlashes(folder ?? ''),
    template: trimSlashes(template ?? ''),
  }
}

function trimSlashes(value: string): string {
  return value.trim().replace(/^\/+|\/+$/g, '')
}
