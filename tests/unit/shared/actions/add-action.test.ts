import fc from 'fast-check'
import { expect, it } from 'vitest'
import { planNewAction } from '../../../../shared/actions/add-action.ts'
import { readActions } from '../../../../shared/actions/read-actions.ts'
import { spliceText } from '../../../../shared/entry/splice-text.ts'
import { parseEntry } from '../../../../shared/markdown/parse-entry.ts'

const headings = ['actions', 'next steps', 'to do']

function add(text: string, words = 'write to Ines'): string {
  return spliceText(text, planNewAction(text, words, headings)) ?? ''
}

it.each([
  ['', '## Next steps\n\n- [ ] write to Ines\n'],
  ['# Day\n\nWords.', '# Day\n\nWords.\n\n## Next steps\n\n- [ ] write to Ines\n'],
  ['# One\r\n\r\n# Two\r\n', '# One\r\n\r\n# Two\r\n\r\n# Next steps\r\n\r\n- [ ] write to Ines\r\n'],
  ['## To do\n', '## To do\n\n- [ ] write to Ines\n'],
  ['## To do\n- [ ] a\n\nAfter.\n', '## To do\n- [ ] a\n- [ ] write to Ines\n\nAfter.\n'],
  ['## To do\n* a\n  * b\n\n## Rest\n', '## To do\n* a\n  * b\n* [ ] write to Ines\n\n## Rest\n'],
  ['## Next steps\n 1. a\n 2. b', '## Next steps\n 1. a\n 2. b\n 3. [ ] write to Ines'],
  ['## Actions\n- done\n', '## Actions\n- done\n\n## Next steps\n\n- [ ] write to Ines\n'],
])('adds to %j', (text, expected) => {
  expect(add(text)).toBe(expected)
})

it('is an open action with these words, and removes no line, in any entry', () => {
  const line = fc.constantFrom(
    '# h',
    '## next steps',
    '- a',
    '1. b',
    '> - [ ] c',
    'words',
    '',
    '---',
    '```',
    '  - d',
    '## To do',
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      // A fence left open takes everything to the end: there is no place after it.
      fc.pre(lines.filter((each) => each === '```').length % 2 === 0)
      const text = lines.join('\n')
      const changed = add(text, 'a new one')
      const flat = (actions: ReturnType<typeof readActions>): string[] =>
        actions.flatMap((action) => [`${action.box}${action.text}`, ...flat(action.steps)])
      expect(flat(readActions(parseEntry(changed), headings))).toContain(' a new one')
      let at = 0
      for (const each of text.split('\n')) {
        at = changed.indexOf(each, at)
        expect(at).toBeGreaterThanOrEqual(0)
        at += each.length
      }
    }),
    { numRuns: 500, seed: 3 },
  )
})
