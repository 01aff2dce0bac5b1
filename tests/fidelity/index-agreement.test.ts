import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { $isHeadingNode } from '@lexical/rich-text'
import { $getRoot, $isElementNode, $isLineBreakNode, $isTextNode, type LexicalNode } from 'lexical'
import { describe, expect, it } from 'vitest'
import { createEntrySession } from '../../editor/create-entry-session.ts'
import { $isEntryLinkNode } from '../../editor/nodes/entry-link-node.ts'
import { $isItemNode } from '../../editor/nodes/item-node.ts'
import { $isOpaqueInlineNode } from '../../editor/nodes/opaque-inline-node.ts'
import { $isQuoteNode } from '../../editor/nodes/quote-node.ts'
import type { EntryPath, Revision } from '../../shared/entry/entry-path.ts'
import { summarizeEntry } from '../../shared/entry/summarize.ts'
import type { Action } from '../../shared/entry/summary.ts'
import { isResourceAddress } from '../../shared/resources/resource-address.ts'

/** Real files beside the repository, where they are there: `../shared/corpus`. */
const corpus = fileURLToPath(new URL('../../../shared/corpus', import.meta.url))
const files = existsSync(corpus)
  ? readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(?:md|markdown)$/i.test(name),
    )
  : []

/** What an entry holds. Words are null where an inline is shown as source, which each side puts in its own way. */
interface Seen {
  readonly headings: { readonly level: number; readonly words: string | null }[]
  /** Items with a box, by their number among all items. */
  readonly boxes: { readonly number: number; readonly box: string; readonly words: string | null }[]
  /** Addresses of the links with a text of their own, those of resources. */
  readonly links: string[]
  quotes: number
}

describe.skipIf(files.length === 0)('real files (skipped where ../shared/corpus is not there)', () => {
  it('hold the same headings, actions, links and quotes for the index and for the editor', () => {
    const differing = files.flatMap((name) => {
      const text = readFileSync(path.join(corpus, name), 'utf8')
      return findDisagreements(text).map((what) => `${name}: ${what}`)
    })
    expect(differing).toEqual([])
  })
})

const oneOfEach = [
  '# Title with **bold**',
  '> words of [someone](https://a.org/q)',
  '> [!note] aside\n> not a quote',
  '- [ ] ask [her](https://a.org/a)\n  - [x] done `code`\n- plain',
  '1. > quote in an item',
  '| [cell](https://a.org/c) |\n| - |',
].join('\n\n')

it('one of each is seen by both', () => {
  expect(seenByEditor(oneOfEach)).toEqual({
    headings: [{ level: 1, words: 'Title with bold' }],
    boxes: [
      { number: 0, box: ' ', words: 'ask her' },
      { number: 1, box: 'x', words: 'done code' },
    ],
    links: ['https://a.org/q', 'https://a.org/a', 'https://a.org/c'],
    quotes: 2,
  })
  expect(findDisagreements(oneOfEach)).toEqual([])
})

function findDisagreements(text: string): string[] {
  const editor = seenByEditor(text)
  const index = seenByIndex(text)
  const known = <T extends { readonly words: string | null }>(all: readonly T[], other: readonly T[]) =>
    all.map((one, at) => (other[at]?.words === null ? { ...one, words: null } : one))
  const pairs = {
    headings: [editor.headings, known(index.headings, editor.headings)],
    boxes: [editor.boxes, known(index.boxes, editor.boxes)],
    links: [editor.links.toSorted(), index.links.toSorted()],
    quotes: [editor.quotes, index.quotes],
  }
  return Object.entries(pairs).flatMap(([what, [seen, read]]) => {
    const [one, other] = [JSON.stringify(seen), JSON.stringify(read)]
    return one === other ? [] : [`${what}: the editor has ${one}, the index ${other}`]
  })
}

function seenByIndex(text: string): Seen {
  const summary = summarizeEntry({
    path: 'a.md' as EntryPath,
    text,
    revision: '' as Revision,
    actionHeadings: [],
  })
  const withText = summary.resources.filter(({ span }) => /^\[(?!\])/.test(text.slice(span.from, span.to)))
  return {
    headings: summary.headings.map((heading) => ({ level: heading.level, words: heading.text })),
    boxes: flatten(summary.actions)
      .flatMap(({ itemNumber, box, text: words }) =>
        box === null ? [] : [{ number: itemNumber, box, words }],
      )
      .toSorted((left, right) => left.number - right.number),
    links: withText.map(({ url }) => url),
    quotes: summary.quotes.length,
  }
}

function flatten(actions: readonly Action[]): Action[] {
  return actions.flatMap((action) => [action, ...flatten(action.steps)])
}

/** Walks the nodes of the editor, with none of the index's readers. */
function seenByEditor(text: string): Seen {
  const { editor, dispose } = createEntrySession({ text, isEditable: false, onEdited: () => undefined })
  const seen: Seen = { headings: [], boxes: [], links: [], quotes: 0 }
  let items = 0
  function visit(node: LexicalNode, isInQuote: boolean): void {
    if ($isHeadingNode(node) && node.getParent()?.getKey() === 'root')
      seen.headings.push({ level: Number(node.getTag().slice(1)), words: $wordsOf(node) })
    if ($isEntryLinkNode(node) && isResourceAddress(node.getURL())) seen.links.push(node.getURL())
    if ($isItemNode(node)) {
      const box = node.getBox()
      const first = node.getFirstChild()
      if (box !== null) seen.boxes.push({ number: items, box, words: first === null ? '' : $wordsOf(first) })
      items += 1
    }
    const isQuote = $isQuoteNode(node) && !isInQuote && !$isAside(node)
    if (isQuote && $hasWords(node)) seen.quotes += 1
    if ($isElementNode(node)) for (const child of node.getChildren()) visit(child, isInQuote || isQuote)
  }
  editor.read(() => visit($getRoot(), false))
  dispose()
  return seen
}

/** Words as one line; null where an inline among them is shown as source. */
function $wordsOf(node: LexicalNode): string | null {
  const parts: (string | null)[] = $isElementNode(node) ? node.getChildren().map($partOf) : ['']
  return parts.includes(null)
    ? null
    : parts
        .join('')
        .replace(/[ \t\r\n]+/g, ' ')
        .trim()
}

function $partOf(node: LexicalNode): string | null {
  if ($isLineBreakNode(node)) return ' '
  if ($isTextNode(node)) return node.getTextContent()
  if ($isOpaqueInlineNode(node) || !$isElementNode(node)) return null
  return $wordsOf(node)
}

/** A quote around a closing tag alone has none. */
function $hasWords(node: LexicalNode): boolean {
  if ($isTextNode(node)) return node.getTextContent().trim() !== ''
  return $isElementNode(node) && node.getChildren().some($hasWords)
}

/** A callout that is no quote, and GitHub's old `> **Note**`. */
function $isAside(quote: LexicalNode): boolean {
  const first = $isElementNode(quote) ? quote.getFirstDescendant() : null
  if ($isOpaqueInlineNode(first) && first.getForm() === 'callout-mark')
    return !/^\[!(?:quote|cite)\b/i.test(first.getSource())
  return (
    $isTextNode(first) &&
    first.getFormat() !== 0 &&
    /^(?:note|warning|tip|important|caution|info|update|edit):?$/i.test(first.getTextContent().trim())
  )
}
