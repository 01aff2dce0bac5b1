import { describe, expect, it } from 'vitest'
import { parseEntry } from '../../../../shared/markdown/parse-entry.ts'
import { readResources } from '../../../../shared/resources/read-resources.ts'

const uses = (text: string) => readResources(parseEntry(text))

describe('lines below a link in its own item', () => {
  it.each<[string, readonly string[]]>([
    ['- [A](https://a.example) - very fast\n  and `simple`\n', ['very fast and simple']],
    [
      '- [A](https://a.example) by Ann Lee (Sep 2025) ⭐\n  where to begin,\n  and why\n',
      ['where to begin, and why'],
    ],
    [
      '- [A](https://a.example) (part one)\n  where to begin\n  - again\n',
      ['part one', 'where to begin', 'again'],
    ],
    ['- [A](https://a.example) gives us a\n  way to begin\n', []],
    ['- [A](https://a.example)\nlazy words\n', []],
    ['[A](https://a.example)\nthe next line of a paragraph\n', []],
  ])('%j', (text, notes) => {
    expect(uses(text)[0]?.notes).toEqual(notes)
  })

  it('say how far the author is, too', () => {
    expect(uses('- [A](https://a.example)\n  for later #to-read\n')[0]).toMatchObject({
      status: 'to-read',
      notes: ['for later'],
    })
  })
})

describe('code between shortcodes', () => {
  it('holds no links', () => {
    const code = '{{< highlight sh >}}\ncurl https://a.example\n{{< /highlight >}}\n'
    expect(uses(`${code}\n[B](https://b.example)\n\n${code}`).map(({ title }) => title)).toEqual(['B'])
    expect(uses('{{< highlight sh >}}\nhttps://a.example\n')).toHaveLength(1)
  })
})
