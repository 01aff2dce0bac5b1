import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planProgram, type ProgramChange } from '../../../../shared/actions/change-program.ts'
import { readPrograms } from '../../../../shared/actions/read-programs.ts'
import { spliceText } from '../../../../shared/entry/splice-text.ts'
import { programStatuses, type Program } from '../../../../shared/entry/summary.ts'
import { parseEntry } from '../../../../shared/markdown/parse-entry.ts'
import { readLinks } from '../../../../shared/resources/read-links.ts'

function programs(text: string): readonly Program[] {
  const parsed = parseEntry(text)
  return readPrograms(parsed, readLinks(parsed), null)
}

function change(text: string, at: number, what: ProgramChange): string {
  const program = programs(text)[at]
  if (program === undefined) throw new Error('there is no such program')
  return spliceText(text, planProgram(text, program, what) ?? []) ?? ''
}

const head = '# Research programs\n'

describe('what is filled in of a program', () => {
  it.each<[string, ProgramChange, string]>([
    [
      '[M](https://m.example) (in-person, Berkeley/London)',
      { deadline: '2026-01-15' },
      '[M](https://m.example) (in-person, Berkeley/London, deadline 2026-01-15)',
    ],
    ['[M](https://m.example)', { deadline: '2026-01-15' }, '[M](https://m.example) (deadline 2026-01-15)'],
    [
      '[M](https://m.example) (part-time, deadline jan 3)',
      { deadline: '2026-01-15' },
      '[M](https://m.example) (part-time, deadline 2026-01-15)',
    ],
    [
      '- [M](https://m.example) (part-time)\n  - deadline: 2026-01-03',
      { deadline: '2026-01-15' },
      '- [M](https://m.example) (part-time)\n  - deadline 2026-01-15',
    ],
    [
      '[M](https://m.example) (part-time)',
      { status: 'applied' },
      '[M](https://m.example) (part-time, applied)',
    ],
    [
      '[M](https://m.example) (part-time, applied)',
      { status: 'interview' },
      '[M](https://m.example) (part-time, interview)',
    ],
    ['- AISES (part-time, Berlin)', { status: 'offer' }, '- AISES (part-time, Berlin, offer)'],
  ])('%s', (line, what, expected) => {
    expect(change(`${head}${line}\n`, 0, what)).toBe(`${head}${expected}\n`)
  })

  it('is read back as it was meant, leaves the rest of the program and every other line as they were', () => {
    const line = fc
      .tuple(
        fc.constantFrom('', '- ', '* '),
        fc.constantFrom(
          '',
          ' (in-person, Berkeley)',
          ' (part-time)',
          ' (remote, 10 h/week, deadline 2025-12-01)',
          ' (applied)',
          ' — rolling',
        ),
      )
      .map(([bullet, rest]) => ({ bullet, rest }))
    const what = fc.oneof(
      fc.constantFrom(...programStatuses).map((status): ProgramChange => ({ status })),
      fc.constantFrom('2026-01-15', '2027-12-31').map((deadline): ProgramChange => ({ deadline })),
    )
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), fc.nat(), what, (lines, seed, wanted) => {
        const text =
          head +
          lines.map(({ bullet, rest }, at) => `${bullet}[P${at}](https://p${at}.example)${rest}\n`).join('\n')
        const before = programs(text)
        const at = seed % before.length
        const changed = change(text, at, wanted)
        const after = programs(changed)
        expect(after.map(({ span: _span, ...rest }) => rest)).toEqual(
          before.map(({ span: _span, ...rest }, index) => (index === at ? { ...rest, ...wanted } : rest)),
        )
        const lineOf = before[at]!.name
        const others = (whole: string) => whole.split('\n').filter((each) => !each.includes(`[${lineOf}]`))
        expect(others(changed)).toEqual(others(text))
      }),
      { numRuns: 300, seed: 5 },
    )
  })

  it('is not written when the program is gone', () => {
    const [program] = programs(`${head}[M](https://m.example)\n`)
    expect(planProgram('# Other\n', program!, { status: 'offer' })).toBeNull()
  })
})
