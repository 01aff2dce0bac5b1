import { expect, test } from 'vitest'
import { answerPicture, readPictureAddress } from '../../../electron/picture-files.ts'
import { fail, succeed } from '../../../shared/contract/errors.ts'
import { pictureUrl } from '../../../shared/contract/picture-url.ts'
import type { EntryPath } from '../../../shared/entry/entry-path.ts'

test.each([
  ['a.md', 'map.png'],
  ['sub folder/é #1?.md', '../my map%20&x=1.png'],
  ['a.md', '100%.png'],
])('reads the entry %j and target %j back from the address', (from, target) => {
  expect(readPictureAddress(pictureUrl(from as EntryPath, target))).toEqual({ from, target })
})

test.each([
  'cairn-picture://journal/?from=..%2Fa.md&target=x.png',
  'cairn-picture://journal/?target=x.png',
  'cairn-picture://journal/?from=a.md',
  'cairn-picture://journal/',
  'nonsense',
])('finds no picture in %s', (address) => {
  expect(readPictureAddress(address)).toBeNull()
})

test('answers the picture with its type, and with a policy that lets an SVG do nothing', async () => {
  const bytes = Buffer.from('<svg/>')
  const answer = await answerPicture(pictureUrl('a.md' as EntryPath, 'x.svg'), async () =>
    succeed({ bytes, type: 'image/svg+xml' }),
  )
  expect([answer.status, await answer.text()]).toEqual([200, '<svg/>'])
  expect(answer.headers.get('content-type')).toBe('image/svg+xml')
  expect(answer.headers.get('content-security-policy')).toContain(`default-src 'none'`)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
})

test('answers 404 for what the journal does not give', async () => {
  const address = pictureUrl('a.md' as EntryPath, '../x.png')
  expect((await answerPicture(address, async () => fail('outside-journal', ''))).status).toBe(404)
  const never = (): Promise<never> => Promise.reject(new Error('asked for no picture'))
  expect((await answerPicture('cairn-picture://journal/', never)).status).toBe(404)
})
