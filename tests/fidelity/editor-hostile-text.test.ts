import { $getRoot, $isElementNode, type LexicalNode } from 'lexical'
import { describe, expect, test } from 'vitest'
import { canonicalKey } from '../../shared/markdown/canonical-key.ts'
import { parseEntry } from '../../shared/markdown/parse-entry.ts'
import { hostileLiterals } from '../../editor/trials/hostile-literals.ts'
import { hostilePlaces, putLiteral } from './properties/hostile-text.ts'
import { openText } from './properties/open-text.ts'

/** Every kind of text there is; the literals go into the text node that has `words` in it, or beside. */
const leaves: readonly (readonly [kind: string, text: string])[] = [
  ['a paragraph', 'some words here\n'],
  ['the second line of a paragraph', 'first\nsome words here\nlast\n'],
  ['a line behind a hard break', 'first  \nsome words here\n'],
  ['a heading', '## some words here\n'],
  ['a heading with an underline', 'some words here\n---\n'],
  ['an item', '- a\n- some words here\n- b\n'],
  ['an item of a nested list, with tabs', '1. a\n\t- some words here\n'],
  ['an item with a box', '- [ ] some words here\n'],
  ['a second paragraph of an item', '- a\n\n  some words here\n'],
  ['a quote', '> some words here\n'],
  ['a callout', '> [!note] Title\n> some words here\n'],
  ['a lazy line of a quote', '> first\nsome words here\n'],
  ['a cell', '| a | b |\n|---|---|\n| some words here | c |\n'],
  ['a header cell', '| some words here | b |\n|---|---|\n| a | c |\n'],
  ['the text of a link', 'see [some words here](https://a.example "t") end\n'],
  ['the text of a reference link', 'see [some words here][a] end\n\n[a]: /u\n'],
  ['bold text', 'see **some words here** end\n'],
  ['struck slanted text', 'see ~~*some words here*~~ end\n'],
  ['inline code', 'see `some words here` end\n'],
  ['a code block', '```js\nsome words here\n```\n'],
  ['text that ends with an address', 'words https://a.example/b_c\n'],
  ['text that begins with an address', 'https://a.example/b_c words\n'],
  ['text between wiki links', '[[a_b]] words ![[c_d]]\n'],
  ['text beside math and a shortcode', '$x_1$ words {{< ref "a_b" >}}\n'],
]

/** Number of the text node that has the words. */
function findWords(open: ReturnType<typeof openText>): number {
  return open.editor.read(() =>
    $getRoot()
      .getAllTextNodes()
      .findIndex((node) => node.getTextContent().includes('words')),
  )
}

describe.each(leaves)('in %s', (kind, text) => {
  test.each(hostilePlaces)('what looks like Markdown is text, put at its %s', (place) => {
    const refused: string[] = []
    for (const literal of hostileLiterals) {
      const open = openText(text)
      expect(putLiteral(open.editor, findWords(open), place, literal)).toBe(true)
      const saved = open.session.readText()
      if (saved.refused.length > 0) {
        expect(saved.text, literal).toBe(text)
        refused.push(literal)
      } else
        expect(canonicalKey(parseEntry(saved.text).blocks), `${literal}: ${saved.text}`).toBe(
          canonicalKey(open.readBlocks()),
        )
      open.session.dispose()
    }
    // A refusal is told and keeps the file. Some things cannot be said in Markdown: an address in the text of a link,
    // one right in front of a wiki link, `<` or an entity inside of one.
    expect(refused.length, `${kind}: ${refused.join(' ')}`).toBeLessThanOrEqual(4)
  })
})

test('no node of the editor holds source but the opaque ones', () => {
  const { editor } = openText(leaves.map(([, text]) => text).join('\n'))
  editor.read(() => {
    const visit = (node: LexicalNode): void => {
      expect(Object.keys(node)).not.toContain('__source')
      if ($isElementNode(node)) for (const child of node.getChildren()) visit(child)
    }
    visit($getRoot())
  })
})
