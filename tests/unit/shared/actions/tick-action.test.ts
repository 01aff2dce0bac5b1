import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readActions } from '../../../../shared/actions/read-actions.ts'
import { planTick, type Tick } from '../../../../shared/actions/tick-action.ts'
import { spliceText } from '../../../../shared/entry/splice-text.ts'
import type { Action } from '../../../../shared/entry/summary.ts'
import { parseEntry } from '../../../../shared/markdown/parse-entry.ts'

const today = '2026-11-24'

function allActions(text: string): Action[] {
  const flat = (actions: readonly Action[]): Action[] =>
    actions.flatMap((action) => [action, ...flat(action.steps)])
  return flat(readActions(parseEntry(text), ['next steps']))
}

function tick(text: string, words: string, box: string, options: Partial<Tick> = {}): string {
  const action = allActions(text).find(
    (each) => each.text.includes(words) && each.box === (box === ' ' ? 'x' : ' '),
  )
  if (action === undefined) throw new Error(`no action says “${words}”`)
  const splices = planTick(text, action, { box, today, addsDoneDate: false, ...options })
  if (splices === null) throw new Error('nothing was planned')
  return spliceText(text, splices) ?? ''
}

describe('ticking', () => {
  it('changes one character, wherever the box stands', () => {
    const text = '> [!todo]\n> - [ ] one\n>   1. [ ] two\n\n```\n- [ ] no action\n```\n'
    expect(tick(text, 'two', 'x')).toBe(text.replace('[ ] two', '[x] two'))
    expect(tick(text, 'one', '/')).toBe(text.replace('[ ] one', '[/] one'))
  })

  it('writes when it was done in the way the entry does, before a block id', () => {
    const signs = '- [x] a ✅ 2026-11-01\n- [ ] b ^id\n'
    expect(tick(signs, 'b', 'x', { addsDoneDate: true })).toBe(
      '- [x] a ✅ 2026-11-01\n- [x] b ✅ 2026-11-24 ^id\n',
    )
    const fields = '- [x] a [completion:: 2026-11-01]\n- [ ] b\n'
    expect(tick(fields, 'b', 'x', { addsDoneDate: true })).toBe(
      '- [x] a [completion:: 2026-11-01]\n- [x] b [completion:: 2026-11-24]\n',
    )
    expect(tick('- [ ] b\n', 'b', 'x', { addsDoneDate: true })).toBe('- [x] b\n')
  })

  it.each([
    ['- [ ] a 🔁 every week 📅 2026-11-20', '- [ ] a 🔁 every week 📅 2026-11-27'],
    ['- [ ] a 🔁 every month 📅 2026-01-31', '- [ ] a 🔁 every month 📅 2026-02-28'],
    [
      '- [ ] a 🔁 every 2 months when done 📅 2026-01-31',
      '- [ ] a 🔁 every 2 months when done 📅 2027-01-24',
    ],
    ['- [ ] a 🔁 every year ⏳ 2024-02-29', '- [ ] a 🔁 every year ⏳ 2025-02-28'],
    ['- [ ] a 🔁 every weekday 📅 2026-11-20', '- [ ] a 🔁 every weekday 📅 2026-11-23'],
    [
      '- [ ] a [repeat:: every 3 days]  [due:: 2026-12-31]',
      '- [ ] a [repeat:: every 3 days]  [due:: 2027-01-03]',
    ],
    [
      '- [ ] a 🔁 every week 🛫 2026-11-18 📅 2026-11-20',
      '- [ ] a 🔁 every week 🛫 2026-11-25 📅 2026-11-27',
    ],
    ['> 1. [ ] a 🔁 every day', '> 1. [ ] a 🔁 every day'],
  ])('%s comes again above', (line, next) => {
    expect(tick(`# h\n${line}\n`, 'a', 'x')).toBe(`# h\n${next}\n${line.replace('[ ]', '[x]')}\n`)
  })

  it.each(['- [ ] a 🔁 when it rains 📅 2026-11-20', '- [ ] a 🔁', '- - [ ] a 🔁 every week'])(
    '%s does not come again: the rule is not understood, or the line cannot stand twice',
    (line) => {
      expect(tick(`${line}\n`, 'a', 'x')).toBe(`${line.replace('[ ]', '[x]')}\n`)
    },
  )

  it('unticking takes the next occurrence back, and ticking again makes one only', () => {
    const text = 'x\r\n\r\n- [ ] a 🔁 every week 📅 2026-11-20\r\n- [x] b ✅ 2026-11-20\r\n'
    const options = { addsDoneDate: true }
    const ticked = tick(text, 'a 🔁', 'x', options)
    expect(ticked).toContain('2026-11-27\r\n- [x] a 🔁 every week 📅 2026-11-20 ✅ 2026-11-24')
    expect(tick(ticked, '2026-11-20 ✅', ' ', options)).toBe(text)
  })

  it('says nothing can be done when the item is gone, says something else, or has no box', () => {
    const plan = (text: string, itemNumber: number, words: string) =>
      planTick(text, { itemNumber, text: words }, { box: 'x', today, addsDoneDate: false })
    expect(plan('- [ ] a\n', 1, 'a')).toBeNull()
    expect(plan('- [ ] a\n', 0, 'b')).toBeNull()
    expect(plan('- a\n', 0, 'a')).toBeNull()
  })

  it('and unticking is the identity for any list of boxes, and changes one line besides what it adds', () => {
    const words = fc.constantFrom(
      'a',
      'b *c*',
      '[d](u)',
      'e 📅 2026-01-31',
      'f 🔁 every week 📅 2026-11-20',
      'g 🔁 every 2 days',
      'h ^id',
      'i ✅ really',
    )
    const line = fc
      .tuple(fc.constantFrom('', '  ', '> ', '\t'), fc.constantFrom('-', '*', '+', '1.', '2)'), words)
      .map(([indent, marker, text]) => `${indent}${marker} [ ] ${text}`)
    const entry = fc
      .tuple(
        fc.array(line, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
      )
      .map(([lines, end, hasEnd]) => lines.join(end) + (hasEnd ? end : ''))
    fc.assert(
      fc.property(entry, fc.nat(), fc.boolean(), (text, seed, addsDoneDate) => {
        const actions = allActions(text).filter(({ box }) => box === ' ')
        const action = actions[seed % Math.max(1, actions.length)]
        if (action === undefined) return
        const options = { today, addsDoneDate }
        const splices = planTick(text, action, { box: 'x', ...options })!
        const ticked = spliceText(text, splices)!
        const again = allActions(ticked).find(({ boxAt }) => ticked[boxAt ?? -1] === 'x')!
        expect(spliceText(ticked, planTick(ticked, again, { box: ' ', ...options })!)).toBe(text)
      }),
      { numRuns: 300, seed: 7 },
    )
  })
})
