import { $dfs } from '@lexical/utils'
import { describe, expect, it } from 'vitest'
import { createEntrySession } from '../../../../editor/create-entry-session.ts'
import { $replaceNodeSource, readNodeSource } from '../../../../renderer/entry-editor/node-source.ts'

/** Opens `text`, gives the first piece whose source is `before` the source `after`, and gives the saved text. */
function change(text: string, before: string, after: string) {
  const session = createEntrySession({ text, isEditable: true, onEdited: () => undefined })
  const keys = session.editor.read(() => $dfs().map(({ node }) => node.getKey()))
  const key = keys.find((candidate) => readNodeSource(session.editor, candidate)?.text === before)
  if (key === undefined) throw new Error(`${before} is not in the entry`)
  session.editor.update(() => $replaceNodeSource(key, after), { discrete: true })
  return session.readText()
}

describe('the source of a piece edited as text', () => {
  it.each([
    ['stays the same kind of piece', 'see $a^2$ here\n', '$a^2$', '$b^2$', 'see $b^2$ here\n'],
    ['becomes another kind', 'see $a^2$ here\n', '$a^2$', '[[note]]', 'see [[note]] here\n'],
    ['becomes text and marks', 'see $a^2$ here\n', '$a^2$', 'a *square*', 'see a *square* here\n'],
    ['goes away', 'see $a^2$ here\n', '$a^2$', '', 'see  here\n'],
    [
      'names another footnote',
      'x[^1] y\n\n[^1]: one\n\n[^2]: two\n',
      '[^1]',
      '[^2]',
      'x[^2] y\n\n[^1]: one\n\n[^2]: two\n',
    ],
    ['makes a callout another one', '> [!note] hi\n> there\n', '[!note]', '[!tip]', '> [!tip] hi\n> there\n'],
    ['keeps the marks around it', 'see **$a^2$** here\n', '$a^2$', 'it', 'see **it** here\n'],
  ])('%s', (_what, text, before, after, saved) => {
    expect(change(text, before, after)).toMatchObject({ text: saved, refused: [] })
  })
})

describe('a source block edited as text', () => {
  it.each([
    [
      'stays a block of source',
      'a\n\n<div>\nb\n</div>\n\nc\n',
      '<div>\nb\n</div>',
      '<div>\nd\n</div>',
      'a\n\n<div>\nd\n</div>\n\nc\n',
    ],
    ['becomes a paragraph', 'a\n\n<div>b</div>\n\nc\n', '<div>b</div>', 'b', 'a\n\nb\n\nc\n'],
    ['goes away', 'a\n\n<div>b</div>\n\nc\n', '<div>b</div>', '', 'a\n\nc\n'],
  ])('%s', (_what, text, before, after, saved) => {
    expect(change(text, before, after)).toMatchObject({ text: saved, refused: [] })
  })
})
