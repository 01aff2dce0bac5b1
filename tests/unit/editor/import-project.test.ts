import { $getRoot, createEditor } from 'lexical'
import { expect, test } from 'vitest'
import { entryNodes } from '../../../editor/nodes/entry-nodes.ts'
import { $importBlocks, type BaseByKey } from '../../../editor/import-entry.ts'
import { $projectBlocks } from '../../../editor/project-entry.ts'
import type { Block, Link, Run, TreeNode } from '../../../shared/markdown/tree.ts'

const link: Link = {
  url: 'https://a.example',
  title: 't',
  reference: null,
  closing: '](<https://a.example> "t")',
}

function text(value: string, marks = 0, of: Link | null = null): Run {
  return { kind: 'text', text: value, marks, link: of }
}

function paragraph(...runs: Run[]): Block {
  return { type: 'paragraph', runs }
}

const everything: readonly Block[] = [
  { type: 'heading', level: 2, runs: [text('Title '), text('bold', 1)] },
  paragraph(text('see '), text('a ', 0, link), text('link', 2, link), text(' and '), {
    kind: 'opaque',
    form: 'wiki-link',
    source: '[[w_x]]',
    marks: 3,
    link: null,
  }),
  paragraph(
    text('soft'),
    { kind: 'break', hard: false, marks: 0, link: null },
    text('hard'),
    { kind: 'break', hard: true, marks: 0, link: null },
    text('end'),
  ),
  { type: 'rule' },
  {
    type: 'quote',
    blocks: [
      paragraph(text('one')),
      paragraph(text('two')),
      { type: 'quote', blocks: [paragraph(text('inner'))] },
    ],
  },
  {
    type: 'list',
    ordered: true,
    start: 3,
    items: [
      {
        type: 'item',
        box: 'x',
        blocks: [
          paragraph(text('done')),
          {
            type: 'list',
            ordered: false,
            start: 1,
            items: [{ type: 'item', box: null, blocks: [paragraph(text('sub'))] }],
          },
          paragraph(text('body')),
        ],
      },
      { type: 'item', box: '/', blocks: [] },
      { type: 'item', box: null, blocks: [{ type: 'code', info: 'js', text: 'a\n\n\tb' }] },
    ],
  },
  { type: 'code', info: 'ts {linenos=true}', text: '' },
  {
    type: 'table',
    align: ['left', null, 'center'],
    rows: [
      {
        type: 'row',
        cells: [
          { type: 'cell', runs: [text('a')] },
          { type: 'cell', runs: [text('b', 1)] },
          { type: 'cell', runs: [] },
        ],
      },
      {
        type: 'row',
        cells: [
          { type: 'cell', runs: [] },
          { type: 'cell', runs: [text('|')] },
          { type: 'cell', runs: [text('z')] },
        ],
      },
    ],
  },
  { type: 'source', form: 'html', text: '<div>\nx\n</div>' },
]

function withoutBase(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'base' ? undefined : inner)))
}

test('importing and projecting gives every construct back, with its base node', () => {
  const editor = createEditor({
    nodes: entryNodes,
    onError: (error) => {
      throw error
    },
  })
  const bases: BaseByKey = new Map()
  editor.update(
    () => {
      $getRoot().append(...$importBlocks(everything, bases))
    },
    { discrete: true },
  )
  const projected = editor.read(() => $projectBlocks($getRoot(), bases))
  expect(withoutBase(projected)).toEqual(everything)
  const based: TreeNode[] = []
  collectBases(projected, based)
  expect(new Set(based).size).toBe(based.length)
  expect(based.length).toBe(bases.size)
})

function collectBases(value: unknown, into: TreeNode[]): void {
  if (Array.isArray(value)) for (const inner of value) collectBases(inner, into)
  else if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'base') into.push(inner as TreeNode)
      else collectBases(inner, into)
    }
  }
}
