import assert from 'node:assert/strict'
import fc from 'fast-check'
import { $getRoot, type LexicalEditor } from 'lexical'
import { hostileLiterals } from '../../../editor/trials/hostile-literals.ts'
import { plainEntryArbitrary } from '../../support/markdown-arbitrary.ts'
import { fixedEntries } from './fixed-entries.ts'
import { listDamage } from './judge-edit.ts'
import { openText } from './open-text.ts'
import { defineEditProperty, type FidelityProperty } from './property.ts'

export const hostilePlaces = ['start', 'middle', 'end'] as const

/**
 * Puts a literal into a text node as plain text, as a paste or a dictation does: typed key by key some would be
 * shortcuts, which mean what they make. False when there is no such node.
 */
export function putLiteral(
  editor: LexicalEditor,
  nodeNumber: number,
  place: (typeof hostilePlaces)[number],
  literal: string,
): boolean {
  let isPut = false
  editor.update(
    () => {
      const nodes = $getRoot().getAllTextNodes()
      const node = nodes[nodeNumber % Math.max(1, nodes.length)]
      if (node === undefined) return
      const text = node.getTextContent()
      const at = place === 'start' ? 0 : place === 'end' ? text.length : middleOf(text)
      node.spliceText(at, 0, literal)
      isPut = true
    },
    { discrete: true },
  )
  return isPut
}

/** Never between the halves of a surrogate pair: no caret can be there. */
function middleOf(text: string): number {
  const at = text.length >> 1
  return /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) ? at - 1 : at
}

export const hostileProperties: readonly FidelityProperty[] = [
  defineEditProperty(
    {
      name: 'text that looks like Markdown is text wherever it is put',
      runs: 500,
      mostRefused: 0.1,
    },
    [
      fc.oneof(fc.constantFrom(...fixedEntries), plainEntryArbitrary),
      fc.nat({ max: 60 }),
      fc.constantFrom(...hostilePlaces),
      fc.constantFrom(...hostileLiterals),
    ],
    (tally, text, node, place, literal) => {
      const { session, editor, base, readBlocks } = openText(text)
      fc.pre(putLiteral(editor, node, place, literal))
      const saved = session.readText()
      tally.edits += 1
      if (saved.refused.length > 0) tally.refused += 1
      else assert.deepEqual(listDamage(base, readBlocks(), saved), [], JSON.stringify(saved.text))
      session.dispose()
    },
  ),
]
