import fc from 'fast-check'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { encodeEntry, revisionOf } from '../../../journal/entry-file/decode-entry.ts'
import { tickBox } from '../../../journal/tick-box.ts'
import { locateBox } from '../../../shared/actions/locate-box.ts'
import type { EntryPath } from '../../../shared/entry/entry-path.ts'
import { errorOf, valueOf } from '../../support/outcomes.ts'
import { makeTemporaryFolder } from '../../support/temporary-folder.ts'

const entry = 'note.md' as EntryPath
const revisionOfText = (text: string) => revisionOf(encodeEntry(text))

const text = [
  '---\r',
  'title: Plan\r',
  '---\r',
  '## Next steps\r',
  '1. [ ] write to **Ada** ([page](https://example.org))  \r',
  '\t- [x] find the address\r',
  '   * [ ] ask\r',
  '- [/] half done\r',
  '- no box\r',
  '> - [ ] in a quote',
].join('\n')

test.each([
  [0, 'write to Ada (page)', 'x', '1. [ ] write', '1. [x] write'],
  [1, 'find the address', ' ', '- [x] find', '- [ ] find'],
  [3, 'half done', 'x', '[/]', '[x]'],
  [5, 'in a quote', 'x', '> - [ ]', '> - [x]'],
] as const)(
  'ticks item %i by changing that one character',
  async (itemNumber, itemText, box, before, after) => {
    const root = makeTemporaryFolder({ 'note.md': text })
    const request = { revision: revisionOfText(text), itemNumber, text: itemText, box }
    const revision = valueOf(await tickBox(root, entry, request, locateBox))
    const written = readFileSync(path.join(root, 'note.md'), 'utf8')
    expect(written).toBe(text.replace(before, after))
    expect(revision).toBe(revisionOfText(written))
  },
)

test('another revision on disk is a conflict and nothing is written', async () => {
  const root = makeTemporaryFolder({ 'note.md': text })
  writeFileSync(path.join(root, 'note.md'), `${text}\nmore`)
  const request = {
    revision: revisionOfText(text),
    itemNumber: 0,
    text: 'write to Ada (page)',
    box: 'x',
  } as const
  const error = errorOf(await tickBox(root, entry, request, locateBox))
  expect(error).toMatchObject({ code: 'conflict', theirs: { text: `${text}\nmore` } })
  expect(readFileSync(path.join(root, 'note.md'), 'utf8')).toBe(`${text}\nmore`)
})

test.each([
  [1, 'write to Ada (page)'],
  [4, 'no box'],
  [99, 'nothing'],
])('item %i called %j is a conflict, since they do not agree', async (itemNumber, itemText) => {
  const root = makeTemporaryFolder({ 'note.md': text })
  const request = { revision: revisionOfText(text), itemNumber, text: itemText, box: 'x' } as const
  expect(errorOf(await tickBox(root, entry, request, locateBox)).code).toBe('conflict')
  expect(readFileSync(path.join(root, 'note.md'), 'utf8')).toBe(text)
})

test('an entry that is gone is not found, and one that is not UTF-8 stays as it is', async () => {
  const latin1 = Uint8Array.from([...encodeEntry('- [ ] caf'), 0xe9])
  const root = makeTemporaryFolder({ 'latin.md': latin1 })
  const request = { revision: revisionOf(latin1), itemNumber: 0, text: 'café', box: 'x' } as const
  expect(errorOf(await tickBox(root, entry, request, locateBox)).code).toBe('not-found')
  expect(errorOf(await tickBox(root, 'latin.md' as EntryPath, request, locateBox)).code).toBe('read-only')
})

test('whatever the list looks like, ticking changes one character or nothing', async () => {
  const item = fc.tuple(
    fc.constantFrom('- ', '* ', '1. ', '  - ', '\t- ', '> - ', '- > - '),
    fc.constantFrom('[ ] ', '[x] ', '[X] ', '[-] ', '', '[] '),
    fc.constantFrom('one', '**two**', '[three](u)', '`four`', '[ ] five', ''),
    fc.constantFrom('\n', '\r\n', '\n\n'),
  )
  const lists = fc
    .array(item, { minLength: 1, maxLength: 8 })
    .map((items) => items.map((parts) => parts.join('')).join(''))
  await fc.assert(
    fc.asyncProperty(lists, fc.nat(8), async (source, itemNumber) => {
      const found = locateBox(source, itemNumber)
      const root = makeTemporaryFolder({ 'note.md': source })
      const request = {
        revision: revisionOfText(source),
        itemNumber,
        text: found?.text ?? '',
        box: 'x',
      } as const
      const outcome = await tickBox(root, entry, request, locateBox)
      const written = readFileSync(path.join(root, 'note.md'), 'utf8')
      if (found === null) {
        expect([outcome.ok, written]).toEqual([false, source])
        return
      }
      expect(written).toBe(`${source.slice(0, found.boxAt)}x${source.slice(found.boxAt + 1)}`)
      expect([source[found.boxAt - 1], source[found.boxAt + 1]]).toEqual(['[', ']'])
    }),
    { seed: 20261124, numRuns: 80 },
  )
})
