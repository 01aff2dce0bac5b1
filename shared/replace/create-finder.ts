import { fail, succeed, type Outcome } from '../contract/errors.ts'
import type { ReplaceQuestion } from '../contract/replace.ts'
import type { Splice } from '../contract/edits.ts'
import { fillReplacement } from './fill-replacement.ts'

/** Every place in a text that would be replaced, rising and apart. Places that would stay as they are are left out. */
export type Finder = (text: string) => Splice[]

type Wanted = Omit<ReplaceQuestion, 'number' | 'scope'>

/**
 * Makes the search for a word, a phrase or a regular expression.
 *
 * `^` and `$` mean the ends of lines. An expression that finds nothing at a place (`x*` before every letter) finds it
 * not. A slow expression is the caller's to stop. Fails with `invalid-input` when the expression is none.
 */
export function createFinder(wanted: Wanted): Outcome<Finder> {
  const { find, replacement, isExpression } = wanted
  const expression = compile(isExpression ? find : escapeExpression(find), wanted)
  if (!expression.ok) return expression
  return succeed((text) => {
    const splices: Splice[] = []
    for (const match of text.matchAll(expression.value)) {
      const [found] = match
      const filled = isExpression ? fillReplacement(replacement, match) : replacement
      if (found !== '' && found !== filled)
        splices.push({ from: match.index, to: match.index + found.length, text: filled })
    }
    return splices
  })
}

function compile(source: string, { isCaseKept, isWholeWord }: Wanted): Outcome<RegExp> {
  const flags = isCaseKept ? 'gm' : 'gim'
  const strict = tryCompile(source, `${flags}u`)
  // `\-` and the like are errors in Unicode expressions and everyday in others.
  if (!strict.ok && !isWholeWord) return tryCompile(source, flags)
  if (!strict.ok || !isWholeWord) return strict
  return tryCompile(`(?<![\\p{L}\\p{N}_])(?:${source})(?![\\p{L}\\p{N}\\p{M}_])`, `${flags}u`)
}

function tryCompile(source: string, flags: string): Outcome<RegExp> {
  try {
    return succeed(new RegExp(source, flags))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const reason = error.message.split(': ').at(-1) ?? ''
    return fail('invalid-input', `This is no regular expression yet: ${reason.toLowerCase()}.`)
  }
}

function escapeExpression(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
