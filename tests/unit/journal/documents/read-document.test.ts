import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../../journal/documents/read-document.ts'
import { makeLockedPdf, makePdf } from '../../../support/make-pdf.ts'

describe('the text of a PDF', () => {
  it('comes page by page, with the title and words parted at line ends in one piece', async () => {
    const bytes = makePdf(
      [['Superposition is inter-', 'esting (and cheap).', 'Second line'], ['On page two']],
      {
        title: 'Toy Models',
      },
    )
    expect(await readDocument('pdf', bytes)).toEqual({
      state: 'read',
      title: 'Toy Models',
      pages: ['Superposition is interesting (and cheap).\nSecond line', 'On page two'],
    })
  })

  it('has no title when the file names none', async () => {
    expect(await readDocument('pdf', makePdf([['One page']]))).toEqual({
      state: 'read',
      title: null,
      pages: ['One page'],
    })
  })

  it.each([
    ['a password', makeLockedPdf(), 'locked'],
    ['no PDF at all', Buffer.from('This is no PDF.'), 'broken'],
    ['nothing', Buffer.alloc(0), 'broken'],
  ])('says why there is none: %s', async (_what, bytes, reason) => {
    expect(await readDocument('pdf', bytes)).toEqual({ state: 'unreadable', reason })
  })

  it('is what is left of a file that was cut short, or none, and never an error', async () => {
    const whole = makePdf([['First page'], ['Second page']])
    for (let length = 0; length < whole.length; length += 97) {
      const reading = await readDocument('pdf', whole.subarray(0, length))
      expect(['read', 'unreadable']).toContain(reading.state)
    }
  })
})

describe('the text of a saved page', () => {
  it.each([
    ['UTF-8', Buffer.from('<p>naïve café'), 'naïve café'],
    ['what the page says', Buffer.from('<meta charset="iso-8859-2"><p>\xb3ab', 'latin1'), 'łab'],
    [
      'Windows-1252 when nothing says',
      Buffer.from('<p>caf\xe9 \x96 tr\xe8s', 'latin1'),
      expect.stringMatching(/^café .{0,2}très$/),
    ],
    ['UTF-16 by its mark', Buffer.from('\ufeff<p>wide', 'utf16le'), 'wide'],
    ['an encoding nobody knows', Buffer.from('<meta charset="x-none"><p>caf\xe9', 'latin1'), 'café'],
  ])('is decoded: %s', async (_how, bytes, text) => {
    expect(await readDocument('html', bytes)).toEqual({ state: 'read', title: null, pages: [text] })
  })
})
