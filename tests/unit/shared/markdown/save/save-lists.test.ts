import { describe, expect, it } from 'vitest'
import { nodeAt, retype, saveAfter } from '../../../../support/save-fixture.ts'
import type { DraftNode } from '../../../../support/tree-draft.ts'
import { itemOf, paragraphOf } from '../../../../support/tree-draft.ts'

function nestedList(items: DraftNode[], ordered = false): DraftNode {
  return { type: 'list', ordered, start: 1, items } as unknown as DraftNode
}

/** The item with number `at` goes under the one above it. */
function indent(at: number) {
  return (blocks: DraftNode[]) => {
    const list = nodeAt(blocks, 'list')
    const [item] = list.items.splice(at, 1)
    if (item !== undefined) list.items[at - 1]?.blocks.push(nestedList([item], list.ordered))
  }
}

describe('boxes', () => {
  it('are ticked in one character', () => {
    const text = '- [ ] one\n\t* [ ]  two\n'
    const toggled = saveAfter(text, (blocks) => {
      nodeAt(blocks, 'item', 1).box = 'x'
    })
    expect(toggled).toBe('- [ ] one\n\t* [x]  two\n')
  })

  it('are given to an item and taken from it in one line', () => {
    const give = (blocks: DraftNode[]) => {
      nodeAt(blocks, 'item').box = ' '
    }
    expect(saveAfter('-   one\n    more\n- two\n', give)).toBe('-   [ ] one\n    more\n- two\n')
    const take = (blocks: DraftNode[]) => {
      nodeAt(blocks, 'item').box = null
    }
    expect(saveAfter('- [x] one\n  more\n- two\n', take)).toBe('- one\n  more\n- two\n')
  })

  it('can stand alone', () => {
    const fill = (blocks: DraftNode[]) => {
      nodeAt(blocks, 'item').blocks = [paragraphOf('now')]
    }
    expect(saveAfter('- [ ]\n- b\n', fill)).toBe('- [ ] now\n- b\n')
  })
})

describe('items', () => {
  it('are added as their neighbours are written', () => {
    const add = (blocks: DraftNode[]) => nodeAt(blocks, 'list').items.splice(1, 0, itemOf('new'))
    expect(saveAfter('* a\n* b\n', add)).toBe('* a\n* new\n* b\n')
    expect(saveAfter('+   a\n\n+   b\n', add)).toBe('+   a\n\n+   new\n\n+   b\n')
    expect(saveAfter('3) a\n4) b\n', add)).toBe('3) a\n4) new\n4) b\n')
    expect(saveAfter('1. a\n1. b\n', add)).toBe('1. a\n1. new\n1. b\n')
    expect(saveAfter('> - a\n> - b\n', add)).toBe('> - a\n> - new\n> - b\n')
    expect(saveAfter('  - a\r\n  - b\r\n', add)).toBe('  - a\r\n  - new\r\n  - b\r\n')
  })

  it('leave with their lines', () => {
    const drop = (blocks: DraftNode[]) => nodeAt(blocks, 'list').items.splice(1, 1)
    expect(saveAfter('- a\n- b\n  more\n  - deep\n- c\n', drop)).toBe('- a\n- c\n')
    expect(saveAfter('- a\n- b\n', drop)).toBe('- a\n')
  })

  it('keep the start of an ordered list when the first one goes', () => {
    const drop = (blocks: DraftNode[]) => nodeAt(blocks, 'list').items.shift()
    expect(saveAfter('3. a\n4. b\n5. c\n', drop)).toBe('3. b\n5. c\n')
  })

  it('are indented as the file indents', () => {
    expect(saveAfter('- a\n\t- b\n- c\n- d\n', indent(2))).toBe('- a\n\t- b\n- c\n\t- d\n')
    expect(saveAfter('- a\n- b\n', indent(1))).toBe('- a\n  - b\n')
    expect(saveAfter('1. a\n2. b\n', indent(1))).toBe('1. a\n   1. b\n')
  })

  it('take their children with them', () => {
    expect(saveAfter('- a\n- b\n  - c\n\n    d\n', indent(1))).toBe('- a\n  - b\n    - c\n\n      d\n')
  })

  it('come out from under their parent', () => {
    const outdent = (blocks: DraftNode[]) => {
      const list = nodeAt(blocks, 'list')
      const item = list.items[0]?.blocks.pop()?.items[0]
      if (item !== undefined) list.items.splice(1, 0, item)
    }
    expect(saveAfter('- a\n\t- b\n\t  more\n- c\n', outdent)).toBe('- a\n- b\n  more\n- c\n')
  })

  it('change their bullet when they move to a list with another', () => {
    const move = (blocks: DraftNode[]) => {
      const [item] = nodeAt(blocks, 'list').items.splice(0, 1)
      if (item !== undefined) nodeAt(blocks, 'list', 1).items.push(item)
    }
    expect(saveAfter('- a\n- b\n\ntext\n\n* c\n', move)).toBe('- b\n\ntext\n\n* c\n* a\n')
  })

  it('can be edited while they move', () => {
    const text = saveAfter('- a\n- b \\* c\n', (blocks) => {
      nodeAt(blocks, 'list').items.reverse()
      retype('c', 'd')(blocks)
    })
    expect(text).toBe('- b \\* d\n- a\n')
  })

  it('split and merge with their spelling', () => {
    const split = saveAfter('- one \\* two\n- three\n', (blocks) => {
      nodeAt(blocks, 'paragraph').runs = paragraphOf('one').runs
      nodeAt(blocks, 'list').items.splice(1, 0, itemOf('* two'))
    })
    expect(split).toBe('- one\n- \\* two\n- three\n')
    const merged = saveAfter('- one\n- \\* &amp; two\n', (blocks) => {
      const list = nodeAt(blocks, 'list')
      list.items.pop()
      nodeAt(blocks, 'paragraph').runs = paragraphOf('one* & two').runs
    })
    expect(merged).toBe('- one\\* &amp; two\n')
  })

  it('change one line in a list with nested tabs', () => {
    const text = '1. a\n\t- b\n\t\t1. c\n\t\t\tmore\n2. d\n'
    expect(saveAfter(text, retype('more', 'less'))).toBe(text.replace('more', 'less'))
  })
})

describe('lists', () => {
  it('that the editor joined keep their markers', () => {
    const text = '- a\n\n* b\n'
    const joined = saveAfter(text, (blocks) => {
      const [first, second] = blocks
      if (first !== undefined && second !== undefined)
        blocks.splice(0, 2, nestedList([...first.items, ...second.items]))
      retype('b', 'c')(blocks)
    })
    expect(joined).toBe('- a\n\n* c\n')
  })

  it('change their kind by their markers alone', () => {
    const change = (blocks: DraftNode[]) => {
      nodeAt(blocks, 'list').ordered = true
    }
    expect(saveAfter('- a\n- b\n  more\n', change)).toBe('1. a\n2. b\n   more\n')
  })

  it('that are new take the manner of the file', () => {
    const add = (blocks: DraftNode[]) => blocks.push(nestedList([itemOf('x', ' '), itemOf('y')]))
    expect(saveAfter('* a\n\ntext\n', add)).toBe('* a\n\ntext\n\n* [ ] x\n* y\n')
  })
})
