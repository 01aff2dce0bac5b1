import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headingTense, isActionHeading } from '../../../../shared/actions/action-heading.ts'
import { findItem, numberItems } from '../../../../shared/actions/items.ts'
import { findActionLine } from '../../../../shared/actions/action-line.ts'
import { readActions } from '../../../../shared/actions/read-actions.ts'
import { itemText } from '../../../../shared/entry/plain-text.ts'
import type { Action } from '../../../../shared/entry/summary.ts'
import { parseEntry } from '../../../../shared/markdown/parse-entry.ts'

const headings = ['actions', 'next steps', 'to do', 'todo', 'plan']

function actions(text: string): readonly Action[] {
  return readActions(parseEntry(text), headings)
}

interface Outline {
  readonly text: string
  readonly state: string
  readonly steps?: readonly Outline[]
}

function outline(list: readonly Action[]): readonly Outline[] {
  return list.map(({ text, state, steps }) =>
    steps.length === 0 ? { text, state } : { text, state, steps: outline(steps) },
  )
}

function flat(list: readonly Action[]): readonly Action[] {
  return list.flatMap((action) => [action, ...flat(action.steps)])
}

describe('boxes', () => {
  it.each([
    ['- [ ] a', 'a', 'open'],
    ['* [x] a', 'a', 'done'],
    ['+ [X] a', 'a', 'done'],
    ['1. [/] a', 'a', 'in-progress'],
    ['2) [-] a', 'a', 'cancelled'],
    ['- [>] a', 'a', 'forwarded'],
    ['- [?] a', 'a', 'waiting'],
    ['- [!] a', 'a', 'open'],
    ['> - [ ] a', 'a', 'open'],
    ['> [!todo] list\n> - [ ] a', 'a', 'open'],
    ['> > 1. [ ] a', 'a', 'open'],
    ['- [ ] **a** [b](https://e.example) `c` [[D|d]] \\*', 'a b c d *', 'open'],
    ['- [ ] a\n  b', 'a b', 'open'],
    ['-   [ ]  a', 'a', 'open'],
  ])('%s', (text, words, state) => {
    const [action, ...others] = actions(text)
    expect(others).toEqual([])
    expect(action).toMatchObject({ text: words, state })
    expect(text[action!.boxAt!]).toBe(action!.box)
    expect(text.slice(action!.boxAt! - 1, action!.boxAt! + 2)).toBe(`[${action!.box}]`)
  })

  it.each([
    '```\n- [ ] a\n```\n',
    '    - [ ] a\n',
    '- plain\n- \\[ ] a',
    '- [ ](https://e.example)',
    '- [link] a\n\n[link]: x',
    '[ ] a',
    '<!--\n- [ ] a\n-->\n',
    '---\ntodo:\n- [ ] a\n---\n',
    '# actions\ntext\n',
    '',
  ])('are not found in %j', (text) => {
    expect(actions(text)).toEqual([])
  })

  it('nest, and a bullet without a box above them is context', () => {
    const text = '- project\n  - [ ] a\n    - [x] a1\n    - a note\n  - [ ] b\n- [ ] c\n'
    expect(outline(actions(text))).toEqual([
      { text: 'a', state: 'open', steps: [{ text: 'a1', state: 'done' }] },
      { text: 'b', state: 'open' },
      { text: 'c', state: 'open' },
    ])
  })

  it('know their number, their first line and the heading above', () => {
    const text = '# one\n- x\n\n## two *b*\n\n1. y\n   - [ ] a\n     more\n'
    const [action] = actions(text)
    expect(action).toMatchObject({ itemNumber: 2, heading: 'two b', text: 'a more' })
    expect(text.slice(action!.span.from, action!.span.to)).toBe('- [ ] a')
  })
})

describe('steps under an actions heading', () => {
  it('are the items of its lists, nested steps with their parent', () => {
    const text = '# Next steps:\n1. apply\n\t- write (aug 25)\n\t- [x] send\n2. rest\n\ntext\n\n- more\n'
    expect(outline(actions(text))).toEqual([
      {
        text: 'apply',
        state: 'unboxed',
        steps: [
          { text: 'write (aug 25)', state: 'unboxed' },
          { text: 'send', state: 'done' },
        ],
      },
      { text: 'rest', state: 'unboxed' },
      { text: 'more', state: 'unboxed' },
    ])
    expect(actions(text)[0]).toMatchObject({ box: null, boxAt: null, heading: 'Next steps:' })
  })

  it.each([
    ['the next heading of the same level', '## plan\n- a\n## other\n- b\n', ['a']],
    ['a higher one', '## plan\n- a\n# other\n- b\n', ['a']],
    ['a rule', '## plan\n- a\n\n---\n- b\n', ['a']],
    ['not a deeper one', '# plan\n- a\n## part\n- b\n', ['a', 'b']],
    [
      'not the end of an actions heading inside',
      '# plan\n## to do\n- a\n## part\n- b\n# x\n- c\n',
      ['a', 'b'],
    ],
    ['a heading above it that is none', '# plan of the house\n- a\n', []],
  ])('end at %s', (_, text, expected) => {
    expect(actions(text).map((action) => action.text)).toEqual(expected)
  })

  it('leave out quotes, except boxes in them, and context above boxes', () => {
    expect(outline(actions('# plan\n> - someone said\n> - [ ] a\n\n- context\n  - [ ] b\n  - c\n'))).toEqual([
      { text: 'a', state: 'open' },
      { text: 'b', state: 'open' },
      { text: 'c', state: 'unboxed' },
    ])
  })

  it('keep a numbered step that has a box under it', () => {
    expect(outline(actions('# plan\n1. advising\n   - [x] submit\n   - call\n'))).toEqual([
      {
        text: 'advising',
        state: 'unboxed',
        steps: [
          { text: 'submit', state: 'done' },
          { text: 'call', state: 'unboxed' },
        ],
      },
    ])
  })

  it('are starred by a star on a line of their own, not by that of a resource', () => {
    const text = '# plan\n- a ⭐️\n- [T](https://e.example) ⭐\n- b\n  - c ⭐\n'
    expect(flat(actions(text)).map((action) => [action.text, action.isStarred])).toEqual([
      ['a ⭐️', true],
      ['T ⭐', false],
      ['b', false],
      ['c ⭐', true],
    ])
  })
})

describe('isActionHeading and headingTense', () => {
  it.each([
    ['Actions', true, 'done'],
    ['next steps', true, 'to-come'],
    ['  Next  Steps: ', true, 'to-come'],
    ['✅ To-do', true, 'to-come'],
    ['— plan —', true, 'to-come'],
    ['plan of the house', false, 'to-come'],
    ['my actions', false, 'to-come'],
    ['', false, 'to-come'],
  ] as const)('%s', (heading, is, tense) => {
    expect(isActionHeading(heading, headings)).toBe(is)
    expect(headingTense(heading)).toBe(tense)
  })

  it('follow the words of the setting', () => {
    expect(isActionHeading('Nächste Schritte', ['nächste schritte'])).toBe(true)
    expect(isActionHeading('actions', [])).toBe(false)
  })
})

describe('numberItems', () => {
  it('counts all items in document order, in lists, items and quotes', () => {
    const parsed = parseEntry('- a\n  - b\n\n    > 1. c\n    > 2. d\n- e\n\n> - f\n')
    expect([...numberItems(parsed.blocks)].map(([item, number]) => `${number} ${itemText(item)}`)).toEqual([
      '0 a',
      '1 b',
      '2 c',
      '3 d',
      '4 e',
      '5 f',
    ])
    expect(itemText(findItem(parsed.blocks, 3)!)).toBe('d')
    expect(findItem(parsed.blocks, 6)).toBeNull()
  })
})

describe('the line of an action', () => {
  it('has the box of its item, and no box where there is none', () => {
    const text = '- a\n- [ ] b [x] c\n'
    expect(findActionLine(text, { itemNumber: 1, text: 'b [x] c' })?.boxAt).toBe(7)
    expect(findActionLine(text, { itemNumber: 0, text: 'a' })?.boxAt).toBeNull()
    expect(findActionLine(text, { itemNumber: 2, text: 'a' })).toBeNull()
  })

  const line = fc.tuple(
    fc.constantFrom('', '  ', '    ', '\t', '> ', '> > '),
    fc.constantFrom('- ', '* ', '1. ', '2) ', '# ', '', '```', '---'),
    fc.constantFrom('', '[ ] ', '[x] ', '[/] ', '[a](b) '),
    fc.constantFrom('word', 'actions', '**b**', '⭐', '', 'a\\'),
  )
  const entry = fc
    .tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n'))
    .map(([lines, lineEnd]) => lines.map((parts) => parts.join('')).join(lineEnd))

  it('agrees with every action read, and ticking and unticking gives the same text back', () => {
    fc.assert(
      fc.property(entry, (text) => {
        for (const action of flat(actions(text))) {
          if (action.boxAt === null) continue
          expect(findActionLine(text, action)?.boxAt).toBe(action.boxAt)
          const ticked = `${text.slice(0, action.boxAt)}x${text.slice(action.boxAt + 1)}`
          const after = flat(actions(ticked)).find((each) => each.itemNumber === action.itemNumber)
          expect(after).toEqual({ ...action, box: 'x', state: 'done', steps: after?.steps })
          expect(after?.steps).toEqual(action.steps)
        }
      }),
      { seed: 20261124, numRuns: 1000 },
    )
  })
})

describe('deep and long lists', () => {
  it('are read: a thousand levels, twenty thousand boxes', () => {
    const deep = Array.from({ length: 1000 }, (_, level) => `${'  '.repeat(level)}- [ ] ${level}`).join('\n')
    expect(flat(actions(deep)).length).toBeGreaterThan(0)
    expect(actions('- [ ] a\n'.repeat(20_000))).toHaveLength(20_000)
  })
})

const firstUser = '../shared/text/career-exploration.md'

describe.skipIf(!existsSync(firstUser))(`the first user's text (skipped without ${firstUser})`, () => {
  const text = existsSync(firstUser) ? readFileSync(firstUser, 'utf8') : ''

  it('has five actions and six next steps, with their nested steps, and nothing of the private tail', () => {
    const found = actions(text)
    const under = (heading: string): readonly Action[] => found.filter((action) => action.heading === heading)
    expect(under('actions').map((action) => action.steps.length)).toEqual([3, 1, 2, 0, 0])
    expect(under('next steps').map((action) => action.steps.length)).toEqual([0, 0, 1, 4, 3, 3])
    expect(found).toHaveLength(11)
  })

  it('has its seventh star on a next step', () => {
    const starred = flat(actions(text)).filter((action) => action.isStarred)
    expect(starred.map((action) => action.text)).toEqual([
      '"keep an eye on emerging areas of AI safety in which no one is an expert" ⭐️',
    ])
  })
})
