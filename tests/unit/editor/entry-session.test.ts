import { $addUpdateTag, $getRoot, $setCompositionKey, COMPOSITION_END_TAG, type TextNode } from 'lexical'
import { describe, expect, test } from 'vitest'
import { createEntrySession } from '../../../editor/create-entry-session.ts'
import { readToolbarState } from '../../../editor/toolbar-state.ts'
import { parseEntry } from '../../../shared/markdown/parse-entry.ts'
import type { SaveOutcome } from '../../../shared/markdown/save-outcome.ts'
import { saveEntryText } from '../../../shared/markdown/save/save-entry-text.ts'
import type { Block, ParsedEntry } from '../../../shared/markdown/tree.ts'
import { openTypist, outline, settle, textBeforeCaret } from '../../support/entry-typing.ts'

const text = '---\ntitle: x\n---\n\n# Head\n\nfirst *para*\nsecond line\n\n- [ ] do\n  - deep\n\nlast\n'

describe('opening', () => {
  test('is no edit and cannot be undone', async () => {
    const typist = openTypist(text)
    await settle(typist.editor)
    expect(typist.editCount()).toBe(0)
    expect(readToolbarState(typist.editor)).toMatchObject({ canUndo: false, canRedo: false })
    await typist.undo()
    expect(typist.text()).toBe(text)
    expect(typist.editCount()).toBe(0)
  })

  test('an empty entry gives a paragraph to type in', async () => {
    const typist = openTypist('')
    expect(typist.text()).toBe('')
    typist.caret('|')
    await typist.type('hello')
    expect(typist.text()).toMatch(/^hello\n?$/)
  })

  test('an entry that is only front matter keeps it', async () => {
    const typist = openTypist('---\ntitle: x\n---\n')
    typist.caret('|')
    await typist.type('hello')
    expect(typist.text()).toMatch(/^---\ntitle: x\n---\n\n?hello\n?$/)
  })
})

describe('editing', () => {
  test('is told once per update that changes content, and not for moving the caret', async () => {
    const typist = openTypist(text)
    typist.caret('las|t')
    await settle(typist.editor)
    expect(typist.editCount()).toBe(0)
    await typist.type('x')
    expect(typist.editCount()).toBe(1)
  })

  test('one letter and undo gives the same bytes, the first edit included', async () => {
    const typist = openTypist(text)
    typist.caret('first |')
    await typist.type('z')
    expect(typist.text()).toBe(text.replace('first ', 'first z'))
    await typist.undo()
    expect(typist.text()).toBe(text)
    await typist.redo()
    expect(typist.text()).toBe(text.replace('first ', 'first z'))
  })

  test('an update that changes nothing leaves the text as it is', () => {
    const typist = openTypist(text)
    typist.editor.update(
      () => {
        for (const node of $getRoot().getAllTextNodes()) node.markDirty()
      },
      { discrete: true },
    )
    expect(typist.text()).toBe(text)
  })

  test('is told when a composition ends, not while it lasts', async () => {
    const typist = openTypist(text)
    typist.caret('last|')
    typist.editor.update(
      () => {
        const node = $getRoot().getAllTextNodes().at(-1)
        $setCompositionKey(node?.getKey() ?? null)
        node?.spliceText(4, 0, 'に', true)
      },
      { discrete: true },
    )
    expect(typist.editCount()).toBe(0)
    typist.editor.update(
      () => {
        $addUpdateTag(COMPOSITION_END_TAG)
        $setCompositionKey(null)
      },
      { discrete: true },
    )
    await settle(typist.editor)
    expect(typist.editCount()).toBe(1)
    expect(typist.text()).toBe(text.replace('last', 'lastに'))
  })

  test('reading twice gives one and the same answer', () => {
    const { session } = openTypist(text)
    expect(session.readText()).toBe(session.readText())
  })
})

describe('text from another program', () => {
  test('replaces what differs, is no edit, and keeps the caret', async () => {
    const typist = openTypist(text)
    typist.caret('la|st')
    const next = text
      .replace('# Head', '## Other head')
      .replace('deep', 'deeper')
      .replace('first', 'very first')
    typist.session.replaceText(next)
    await settle(typist.editor)
    expect(typist.editCount()).toBe(0)
    expect(typist.text()).toBe(next)
    expect(textBeforeCaret(typist.editor)).toBe('la')
    await typist.type('x')
    expect(typist.text()).toBe(next.replace('last', 'laxst'))
  })

  test('moves the caret to the same place of a block that it replaces', () => {
    const typist = openTypist('one\n\ntwo three\n')
    typist.caret('two t|hree')
    typist.session.replaceText('one\n\ntwo threefold\n')
    expect(textBeforeCaret(typist.editor)).toBe('two t')
  })

  test('is one undo step, after which the old text is an edit of the new one', async () => {
    const typist = openTypist(text)
    const next = text.replace('last', 'LAST').replace('deep', 'DEEP')
    typist.session.replaceText(next)
    await settle(typist.editor)
    await typist.undo()
    expect(typist.text()).toBe(text)
    expect(typist.editCount()).toBe(1)
    await typist.redo()
    expect(typist.text()).toBe(next)
  })

  test.each([
    ['other front matter alone', '---\ntitle: a\n---\n\ntext\n', '---\ntitle: b\n---\n\ntext\n'],
    ['front matter where there was none', '* a  \n* b\n', '---\ntitle: b\n---\n* a  \n* b\n'],
    ['a table that is written oddly', '|  a |b|\n|:-|-|\n| c  |d|\n', '|  A |b|\n|:-|-|\n| c  |D|\n'],
    ['other line ends', 'a\\\nb\n\n1) c\n', 'A\\\r\nb\r\n\r\n1) c\r\n'],
    ['a byte order mark', 'a\n', '\uFEFFa\n'],
  ])('undone and done again gives both texts to the byte: %s', async (_, before, after) => {
    const typist = openTypist(before)
    typist.session.replaceText(after)
    await settle(typist.editor)
    expect(typist.text()).toBe(after)
    await typist.undo()
    expect(typist.text()).toBe(before)
    expect(typist.editCount()).toBe(1)
    await typist.redo()
    expect(typist.text()).toBe(after)
    typist.session.replaceText(`${after}more\n`)
    await settle(typist.editor)
    await typist.undo()
    await typist.undo()
    expect(typist.text()).toBe(before)
  })

  test.each([
    ['', 'new\n'],
    ['old\n', ''],
    ['a\n\nb\n\nc\n', 'c\n\na\n\nb\n'],
    ['- a\n- b\n', '- a\n\n* b\n'],
    ['text\n', '---\ntitle: t\n---\ntext\n'],
    ['a\n\nb\n', 'a\r\n\r\nb\r\n'],
  ])('%j becomes %j to the byte', (before, after) => {
    const typist = openTypist(before)
    typist.session.replaceText(after)
    expect(typist.text()).toBe(after)
  })

  test('with unsaved typing in another block takes the text of the disk', async () => {
    const typist = openTypist('one\n\ntwo\n')
    typist.caret('one|')
    await typist.type('X')
    typist.session.replaceText('one\n\nTWO\n')
    expect(typist.text()).toBe('one\n\nTWO\n')
  })
})

describe('revealing an offset', () => {
  test('finds the place in text, lists, code, tables, and in a block that was edited', async () => {
    const source = `${text}\n\`\`\`js\ncode here\n\`\`\`\n\n| a | cell |\n|---|---|\n| b | row |\n\n> quote *em* end\n`
    const typist = openTypist(source)
    for (const word of ['Head', 'para', 'second', 'deep', 'here', 'cell', 'row', 'em']) {
      const key = typist.session.reveal(source.indexOf(word) + 1)
      expect(key, word).not.toBeNull()
      expect(textBeforeCaret(typist.editor).endsWith(word[0] ?? ''), word).toBe(true)
    }
    typist.caret('first| ')
    await typist.type(' and more')
    const now = typist.text()
    typist.session.reveal(now.indexOf('second') + 3)
    expect(textBeforeCaret(typist.editor)).toBe('sec')
  })

  test('gives nothing for the front matter', () => {
    expect(openTypist(text).session.reveal(5)).toBeNull()
  })

  test('is no edit', async () => {
    const typist = openTypist(text)
    typist.session.reveal(text.indexOf('deep'))
    await settle(typist.editor)
    expect(typist.editCount()).toBe(0)
  })
})

test('a box set from outside changes one character and can be undone', async () => {
  const typist = openTypist(text)
  expect(typist.session.setBox(0, 'do', 'x')).toBe(true)
  await settle(typist.editor)
  expect(typist.text()).toBe(text.replace('[ ]', '[x]'))
  expect(typist.editCount()).toBe(1)
  await typist.undo()
  expect(typist.text()).toBe(text)
})

test('a session that is done no longer tells of edits', () => {
  let edits = 0
  const session = createEntrySession({ text, isEditable: true, onEdited: () => (edits += 1) })
  session.dispose()
  session.editor.update(() => $getRoot().clear(), { discrete: true })
  expect(edits).toBe(0)
})

test('an item keeps every box character that authors use', () => {
  const typist = openTypist('- [/] a\n- [-] b\n- [X] c\n- [>] d\n')
  expect(outline(typist.editor).match(/item.*/g)).toEqual(['item [/]', 'item [-]', 'item [X]', 'item [>]'])
  expect(typist.text()).toBe('- [/] a\n- [-] b\n- [X] c\n- [>] d\n')
})

describe('a long entry', () => {
  const long = `one\n\n${'many words in a line\n\n'.repeat(4000)}`

  function openLong() {
    const saves: { base: ParsedEntry; intended: readonly Block[] }[] = []
    const gates: (() => void)[] = []
    const told: string[] = []
    const saver = {
      open: () => void told.push('open'),
      close: () => void told.push('close'),
      save: (base: ParsedEntry, intended: readonly Block[]) => {
        saves.push({ base, intended })
        return new Promise<SaveOutcome>((resolve) => gates.push(() => resolve(saveEntryText(base, intended))))
      },
    }
    const session = createEntrySession({ text: long, isEditable: true, onEdited: () => undefined, saver })
    const type = (text: string): void =>
      session.editor.update(() => void $getRoot().getFirstDescendant<TextNode>()?.setTextContent(text), {
        discrete: true,
      })
    return { session, type, saves, gates, told }
  }

  test('is saved aside as it was when that was asked for', async () => {
    const { session, type, gates } = openLong()
    type('two')
    const reading = session.readTextAside()
    type('three')
    gates[0]?.()
    expect((await reading).text).toBe(long.replace('one', 'two'))
    expect(session.readText().text).toBe(long.replace('one', 'three'))
  })

  test('hands over its own blocks, all but those that were typed in', async () => {
    const { session, type, saves, gates } = openLong()
    type('two')
    void session.readTextAside()
    const { base, intended } = saves[0] ?? { base: parseEntry(''), intended: [] }
    expect(intended.filter((block, at) => block !== base.blocks[at])).toHaveLength(1)
    gates[0]?.()
  })

  test('is not worked out again when nothing was typed since', async () => {
    const { session, type, saves, gates } = openLong()
    type('two')
    const reading = session.readTextAside()
    gates[0]?.()
    const first = await reading
    expect(await session.readTextAside()).toBe(first)
    expect(session.readText()).toBe(first)
    expect(saves).toHaveLength(1)
  })

  test('is parsed ahead of its first save, and given up with the session', () => {
    const { session, told } = openLong()
    expect(told).toEqual(['open'])
    session.dispose()
    expect(told).toEqual(['open', 'close'])
  })
})
