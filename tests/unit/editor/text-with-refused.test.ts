import { describe, expect, it } from 'vitest'
import { writeRefusedWords } from '../../../editor/text-with-refused.ts'
import type { Block, Paragraph } from '../../../shared/markdown/tree.ts'

function paragraph(text: string): Paragraph {
  return { type: 'paragraph', runs: [{ kind: 'text', text, marks: 0, link: null }] }
}

describe('the text for Markdown mode, when a block could not be saved', () => {
  const blocks: Block[] = [paragraph('one'), paragraph('two changed'), paragraph('three')]
  const spans = [
    { from: 0, to: 3 },
    { from: 5, to: 8 },
    { from: 10, to: 15 },
  ]
  const text = 'one\n\ntwo\n\nthree\n'

  it('has the best candidate in its place', () => {
    const refused = [{ block: blocks[1] as Block, reason: '', candidate: 'two *changed*' }]
    expect(writeRefusedWords({ text, spans, refused }, blocks, '\n')).toBe('one\n\ntwo *changed*\n\nthree\n')
  })

  it('keeps the old source and says the new words behind it, when there is no candidate', () => {
    const refused = [{ block: blocks[1] as Block, reason: '', candidate: '' }]
    expect(writeRefusedWords({ text, spans, refused }, blocks, '\n')).toBe(
      'one\n\ntwo\n\ntwo changed\n\nthree\n',
    )
  })

  it('does not repeat words that the old source has', () => {
    const same: Block[] = [paragraph('one'), paragraph('two'), paragraph('three')]
    const refused = [{ block: same[1] as Block, reason: '', candidate: '' }]
    expect(writeRefusedWords({ text, spans, refused }, same, '\n')).toBe(text)
  })

  it('is the saved text when nothing was refused', () => {
    expect(writeRefusedWords({ text, spans, refused: [] }, blocks, '\n')).toBe(text)
  })
})
