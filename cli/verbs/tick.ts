import { decodeEntry } from '../../journal/entry-file/decode-entry.ts'
import { readEntryBytes } from '../../journal/entry-file/read-entry.ts'
import { saveEntry } from '../../journal/entry-file/save-entry.ts'
import { numberItems } from '../../shared/actions/items.ts'
import { planTick } from '../../shared/actions/tick-action.ts'
import { fail, succeed, type Outcome } from '../../shared/contract/errors.ts'
import { parseEntryPath, type EntryPath } from '../../shared/entry/entry-path.ts'
import { localDay } from '../../shared/entry/iso-day.ts'
import { itemText } from '../../shared/entry/plain-text.ts'
import { spliceText } from '../../shared/entry/splice-text.ts'
import { parseEntry } from '../../shared/markdown/parse-entry.ts'
import type { Item } from '../../shared/markdown/tree.ts'
import { defineVerb } from '../verb.ts'

export const tickVerb = defineVerb({
  name: 'tick',
  takes: ['path:line'],
  about:
    'Ticks the box on that line, as `cairn agenda` names it: one character of the file changes. A repeated action gets\n' +
    'its next occurrence in a line above.',
  options: { undo: { type: 'flag', about: 'open a ticked box again' } },
  async run({ folder, args: [place = ''], options }) {
    const found = /^(.+):(\d+)$/.exec(place)
    const path = found === null ? null : parseEntryPath(found[1] ?? '')
    if (found === null || path === null) {
      return fail('invalid-input', `“${place}” is no place such as notes/plan.md:12.`)
    }
    const ticked = await tickLine(folder, path, Number(found[2]), options.undo)
    if (!ticked.ok) return ticked
    return succeed({ json: ticked.value, write: () => ticked.value.text })
  },
})

interface TickedLine {
  readonly path: string
  /** As it is now; counts from 1. */
  readonly line: number
  readonly text: string
}

async function tickLine(
  folder: string,
  path: EntryPath,
  line: number,
  isUndo: boolean,
): Promise<Outcome<TickedLine>> {
  const read = await readEntryBytes(folder, path)
  if (!read.ok) return fail(read.error.code, `${path}: ${read.error.message}`)
  const { text, isUtf8 } = decodeEntry(read.value.bytes)
  if (!isUtf8) return fail('read-only', `${path} is not UTF-8, and Cairn never writes such a file.`)
  const item = findItemOnLine(text, line)
  if (item === null) return fail('not-found', `No list item begins on line ${line} of ${path}.`)
  const { box } = item.item
  if (box === null) return fail('invalid-input', `The item on line ${line} of ${path} has no box.`)
  if (/x/i.test(box) !== isUndo) {
    return fail(
      'invalid-input',
      `The box on line ${line} of ${path} is ${isUndo ? 'not ticked' : 'ticked already'}.`,
    )
  }
  const locator = { itemNumber: item.number, text: itemText(item.item) }
  const splices =
    planTick(text, locator, { box: isUndo ? ' ' : 'x', today: localDay(), addsDoneDate: false }) ?? []
  const changed = spliceText(text, splices)
  if (changed === null) return fail('unexpected', `The box on line ${line} of ${path} could not be changed.`)
  const saved = await saveEntry(folder, path, { text: changed, baseRevision: read.value.revision })
  if (!saved.ok) return saved
  const now = line + countLines(changed) - countLines(text)
  return succeed({ path, line: now, text: changed.split(/\r\n|\r|\n/)[now - 1] ?? '' })
}

function findItemOnLine(text: string, line: number): { readonly item: Item; readonly number: number } | null {
  for (const [item, number] of numberItems(parseEntry(text).blocks)) {
    if (item.span !== undefined && countLines(text.slice(0, item.span.from)) === line) return { item, number }
  }
  return null
}

function countLines(text: string): number {
  return text.split(/\r\n|\r|\n/).length
}
