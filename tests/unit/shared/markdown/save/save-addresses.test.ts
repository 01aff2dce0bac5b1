import { expect, test } from 'vitest'
import { parseEntry } from '../../../../../shared/markdown/parse-entry.ts'
import { saveEntryText } from '../../../../../shared/markdown/save/save-entry-text.ts'
import type { Paragraph } from '../../../../../shared/markdown/tree.ts'

/** The second paragraph pulled up behind the first, as Backspace at its start does. */
function merge(text: string): string {
  const base = parseEntry(text)
  const [first, second] = base.blocks as [Paragraph, Paragraph]
  const merged: Paragraph = { type: 'paragraph', base: first, runs: [...first.runs, ...second.runs] }
  return saveEntryText(base, [merged]).text
}

test('a bare address keeps its colon when a letter elsewhere in the leaf has to become an entity', () => {
  expect(merge('**Please read.**\n\nInstead, see https://example.org/a and go.\n')).toBe(
    '**Please read.**&#73;nstead, see https://example.org/a and go.\n',
  )
})

test('an address that is the text of a link keeps its colon too', () => {
  expect(merge('**Please read.**\n\nInstead, see [https://example.org/a](https://example.org/b).\n')).toBe(
    '**Please read.**&#73;nstead, see [https://example.org/a](https://example.org/b).\n',
  )
})
