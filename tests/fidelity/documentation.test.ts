import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const rows = readFileSync('docs/markdown.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| (?!Construct|---)/.test(line) && !line.startsWith('|---'))

/** Rows of the last table: those above it say how actions are read, and need no proof of their own. */
const actionRows = readFileSync('docs/actions.md', 'utf8')
  .split('| Form | In Cairn | Proof |')[1]!
  .split('\n')
  .filter((line) => line.startsWith('| '))

/** Word for word: other pages and the program refer to them. */
const promises = [
  'Opening and saving a file that was not edited never changes a byte, whatever is in it.',
  'An edit changes the lines it touches and no others; inside them, what was not edited keeps its spelling (markers, escapes, entities, spaces, wrapping, reference links).',
  'What Cairn does not understand is shown as source and kept.',
  'If Cairn cannot write an edit faithfully it says so and keeps your words; it never guesses silently.',
]

describe('the table of constructs', () => {
  test('has a row for each construct', () => {
    expect(rows.length).toBeGreaterThan(40)
  })

  test.each(rows)('names a test that is there: %s', (row) => {
    expectProof(row)
  })
})

describe('the table of forms of the Tasks plugin', () => {
  test('has rows with a proof, and rows that are not supported', () => {
    expect(actionRows.filter((row) => row.includes('`tests/')).length).toBeGreaterThan(20)
    expect(actionRows.filter((row) => row.includes('not supported')).length).toBeGreaterThan(5)
  })

  test.each(actionRows)('names a test that is there, or says “not supported”: %s', (row) => {
    if (row.endsWith('| – |')) expect(row).toContain('| not supported')
    else expectProof(row)
  })
})

function expectProof(row: string): void {
  const [, file = '', title = ''] = /`(tests\/[^`]+)`: “([^”]+)”/.exec(row) ?? []
  expect(existsSync(file), file).toBe(true)
  expect(readFileSync(file, 'utf8')).toContain(title)
}

test.each(['README.md', 'docs/guide.md', 'docs/markdown.md'])(
  '%s makes the four promises word for word',
  (page) => {
    const text = readFileSync(page, 'utf8')
    for (const [at, promise] of promises.entries()) expect(text).toContain(`${at + 1}. ${promise}`)
  },
)
