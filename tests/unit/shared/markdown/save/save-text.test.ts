import { describe, expect, it } from 'vitest'
import { parseEntry } from '../../../../../shared/markdown/parse-entry.ts'
import { saveEntryText } from '../../../../../shared/markdown/save/save-entry-text.ts'
import { Mark } from '../../../../../shared/markdown/tree.ts'
import { leafAt, newLink, restyle, retype, saveAfter } from '../../../../support/save-fixture.ts'
import { asBlocks, breakRun, draftEntry, textRun } from '../../../../support/tree-draft.ts'

describe('an entry that was not edited', () => {
  it.each([
    ['nothing', ''],
    ['one line end', '\n'],
    ['a head alone', '---\na: b\n---'],
    ['no last line end', '# a\n\nb'],
    ['Windows line ends', '# a\r\n\r\n- b\r\n'],
    ['old Mac line ends', '# a\r\r- b\r'],
    ['mixed line ends', 'a\r\n\nb\n\rc\r'],
    ['a byte order mark', '\uFEFF# a\n'],
    ['trailing spaces and tabs', 'a  \n\tb \n\n\n\n- \t c  \n'],
    ['what only other programs know', '- a\n\n%%\nx\n\n%%\n\n{{< fig >}}\n\n> [!note]- x\n'],
  ])('keeps every byte: %s', (_, text) => {
    const base = parseEntry(text)
    expect(saveEntryText(base, base.blocks)).toMatchObject({ text, refused: [] })
    expect(saveEntryText(base, asBlocks(draftEntry(base)))).toMatchObject({ text, refused: [] })
  })

  it('keeps every byte after a change was taken back', () => {
    const text = 'one  \n*two* &amp; \\* three\n'
    const base = parseEntry(text)
    const draft = draftEntry(base)
    retype('two', 'other')(draft)
    expect(saveEntryText(base, asBlocks(draft)).text).not.toBe(text)
    retype('other', 'two')(draft)
    expect(saveEntryText(base, asBlocks(draft)).text).toBe(text)
  })
})

describe('a word typed into a leaf', () => {
  it('leaves everything else of the leaf as it is written', () => {
    const text = 'a \\* b &amp; c &copy; __d__ *e* `` f`g `` [h](<i> (j))\n'
    expect(saveAfter(text, retype('c', 'new'))).toBe(text.replace('c', 'new'))
  })

  it('goes inside the mark that it has', () => {
    expect(saveAfter('x **bold** y\n', retype('bold', 'bolder'))).toBe('x **bolder** y\n')
    expect(saveAfter('x **bold** y\n', retype(' y', 'er y'))).toBe('x **bold**er y\n')
  })

  it('changes one line of a paragraph with hard breaks of both kinds', () => {
    const text = '> one  \n> two\\\n> three\nlazy\n'
    expect(saveAfter(text, retype('two', '2'))).toBe('> one  \n> 2\\\n> three\nlazy\n')
  })

  it('is not escaped where it means nothing', () => {
    expect(saveAfter('price word\n', retype('word', '3 * 4 and a_b and #tag and $5'))).toBe(
      'price 3 * 4 and a_b and #tag and $5\n',
    )
  })

  it('is escaped where it would mean something', () => {
    expect(saveAfter('a word here\n', retype('word', '*x*'))).toBe('a \\*x\\* here\n')
    expect(saveAfter('a word here\n', retype('a word', '# x'))).toBe('\\# x here\n')
    expect(saveAfter('a word here\n', retype('a word', '1. x'))).toBe('1\\. x here\n')
  })

  it('never splits a pair of code units', () => {
    expect(saveAfter('a 😀 b\n', retype('😀', '😁'))).toBe('a 😁 b\n')
  })

  it('keeps the other half of nothing when a character entity goes', () => {
    expect(saveAfter('a &amp;&copy; b\n', retype('&', ''))).toBe('a &copy; b\n')
  })

  it('takes trailing white space away with the last word', () => {
    expect(saveAfter('one two\n', retype(' two', ' '))).toBe('one\n')
  })
})

describe('marks', () => {
  it('are written as the file writes them', () => {
    expect(saveAfter('__a__ and word\n', restyle('word', { marks: Mark.bold }))).toBe('__a__ and __word__\n')
    expect(saveAfter('_a_ and word\n', restyle('word', { marks: Mark.italic }))).toBe('_a_ and _word_\n')
    expect(saveAfter('a word\n', restyle('word', { marks: Mark.bold }))).toBe('a **word**\n')
  })

  it('inside a word are stars, whatever the file uses', () => {
    expect(saveAfter('_a_ and inward\n', restyle('war', { marks: Mark.italic }))).toBe('_a_ and in*war*d\n')
  })

  it('do not take white space with them', () => {
    const text = saveAfter('some words here\n', restyle('words ', { marks: Mark.bold }))
    expect(text).toBe('some **words** here\n')
  })

  it('can be taken off a part', () => {
    expect(saveAfter('a **b c d** e\n', restyle('c', { marks: 0 }))).toBe('a **b** c **d** e\n')
  })

  it('that CommonMark forbids are written with an entity', () => {
    expect(saveAfter('a "b"c d\n', restyle('"b"', { marks: Mark.bold }))).toBe('a **"b"**&#99; d\n')
  })

  it('of code get a longer fence for a backtick', () => {
    expect(saveAfter('a b`c d\n', restyle('b`c', { marks: Mark.code }))).toBe('a ``b`c`` d\n')
  })
})

describe('links', () => {
  it('are made around a word', () => {
    expect(saveAfter('a word here\n', restyle('word', { link: newLink('u v', 't') }))).toBe(
      'a [word](<u v> "t") here\n',
    )
  })

  it('keep their target when their text changes', () => {
    expect(saveAfter("[text](<u> 't')\n", retype('text', 'words'))).toBe("[words](<u> 't')\n")
  })

  it('keep their label when the text of a reference changes', () => {
    const definition = '\n[Menu Templates]: /u\n'
    expect(saveAfter(`[Menu Templates][]\n${definition}`, retype('Menu', 'New'))).toBe(
      `[New Templates][Menu Templates]\n${definition}`,
    )
    expect(saveAfter(`[Menu Templates]\n${definition}`, retype('Menu', 'New'))).toBe(
      `[New Templates][Menu Templates]\n${definition}`,
    )
  })

  it('keep the spelling of their text when their target changes', () => {
    const text = saveAfter('[a \\* *b*](u)\n', (blocks) => {
      const link = newLink('v')
      for (const run of leafAt(blocks, 0).runs) run.link = link
    })
    expect(text).toBe('[a \\* *b*](v)\n')
  })
})

describe('breaks', () => {
  it('follow the way the file breaks lines', () => {
    const addBreak = (blocks: Parameters<typeof leafAt>[0]) => {
      const leaf = leafAt(blocks, 1)
      leaf.runs = [textRun('c'), breakRun(true), textRun('d')]
    }
    expect(saveAfter('a\\\nb\n\nc d\n', addBreak)).toBe('a\\\nb\n\nc\\\nd\n')
    expect(saveAfter('a  \nb\n\nc d\n', addBreak)).toBe('a  \nb\n\nc  \nd\n')
  })

  it('in a quote begin the next line with its mark', () => {
    const text = saveAfter('> a b\n', (blocks) => {
      leafAt(blocks, 0).runs = [textRun('a'), breakRun(false), textRun('b')]
    })
    expect(text).toBe('> a\n> b\n')
  })
})
