import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  keepSearch,
  readSavedSearches,
  removeSearch,
  renameSearch,
} from '../../../../shared/search/saved-searches.ts'

const page = [
  '# Saved searches',
  '',
  'My own words - not a list: `no`.',
  '',
  '- Open before October: `is:open before:2025-10`',
  '* by: `by:nanda`',
  '- nothing behind the colon:',
  '',
].join('\n')

test('a page is read in its order; a list line that is no search is named with its line, prose is left alone', () => {
  expect(readSavedSearches(page)).toEqual({
    searches: [
      { name: 'Open before October', query: 'is:open before:2025-10' },
      { name: 'by', query: 'by:nanda' },
    ],
    broken: [{ number: 7, text: '- nothing behind the colon:' }],
  })
})

test('the first search makes a page that says what it is', () => {
  const text = keepSearch('', { name: 'Nanda', query: 'by:nanda' })
  expect(text).toMatch(/^# Saved searches\n\n.+\n\n- Nanda: `by:nanda`\n$/)
})

test('another one stands behind the last, with the line ending of the page', () => {
  const windows = page.replaceAll('\n', '\r\n')
  const text = keepSearch(windows, { name: 'stars', query: 'has:star' })
  expect(text).toBe(windows.replace('`by:nanda`\r\n', '`by:nanda`\r\n- stars: `has:star`\r\n'))
  expect(keepSearch('- a: `b`', { name: 'c', query: 'd' })).toBe('- a: `b`\n- c: `d`\n')
  expect(keepSearch('my notes\n', { name: 'c', query: 'd' })).toBe('my notes\n\n- c: `d`\n')
})

test('a search that has the name already gets the new query, and only its line changes', () => {
  expect(keepSearch(page, { name: 'by', query: 'by:"richard ngo"' })).toBe(
    page.replace('* by: `by:nanda`', '* by: `by:"richard ngo"`'),
  )
})

test('a search is renamed and removed in its line alone; a name that is taken changes nothing', () => {
  expect(renameSearch(page, 'by', 'Neel Nanda:')).toBe(page.replace('* by:', '* Neel Nanda:'))
  expect(renameSearch(page, 'by', 'Open before October')).toBe(page)
  expect(renameSearch(page, 'by', '  ')).toBe(page)
  expect(removeSearch(page, 'by')).toBe(page.replace('* by: `by:nanda`\n', ''))
  expect(removeSearch(page, 'nobody')).toBe(page)
})

test('whatever is searched for comes back, and what is removed again leaves the page as it was', () => {
  const words = fc.string({
    unit: fc.constantFrom('a', '`', ' ', ':', '"', '-', '\n', 'é', '/'),
    maxLength: 12,
  })
  fc.assert(
    fc.property(words, words, (name, query) => {
      const clean = query.replace(/\s+/g, ' ').trim()
      const kept = keepSearch(page, { name, query })
      const found = readSavedSearches(kept).searches
      if (clean === '') expect(kept).toBe(page)
      else if (found.length === 2) expect(found.map((search) => search.query)).toContain(clean)
      else {
        expect(found.at(-1)?.query).toBe(clean)
        expect(removeSearch(kept, found.at(-1)?.name ?? '')).toBe(page)
      }
    }),
    { seed: 7, numRuns: 400 },
  )
})
