import * as v from 'valibot'
import { entryFolder, type EntryPath } from '../../shared/entry/entry-path.ts'
import { documentKind } from '../../shared/documents/document-kind.ts'
import { isSkippedName, listEntries } from '../folder/list-entries.ts'
import { resolveInside } from '../inside-path.ts'
import { readJson } from '../folder/read-json.ts'

/** Where attachments go in a journal that has none yet. */
const usualFolder = 'attachments'

const appSettingsSchema = v.object({ attachmentFolderPath: v.optional(v.string(), '/') })

/**
 * The folder that an attachment of an entry belongs in, relative to the journal, '' for its top.
 *
 * An Obsidian vault says so itself (`attachmentFolderPath` in `.obsidian/app.json`: `/`, `./`, `./folder` or a folder).
 * A Hugo page that is a folder (`index.md` in it) keeps its files beside it. Else it is the folder that holds most
 * documents already, else `attachments`.
 */
export async function findAttachmentFolder(root: string, entry: EntryPath): Promise<string> {
  const beside = entryFolder(entry)
  const named = await readObsidianFolder(root, beside)
  if (named !== null) return named
  if (/(?:^|\/)_?index\.(?:md|markdown)$/i.test(entry) && beside !== '') return beside
  return (await fullestFolder(root)) ?? usualFolder
}

/** Null when the journal is no vault, or its settings cannot be read, or name no folder of it. */
async function readObsidianFolder(root: string, beside: string): Promise<string | null> {
  const place = await resolveInside(root, '.obsidian/app.json')
  if (!place.ok) return null
  const parsed = v.safeParse(appSettingsSchema, await readJson(place.value))
  if (!parsed.success) return null
  const { attachmentFolderPath: setting } = parsed.output
  const isBeside = setting === '.' || setting.startsWith('./')
  const parts = [...(isBeside ? beside.split('/') : []), ...setting.split('/')].filter(
    (part) => part !== '' && part !== '.',
  )
  return parts.some((part) => part === '..' || isSkippedName(part)) ? null : parts.join('/')
}

async function fullestFolder(root: string): Promise<string | null> {
  const listed = await listEntries(root)
  const counts = new Map<string, number>()
  for (const file of listed.ok ? listed.value.otherFiles : []) {
    const slash = file.lastIndexOf('/')
    // Documents that lie about at the top make no habit.
    if (slash < 0 || documentKind(file) === null) continue
    const folder = file.slice(0, slash)
    counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  const [fullest] = [...counts].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1))
  return fullest?.[0] ?? null
}
