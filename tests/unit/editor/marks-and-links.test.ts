import { FORMAT_TEXT_COMMAND } from 'lexical'
import { describe, expect, test } from 'vitest'
import { insertLink, removeLink, setLink } from '../../../editor/commands/links.ts'
import { toggleMark } from '../../../editor/commands/marks.ts'
import { readToolbarState, registerToolbarState, type ToolbarState } from '../../../editor/toolbar-state.ts'
import { openTypist, outline, settle } from '../../support/entry-typing.ts'

describe('marks', () => {
  test.each([
    ['bold', 'one **two** three\n'],
    ['italic', 'one *two* three\n'],
    ['strike', 'one ~~two~~ three\n'],
    ['code', 'one `two` three\n'],
  ] as const)('%s goes on and off', async (mark, expected) => {
    const typist = openTypist('one two three\n')
    typist.select('two')
    toggleMark(typist.editor, mark)
    await settle(typist.editor)
    expect(typist.text()).toBe(expected)
    toggleMark(typist.editor, mark)
    await settle(typist.editor)
    expect(typist.text()).toBe('one two three\n')
  })

  test('take wiki links and pictures among the text along, both ways', async () => {
    const typist = openTypist('a [[w]] b\n')
    typist.select('a … b')
    toggleMark(typist.editor, 'bold')
    await settle(typist.editor)
    expect(typist.text()).toBe('**a [[w]] b**\n')
    toggleMark(typist.editor, 'bold')
    await settle(typist.editor)
    expect(typist.text()).toBe('a [[w]] b\n')
  })

  test('go around all of a bare URL or not at all', async () => {
    const typist = openTypist('see https://a.example/b_c now\n')
    typist.select('example')
    toggleMark(typist.editor, 'italic')
    await settle(typist.editor)
    expect(outline(typist.editor)).toContain('"https://a.example/b_c" 2')
  })

  test('are not applied in code, and none that Markdown lacks anywhere', async () => {
    const typist = openTypist('```\ncode\n```\n\ntext\n')
    typist.select('code')
    toggleMark(typist.editor, 'bold')
    typist.select('text')
    typist.editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'underline')
    await settle(typist.editor)
    expect(outline(typist.editor)).toBe('code\n  "code"\nparagraph\n  "text"')
  })

  test('hold for what is typed next', async () => {
    const typist = openTypist('one\n')
    typist.caret('one|')
    toggleMark(typist.editor, 'bold')
    await typist.type(' two')
    expect(outline(typist.editor)).toBe('paragraph\n  "one"\n  " two" 1')
  })

  test('text typed inside bold text is bold', async () => {
    const typist = openTypist('a **bold** z\n')
    typist.session.reveal(6)
    await typist.type('X')
    expect(typist.text()).toBe('a **boXld** z\n')
  })
})

describe('links', () => {
  test('are made from a selection, changed at the caret, and taken away', async () => {
    const typist = openTypist('one two three\n')
    typist.select('two')
    setLink(typist.editor, 'https://a.example')
    await settle(typist.editor)
    expect(typist.text()).toBe('one [two](https://a.example) three\n')
    typist.caret('t|wo')
    setLink(typist.editor, 'https://b.example', 'title')
    await settle(typist.editor)
    expect(typist.text()).toBe('one [two](https://b.example "title") three\n')
    removeLink(typist.editor)
    await settle(typist.editor)
    expect(typist.text()).toBe('one two three\n')
  })

  test('keep their source until their target is edited', async () => {
    const text = "a [text](<https://a.example> 'it') and [label][]\n\n[label]: https://b.example\n"
    const typist = openTypist(text)
    typist.caret('tex|t')
    await typist.type('Z')
    expect(typist.text()).toBe(text.replace('text', 'texZt'))
    typist.caret('labe|l')
    await typist.type('Z')
    expect(typist.text()).toBe(text.replace('text', 'texZt').replace('[label][]', '[labeZl][label]'))
  })

  test('stay when all of their text is typed over', async () => {
    const typist = openTypist('a [some text](https://a.example) b\n')
    typist.select('some text')
    await typist.type('new')
    expect(typist.text()).toBe('a [new](https://a.example) b\n')
  })

  test('stay around the word that replaces their last one', async () => {
    const typist = openTypist('a [some **text**](u) b\n')
    typist.select('text')
    await typist.type('new')
    expect(typist.text()).toBe('a [some **new**](u) b\n')
  })

  test('are put in with their text', async () => {
    const typist = openTypist('one \n\ntwo\n')
    typist.caret('two|')
    insertLink(typist.editor, 'label', 'https://a.example')
    await typist.type(' after')
    expect(outline(typist.editor)).toContain('  "two"\n  link\n    "label"\n  " after"')
  })

  test('take all of the inline code that they begin or end in', async () => {
    const typist = openTypist('run `some code` now\n')
    typist.select('code')
    setLink(typist.editor, 'https://a.example')
    await settle(typist.editor)
    expect(typist.text()).toBe('run [`some code`](https://a.example) now\n')
  })

  test('over several blocks are one link in each', async () => {
    const typist = openTypist('one\n\ntwo\n')
    typist.select('one…two')
    setLink(typist.editor, 'https://a.example')
    await settle(typist.editor)
    expect(typist.text()).toBe('[one](https://a.example)\n\n[two](https://a.example)\n')
  })
})

describe('the toolbar', () => {
  test('knows block, marks, link and undo', async () => {
    const typist = openTypist('## head\n\na **[l](u)** b\n\n- [ ] item\n\n> quote\n\n```\ncode\n```\n')
    const blockTypeAt = (marked: string) => {
      typist.caret(marked)
      return readToolbarState(typist.editor).blockType
    }
    expect(blockTypeAt('hea|d')).toBe('heading-2')
    expect(blockTypeAt('ite|m')).toBe('check-list')
    expect(blockTypeAt('quot|e')).toBe('quote')
    expect(blockTypeAt('cod|e')).toBe('code')
    expect(blockTypeAt('l|')).toBe('paragraph')
    expect(readToolbarState(typist.editor)).toMatchObject({
      linkUrl: 'u',
      marks: { bold: true, italic: false },
      canUndo: false,
    })
    await typist.type('x')
    expect(readToolbarState(typist.editor).canUndo).toBe(true)
  })

  test('is told only when what it shows changes', async () => {
    const typist = openTypist('one **two** three\n')
    const told: ToolbarState[] = []
    const unregister = registerToolbarState(typist.editor, (state) => told.push(state))
    typist.caret('on|e ')
    await settle(typist.editor)
    const before = told.length
    typist.caret('one| ')
    await settle(typist.editor)
    expect(told.length).toBe(before)
    typist.caret('tw|o')
    await settle(typist.editor)
    expect(told.at(-1)?.marks.bold).toBe(true)
    await typist.type('x')
    expect(told.at(-1)?.canUndo).toBe(true)
    unregister()
    const after = told.length
    typist.caret('on|e ')
    await settle(typist.editor)
    expect(told.length).toBe(after)
  })
})
