import { expect, test } from 'vitest'
import { parseEntry } from '../../../../shared/markdown/parse-entry.ts'
import { readLinks } from '../../../../shared/resources/read-links.ts'
import { writeKnownLink } from '../../../../shared/resources/write-known-link.ts'

const url = 'https://a.org/post_(1)'

test.each([
  [{ title: 'Advice', authors: ['Neel Nanda'], month: '2025-09' }, ' by Neel Nanda (Sep 2025)'],
  [
    { title: 'Advice', authors: ['Ann Lee', 'Bo Ek', 'Cy Ro'], month: '2025' },
    ' by Ann Lee, Bo Ek and Cy Ro (2025)',
  ],
  [{ title: 'On [x] and *y*', authors: [], month: null }, ''],
])('%j is written as its line is read', (known, tail) => {
  const written = writeKnownLink(url, known) ?? ''
  expect(written.endsWith(`)${tail}`)).toBe(true)
  const [link] = readLinks(parseEntry(`- ${written}\n`))
  expect(link?.use.authors).toEqual(known.authors)
  expect(link?.use.month).toBe(known.month)
})

test.each([[''], [url], ['a.org/post_(1)']])(
  'nothing more than the address is known with the title “%s”',
  (title) => {
    expect(writeKnownLink(url, { title, authors: [], month: null })).toBeNull()
  },
)
