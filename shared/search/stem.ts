/**
 * A light stem of an English word: endings that change what a word does, not what it is about.
 *
 * Used to put `applied` beside `applying`; never to replace the word as written, which always counts more. Words of
 * other languages come through with at most a lost `s` or `e`, the same on both sides of the comparison.
 *
 * @param word folded.
 */
export function stemWord(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word
  const base = dropPlural(word)
  return dropFinalE(dropVerbEnding(base))
}

function dropPlural(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return word.slice(0, -3) + 'y'
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2)
  if (word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) return word.slice(0, -1)
  return word
}

function dropVerbEnding(word: string): string {
  if (word.endsWith('ied') && word.length > 4) return word.slice(0, -3) + 'y'
  if (word.endsWith('ing') && word.length >= 6) return undouble(word.slice(0, -3))
  if (word.endsWith('ed') && word.length >= 5) return undouble(word.slice(0, -2))
  if (word.endsWith('ly') && word.length >= 6) return word.slice(0, -2)
  return word
}

/** `runn` of running to `run`; `full` and `press` keep their pair. */
function undouble(stem: string): string {
  return /([bdgmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem
}

function dropFinalE(word: string): string {
  return word.length >= 4 && word.endsWith('e') ? word.slice(0, -1) : word
}
