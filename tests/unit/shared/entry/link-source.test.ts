import { expect, test } from 'vitest'
import type { EntryPath } from '../../../../shared/entry/entry-path.ts'
import { entryLinkSource, linkStyleOf, resourceLinkSource } from '../../../../shared/entry/link-source.ts'
import { parseEntry } from '../../../../shared/markdown/parse-entry.ts'

const here = 'journal/2025/2025-09-20.md' as EntryPath
const target = {
  path: 'journal/2025/drafts/on mentors (1).md' as EntryPath,
  title: 'On mentors',
  heading: '',
  isNameShared: false,
}

test('a text that links entries the Obsidian way gets more of those, any other gets Markdown', () => {
  expect(linkStyleOf('see [[one]] and [a](two.md), [[three|3]]')).toBe('wiki')
  expect(linkStyleOf('see [[one]] and [a](two.md), [b](x/three.md#h)')).toBe('markdown')
  expect(linkStyleOf('![[picture.png]] [a](https://a.b/c.md)')).toBe('markdown')
})

test('a Markdown link leads there by the shortest way, with what Markdown cannot hold escaped', () => {
  expect(entryLinkSource(here, target, 'markdown')).toBe('[On mentors](drafts/on%20mentors%20%281%29.md)')
  const up = { ...target, path: 'pages/a.md' as EntryPath }
  expect(entryLinkSource(here, up, 'markdown')).toBe('[On mentors](../../pages/a.md)')
  expect(entryLinkSource('a.md' as EntryPath, up, 'markdown')).toBe('[On mentors](pages/a.md)')
})

test('a wiki link has the name, the path where the name is not enough, and the title where it differs', () => {
  expect(entryLinkSource(here, target, 'wiki')).toBe('[[on mentors (1)|On mentors]]')
  expect(entryLinkSource(here, { ...target, title: 'on mentors (1)' }, 'wiki')).toBe('[[on mentors (1)]]')
  expect(entryLinkSource(here, { ...target, isNameShared: true, heading: 'next | steps' }, 'wiki')).toBe(
    '[[journal/2025/drafts/on mentors (1)#next steps]]',
  )
})

test('whatever a page is called, its link says that and leads there', () => {
  for (const title of ['plain', 'a [b] c', 'back\\slash', '*not* bold_ly', '1. one', 'https://a.b']) {
    const [block] = parseEntry(resourceLinkSource(title, 'https://a.b/(c)?d=e f')).blocks
    const runs = block?.type === 'paragraph' ? block.runs : []
    expect(new Set(runs.map((run) => run.link?.url))).toEqual(new Set(['https://a.b/%28c%29?d=e%20f']))
  }
})
