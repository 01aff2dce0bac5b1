import { describe, expect, it } from 'vitest'
import { parseEntry } from '../../../../../shared/markdown/parse-entry.ts'
import { Mark } from '../../../../../shared/markdown/tree.ts'
import { hostileLiterals } from '../../../../../editor/trials/hostile-literals.ts'
import {
  leafAt,
  newLink,
  nodeAt,
  restyle,
  retype,
  saveAfter,
  trySave,
} from '../../../../support/save-fixture.ts'
import type { DraftNode } from '../../../../support/tree-draft.ts'
import { breakRun, itemOf, listNodes, paragraphOf, textRun } from '../../../../support/tree-draft.ts'

const block = (fields: object) => fields as unknown as DraftNode
const drop = (at: number) => (blocks: DraftNode[]) => {
  blocks.splice(at, 1)
}

describe('constructs that other editors rewrite', () => {
  it('a list is not one block: an edit deep inside changes one line', () => {
    const text = '1. [x] a\n\t* b\n\n\t  c\n\t* d\n3. e\n'
    expect(saveAfter(text, retype('c', 'new'))).toBe(text.replace('c\n', 'new\n'))
  })

  it('a table is not padded anew', () => {
    const text = '|a|b  |\n|--|:-:|\n| c|d|\n'
    expect(saveAfter(text, retype('d', 'much longer'))).toBe(text.replace('|d|', '|much longer|'))
  })

  it.each([
    ['dialects and escapes', '[[w|x]] {{< a >}} {% b %} $x_1*y$ #tag _ * [ & word\nword2'],
    ['a trailing space', 'word \nword2'],
    ['the indent of a continuation', '- word\n     word2'],
    ['a hard break by two spaces', 'word  \nword2'],
    ['a hard break by a backslash', 'word\\\nword2'],
  ])('the other lines of a leaf stay: %s', (_, text) => {
    expect(saveAfter(`${text}\n`, retype('word2', 'edited'))).toBe(`${text.replace('word2', 'edited')}\n`)
    expect(saveAfter(`${text}\n`, retype('word', 'edited'))).toBe(`${text.replace('word', 'edited')}\n`)
  })

  it.each([
    '![[pic.png|300]]',
    '[[a#b|c_d*e]]',
    '{{< ref "a_b" >}}',
    '{{ page.x_y }}',
    '$a_b*c$',
    '#a_b',
    '^id',
    '%%x*y%%',
    '==m==',
  ])('dialect text is not escaped by an edit beside it: %s', (token) => {
    expect(saveAfter(`word ${token} end\n`, retype('word', 'two *words*'))).toBe(
      `two \\*words\\* ${token} end\n`,
    )
    expect(saveAfter(`word ${token} end\n`, restyle('word', { marks: Mark.bold }))).toBe(
      `**word** ${token} end\n`,
    )
  })

  it('a collapsed and a shortcut reference keep their target when their text changes', () => {
    for (const reference of ['[menu templates][]', '[menu templates]']) {
      const text = `${reference}\n\n[menu templates]: /u\n`
      expect(saveAfter(text, retype('menu', 'new'))).toBe(
        '[new templates][menu templates]\n\n[menu templates]: /u\n',
      )
    }
  })

  it('an autolink is one thing and stays it', () => {
    expect(saveAfter('<https://a.example/b_c> word\n', retype('word', '*'))).toBe(
      '<https://a.example/b_c> *\n',
    )
  })

  it('a bare address typed as text stays as it was typed', () => {
    expect(saveAfter('a word\n', retype('word', 'https://a.example/b_c_d'))).toBe(
      'a https://a.example/b_c_d\n',
    )
  })

  it('the prefixes of quotes, callouts and items are kept', () => {
    const text = '> [!note]- Title\n>a word\n> > b\n>   c\n'
    expect(saveAfter(text, retype('word', 'x'))).toBe(text.replace('word', 'x'))
  })

  it('a lazy line stays lazy', () => {
    expect(saveAfter('- one\ntwo\n\n> three\nfour\n', retype('two', '2'))).toBe('- one\n2\n\n> three\nfour\n')
    expect(saveAfter('- one\ntwo\n\n> three\nfour\n', retype('four', '4'))).toBe('- one\ntwo\n\n> three\n4\n')
  })

  it('a definition cannot go while something refers to it', () => {
    const outcome = trySave('[a][b] and [^1]\n\n[b]: /u\n\n[^1]: note\n', drop(1))
    expect(outcome.refused).toHaveLength(1)
    expect(outcome.text).toContain('[b]: /u')
    expect(saveAfter('text\n\n[b]: /u\n', drop(1))).toBe('text\n')
  })

  it('a tag that opens in one block and closes in another is kept in both', () => {
    const text = '{{< details >}}\n\nword\n\n{{< /details >}}\n\n<details>\n\nx\n\n</details>\n'
    expect(saveAfter(text, retype('word', 'y'))).toBe(text.replace('word', 'y'))
  })

  it('lists of one marker that become neighbours are one list, those of two markers keep them', () => {
    expect(saveAfter('- a\n\ntext\n\n- b\n', drop(1))).toBe('- a\n\n- b\n')
    expect(saveAfter('- a\n\ntext\n\n* b\n', drop(1))).toBe('- a\n\n* b\n')
  })

  it('Windows line ends are written once, in new lines too', () => {
    const text = saveAfter('a\r\n\r\nb\r\n', (blocks) => {
      blocks.push(block({ type: 'code', info: '', text: 'x\ny' }))
      leafAt(blocks, 0).runs = [textRun('a'), breakRun(false), textRun('c')]
    })
    expect(text).toBe('a\r\nc\r\n\r\nb\r\n\r\n```\r\nx\r\ny\r\n```\r\n')
  })

  it('a byte order mark is no part of the text', () => {
    expect(saveAfter('\uFEFFword\n', retype('word', '# x'))).toBe('\uFEFF\\# x\n')
    expect(saveAfter('\uFEFF- a\n- b\n', retype('a', 'c'))).toBe('\uFEFF- c\n- b\n')
  })

  it('JSON front matter is not Markdown', () => {
    const text = '{\n"a": 1\n}\nword\n'
    expect(saveAfter(text, retype('word', 'x'))).toBe('{\n"a": 1\n}\nx\n')
  })

  it('a single tilde is a tilde', () => {
    expect(saveAfter('3~6 and 2~4 word\n', retype('word', '5~7'))).toBe('3~6 and 2~4 5~7\n')
  })
})

describe('traps of Markdown', () => {
  it('an empty item under a paragraph is no underline', () => {
    const text = saveAfter('text\n', (blocks) => {
      blocks.push(
        block({ type: 'list', ordered: false, start: 1, items: [{ type: 'item', box: null, blocks: [] }] }),
      )
    })
    expect(text).toBe('text\n\n-\n')
  })

  it('a rule that moves to the first line does not begin front matter', () => {
    const text = saveAfter('a\n\n---\n\nb\n\n---\n', (blocks) => {
      const [rule] = blocks.splice(1, 1)
      if (rule !== undefined) blocks.unshift(rule)
    })
    expect(parseEntry(text).head).toBeNull()
    expect(text).toContain('---\n\na\n\nb\n\n---\n')
  })

  it('a head that ends with the file gets a line end before what follows', () => {
    const text = saveAfter('---\na: b\n---', (blocks) => blocks.push(paragraphOf('x')))
    expect(parseEntry(text).head?.span.to).toBe('---\na: b\n---\n'.length)
  })

  it('an escape does not get into a bare address', () => {
    const text = saveAfter('see https://a.example/b word\n', retype(' word', '*x*'))
    expect(text).toBe('see https://a.example/b*x*\n')
  })

  it('a hard break behind an address is made of spaces', () => {
    const addBreak = (blocks: DraftNode[]) => {
      leafAt(blocks, 0).runs = [textRun('https://a.example/b'), breakRun(true), textRun('word')]
    }
    expect(saveAfter('https://a.example/b word\n\na\\\nb\n', addBreak)).toBe(
      'https://a.example/b  \nword\n\na\\\nb\n',
    )
  })

  it('references in a quote and footnotes are read with their definitions', () => {
    const text = '> [a][b] word[^n]\n\n[b]: /u\n\n[^n]: note\n'
    expect(saveAfter(text, retype('word', 'x'))).toBe(text.replace('word', 'x'))
  })

  it('the indent of a nested block goes when the block moves', () => {
    const text = saveAfter('- a\n\t- b\n\t- c\n\nd\n', (blocks) => {
      const nested = nodeAt(blocks, 'item').blocks.pop()
      if (nested !== undefined) blocks.push(nested)
    })
    expect(text).toBe('- a\n\nd\n\n- b\n- c\n')
  })

  it('a row with more cells than the header is kept as source', () => {
    const text = '| a |\n| --- |\n| {{ x | y }} |\n\nword\n'
    expect(saveAfter(text, retype('word', 'z'))).toBe(text.replace('word', 'z'))
    expect(nodeAt(parseEntry(text).blocks as unknown as DraftNode[], 'source').form).toBe('table')
  })

  it('indented code does not become part of a list when what is between them goes', () => {
    const text = saveAfter('- a\n\ntext\n\n    code\n', drop(1))
    expect(text).toBe('- a\n\n<!-- -->\n\n    code\n')
  })

  it('a box without text is an empty task', () => {
    expect(saveAfter('- [ ]\n', (blocks) => nodeAt(blocks, 'list').items.push(itemOf('x', ' ')))).toBe(
      '- [ ]\n- [ ] x\n',
    )
  })

  it('an item can begin with code, with a list and with a rule', () => {
    const begin = (first: object) => (blocks: DraftNode[]) => {
      nodeAt(blocks, 'item').blocks = [block(first)]
    }
    expect(saveAfter('- a\n', begin({ type: 'code', info: 'js', text: 'x' }))).toBe('- ```js\n  x\n  ```\n')
    expect(saveAfter('- a\n', begin({ type: 'rule' }))).toBe('- ___\n')
    expect(saveAfter('- a\n', begin({ type: 'list', ordered: true, start: 3, items: [itemOf('b')] }))).toBe(
      '- 3. b\n',
    )
  })

  it('an ordered list that starts at 3 needs a blank line under a paragraph', () => {
    const text = saveAfter('- a\n- b\n', (blocks) => {
      nodeAt(blocks, 'item', 1).blocks.push(
        block({ type: 'list', ordered: true, start: 3, items: [itemOf('c')] }),
      )
    })
    expect(text).toBe('- a\n- b\n\n  3. c\n')
  })

  it('emphasis that ends in punctuation can be joined with a letter', () => {
    const text = saveAfter('*a.* b\n', retype(' b', 'b'))
    expect(text).toBe('*a.*&#98;\n')
  })

  it('a pipe in a cell is escaped', () => {
    expect(saveAfter('| x |\n| --- |\n', retype('x', 'a|b'))).toBe('| a\\|b |\n| --- |\n')
  })
})

describe('constructs that need care', () => {
  it('a mark around a whole address is written, one inside it is refused', () => {
    const url = 'https://a.example/word'
    expect(saveAfter(`${url}\n`, restyle(url, { marks: Mark.bold }))).toBe(`**${url}**\n`)
    const outcome = trySave(`see ${url}/x\n`, restyle('word', { marks: Mark.bold }))
    expect([0, 1]).toContain(outcome.refused.length)
    if (outcome.refused.length > 0) expect(outcome.text).toBe(`see ${url}/x\n`)
  })

  it('display math inside a paragraph is kept by an edit beside it', () => {
    const text = 'text $$\na_b*c*d\n$$ word\n'
    expect(saveAfter(text, retype('word', '*x*'))).toBe('text $$\na_b*c*d\n$$ \\*x\\*\n')
  })

  it('an item with children moves under the one above it with them', () => {
    const text = saveAfter('- a\n- b\n  - c\n    - d\n', (blocks) => {
      const list = nodeAt(blocks, 'list')
      const item = list.items.pop()
      if (item !== undefined)
        list.items[0]?.blocks.push(block({ type: 'list', ordered: false, start: 1, items: [item] }))
    })
    expect(text).toBe('- a\n  - b\n    - c\n      - d\n')
  })

  it('an item with a body leaves it behind when it goes', () => {
    expect(saveAfter('- a\n\n  body\n- b\n', (blocks) => nodeAt(blocks, 'list').items.shift())).toBe('- b\n')
  })

  it('a quote in a quote gets a list behind it', () => {
    const text = saveAfter('> > a\n', (blocks) => {
      nodeAt(blocks, 'quote').blocks.push(
        block({ type: 'list', ordered: false, start: 1, items: [itemOf('b')] }),
      )
    })
    expect(text).toBe('> > a\n>\n> - b\n')
  })

  it('a link over a line break stays one link', () => {
    const text = '[one\ntwo](u) word\n'
    expect(saveAfter(text, retype('word', 'x'))).toBe(text.replace('word', 'x'))
    expect(saveAfter(text, retype('two', '2'))).toBe(text.replace('two', '2'))
  })

  it('a link put around a reference with a long label keeps the label', () => {
    const text = '[a long label here][]\n\n[a long label here]: /u\n'
    expect(saveAfter(text, restyle('long', { marks: Mark.bold }))).toBe(
      '[a **long** label here][a long label here]\n\n[a long label here]: /u\n',
    )
  })
})

describe('hostile text', () => {
  const places: readonly [string, string][] = [
    ['a paragraph', 'before word after\n'],
    ['a heading', '# before word after\n'],
    ['an item', '- [ ] before word after\n- two\n'],
    ['a quote', '> before word after\n> more\n'],
    ['a cell', '| before word after | b |\n| --- | --- |\n'],
    ['bold text', 'a **before word after** b\n'],
    ['a link', '[before word after](u)\n'],
  ]

  it.each(places)('stays text at the start, in the middle and at the end of %s', (_, text) => {
    for (const literal of hostileLiterals) {
      for (const [old, put] of [
        ['word', literal],
        ['before', literal],
        ['after', literal],
        ['before word after', literal],
      ] as const) {
        // Inside a link an address or another link cannot be text.
        const outcome = trySave(text, retype(old, put))
        if (text.startsWith('[') && outcome.refused.length > 0) continue
        saveAfter(text, retype(old, put))
      }
    }
  })

  it('stays code in code', () => {
    for (const literal of hostileLiterals) {
      saveAfter('a `word` b\n', retype('word', literal.trim()))
      saveAfter('```\nword\n```\n', (blocks) => {
        nodeAt(blocks, 'code').text = literal
      })
    }
  })

  it('can be made a link and can be marked', () => {
    for (const literal of hostileLiterals
      .map((text) => text.trim())
      .filter((text) => !/http|www/.test(text))) {
      saveAfter('a word b\n', (blocks) => {
        restyle('word', { link: newLink('u') })(blocks)
        retype('word', literal)(blocks)
      })
    }
  })

  it('does not change what stands around it', () => {
    for (const literal of hostileLiterals) {
      const text = saveAfter('# head\n\n- a \\* b\n\nword\n\n| c |\n| --- |\n', retype('word', literal))
      expect(text.startsWith('# head\n\n- a \\* b\n\n')).toBe(true)
      expect(text.endsWith('\n\n| c |\n| --- |\n')).toBe(true)
    }
  })
})

describe('a tree without pointers', () => {
  it('is written with the source of the base all the same', () => {
    const text = '# a \\*\n\n* __b__\n\t* c &amp; word\n\n| d|\n|---|\n'
    const edited = saveAfter(text, (blocks) => {
      for (const node of listNodes(
        blocks,
        'paragraph',
        'heading',
        'list',
        'item',
        'table',
        'row',
        'cell',
        'quote',
      ))
        delete node.base
      retype('word', 'x')(blocks)
    })
    expect(edited).toBe(text.replace('word', 'x'))
  })
})
