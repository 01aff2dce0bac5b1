import { characterEntities } from 'character-entities'

/** `&amp;`, `&#38;`, `&#x26;` at the place where the search begins. */
export const characterReference = /&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/y

const escapeOrReference =
  /\\([!-/:-@[-`{-~])|(&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)|(\0)/g

/** The characters that a whole reference such as `&amp;` stands for; null when HTML knows no such name. */
export function decodeReference(reference: string): string | null {
  if (reference[1] !== '#') return characterEntities[reference.slice(1, -1)] ?? null
  const isHex = reference[2] === 'x' || reference[2] === 'X'
  const code = isHex ? Number.parseInt(reference.slice(3), 16) : Number.parseInt(reference.slice(2), 10)
  return isForbidden(code) ? '\uFFFD' : String.fromCodePoint(code)
}

/** Code points that become U+FFFD, as micromark decides: controls, surrogates, non-characters, out of range. */
function isForbidden(code: number): boolean {
  return (
    code < 9 ||
    code === 11 ||
    (code > 13 && code < 32) ||
    (code > 126 && code < 160) ||
    (code > 0xd7ff && code < 0xe000) ||
    (code > 0xfdcf && code < 0xfdf0) ||
    (code & 0xffff) === 0xffff ||
    (code & 0xffff) === 0xfffe ||
    code > 0x10ffff
  )
}

/** Resolves escapes and character references, as in link destinations, titles and info strings. */
export function decodeText(text: string): string {
  return text.replace(escapeOrReference, (whole, escaped?: string, reference?: string) => {
    if (escaped !== undefined) return escaped
    if (reference !== undefined) return decodeReference(reference) ?? whole
    return '\uFFFD'
  })
}
