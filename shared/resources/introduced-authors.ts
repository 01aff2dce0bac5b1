import { readNames, type Field } from './author-names.ts'

/**
 * Authors named before a link that they introduce: `Ann Lee in [title](…):`, `Ann Lee (who she is) in her
 * [title](…), says`, `Ann Lee's [title](…)`, `In Ann Lee and Bo Kim's [title](…), he …`.
 *
 * Nothing is guessed out of running prose beyond these shapes: with *in*, the names must begin a clause and the link
 * must be followed by a colon, a comma or a verb of saying.
 *
 * @param text of the line, `link` a place in it.
 */
export function introducedAuthors(
  text: string,
  link: { readonly at: number; readonly end: number },
): readonly Field[] {
  // Two hundred characters hold any introduction; without a limit a line of many links would be read over and over.
  const from = Math.max(0, link.at - 200)
  const before = text.slice(from, link.at)
  const possessive = /(?:['’]s|s['’])\s+$/.exec(before)
  if (possessive !== null) {
    const end = possessive.index + (possessive[0].startsWith('s') ? 1 : 0)
    return moved(
      namesEndingAt(before, end, () => true),
      from,
    )
  }
  const preposition = inWords.exec(before)
  if (preposition === null || !introduces.test(text.slice(link.end, link.end + 40))) return []
  const end = withoutBracket(before, preposition.index)
  return moved(
    namesEndingAt(before, end, (at) => (at === 0 ? from === 0 : beginsClause(before, at))),
    from,
  )
}

const inWords =
  /\s+(?:(?:says?|said|writes?|wrote|argues?|argued|notes?|noted|explains?|explained)\s+)?in\s+(?:(?:his|her|their|its|the|a|an|this)\s+(?:\p{Ll}[\p{L}-]*\s+){0,3})?["“]?$/u
const introduces =
  /^["”]?\s*(?:\([^)]*\)\s*)?(?:[:,]|(?:also\s+)?(?:says?|said|writes?|wrote|argues?|argued|notes?|noted|explains?|explained|suggests?|recommends?|claims?|describes?|talks?|points?|calls?|asks?|lists?|shows?)(?!\p{L}))/u

/** `Ann Lee (lead at [X](…))`: where the text before a bracket ends, when one ends at `end`. */
function withoutBracket(text: string, end: number): number {
  if (text[end - 1] !== ')') return end
  let depth = 0
  for (let at = end - 1; at >= 0; at--) {
    if (text[at] === ')') depth++
    else if (text[at] === '(' && --depth === 0) return text.slice(0, at).trimEnd().length
  }
  return end
}

function beginsClause(text: string, at: number): boolean {
  return /(?:[.:;,!?(–—-]\s*|(?:^|\s)(?:as|and|but|so|while|what)\s+)$/i.test(text.slice(0, at)) || at === 0
}

/** The longest list of names that ends exactly at `end` and begins where `mayBegin` allows. */
function namesEndingAt(text: string, end: number, mayBegin: (at: number) => boolean): readonly Field[] {
  const bounded = text.slice(0, end)
  for (const word of bounded.matchAll(/[@\p{L}\p{N}][^\s]*/gu)) {
    if (!mayBegin(word.index)) continue
    const names = readNames(bounded, word.index, () => undefined)
    if (names !== null && names.end === end) return names.names
  }
  return []
}

function moved(names: readonly Field[], by: number): readonly Field[] {
  return by === 0 ? names : names.map((name) => ({ ...name, at: name.at + by, end: name.end + by }))
}
