import fc from 'fast-check'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { findPartialRepair, findRepair, highCharacters } from '../../../../shared/markdown/repair-text.ts'
import { misread } from '../../../support/misread.ts'

const misreadings = ['mac-roman', 'windows-1252', 'latin-1'] as const
const letter = 'Zoë’s notes — “naïve”, ⭐️ and 🧑‍💻: 3 ≤ 4, Škoda, Привет, 日本語, a\u00A0b'

describe('the tables', () => {
  it('have one character for each of 128 bytes', () => {
    for (const characters of Object.values(highCharacters)) {
      expect(characters).toHaveLength(128)
      expect(new Set(characters).size).toBe(128)
    }
    expect(highCharacters['mac-roman'][0xdb - 0x80]).toBe('€')
    expect(highCharacters['mac-roman'][0xf0 - 0x80]).toBe('\uF8FF')
    expect(highCharacters['windows-1252'][0]).toBe('€')
    expect(highCharacters['windows-1252'][0x9d - 0x80]).toBe('\u009D')
  })
})

describe('findRepair', () => {
  it.each(misreadings)('puts right what was read as %s', (misreading) => {
    const garbled = misread(letter, misreading)
    expect(garbled).not.toBe(letter)
    expect(findRepair(garbled)).toMatchObject({
      text: letter,
      misreading: misreading === 'mac-roman' ? 'mac-roman' : 'windows-1252',
    })
  })

  it('takes the old sign at 0xDB as well, and the invisible one before an emoji', () => {
    expect(findRepair('it¤s')).toBeNull()
    expect(findRepair(misread('a 一 b', 'mac-roman').replace('€', '¤'))?.text).toBe('a 一 b')
    expect(findRepair('\uF8FFüîç')?.text).toBe('🔍')
  })

  it('knows é read as Windows-1252 from é read as Mac Roman', () => {
    expect(findRepair('cafÃ©, cafÃ©')).toMatchObject({ misreading: 'windows-1252', text: 'café, café' })
    expect(findRepair('caf√©, caf√©')).toMatchObject({ misreading: 'mac-roman', text: 'café, café' })
  })

  it('counts the places, and keeps a byte order mark and all line ends', () => {
    const text = '\uFEFFwe‚Äôre\r\nhere‚Ä¶\r\n'
    expect(findRepair(text)).toEqual({
      misreading: 'mac-roman',
      text: '\uFEFFwe’re\r\nhere…\r\n',
      places: 2,
    })
  })

  it.each([
    ['nothing beyond ASCII', 'plain text\n'],
    ['nothing at all', ''],
    ['French', 'déjà vu, ça «à la carte», l’à-côté'],
    ['one run of two bytes', 'the text shows Ã© instead'],
    ['a right letter among the wrong ones', 'good ’ and bad ‚Äô and bad ‚Äô'],
    ['a run that is half of a character', 'bad ‚Äô and ‚Ä'],
    ['UTF-8 that nobody writes: too long', 'a Ã© b \u00C0\u00AF c Ã©'],
  ])('leaves alone %s', (_, text) => {
    expect(findRepair(text)).toBeNull()
  })
})

describe('findPartialRepair', () => {
  it('puts right what can be, and leaves the rest', () => {
    expect(findPartialRepair('good ’ and bad ‚Äô and café')).toMatchObject({
      text: 'good ’ and bad ’ and café',
      places: 1,
    })
    expect(findPartialRepair('the text shows Ã© instead')?.text).toBe('the text shows é instead')
    expect(findPartialRepair('déjà vu')).toBeNull()
  })
})

describe('for any text', () => {
  const words = fc.array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 8 }), fc.string({ maxLength: 4 })))

  it('what was misread comes back letter by letter', () => {
    fc.assert(
      fc.property(words, fc.constantFrom(...misreadings), (parts, misreading) => {
        // Characters of three bytes or more, as every quotation mark is: nothing shorter is explained both ways.
        const text = `“${parts.join(' ')}” — ⭐️`
        expect(findRepair(misread(text, misreading))?.text).toBe(text)
      }),
      { seed: 20261124, numRuns: 2000 },
    )
  })

  const anyUnit = fc.oneof(
    fc.integer({ min: 0, max: 0xff }).map((code) => String.fromCharCode(code)),
    fc.constantFrom(...highCharacters['mac-roman'], '¤', '日', '\uD83D', '\uFEFF'),
  )

  it('never changes ASCII, nor loses a line', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyUnit, maxLength: 20 }), (text) => {
        const repaired = findPartialRepair(text)?.text ?? text
        const ascii = (of: string): string => of.replace(/[^\0-\x7F]/g, '')
        expect(ascii(repaired)).toBe(ascii(text))
      }),
      { seed: 20261124, numRuns: 500 },
    )
  })
})

const cases = '../shared/cases/import-cases.json'
const caseSchema = v.object({ kind: v.string(), name: v.string(), input: v.string(), expect: v.unknown() })

describe.skipIf(!existsSync(cases))(`collected cases (skipped without ${cases})`, () => {
  const collected = existsSync(cases)
    ? v
        .parse(v.array(caseSchema), JSON.parse(readFileSync(cases, 'utf8')))
        .filter((each) => each.kind === 'mojibake')
    : []

  it('are there', () => {
    expect(collected.length).toBeGreaterThan(10)
  })

  it.each(collected.map((each) => [each.name, each] as const))('%s', (_, each) => {
    expect(findRepair(each.input)?.text ?? each.input).toBe(each.expect)
  })
})

const texts = '../shared/text'

describe.skipIf(!existsSync(texts))(`the first user’s text (skipped without ${texts})`, () => {
  it('comes back byte for byte, and is left alone when it is right', () => {
    const right = readFileSync(path.join(texts, 'career-exploration.md'), 'utf8')
    const wrong = readFileSync(path.join(texts, 'career-exploration.mis-decoded.md'), 'utf8')
    expect(findRepair(right)).toBeNull()
    expect(findRepair(wrong)).toEqual({ misreading: 'mac-roman', text: right, places: 33 })
    expect(misread(right, 'mac-roman')).toBe(wrong)
  })
})

const corpus = '../shared/corpus'

describe.skipIf(!existsSync(corpus))(`real entries (skipped without ${corpus})`, () => {
  it('are never taken for misread, and come back when they are', () => {
    const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.md'),
    )
    let withLetters = 0
    for (const file of files) {
      const text = readFileSync(path.join(corpus, file), 'utf8')
      expect({ file, repair: findRepair(text) }).toEqual({ file, repair: null })
      if (!/[^\0-\x7F]/.test(text)) continue
      withLetters += 1
      for (const misreading of misreadings) {
        const found = findPartialRepair(misread(text, misreading))
        expect({ file, misreading, isSame: found?.text === text }).toEqual({ file, misreading, isSame: true })
      }
    }
    expect(withLetters).toBeGreaterThan(50)
  })
})
