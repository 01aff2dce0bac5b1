import { expect, it } from 'vitest'
import { planBox, planDone } from '../../../../shared/actions/record-outcome.ts'
import { readActions } from '../../../../shared/actions/read-actions.ts'
import { spliceText } from '../../../../shared/entry/splice-text.ts'
import type { Action } from '../../../../shared/entry/summary.ts'
import { parseEntry } from '../../../../shared/markdown/parse-entry.ts'

const headings = ['actions', 'next steps']

function find(text: string, words: string): Action {
  const flat = (actions: readonly Action[]): Action[] =>
    actions.flatMap((each) => [each, ...flat(each.steps)])
  const action = flat(readActions(parseEntry(text), headings)).find((each) => each.text.includes(words))
  if (action === undefined) throw new Error(`no action says “${words}”`)
  return action
}

function done(text: string, words: string): string {
  return spliceText(text, planDone(text, find(text, words), headings) ?? []) ?? ''
}

it('a step that came off goes to what was done, with what is nested in it, as the next number', () => {
  const text =
    '# actions\n1. a\n\t- b\n\n# next steps\n1. learn\n2. speaking with [Ines](u) on sep 23rd\n\t- ask about c\n3. rest\n'
  expect(done(text, 'speaking')).toBe(
    '# actions\n1. a\n\t- b\n2. speaking with [Ines](u) on sep 23rd\n\t- ask about c\n\n# next steps\n1. learn\n3. rest\n',
  )
})

it('works with what was done below what is to come, with CRLF, and without a line end at the end', () => {
  expect(done('# next steps\r\n- a\r\n- b\r\n\r\n# actions\r\n- c', 'a')).toBe(
    '# next steps\r\n- b\r\n\r\n# actions\r\n- c\r\n- a',
  )
  expect(done('# actions\n- c\n\n# next steps\n- a\n- b', 'b')).toBe(
    '# actions\n- c\n- b\n\n# next steps\n- a',
  )
})

it.each([
  ['# next steps\n- a\n', '# next steps\n- [x] a\n'],
  ['# actions\n- c\n\n# next steps\n- p\n  - a\n', '# actions\n- c\n\n# next steps\n- p\n  - [x] a\n'],
])('is ticked where it is when it cannot be moved: %j', (text, expected) => {
  expect(done(text, 'a')).toBe(expected)
})

it.each([
  ['# next steps\n-\ta\n', '# next steps\n-\t[ ] a\n'],
  ['# next steps\n12) a\n', '# next steps\n12) [ ] a\n'],
])('a box is one click away: %j', (text, expected) => {
  const splices = planBox(text, find(text, 'a'), ' ')
  expect(spliceText(text, splices ?? [])).toBe(expected)
})

it('says nothing can be done when the step has a box, is gone, or says something else', () => {
  expect(planBox('- [ ] a\n', { itemNumber: 0, text: 'a' }, ' ')).toBeNull()
  expect(planBox('- a\n', { itemNumber: 0, text: 'b' }, ' ')).toBeNull()
  expect(planDone('# next steps\n- a\n', { itemNumber: 3, text: 'a' }, headings)).toBeNull()
})
