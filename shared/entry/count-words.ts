import type { Block } from '../markdown/tree.ts'
import { visitLeaves } from './leaves.ts'
import { opaqueText } from './plain-text.ts'

/**
 * Words a reader reads: in paragraphs, headings, lists, quotes and tables; not in front matter, code blocks and blocks
 * kept as source. Addresses behind links do not count.
 */
export function countWords(blocks: readonly Block[]): number {
  let words = 0
  visitLeaves(blocks, (leaf) => {
    let text = ''
    for (const run of leaf.runs) {
      if (run.kind === 'text') text += run.text
      else if (run.kind === 'break') text += ' '
      else if (run.form !== 'image' && run.form !== 'embed') text += opaqueText(run)
    }
    words += countWordsIn(text)
  })
  return words
}

/**
 * Words in plain text: runs of letters and digits, with apostrophes, full stops and dashes inside (`don't`, `1-1`,
 * `fast.ai`); in scripts without spaces, each character.
 */
export function countWordsIn(text: string): number {
  let words = 0
  let isInside = false
  for (let at = 0; at < text.length; at++) {
    const kind = characterKind(text.charCodeAt(at))
    if (kind === 'ideograph') {
      words++
      isInside = false
    } else if (kind === 'letter') {
      if (!isInside) words++
      isInside = true
    } else if (isInside && !(kind === 'joiner' && isLetterAt(text, at + 1))) {
      isInside = false
    }
  }
  return words
}

function isLetterAt(text: string, at: number): boolean {
  return at < text.length && characterKind(text.charCodeAt(at)) === 'letter'
}

type CharacterKind = 'letter' | 'ideograph' | 'joiner' | 'other'

/** By code unit, for speed: a journal's worth of text is counted at every start. Surrogates are emoji, mostly. */
function characterKind(code: number): CharacterKind {
  if (code < 128) {
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57))
      return 'letter'
    return code === 39 || code === 45 || code === 46 ? 'joiner' : 'other'
  }
  if (code === 0x2019 || code === 0x2010 || code === 0x2011) return 'joiner'
  if ((code >= 0x3040 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff)) return 'ideograph'
  if (code < 0xc0 || (code >= 0x2000 && code <= 0x2fff) || code >= 0xd800) return 'other'
  return /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(code)) ? 'letter' : 'other'
}
