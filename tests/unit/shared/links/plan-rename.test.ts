import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spliceText } from '../../../../shared/entry/splice-text.ts'
import { createFileTable, withRenamed, type FileTable } from '../../../../shared/links/file-table.ts'
import { findLinkedPlaces } from '../../../../shared/links/linked-places.ts'
import { planRename } from '../../../../shared/links/plan-rename.ts'
import { folderOf } from '../../../../shared/links/relative-path.ts'
import { resolvePlace } from '../../../../shared/links/resolve-place.ts'
import { parseEntry } from '../../../../shared/markdown/parse-entry.ts'

const files = createFileTable([
  'inbox.md',
  'Old page.md',
  'notes/Old.md',
  'notes/other.md',
  'notes/deep/here.md',
  'drafts/Plan (1).md',
  'pictures/map one.png',
  'papers/one.pdf',
])

function renamed(from: string, to: string, path: string, text: string, table: FileTable = files): string {
  const plan = planRename({ files: table, from, to }, path, text)
  if (!plan.ok) throw new Error(plan.error.message)
  return spliceText(text, plan.value) ?? 'overlap'
}

describe('links to a renamed file follow it', () => {
  test.each([
    ['a name', '[[Old]] and [[old]]', '[[New]] and [[New]]'],
    ['a path', '[[notes/Old]]', '[[notes/New]]'],
    ['a path from the top', '[[/notes/Old]]', '[[/notes/New]]'],
    ['with its ending', '[[Old.md]]', '[[New.md]]'],
    ['heading, alias, block', '[[Old#H|x]] [[Old|y z]] [[Old#^b1]]', '[[New#H|x]] [[New|y z]] [[New#^b1]]'],
    ['an embed', '![[Old#Part]]', '![[New#Part]]'],
    ['in a table', '| a |\n|---|\n| [[Old\\|b]] |', '| a |\n|---|\n| [[New\\|b]] |'],
    ['Markdown', '[a](notes/Old.md)', '[a](notes/New.md)'],
    ['Markdown with a dot, fragment, title', '[a](./notes/Old.md#h "t")', '[a](./notes/New.md#h "t")'],
    ['from the top', '[a](/notes/Old.md)', '[a](/notes/New.md)'],
    ['without an ending', '[a](notes/Old)', '[a](notes/New)'],
    ['by the end of the path', '[a](Old.md)', '[a](New.md)'],
    ['bold', '[**a**](notes/Old.md)', '[**a**](notes/New.md)'],
    ['angle brackets', '[a](<notes/Old.md>)', '[a](<notes/New.md>)'],
    ['a definition', '[a][b]\n\n[b]: notes/Old.md "t"', '[a][b]\n\n[b]: notes/New.md "t"'],
    ['a definition in a quote', '> [b]: <notes/Old.md>', '> [b]: <notes/New.md>'],
    ['HTML', '<a href="notes/Old.md#x">y</a>', '<a href="notes/New.md#x">y</a>'],
    ['a footnote', '[^1]: see [a](notes/Old.md)', '[^1]: see [a](notes/New.md)'],
    ['a shortcode', '[a]({{< ref "notes/Old.md" >}})', '[a]({{< ref "notes/New.md" >}})'],
    ['relref without an ending', '{{% relref "Old" %}}', '{{% relref "New" %}}'],
    ['front matter', '---\nup: "[[Old]]"\n---\n', '---\nup: "[[New]]"\n---\n'],
    ['CRLF and neighbours', '- [[Old]]\r\n\t* x  \r\n', '- [[New]]\r\n\t* x  \r\n'],
  ])('%s', (_name, text, expected) => {
    expect(renamed('notes/Old.md', 'notes/New.md', 'inbox.md', text)).toBe(expected)
  })

  test.each([
    ['code', '`[[Old]]`'],
    ['a fence', '```\n[[Old]]\n```'],
    ['a comment', '%%[[Old]]%%'],
    ['another page', '[[other]] [x](notes/other.md)'],
    ['the name in words', 'Old is old'],
    ['an address', '[x](https://example.org/notes/Old.md)'],
    ['a heading of its own', '[x](#Old)'],
    ['a title in front matter', '---\ntitle: Old\n---\n'],
  ])('not %s', (_name, text) => {
    expect(renamed('notes/Old.md', 'notes/New.md', 'inbox.md', text)).toBe(text)
  })

  test.each([
    ['encoded', '[a](Old%20page.md)', '[a](New%20one.md)'],
    ['in angle brackets', '[a](<Old page.md>)', '[a](<New one.md>)'],
    ['wiki', '[[Old page]]', '[[New one]]'],
  ])('spaces as the author wrote them: %s', (_name, text, expected) => {
    expect(renamed('Old page.md', 'New one.md', 'inbox.md', text)).toBe(expected)
  })

  test('a bare destination gets its spaces and brackets encoded', () => {
    expect(renamed('notes/other.md', 'notes/a (b) c.md', 'inbox.md', '[x](notes/other.md)')).toBe(
      '[x](notes/a%20%28b%29%20c.md)',
    )
  })

  test('an attachment, in every form', () => {
    const text =
      '---\ncover: pictures/map one.png\n---\n![[map one.png|300]] ![m](pictures/map%20one.png "t")\n<img src="pictures/map one.png">\n{{< figure src="pictures/map one.png" >}}\n'
    expect(renamed('pictures/map one.png', 'pictures/map.png', 'inbox.md', text)).toBe(
      text.replaceAll(/map(?:%20| )one/g, 'map'),
    )
  })
})

describe('a move to another folder', () => {
  test('writes relative links to the file anew, and leaves names', () => {
    const text = '[[Old]] [a](Old.md) [b](./Old.md) [c](../notes/Old.md) [d](/notes/Old.md)'
    expect(renamed('notes/Old.md', 'archive/Old.md', 'notes/other.md', text)).toBe(
      '[[Old]] [a](../archive/Old.md) [b](../archive/Old.md) [c](../archive/Old.md) [d](/archive/Old.md)',
    )
  })

  test('writes relative links inside the file anew', () => {
    const text = '![m](../pictures/map%20one.png) [o](other.md) [self](#here) [[other]] [me](Old.md)'
    expect(renamed('notes/Old.md', 'notes/deep/more/Old.md', 'notes/Old.md', text)).toBe(
      '![m](../../../pictures/map%20one.png) [o](../../other.md) [self](#here) [[other]] [me](Old.md)',
    )
  })
})

describe('names that are shared', () => {
  const shared = createFileTable(['a/plan.md', 'b/deep/plan.md', 'b/deep/road.md', 'inbox.md'])

  test('a link by name means the shortest path, and the other one is left alone', () => {
    expect(renamed('a/plan.md', 'a/goal.md', 'inbox.md', '[[plan]] [[deep/plan]]', shared)).toBe(
      '[[goal]] [[deep/plan]]',
    )
  })

  test('a link that would mean the renamed file by its new name keeps its own', () => {
    expect(renamed('a/plan.md', 'road.md', 'inbox.md', '[[road]] [[plan]]', shared)).toBe(
      '[[b/deep/road]] [[road]]',
    )
  })

  test('the new name is given with its path where the name alone means another', () => {
    expect(
      renamed(
        'b/deep/road.md',
        'b/deep/plan.md',
        'inbox.md',
        '[[road]]',
        createFileTable(['a/plan.md', 'b/deep/road.md', 'inbox.md']),
      ),
    ).toBe('[[b/deep/plan]]')
  })
})

test('a name that a wiki link cannot hold is refused with the link and its page', () => {
  const plan = planRename({ files, from: 'notes/Old.md', to: 'notes/C#.md' }, 'inbox.md', 'see [[Old]]')
  expect(plan.ok ? '' : plan.error.message).toContain('“Old” in “inbox.md”')
})

describe('for any entry', () => {
  const names = ['alpha', 'beta two', 'gamma (x)', 'délta', 'a&b', '50%']
  const folders = ['', 'one/', 'one/two/', 'three four/']
  const path = fc.record({ folder: fc.constantFrom(...folders), name: fc.constantFrom(...names) })
  const paths = fc.uniqueArray(path, { minLength: 3, maxLength: 8, selector: ({ name }) => name })
  const link = (to: string): fc.Arbitrary<string> => {
    const bare = to.replace(/\.md$/, '')
    return fc.constantFrom(
      `[[${bare}]]`,
      `[[${bare}#part|words]]`,
      `[x](/${to.replace(/[ ()%]/g, escape)} "t")`,
      `[x](</${to.replace('%', '%25')}#h>)`,
      `![[${bare}]]`,
      `\n\n[r]: </${to.replace('%', '%25')}>\n\n`,
      'words *and* `[[code]]`\n',
    )
  }
  const setting = paths.chain((all) => {
    const list = all.map(({ folder, name }) => `${folder}${name}.md`)
    return fc.record({
      list: fc.constant(list),
      text: fc.array(fc.constantFrom(...list).chain(link), { maxLength: 8 }).map((parts) => parts.join(' ')),
      at: fc.constantFrom(...list),
      from: fc.constantFrom(...list),
      folder: fc.option(fc.constantFrom(...folders)),
      name: fc.constantFrom('new.md', 'new name.md', 'n (2).md', 'né.md'),
    })
  })

  test('every link leads where it did, nothing else changes, and renaming back in one folder is the identity', () => {
    fc.assert(
      fc.property(setting, ({ list, text, at, from, folder, name }) => {
        const to = `${folder ?? `${folderOf(from)}/`}${name}`.replace(/^\//, '')
        const before = createFileTable(list)
        const after = withRenamed(before, from, to)
        const newAt = at === from ? to : at
        const written = renamed(from, to, at, text, before)
        const targets = (files: FileTable, path: string, source: string) =>
          findLinkedPlaces(parseEntry(source)).map((place) => resolvePlace(files, path, source, place)?.path)
        const outside = (source: string) => {
          const places = findLinkedPlaces(parseEntry(source))
          return places.map(({ from: start }, index) => source.slice(places[index - 1]?.to ?? 0, start))
        }
        expect(targets(after, newAt, written)).toEqual(
          targets(before, at, text).map((target) => (target === from ? to : target)),
        )
        expect(outside(written)).toEqual(outside(text))
        if (folderOf(from) === folderOf(to)) expect(renamed(to, from, newAt, written, after)).toBe(text)
      }),
      { seed: 7, numRuns: 400 },
    )
  })
})
