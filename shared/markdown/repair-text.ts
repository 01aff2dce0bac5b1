/** The encoding that UTF-8 was taken for. Latin-1 is Windows-1252 with control characters in the place of 0x80 to 0x9F. */
export type Misreading = 'mac-roman' | 'windows-1252'

/** A text with its letters put right. */
export interface TextRepair {
  readonly misreading: Misreading
  readonly text: string
  /** Runs of letters that were put right. */
  readonly places: number
}

/**
 * What the bytes 0x80 to 0xFF look like when they are taken for one character each.
 *
 * Tables of our own: what decoders called “windows-1252” make of 0x80 differs between the runtimes. Mac Roman has the
 * euro sign at 0xDB, and at 0xF0 Apple's sign U+F8FF, which is not seen on most screens and begins every emoji.
 */
export const highCharacters: Readonly<Record<Misreading, string>> = {
  'mac-roman':
    'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
  'windows-1252':
    '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ' +
    Array.from({ length: 0x60 }, (_, at) => String.fromCharCode(0xa0 + at)).join(''),
}

const macRomanBytes = reverseOf('mac-roman')
// The sign for “some currency”, which had the place of the euro sign until 1998.
macRomanBytes.set('¤', 0xdb)
const windowsBytes = reverseOf('windows-1252')
// Latin-1, and what programs put where Windows-1252 has nothing.
for (let byte = 0x80; byte < 0xa0; byte++) windowsBytes.set(String.fromCharCode(byte), byte)

/** Windows-1252 first: of two readings that explain a text equally well it is the likelier one. */
const bytesOf: ReadonlyMap<Misreading, Bytes> = new Map([
  ['windows-1252', windowsBytes],
  ['mac-roman', macRomanBytes],
])

function reverseOf(misreading: Misreading): Map<string, number> {
  return new Map(Array.from(highCharacters[misreading], (character, at) => [character, 0x80 + at]))
}

/**
 * Finds out whether a whole file is UTF-8 that some program took for another encoding and wrote down again.
 *
 * Only when every run of letters beyond ASCII turns back into UTF-8, and there are two such runs or one that makes a
 * character of three or four bytes. A single `Ã©` may be an article about the matter, and `’à` is French that turns back
 * by accident; of 10,515 real files none meets the whole condition. A file with right letters among the wrong ones
 * does not meet it either: see `findPartialRepair`.
 *
 * @param text the whole entry; a byte order mark at its beginning is no letter
 * @returns null when the text is as it should be, or nobody can tell
 */
export function findRepair(text: string): TextRepair | null {
  return best((bytes) => {
    const turned = turnBack(text, bytes, false)
    return turned !== null && (turned.places >= 2 || turned.longestCharacter >= 3) ? turned : null
  })
}

/**
 * The same for a file that is wrong in part: turns back each run that can be, and leaves the rest. It may touch right
 * letters that turn back by accident, so it is for a person who asked, and who looks at the result first.
 */
export function findPartialRepair(text: string): TextRepair | null {
  return best((bytes) => turnBack(text, bytes, true))
}

/** A text after its runs were turned back. `longestCharacter` in bytes of UTF-8. */
interface TurnedText {
  readonly text: string
  readonly places: number
  readonly longestCharacter: number
}

type Bytes = ReadonlyMap<string, number>

/** Of the readings that explain the text the one that turns back the most, then the one that needs fewer characters. */
function best(turn: (bytes: Bytes) => TurnedText | null): TextRepair | null {
  let found: TextRepair | null = null
  for (const [misreading, bytes] of bytesOf) {
    const turned = turn(bytes)
    if (turned === null || turned.places === 0) continue
    const isBetter =
      found === null ||
      turned.places > found.places ||
      (turned.places === found.places && turned.text.length < found.text.length)
    if (isBetter) found = { misreading, text: turned.text, places: turned.places }
  }
  return found
}

/** Null at the first run that does not turn back, unless such runs may stay. */
function turnBack(text: string, bytes: Bytes, mayStay: boolean): TurnedText | null {
  const parts: string[] = []
  let places = 0
  let longestCharacter = 0
  let copiedTo = 0
  const runs = /[^\0-\x7F]+/g
  runs.lastIndex = text.startsWith('\uFEFF') ? 1 : 0
  for (let run = runs.exec(text); run !== null; run = runs.exec(text)) {
    const original = turnBackRun(run[0], bytes)
    if (original === null) {
      if (mayStay) continue
      return null
    }
    parts.push(text.slice(copiedTo, run.index), original.text)
    copiedTo = runs.lastIndex
    places += 1
    longestCharacter = Math.max(longestCharacter, original.longestCharacter)
  }
  return { text: parts.join('') + text.slice(copiedTo), places, longestCharacter }
}

interface TurnedRun {
  readonly text: string
  readonly longestCharacter: number
}

/** Decodes the bytes that the run stands for as UTF-8. Null when they are not valid: cut short, overlong, a surrogate. */
function turnBackRun(run: string, bytes: Bytes): TurnedRun | null {
  let text = ''
  let longestCharacter = 0
  for (let at = 0; at < run.length;) {
    const lead = bytes.get(run[at]!) ?? 0
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
    let point = lead & (0xff >> (length + 1))
    for (let next = at + 1; next < at + length; next++) {
      const byte = bytes.get(run[next] ?? '') ?? 0
      if (byte >> 6 !== 0b10) return null
      point = (point << 6) | (byte & 0x3f)
    }
    if (lead < 0xc0 || !isPoint(point, length)) return null
    text += String.fromCodePoint(point)
    longestCharacter = Math.max(longestCharacter, length)
    at += length
  }
  return { text, longestCharacter }
}

/** True when UTF-8 writes this character in so many bytes. */
function isPoint(point: number, length: number): boolean {
  if (length === 2) return point >= 0x80
  if (length === 3) return point >= 0x800 && (point < 0xd800 || point > 0xdfff)
  return point >= 0x10000 && point <= 0x10ffff
}
