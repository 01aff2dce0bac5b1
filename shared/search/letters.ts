/** What a code unit is to the tokeniser. */
export const Letter = {
  gap: 0,
  lower: 1,
  upper: 2,
  digit: 3,
  /** A letter outside ASCII, or an accent on one. */
  other: 4,
  /** Chinese, Japanese and Korean signs: words without gaps, taken in pairs. */
  ideograph: 5,
  emoji: 6,
  apostrophe: 7,
  /** `-`, its typographic forms and `_`: joins words to compounds. */
  joint: 8,
  /** Looked through: soft hyphen, joiners, variation selectors. */
  invisible: 9,
} as const
export type LetterClass = (typeof Letter)[keyof typeof Letter]

const ascii = new Uint8Array(128)
for (let code = 0; code < 128; code += 1) ascii[code] = classifyAscii(code)
const unknown = 255
const planeZero = new Uint8Array(0x10000).fill(unknown)

/** Class of a code point. Tables, because it runs once for every letter of the journal. */
export function classifyLetter(codePoint: number): LetterClass {
  if (codePoint < 128) return ascii[codePoint] as LetterClass
  if (codePoint > 0xffff) return classifyWide(codePoint)
  const known = planeZero[codePoint] ?? unknown
  if (known !== unknown) return known as LetterClass
  const found = classifyOther(codePoint)
  planeZero[codePoint] = found
  return found
}

function classifyAscii(code: number): LetterClass {
  if (code >= 97 && code <= 122) return Letter.lower
  if (code >= 65 && code <= 90) return Letter.upper
  if (code >= 48 && code <= 57) return Letter.digit
  if (code === 0x27) return Letter.apostrophe
  return code === 0x2d || code === 0x5f ? Letter.joint : Letter.gap
}

function classifyOther(codePoint: number): LetterClass {
  const sign = String.fromCodePoint(codePoint)
  if (/[\p{Cf}\p{Variation_Selector}]/u.test(sign)) return Letter.invisible
  if (/[‘’ʼ＇]/.test(sign)) return Letter.apostrophe
  if (/[‐‑‒–－]/.test(sign)) return Letter.joint
  if (/[々\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\uac00-\ud7a3]/u.test(sign))
    return Letter.ideograph
  if (/[\p{L}\p{M}\p{N}]/u.test(sign)) return Letter.other
  return isPictograph(sign) ? Letter.emoji : Letter.gap
}

function classifyWide(codePoint: number): LetterClass {
  if (codePoint >= 0x1f000 && codePoint <= 0x1faff) {
    return codePoint >= 0x1f3fb && codePoint <= 0x1f3ff ? Letter.invisible : Letter.emoji
  }
  if (codePoint >= 0x20000 && codePoint <= 0x3ffff) return Letter.ideograph
  return /[\p{L}\p{M}\p{N}]/u.test(String.fromCodePoint(codePoint)) ? Letter.other : Letter.gap
}

/** `⭐` and `✅`, but not `©` or arrows that people use as punctuation. */
function isPictograph(sign: string): boolean {
  return /\p{Extended_Pictographic}/u.test(sign) && sign >= '\u2300'
}

/** Lower case of an ASCII letter; other codes stay. */
export function lowerCode(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code
}
