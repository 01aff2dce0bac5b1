import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toggleBox } from '../../../editor/commands/item-commands.ts'
import { $findItemByNumber } from '../../../editor/item-number.ts'
import { SET_BOX_COMMAND } from '../../../editor/nodes/box-element.ts'
import { planTick } from '../../../shared/actions/tick-action.ts'
import { spliceText } from '../../../shared/entry/splice-text.ts'
import { openTypist, settle, type Typist } from '../../support/entry-typing.ts'

const today = '2026-11-24'
const style = (addsDoneDate: boolean) => ({ tickStyle: () => ({ today, addsDoneDate }) })

const repeated = '# plan\n\n- [ ] water 🔁 every week 📅 2026-11-20\n- [ ] read\n'
const comesAgain =
  '# plan\n\n- [ ] water 🔁 every week 📅 2026-11-27\n- [x] water 🔁 every week 📅 2026-11-20\n- [ ] read\n'

/** A click on the box in the text. */
async function click(typist: Typist, itemNumber: number, box: ' ' | 'x'): Promise<void> {
  const itemKey = typist.editor.read(() => $findItemByNumber(itemNumber)!.getKey())
  typist.editor.dispatchCommand(SET_BOX_COMMAND, { itemKey, box })
  await settle(typist.editor)
}

describe('a tick in the text', () => {
  const ways: readonly [string, (typist: Typist) => Promise<void>][] = [
    ['by a click on the box', (typist) => click(typist, 0, 'x')],
    [
      'by the key',
      async (typist) => {
        typist.caret('wa|ter')
        toggleBox(typist.editor)
        await settle(typist.editor)
      },
    ],
    [
      'from the panel',
      async (typist) => {
        expect(typist.session.setBox(0, 'water 🔁 every week 📅 2026-11-20', 'x')).toBe(true)
        await settle(typist.editor)
      },
    ],
  ]

  test.each(ways)('%s brings the next occurrence, as one edit and one undo step', async (_way, tick) => {
    const typist = openTypist(repeated, style(false))
    await tick(typist)
    expect(typist.text()).toBe(comesAgain)
    expect(typist.editCount()).toBe(1)
    await typist.undo()
    expect(typist.text()).toBe(repeated)
    await typist.redo()
    expect(typist.text()).toBe(comesAgain)
  })

  test('leaves the caret in its words', async () => {
    const typist = openTypist(repeated, style(false))
    typist.caret('wa|ter')
    toggleBox(typist.editor)
    await settle(typist.editor)
    await typist.type('!')
    expect(typist.text()).toBe(comesAgain.replace('[x] water', '[x] wa!ter'))
  })

  test('writes the done date as the entry writes it, in all selected items', async () => {
    const text = '- [x] old ✅ 2026-11-01\n- [ ] one\n- [ ] two\n'
    const typist = openTypist(text, style(true))
    typist.select('one…two')
    toggleBox(typist.editor)
    await settle(typist.editor)
    const ticked = '- [x] old ✅ 2026-11-01\n- [x] one ✅ 2026-11-24\n- [x] two ✅ 2026-11-24\n'
    expect(typist.text()).toBe(ticked)
    await click(typist, 1, ' ')
    expect(typist.text()).toBe(ticked.replace('[x] one ✅ 2026-11-24', '[ ] one'))
  })

  test('changes one character where neither applies', async () => {
    const typist = openTypist(repeated, style(false))
    await click(typist, 1, 'x')
    expect(typist.text()).toBe(repeated.replace('[ ] read', '[x] read'))
  })

  test('keeps what was typed before it', async () => {
    const typist = openTypist(repeated, style(false))
    typist.caret('read|')
    await typist.type(' more')
    await click(typist, 0, 'x')
    expect(typist.text()).toBe(comesAgain.replace('read', 'read more'))
  })

  test('ticked, cleared and ticked again it makes no second occurrence', async () => {
    const typist = openTypist(repeated, style(false))
    await click(typist, 0, 'x')
    await click(typist, 1, ' ')
    expect(typist.text()).toBe(repeated)
    await click(typist, 0, 'x')
    expect(typist.text()).toBe(comesAgain)
  })

  test('gives the same text as a tick in the agenda, for any list', () => {
    const words = fc.constantFrom('a', 'b *c*', 'd 🔁 every day', 'e 📅 2026-01-31 ^id', 'f ✅ 2026-11-01')
    const line = fc
      .tuple(fc.constantFrom('-', '*', '1.'), fc.constantFrom(' ', 'x'), words)
      .map(([marker, box, text]) => `${marker} [${box}] ${text}`)
    const lists = fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) => `${lines.join('\n')}\n`)
    fc.assert(
      fc.property(lists, fc.nat(5), fc.boolean(), (text, seed, addsDoneDate) => {
        const itemNumber = seed % text.trim().split('\n').length
        const line = text.split('\n')[itemNumber]!
        const words = line.replace(/^\S+ \[.\] /, '').replaceAll('*', '')
        const box = line.includes('[x]') ? ' ' : 'x'
        const typist = openTypist(text, style(addsDoneDate))
        const splices = planTick(text, { itemNumber, text: words }, { box, today, addsDoneDate })
        expect(splices).not.toBeNull()
        expect(typist.session.setBox(itemNumber, words, box)).toBe(true)
        expect(typist.text()).toBe(spliceText(text, splices!))
        typist.session.dispose()
      }),
      { numRuns: 60, seed: 11 },
    )
  })
})
