import type { EntryPath } from '../../shared/entry/entry-path.ts'
import { relativePath } from '../../shared/links/relative-path.ts'
import { documentKind } from '../../shared/documents/document-kind.ts'
import { writeCopy } from '../../shared/resources/write-copy.ts'
import { bestPlace } from '../state/best-place.ts'
import { changeWithUndo } from './change-with-undo.ts'
import type { Navigation } from './navigation.ts'
import { activeSummary, type Stores } from './stores.ts'

/** A link of an entry: offset of it in the entry's text, UTF-16 code units. */
interface LinkSpot {
  readonly path: EntryPath
  readonly from: number
}

/**
 * Copies a file into the journal and links it from a link's line. The line can be had back from the notice; the file
 * stays.
 *
 * @param file null: the user picks one
 */
export async function attachFile(stores: Stores, { path, from }: LinkSpot, file: File | null): Promise<void> {
  const { journalApi } = stores
  const attached =
    file === null
      ? await journalApi.chooseDocument({ path })
      : await journalApi.attachDocument({
          path,
          name: file.name,
          bytes: new Uint8Array(await file.arrayBuffer()),
        })
  if (!attached.ok) return say(stores, 'The file was not attached.', attached.error.message)
  if (attached.value === null) return
  const copy = attached.value.file
  const says = documentKind(copy) === 'pdf' ? 'pdf' : 'saved page'
  await changeWithUndo(stores, path, `The link to ${copy}`, (text) =>
    writeCopy(text, from, { path: relativePath(path, copy), says }),
  )
}

/** Attaches a local copy to a resource, where most is said of it. */
export async function attachToRow(stores: Stores, key: string, file: File | null): Promise<void> {
  const places = await stores.journalApi.listResourcePlaces({ key })
  const best = places.ok ? bestPlace(places.value) : undefined
  if (best !== undefined) await attachFile(stores, best, file)
}

/** For the resource that the library shows, else for the link at the caret: the last one before it on its line, or the next. */
export async function attachByCommand(stores: Stores, navigation: Navigation): Promise<void> {
  const { library, overview, openEntry } = stores
  const { chosenKey } = library.chosen.getState()
  if (overview.getState().shown === 'resources' && chosenKey !== null)
    return attachToRow(stores, chosenKey, null)
  const copy = openEntry.getState().copy
  const caret = navigation.seat.handle?.readCaret() ?? null
  if (copy === null || caret === null) return say(stores, pickFirst, '')
  await copy.flush()
  const links = activeSummary(stores).getState().summary?.resources ?? []
  const { text } = navigation.seat.handle?.readText() ?? { text: '' }
  const line = lineAround(text, caret)
  const onLine = links.filter(({ span }) => span.from >= line.from && span.from < line.to)
  const link = onLine.findLast(({ span }) => span.from <= caret) ?? onLine[0]
  if (link === undefined) return say(stores, pickFirst, '')
  await attachFile(stores, { path: copy.getState().path, from: link.span.from }, null)
}

const pickFirst = 'Put the caret on the line of a link first.'

function lineAround(text: string, at: number): { readonly from: number; readonly to: number } {
  const end = text.indexOf('\n', at)
  return { from: text.lastIndexOf('\n', at - 1) + 1, to: end < 0 ? text.length + 1 : end }
}

function say({ notices }: Stores, title: string, detail: string): void {
  notices.raise({ id: 'attach', tone: detail === '' ? 'info' : 'bad', title, detail })
}
