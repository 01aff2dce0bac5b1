import { describe, expect, it } from 'vitest'
import { createEntrySession } from '../../../editor/create-entry-session.ts'

describe('opening an entry', () => {
  it.each([
    ['a table', '| a | b |\n|---|---|\n| 1 | 2 |\n'],
    ['a link and code', '[a](b) c\n\n```js\nx\n```\n'],
    ['nothing', ''],
  ])('with %s is no edit, at once and after all that was put off has run', async (_name, text) => {
    let edits = 0
    const session = createEntrySession({ text, isEditable: true, onEdited: () => (edits += 1) })
    expect(session.readText()).toMatchObject({ text, refused: [] })
    await new Promise((resolve) => setImmediate(resolve))
    expect(edits).toBe(0)
  })
})
