/** Text as search compares it, with the way back to the text as written. */
export interface FoldedText {
  readonly text: string
  /**
   * Original offset of each UTF-16 code unit of `text`, and the original length at the end; null when both are the
   * same length unit by unit, which holds for nearly all text.
   */
  readonly starts: Int32Array | null
}

/** Letters that no normal form takes apart, written as people type them without a special keyboard. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ς: 'σ',
}
const singleQuotes = '‘’‚‛′ʼ＇`´'
const doubleQuotes = '“”„‟″«»＂'
const dashes = '‐‑‒–—―−﹣－'

/** Accents of Latin, Greek and Cyrillic, Hebrew points, Arabic vowel signs: written or left out at will. */
const optionalMark = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g
/** Signs without a width or a look of their own: soft hyphen, joiners, variation selectors, skin tones, tags. */
const invisible = /^(?:\p{Cf}|\p{Variation_Selector}|\p{Emoji_Modifier}|\u034f)$/u

const folds = new Map<number, string>()

/**
 * Folds one code point: case, accents, width, typographic signs, spaces.
 *
 * @returns '' for signs that search looks through (variation selectors, accents standing alone).
 */
export function foldCodePoint(codePoint: number): string {
  if (codePoint < 0x80)
    return String.fromCharCode(codePoint >= 65 && codePoint <= 90 ? codePoint + 32 : codePoint)
  const known = folds.get(codePoint)
  if (known !== undefined) return known
  const folded = foldSign(String.fromCodePoint(codePoint))
  folds.set(codePoint, folded)
  return folded
}

function foldSign(sign: string): string {
  if (invisible.test(sign)) return ''
  if (/^\s$/.test(sign)) return ' '
  if (singleQuotes.includes(sign)) return "'"
  if (doubleQuotes.includes(sign)) return '"'
  if (dashes.includes(sign)) return '-'
  const lower = sign.normalize('NFKC').toLowerCase()
  // Hangul syllables and kana would fall into pieces that nobody types; they have no accents to lose.
  if (/[\u3040-\u30ff\uac00-\ud7a3]/.test(lower)) return lower
  const bare = lower.normalize('NFD').replace(optionalMark, '').normalize('NFC')
  return Array.from(bare, (letter) => plainLetters[letter] ?? letter).join('')
}

/**
 * Folds text for comparing: `Crème brûlée` and `creme brulee`, `front matter` with a no-break space and without,
 * `“so”` and `"so"`, a star with and without its variation selector come out equal.
 */
export function foldText(text: string): FoldedText {
  if (!/[^\t-~]/.test(text)) return { text: text.toLowerCase(), starts: null }
  let folded = ''
  const starts: number[] = []
  for (let at = 0; at < text.length;) {
    const codePoint = text.codePointAt(at) ?? 0
    const piece = foldCodePoint(codePoint)
    for (let unit = 0; unit < piece.length; unit += 1) starts.push(at)
    folded += piece
    at += codePoint > 0xffff ? 2 : 1
  }
  starts.push(text.length)
  return { text: folded, starts: Int32Array.from(starts) }
}

/**
 * The range of the original text behind `[from, to)` of the folded one, in UTF-16 code units.
 *
 * Accents and selectors that follow the last sign belong to it, so a mark never cuts a letter in two.
 */
export function unfoldRange(folded: FoldedText, from: number, to: number): [number, number] {
  const { starts } = folded
  if (starts === null) return [from, to]
  return [starts[from] ?? 0, starts[to] ?? starts[starts.length - 1] ?? 0]
}
