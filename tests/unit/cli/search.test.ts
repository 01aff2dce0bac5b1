import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { ansiPaint, choosePaint, noPaint, paintMarks } from '../../../cli/paint.ts'
import { verbs } from '../../../cli/verbs.ts'
import type { FoundItem } from '../../../cli/verbs/search.ts'
import { makeTemporaryFolder } from '../../support/temporary-folder.ts'
import { runAtTerminal } from './terminal.ts'

const files = {
  '2026-11-20.md': '# A call\r\n\r\nWe spoke about mentorship.\r\n\r\n- [ ] ask about mentorship again\r\n',
  'drafts/mentorship.md': '---\ndraft: true\n---\n# mentorship\n\nWhat a mentor is for.\n',
  'reading.md': '# Reading\n\n[Toy models](https://example.org/toy) by Neel Nanda ⭐\n- where to begin\n',
}

async function search(folder: string, ...typed: readonly string[]): Promise<FoundItem[]> {
  const ran = await runAtTerminal(verbs, ['search', folder, ...typed, '--json'])
  expect(ran).toMatchObject({ exitCode: 0, complained: '' })
  return JSON.parse(ran.printed) as FoundItem[]
}

it('gives what it found as one array, best first, with the line and the reason', async () => {
  const found = await search(makeTemporaryFolder(files), 'mentorship')
  const rows = found.map(({ kind, path: file, line, why }) => [kind, file, line, why])
  expect(rows.toSorted()).toEqual([
    ['action', '2026-11-20.md', 5, 'action'],
    ['draft', 'drafts/mentorship.md', 1, 'title'],
    ['entry', '2026-11-20.md', 3, 'text'],
    ['heading', 'drafts/mentorship.md', 4, 'heading'],
  ])
  expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a))
  const [passage] = found.find(({ why }) => why === 'text')?.passages ?? []
  expect(passage?.ranges.map(([from, to]) => passage.text.slice(from, to))).toEqual(['mentorship'])
})

it('forgives a typo and says so, and not when it is told to be exact', async () => {
  const folder = makeTemporaryFolder(files)
  const [best] = await search(folder, 'mentroship')
  expect(best).toMatchObject({ path: 'drafts/mentorship.md', why: 'title, “mentroship” as “mentorship”' })
  expect(await search(folder, 'mentroship', '--exact')).toEqual([])
})

it('takes words without quotes around them, filters among them, and keeps to the limit', async () => {
  const folder = makeTemporaryFolder(files)
  expect(await search(folder, 'by:nanda', 'toy')).toContainEqual(
    expect.objectContaining({ kind: 'resource', path: 'reading.md', line: 3 }),
  )
  expect(await search(folder, 'mentorship', '--limit', '1')).toHaveLength(1)
  expect(await search(folder, 'quetzal')).toEqual([])
})

it('answers from the files as they are now, also when an index was kept', async () => {
  const folder = makeTemporaryFolder(files)
  const cacheFolder = makeTemporaryFolder()
  const ask = (word: string) => runAtTerminal(verbs, ['search', folder, word, '--json'], { cacheFolder })
  await ask('mentorship')
  const [name = ''] = readdirSync(cacheFolder)
  writeFileSync(path.join(folder, 'new.md'), 'about quetzals')
  expect((await ask('quetzals')).printed).toContain('new.md')
  const kept = readFileSync(path.join(cacheFolder, name))
  writeFileSync(path.join(cacheFolder, name), kept.subarray(0, 100))
  expect((await ask('quetzals')).printed).toContain('new.md')
})

it('answers without a place for its index', async () => {
  const cacheFolder = path.join(makeTemporaryFolder({ file: 'no folder' }), 'file')
  const folder = makeTemporaryFolder(files)
  expect((await runAtTerminal(verbs, ['search', folder, 'mentor'], { cacheFolder })).exitCode).toBe(0)
})

it('writes nothing into the folder', async () => {
  const folder = makeTemporaryFolder(files)
  await search(folder, 'mentorship')
  await runAtTerminal(verbs, ['index', folder])
  expect(
    readdirSync(folder, { recursive: true, withFileTypes: true }).filter((item) => item.isFile()),
  ).toHaveLength(3)
})

it('writes lines for reading, with what was read differently above and the sum below', async () => {
  const folder = makeTemporaryFolder(files)
  const { printed } = await runAtTerminal(verbs, ['search', folder, 'mentroship', '--limit', '1'], {
    paint: ansiPaint,
  })
  expect(printed.replaceAll('\u001B', '⌁')).toBe(
    [
      '⌁[2mread “mentroship” as “mentorship”⌁[22m',
      'draft    ⌁[1m⌁[33mmentorship⌁[39m⌁[22m',
      '⌁[2m  drafts/mentorship.md:1  (title, “mentroship” as “mentorship”)⌁[22m',
      '⌁[2m1 of 4 shown⌁[22m',
    ].join('\n'),
  )
})

it('paints only at a terminal, and never where NO_COLOR is set', () => {
  expect(choosePaint(true, { TERM: 'xterm' })).toBe(ansiPaint)
  expect(choosePaint(true, { TERM: 'xterm', NO_COLOR: '1', FORCE_COLOR: '1' })).toBe(noPaint)
  expect(choosePaint(true, { TERM: 'xterm', NO_COLOR: '' })).toBe(ansiPaint)
  expect(choosePaint(true, { TERM: 'dumb' })).toBe(noPaint)
  expect(choosePaint(false, {})).toBe(noPaint)
  expect(choosePaint(false, { FORCE_COLOR: '1' })).toBe(ansiPaint)
  expect(
    paintMarks(
      'abcd',
      [
        [1, 2],
        [3, 4],
      ],
      { ...noPaint, mark: (text) => `<${text}>` },
    ),
  ).toBe('a<b>c<d>')
})

it('counts entries and words of the index it made, with its time and size', async () => {
  const folder = makeTemporaryFolder({ 'a.md': 'one two\n', 'b.md': 'two three\n' })
  const ran = await runAtTerminal(verbs, ['index', folder, '--json'])
  const result = JSON.parse(ran.printed) as Record<string, number>
  expect(Object.keys(result)).toEqual(['entries', 'words', 'ms', 'bytes'])
  expect(result['entries']).toBe(2)
  // The three words, and the names of the two files.
  expect(result['words']).toBe(5)
  expect(result['bytes']).toBeGreaterThan(0)
})
