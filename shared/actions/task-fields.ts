import { leadingIsoDay } from '../entry/iso-day.ts'
import type { IsoDay } from '../entry/summary.ts'

/** What a field of an action says. `other` fields (ids, dependencies, what to do on completion) are kept and not used. */
export type TaskFieldKind =
  | 'due'
  | 'scheduled'
  | 'start'
  | 'done'
  | 'created'
  | 'cancelled'
  | 'repeat'
  | 'priority'
  | 'other'

/** One field in the text of an action, `text.slice(from, to)`: `📅 2026-12-01`, or `[due:: 2026-12-01]`. */
export interface TaskField {
  readonly kind: TaskFieldKind
  /** `sign`: an emoji, as the Tasks plugin of Obsidian writes it. `field`: an inline field of Dataview. */
  readonly style: 'sign' | 'field'
  readonly value: string
  /** The day of a field that holds one; null when it cannot be read. */
  readonly day: IsoDay | null
  readonly from: number
  readonly to: number
}

/** Signs of the Tasks plugin (its user guide, *Emoji format*), with the older ones that it still reads. */
const kindsOfSigns: Readonly<Record<string, TaskFieldKind>> = {
  '📅': 'due',
  '📆': 'due',
  '🗓': 'due',
  '⏳': 'scheduled',
  '⌛': 'scheduled',
  '🛫': 'start',
  '✅': 'done',
  '➕': 'created',
  '❌': 'cancelled',
  '🔁': 'repeat',
  '🔺': 'priority',
  '⏫': 'priority',
  '🔼': 'priority',
  '🔽': 'priority',
  '⏬': 'priority',
  '🆔': 'other',
  '⛔': 'other',
  '🏁': 'other',
}
const kindsOfNames: Readonly<Record<string, TaskFieldKind>> = {
  due: 'due',
  scheduled: 'scheduled',
  start: 'start',
  completion: 'done',
  created: 'created',
  cancelled: 'cancelled',
  repeat: 'repeat',
  priority: 'priority',
  id: 'other',
  dependson: 'other',
  oncompletion: 'other',
}

const signs = Object.keys(kindsOfSigns).join('|')
const signPattern = new RegExp(`(${signs})\\uFE0F?`, 'gu')
const fieldPattern = /\[([A-Za-z]+):: *([^\][]*?) *\]|\(([A-Za-z]+):: *([^()]*?) *\)/g

/** Fields of an action in the order they stand in. A sign without what must follow it is a picture and no field. */
export function readTaskFields(text: string): readonly TaskField[] {
  const fields = [...readSigns(text), ...readInlineFields(text)]
  return fields.sort((one, other) => one.from - other.from)
}

function readInlineFields(text: string): TaskField[] {
  if (!text.includes('::')) return []
  const fields: TaskField[] = []
  for (const match of text.matchAll(fieldPattern)) {
    const kind = kindsOfNames[(match[1] ?? match[3] ?? '').toLowerCase()]
    if (kind === undefined) continue
    const value = match[2] ?? match[4] ?? ''
    fields.push({
      kind,
      style: 'field',
      value,
      day: leadingIsoDay(value),
      from: match.index,
      to: match.index + match[0].length,
    })
  }
  return fields
}

function readSigns(text: string): TaskField[] {
  const found = Array.from(text.matchAll(signPattern), (match) => ({
    kind: kindsOfSigns[match[1] ?? ''] ?? 'other',
    from: match.index,
    valueFrom: match.index + match[0].length,
  }))
  return found.flatMap((sign, index): TaskField[] => {
    const rest = text.slice(sign.valueFrom, found[index + 1]?.from ?? text.length)
    const length = valueLength(sign.kind, rest)
    if (length === null) return []
    const to = sign.valueFrom + length
    const value = text.slice(sign.valueFrom, to).trim()
    return [{ kind: sign.kind, style: 'sign', value, day: leadingIsoDay(value), from: sign.from, to }]
  })
}

/** How much of what follows a sign belongs to it; null when it is no field: `✅ done at last`. */
function valueLength(kind: TaskFieldKind, rest: string): number | null {
  if (kind === 'priority') return 0
  if (kind === 'repeat') return /^ *[A-Za-z0-9][A-Za-z0-9, !]*/.exec(rest)?.[0].trimEnd().length ?? null
  // Ids, in a list of them too: words behind the last one are the author's.
  if (kind === 'other') return /^ *[\w-]+(?: *, *[\w-]+)*/.exec(rest)?.[0].length ?? null
  return /^ *\d{4}-\d{2}-\d{2}(?!\d)/.exec(rest)?.[0].length ?? null
}

/** The words of an action without its fields, white space folded. */
export function withoutTaskFields(text: string): string {
  const fields = readTaskFields(text)
  if (fields.length === 0) return text
  let words = ''
  let at = 0
  for (const { from, to } of fields) {
    words += text.slice(at, from)
    at = to
  }
  return (words + text.slice(at)).replace(/ {2,}/g, ' ').trim()
}
