import { $getRoot } from 'lexical'
import { describe, expect, test } from 'vitest'
import { $findTextBlock } from '../../../editor/commands/positions.ts'
import { setLink } from '../../../editor/commands/links.ts'
import { toggleMark } from '../../../editor/commands/marks.ts'
import { openTypist, textBeforeCaret, type Typist } from '../../support/entry-typing.ts'

function caretAtStartOfLastBlock({ editor }: Typist): void {
  editor.update(
    () => {
      const last = $getRoot().getLastDescendant()
      if (last !== null) $findTextBlock(last)?.selectStart()
    },
    { discrete: true },
  )
}

describe('a block joined to one that ends in a bare address leaves the address alone', () => {
  test.each([
    ['see https://a.example/x\n\nword two\n', 'see https://a.example/x word two\n'],
    ['see https://a.example/x.\n\nword two\n', 'see https://a.example/x. word two\n'],
    ['see https://a.example/x\n\n*word* two\n', 'see https://a.example/x *word* two\n'],
    ['**see https://a.example/x**\n\nword two\n', '**see https://a.example/x** word two\n'],
    ['see www.a.example\n\n[word](u)\n', 'see www.a.example [word](u)\n'],
    ['see www.a.example\n\n`word`\n', 'see www.a.example `word`\n'],
    ['see me@a.example\n\nword\n', 'see me@a.example word\n'],
    ['see https://a.example/x\n\n[[page]] two\n', 'see https://a.example/x [[page]] two\n'],
    ['> see https://a.example/x\n>\n> ![i](j)\n', '> see https://a.example/x ![i](j)\n'],
    ['# see https://a.example/x\n\nhttps://b.example/y\n', '# see https://a.example/x https://b.example/y\n'],
    ['word\n\nhttps://a.example/x two\n', 'word https://a.example/x two\n'],
    ['w.\n\nwww.a.example two\n', 'w. www.a.example two\n'],
    ['a formula $x$\n\n$y$\n', 'a formula $x$ $y$\n'],
  ])('by Backspace and by Delete: %j', async (text, expected) => {
    const backward = openTypist(text)
    caretAtStartOfLastBlock(backward)
    await backward.backspace()
    expect(backward.text()).toBe(expected)
    await backward.undo()
    expect(backward.text()).toBe(text)

    const forward = openTypist(text)
    forward.editor.update(() => void $findTextBlock($firstText())?.selectEnd(), { discrete: true })
    await forward.del()
    expect(forward.text()).toBe(expected)
  })

  function $firstText() {
    const [first] = $getRoot().getAllTextNodes()
    if (first === undefined) throw new Error('no text')
    return first
  }

  test('the caret stands right behind the address', async () => {
    const typist = openTypist('see https://a.example/x\n\nword two\n')
    typist.caret('|word')
    await typist.backspace()
    expect(textBeforeCaret(typist.editor)).toBe('see https://a.example/x')
  })

  test.each([
    ['see <https://a.example/x>\n\nword\n', 'see <https://a.example/x>word\n'],
    ['see [https://a.example/x](u)\n\nword\n', 'see [https://a.example/x](u)word\n'],
    ['see `https://a.example/x`\n\nword\n', 'see `https://a.example/x`word\n'],
    ['see https://a.example/x now\n\nword\n', 'see https://a.example/x nowword\n'],
  ])('no space where none is needed: %j', async (text, expected) => {
    const typist = openTypist(text)
    caretAtStartOfLastBlock(typist)
    await typist.backspace()
    expect(typist.text()).toBe(expected)
  })
})

describe('a mark or a link on part of a bare address goes around all of it', () => {
  test.each([
    ['see https://a.example/xyz two\n', 'ple/x', 'see **https://a.example/xyz** two\n'],
    ['see www.a.example/xyz two\n', 'ple/x', 'see **www.a.example/xyz** two\n'],
    ['see me@a.example two\n', 'a.ex', 'see **me@a.example** two\n'],
  ])('%j', async (text, part, expected) => {
    const marked = openTypist(text)
    marked.select(part)
    toggleMark(marked.editor, 'bold')
    expect(marked.text()).toBe(expected)
    const linked = openTypist(text)
    linked.select(part)
    setLink(linked.editor, 'u')
    const [before = '', address = '', after = ''] = expected.split('**')
    expect(linked.text()).toBe(`${before}[${address}](u)${after}`)
  })
})

describe('a mark chosen right behind a bare address', () => {
  test('is for the next word', async () => {
    const typist = openTypist('see https://a.example/x\n')
    typist.editor.update(() => void $getRoot().selectEnd(), { discrete: true })
    toggleMark(typist.editor, 'bold')
    await typist.type(' ab')
    expect(typist.text()).toBe('see https://a.example/x **ab**\n')
  })

  test('does not reach into the address that is typed on', async () => {
    const typist = openTypist('see https://a.example/x\n')
    typist.editor.update(() => void $getRoot().selectEnd(), { discrete: true })
    toggleMark(typist.editor, 'bold')
    await typist.type('yz')
    expect(typist.text()).toBe('see https://a.example/xyz\n')
  })
})
