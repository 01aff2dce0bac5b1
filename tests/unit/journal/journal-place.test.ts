import { symlinkSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { findJournalPlace, journalId, shortenPlace } from '../../../journal/journal-place.ts'
import { findFolder, forgetFolder, rememberFolder } from '../../../journal/recent-folders.ts'
import { mountSmallDisk } from '../../support/small-disk.ts'
import { errorOf, valueOf } from '../../support/outcomes.ts'
import { makeTemporaryFolder } from '../../support/temporary-folder.ts'

const options = { homeFolder: '/home/ada', isSample: false }

test('a folder is the same journal by every way that leads to it', async () => {
  const root = makeTemporaryFolder()
  const link = path.join(makeTemporaryFolder(), 'link')
  symlinkSync(root, link)
  const direct = valueOf(await findJournalPlace(root, options))
  const byLink = valueOf(await findJournalPlace(`${link}/../link/`, options))
  expect(byLink).toEqual(direct)
})

test('a file, and nothing at all, are no journals', async () => {
  const root = makeTemporaryFolder({ 'a.md': '' })
  expect(errorOf(await findJournalPlace(path.join(root, 'a.md'), options)).code).toBe('not-found')
  expect(errorOf(await findJournalPlace(path.join(root, 'missing'), options)).message).toContain('missing')
})

test('a folder on a read-only disk opens as a read-only journal', async (context) => {
  const disk = mountSmallDisk(64)
  if (disk === null) return context.skip('only root can mount a small disk')
  disk.makeReadOnly()
  expect(valueOf(await findJournalPlace(disk.folder, options)).info.isReadOnly).toBe(true)
})

test.each([
  ['/home/ada/notes/work', '~/notes/work'],
  ['/home/ada', '~'],
  ['/home/adam/notes', '/home/adam/notes'],
  ['/srv/notes', '/srv/notes'],
  ['/home/ada/..notes', '~/..notes'],
])('%s reads %s', (folder, place) => {
  expect(shortenPlace(folder, '/home/ada')).toBe(place)
})

test('recent folders: the newest first, each once, a dozen at most', () => {
  let recents = rememberFolder([], { folder: '/a', isSample: false })
  for (let number = 0; number < 20; number += 1)
    recents = rememberFolder(recents, { folder: `/${number}`, isSample: false })
  recents = rememberFolder(recents, { folder: '/15', isSample: true })
  expect(recents).toHaveLength(12)
  expect(recents.slice(0, 2)).toEqual([
    { folder: '/15', isSample: true },
    { folder: '/19', isSample: false },
  ])
  expect(findFolder(recents, journalId('/19'))?.folder).toBe('/19')
  expect(findFolder(forgetFolder(recents, journalId('/19')), journalId('/19'))).toBeNull()
})
