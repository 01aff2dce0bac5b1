import { parseEntryPath, type EntryPath } from '../../shared/entry/entry-path.ts'

/** Longest name without ending, in bytes of UTF-8: 255 on every disk, less room for ` 12`, `.md` and Windows paths. */
const longestNameBytes = 120

/** Names that Windows keeps for devices, with any ending. */
const deviceName = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i

/**
 * A file name without ending made from a title, possible on Linux, macOS and Windows alike.
 *
 * What a disk or a link in another program cannot hold (`: / \ ? * " < > | # ^ [ ]`, control characters) becomes a
 * space, runs of white space one space; dots and spaces at the ends go. Nothing left: `Untitled`.
 */
export function makeEntryName(title: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069:/\\?*"<>|#^[\]]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/gu, '')
  const short = cutToBytes(plain, longestNameBytes).replace(/[\s.]+$/u, '')
  if (short === '') return 'Untitled'
  return deviceName.test(short) ? `${short} entry` : short
}

/**
 * The path of an entry called `name` in `folder`, with a number behind it for each attempt after the first:
 * `Plan.md`, `Plan 2.md`, `Plan 3.md`.
 *
 * @param folder '' for the top of the journal
 * @param attempt 1 and up
 */
export function entryPathOf(folder: string, name: string, attempt: number): EntryPath {
  const numbered = attempt === 1 ? name : `${name} ${attempt}`
  const path = parseEntryPath(folder === '' ? `${numbered}.md` : `${folder}/${numbered}.md`)
  if (path === null) throw new Error(`no entry path can be made of ${JSON.stringify(name)}`)
  return path
}

/**
 * Why a name that the user typed cannot be a file on some system that the journal may be carried to, in plain words,
 * or null. Only what is impossible is refused: a name with `#` is the author's choice.
 *
 * @param name last segment of a path, with its ending
 */
export function findNameHindrance(name: string): string | null {
  const forbidden = /[\p{Cc}:/\\?*"<>|]/u.exec(name)?.[0]
  if (forbidden !== undefined) {
    return forbidden < ' '
      ? 'A file name cannot hold line ends or tabs.'
      : `A file name cannot hold ${forbidden}`
  }
  if (name.startsWith('.')) return 'A name that begins with a dot would be hidden.'
  if (/[\s.]\.(md|markdown)$/iu.test(name)) return 'A file name cannot end in a dot or a space.'
  if (deviceName.test(name)) return 'Windows keeps this name for itself.'
  if (new TextEncoder().encode(name).length > 255) return 'The name is too long.'
  return null
}

/** The longest beginning of `text` that fits into `bytes` of UTF-8 and ends at a whole character. */
function cutToBytes(text: string, bytes: number): string {
  let used = 0
  let kept = ''
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    used += new TextEncoder().encode(segment).length
    if (used > bytes) return kept
    kept += segment
  }
  return kept
}
