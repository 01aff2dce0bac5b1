import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completeQuery } from '../../../../shared/search/complete-query.ts'

const values = {
  tags: ['career', 'ai safety', 'career/move'],
  authors: ['Neel Nanda', 'Richard Ngo'],
  folders: ['drafts/', 'notes/old ones/'],
  hosts: ['lesswrong.com', 'arxiv.org'],
}

/** The query after each completion, `|` where the caret stands before. */
function completed(marked: string): string[] {
  const caret = marked.indexOf('|')
  const text = marked.replace('|', '')
  return completeQuery(text, caret, values).map(
    ({ from, to, text: inserted }) => text.slice(0, from) + inserted + text.slice(to),
  )
}

describe('completing a query', () => {
  it.each([
    ['ta|', ['tag:']],
    ['mentor -ha|', ['mentor -has:']],
    ['b|', ['before:', 'by:']],
    ['tag:c|', ['tag:career', 'tag:career/move']],
    ['-tag:ai|', ['-tag:"ai safety"']],
    ['tag:"ai s|', ['tag:"ai safety"']],
    ['by:nan|', ['by:"Neel Nanda"']],
    ['by:nan| open', ['by:"Neel Nanda" open']],
    ['path:old|', ['path:"notes/old ones/"']],
    ['site:|', ['site:lesswrong.com', 'site:arxiv.org']],
    ['is:o|', ['is:open', 'is:overdue']],
    ['kind:re|', ['kind:resource']],
    ['on:yes|', ['on:yesterday']],
    ['before:last|', ['before:"last week"', 'before:"last month"', 'before:"last year"']],
    ['tag:career|', ['tag:career/move']],
    ['mentor|', []],
    ['|tag:', []],
    ['"ta|', []],
    ['', []],
  ])('%s', (marked, expected) => {
    expect(completed(marked)).toEqual(expected)
  })

  it('explains what it offers', () => {
    expect(completeQuery('is:unr', 6, values)[0]?.explanation).toBe(
      'to be read: so marked, or must-reads without a word on how they were used',
    )
  })

  it('never throws, and replaces only inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.nat(30), (text, caret) => {
        for (const { from, to } of completeQuery(text, Math.min(caret, text.length), values)) {
          expect(0 <= from && from <= to && to <= text.length).toBe(true)
        }
      }),
      { seed: 3, numRuns: 300 },
    )
  })
})
