import { describe, expect, it } from 'vitest'
import { leafAt, nodeAt, retype, saveAfter, trySave } from '../../../../support/save-fixture.ts'
import type { DraftNode } from '../../../../support/tree-draft.ts'
import { paragraphOf, textRun } from '../../../../support/tree-draft.ts'

const block = (fields: object) => fields as unknown as DraftNode

describe('blocks that come and go', () => {
  it('stand apart as their neighbours do', () => {
    const insert = (blocks: DraftNode[]) => blocks.splice(1, 0, paragraphOf('new'))
    expect(saveAfter('a\n\nb\n', insert)).toBe('a\n\nnew\n\nb\n')
    expect(saveAfter('# a\nb\n', insert)).toBe('# a\nnew\n\nb\n')
    expect(saveAfter('a\r\n\r\nb', insert)).toBe('a\r\n\r\nnew\r\n\r\nb')
    expect(saveAfter('a', insert)).toBe('a\n\nnew')
  })

  it('begin an empty entry', () => {
    expect(saveAfter('', (blocks) => blocks.push(paragraphOf('a')))).toBe('a')
    expect(saveAfter('---\nx: y\n---\n', (blocks) => blocks.push(paragraphOf('a')))).toBe('---\nx: y\n---\na')
  })

  it('leave no line behind', () => {
    const drop = (blocks: DraftNode[]) => blocks.splice(1, 1)
    expect(saveAfter('a\n\nb\n\n\nc\n', drop)).toBe('a\n\n\nc\n')
    expect(saveAfter('a\n\nb\n', drop)).toBe('a\n')
    expect(saveAfter('a\n', (blocks) => blocks.pop())).toBe('')
  })

  it('move with their spelling, out of a quote and into one', () => {
    const into = saveAfter('a  \nb \\*\n\nc\n', (blocks) => {
      blocks.splice(0, 1, block({ type: 'quote', blocks: [blocks[0]] }))
    })
    expect(into).toBe('> a  \n> b \\*\n\nc\n')
    const out = saveAfter('> ```\n> x\n>\n> y\n> ```\n', (blocks) => {
      blocks.splice(0, 1, ...(blocks[0]?.blocks ?? []))
    })
    expect(out).toBe('```\nx\n\ny\n```\n')
  })

  it('are found by their content when they were cut and pasted', () => {
    const text = saveAfter('a \\*\n\nb\n\nc\n', (blocks) => {
      blocks.shift()
      blocks.push(paragraphOf('a *'))
    })
    expect(text).toBe('b\n\nc\n\na \\*\n')
  })
})

describe('headings', () => {
  it('change their level by their marks', () => {
    const deepen = (blocks: DraftNode[]) => {
      leafAt(blocks, 0).level = 3
    }
    expect(saveAfter('# a #\n', deepen)).toBe('### a ###\n')
    expect(saveAfter('a *b*\n---\n', deepen)).toBe('### a *b*\n')
  })

  it('over an underline keep it', () => {
    expect(saveAfter('a\n=====\n', retype('a', 'b'))).toBe('b\n=====\n')
    const lower = (blocks: DraftNode[]) => {
      leafAt(blocks, 0).level = 2
    }
    expect(saveAfter('a\n=====\n', lower)).toBe('a\n-----\n')
  })

  it('are made of a paragraph and back, with its spelling', () => {
    const turn = (fields: object) => (blocks: DraftNode[]) => {
      blocks.splice(0, 1, block({ ...fields, runs: leafAt(blocks, 0).runs }))
    }
    expect(saveAfter('a \\* __b__\n\nc\n', turn({ type: 'heading', level: 2 }))).toBe('## a \\* __b__\n\nc\n')
    expect(saveAfter('## a \\* __b__\n\nc\n', turn({ type: 'paragraph' }))).toBe('a \\* __b__\n\nc\n')
  })
})

describe('code', () => {
  it('changes by the line', () => {
    const text = '> ~~~ js {x=1}\n> a  \n>\n>b\n> ~~~~\n'
    const edited = saveAfter(text, (blocks) => {
      nodeAt(blocks, 'code').text = 'a  \n\nc'
    })
    expect(edited).toBe('> ~~~ js {x=1}\n> a  \n>\n> c\n> ~~~~\n')
  })

  it('gets a longer fence when it holds one', () => {
    const edited = saveAfter('```\na\n```\n', (blocks) => {
      nodeAt(blocks, 'code').text = 'a\n```'
    })
    expect(edited).toBe('````\na\n```\n````\n')
  })

  it('changes its language alone', () => {
    const edited = saveAfter('```js\na\n```\n', (blocks) => {
      nodeAt(blocks, 'code').info = 'ts'
    })
    expect(edited).toBe('```ts\na\n```\n')
  })

  it('that was left open is closed when something follows', () => {
    expect(saveAfter('```\na', (blocks) => blocks.push(paragraphOf('b')))).toBe('```\na\n```\n\nb')
  })
})

describe('source', () => {
  it('is edited by the line', () => {
    const edited = saveAfter('- a\n\n  <div>\n  x  \n  </div>\n', (blocks) => {
      const source = nodeAt(blocks, 'source')
      source.text = source.text.replace('</div>', '</p>')
    })
    expect(edited).toBe('- a\n\n  <div>\n  x  \n  </p>\n')
  })
})

describe('tables', () => {
  const grid = '| a   | b |\n|:----|---|\n| c   |   |\n| d\\|e | f |\n'

  it('change a cell and nothing beside it', () => {
    expect(saveAfter(grid, retype('c', 'much longer'))).toBe(grid.replace('c  ', 'much longer  '))
    const fill = (blocks: DraftNode[]) => {
      nodeAt(blocks, 'cell', 3).runs = [textRun('x|y')]
    }
    expect(saveAfter(grid, fill)).toBe(grid.replace('|   |', '| x\\|y |'))
  })

  it('get a row and lose one', () => {
    const row = block({
      type: 'row',
      cells: [block({ type: 'cell', runs: [textRun('n')] }), block({ type: 'cell', runs: [] })],
    })
    const add = (blocks: DraftNode[]) => nodeAt(blocks, 'table').rows.splice(2, 0, row)
    expect(saveAfter(grid, add)).toBe(grid.replace('| d', '| n | |\n| d'))
    const drop = (blocks: DraftNode[]) => nodeAt(blocks, 'table').rows.splice(1, 1)
    expect(saveAfter(grid, drop)).toBe(grid.replace('| c   |   |\n', ''))
  })

  it('get a column and lose one', () => {
    const add = (blocks: DraftNode[]) => {
      const table = nodeAt(blocks, 'table')
      table.align.push(null)
      table.rows.forEach((row, at) =>
        row.cells.push(block({ type: 'cell', runs: at === 0 ? [textRun('n')] : [] })),
      )
    }
    expect(saveAfter('| a | b |\n|---|---|\n| c | d |\n', add)).toBe(
      '| a | b | n |\n|---|---|---|\n| c | d |  |\n',
    )
    const drop = (blocks: DraftNode[]) => {
      const table = nodeAt(blocks, 'table')
      table.align.shift()
      for (const row of table.rows) row.cells.shift()
    }
    expect(saveAfter('a | b\n--|--\nc | d\n', drop)).toBe('b\n|--|\nd\n')
  })

  it('change an alignment by its colons', () => {
    const align = (blocks: DraftNode[]) => {
      nodeAt(blocks, 'table').align[1] = 'center'
    }
    expect(saveAfter(grid, align)).toBe(grid.replace('|---|', '|:-:|'))
  })
})

describe('what cannot be written', () => {
  /** The levels below 2 have no heading of several lines, and the tag has two. */
  const headingOverLines = () =>
    block({
      type: 'heading',
      level: 3,
      runs: [
        textRun('small heading '),
        { kind: 'opaque', form: 'html', source: '<b\nid="x">', marks: 0, link: null },
      ],
    })

  it('is refused with its words, and the text stays', () => {
    const text = '- [ ] a\n'
    const outcome = trySave(text, (blocks) => {
      nodeAt(blocks, 'item').blocks = [headingOverLines()]
    })
    expect(outcome.text).toBe(text)
    expect(outcome.refused).toHaveLength(1)
    expect(outcome.refused[0]?.candidate).toContain('small heading')
  })

  it('does not keep the rest from being written', () => {
    const outcome = trySave('a\n\nb\n\n- [ ] c\n', (blocks) => {
      retype('a', 'edited')(blocks)
      nodeAt(blocks, 'item').blocks = [headingOverLines()]
    })
    expect(outcome.text).toBe('edited\n\nb\n\n- [ ] c\n')
    expect(outcome.refused).toHaveLength(1)
  })
})

describe('the places of blocks', () => {
  it('are told for the new text', () => {
    const outcome = trySave('a\n\n- b\n- c\n\nd\n', (blocks) => {
      retype('c', 'longer')(blocks)
      blocks.splice(1, 0, paragraphOf(''))
    })
    expect(outcome.spans.map(({ from, to }) => outcome.text.slice(from, to))).toEqual([
      'a',
      '',
      '- b\n- longer',
      'd',
    ])
  })
})
