import type { RefusedBlock } from '../../shared/markdown/save-outcome.ts'

/**
 * Puts the words of refused blocks into the text as source: each in the place of its block's old source.
 *
 * @param text what `readText()` gave: every edit that could be written, old source where one was refused.
 * @param baseText the text the editor parsed; the blocks' base spans point into it.
 * @returns the text with every word in it. A block that has no old source, or whose old source is not found, goes to
 * the end: out of place, and not lost.
 */
export function writeRefusedAsSource(
  text: string,
  baseText: string,
  refused: readonly RefusedBlock[],
): string {
  let result = text
  let from = 0
  const homeless: string[] = []
  for (const { block, candidate } of refused) {
    const span = block.base?.span ?? block.span
    const old = span ? baseText.slice(span.from, span.to) : ''
    const at = old === '' ? -1 : result.indexOf(old, from)
    if (at < 0) homeless.push(candidate)
    else {
      result = result.slice(0, at) + candidate + result.slice(at + old.length)
      from = at + candidate.length
    }
  }
  return homeless.length === 0 ? result : [result.trimEnd(), ...homeless].join('\n\n') + '\n'
}
