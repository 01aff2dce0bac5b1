import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseEntry } from '../../../../shared/markdown/parse-entry.ts'
import { readResources } from '../../../../shared/resources/read-resources.ts'
import type { ResourceUse } from '../../../../shared/entry/summary.ts'

function uses(text: string): readonly ResourceUse[] {
  return readResources(parseEntry(text))
}

/** Title, authors, month and star of each use, for tables. */
function cards(text: string): readonly (readonly [string, string, string | null, boolean])[] {
  return uses(text).map((use) => [use.title, use.authors.join(' + '), use.month, use.isMustRead] as const)
}

describe('a link line', () => {
  it.each<[string, string, string, string | null, boolean]>([
    ['[T](https://e.example) by Ann Lee (Sep 2025) ⭐️', 'T', 'Ann Lee', '2025-09', true],
    ['[T](https://e.example) by Ann Lee (Sep 2025) ⭐', 'T', 'Ann Lee', '2025-09', true],
    ['⭐ [T](https://e.example) by Ann Lee (Sep 2025)', 'T', 'Ann Lee', '2025-09', true],
    ['- ⭐️ [T](https://e.example) ⭐ by Ann Lee', 'T', 'Ann Lee', null, true],
    ['[⭐ T](https://e.example)', 'T', '', null, true],
    ['[T](https://e.example) - E.example  ⭐️', 'T', 'E.example', null, true],
    ['[T](https://e.example) – Ann Lee', 'T', 'Ann Lee', null, false],
    ['[T](https://e.example) — 80,000 Hours (2024)', 'T', '80,000 Hours', '2024', false],
    [
      '[T](https://e.example) by Ann Lee, Bo Kim and Cy Ode (September 2025)',
      'T',
      'Ann Lee + Bo Kim + Cy Ode',
      '2025-09',
      false,
    ],
    ['[T](https://e.example) by Ann Lee & Bo Kim', 'T', 'Ann Lee + Bo Kim', null, false],
    ['[T](https://e.example) by [The Lab](https://l.example) (in-person)', 'T', 'The Lab', null, false],
    ['[T](https://e.example) by Ann Lee, Jun 2024', 'T', 'Ann Lee', '2024-06', false],
    ['[T](https://e.example), Jun 2024', 'T', '', '2024-06', false],
    ['[T](https://e.example) (2025)', 'T', '', '2025', false],
    ['[T](https://e.example) (2025-09)', 'T', '', '2025-09', false],
    ['[T](https://e.example) (3 Sep 2025)', 'T', '', '2025-09', false],
    ['[T](https://e.example) (Ann Lee, 2025)', 'T', 'Ann Lee', '2025', false],
    ['[T](https://e.example) (Ann Lee & Bo Kim, Sep 2025) ⭐', 'T', 'Ann Lee + Bo Kim', '2025-09', true],
    ['[T](https://e.example) by ann lee (Sep 2025)', 'T', 'ann lee', '2025-09', false],
    ['[T](https://e.example) by GabeM (Sep 2022)', 'T', 'GabeM', '2022-09', false],
    [
      '[T](https://e.example) by Ludwig van der Berg et al. (2020)',
      'T',
      'Ludwig van der Berg et al.',
      '2020',
      false,
    ],
    ['[T](https://e.example) **by Ann Lee** (_Sep 2025_)', 'T', 'Ann Lee', '2025-09', false],
    ['[T](https://e.example)\u00A0by Ann\u00A0Lee (Sep\u00A02025)', 'T', 'Ann\u00A0Lee', '2025-09', false],
    ['- [ ] [T](https://e.example) by Ann Lee ⭐', 'T', 'Ann Lee', null, true],
    ['[FAQ: Advice](https://e.example) by R S (Jan 2021)', 'FAQ: Advice', 'R S', '2021-01', false],
    [
      '[So you want AI\u00A0safety](https://e.example) by G W (Jun 2024)',
      'So you want AI\u00A0safety',
      'G W',
      '2024-06',
      false,
    ],
    ['i liked [T](https://e.example) by Ann Lee, and so on', 'T', 'Ann Lee', null, false],
  ])('%s', (line, title, authors, month, isMustRead) => {
    expect(cards(`${line}\n`)[0]).toEqual([title, authors, month, isMustRead])
  })

  it.each([
    '[T](https://e.example) by Friday',
    '[T](https://e.example) by friday',
    '[T](https://e.example) by May 4',
    '[T](https://e.example) - great introduction to the field',
    '[T](https://e.example) - Great introduction',
    '[T](https://e.example) (part-time)',
    '[T](https://e.example): Ann Lee liked it',
    'read [T](https://e.example) by the end of the week',
    'the [T](https://e.example) is by far the best',
    'Example: [T](https://e.example)',
    "Let's read [T](https://e.example)",
    "today's [T](https://e.example)",
    "it's in [T](https://e.example)",
    'I met Ann Lee in [Town](https://e.example), which was nice',
    'In a [T](https://e.example), the team said:',
    '[T](https://e.example) ★★★☆☆',
  ])('names nobody and nothing: %s', (line) => {
    expect(cards(line)).toEqual([[line.includes('Town') ? 'Town' : 'T', '', null, false]])
  })

  it('keeps brackets and what follows a dash as notes, on a line that begins with its link', () => {
    expect(uses('[T](https://e.example) (part-time, Berlin) - good for a start ⭐')[0]?.notes).toEqual([
      'part-time, Berlin',
      'good for a start',
    ])
    expect(uses('[T](https://e.example) by Ann Lee (Sep 2025) (in two parts)')[0]?.notes).toEqual([
      'in two parts',
    ])
    expect(uses('see [T](https://e.example) (later) - or not')[0]?.notes).toEqual([])
  })

  it('gives its star to its first link only', () => {
    expect(cards('[A](https://a.example) and [B](https://b.example) ⭐').map((card) => card[3])).toEqual([
      true,
      false,
    ])
  })

  it('gives what is said of the last to links joined to it', () => {
    expect(cards('[A](https://a.example) & [B](https://b.example) - Arkose')).toEqual([
      ['A', 'Arkose', null, false],
      ['B', 'Arkose', null, false],
    ])
  })

  it('reads each line of a paragraph for itself', () => {
    const text =
      '[A](https://a.example) by Ann Lee\n[B](https://b.example) by Bo Kim ⭐\n[C](https://c.example)\n'
    expect(cards(text)).toEqual([
      ['A', 'Ann Lee', null, false],
      ['B', 'Bo Kim', null, true],
      ['C', '', null, false],
    ])
  })
})

describe('authors who introduce a link', () => {
  it.each([
    ['Ann Lee in [T](https://e.example):', 'Ann Lee'],
    ['Ann Lee and Bo Kim in [T](https://e.example):', 'Ann Lee + Bo Kim'],
    ['Ann Lee (lead at a lab) in her latest [T](https://e.example):', 'Ann Lee'],
    ["In Ann Lee's [T](https://e.example), she says", 'Ann Lee'],
    ['In Ann Lee’s [T](https://e.example), she says', 'Ann Lee'],
    ["Ann Lee and Bo Kim's [T](https://e.example) has", 'Ann Lee + Bo Kim'],
    ["James' [T](https://e.example)", 'James'],
    ['as Ann Lee writes in [T](https://e.example), it is', 'Ann Lee'],
    ['Ann Lee in [T](https://e.example) argues that', 'Ann Lee'],
    ["I read Ann Lee's [T](https://e.example) again", 'Ann Lee'],
    ["Reread Ann Lee's [T](https://e.example)", 'Ann Lee'],
  ])('%s', (text, authors) => {
    expect(cards(text)[0]).toEqual(['T', authors, null, false])
  })

  it('leaves the link of an affiliation without an author', () => {
    const text = 'Ann Lee (lead at [The Lab](https://l.example)) in [T](https://e.example):\n> words\n'
    expect(cards(text)).toEqual([
      ['The Lab', '', null, false],
      ['T', 'Ann Lee', null, false],
    ])
  })
})

describe('every form of a link', () => {
  it.each<[string, string, string, string]>([
    ['see [T](https://e.example "title") x', 'https://e.example', 'T', '[T](https://e.example "title")'],
    [
      'see [**T** and `c`](<https://e.example/a b>) x',
      'https://e.example/a b',
      'T and c',
      '[**T** and `c`](<https://e.example/a b>)',
    ],
    ['see **[T](https://e.example)** x', 'https://e.example', 'T', '[T](https://e.example)'],
    ['see [T][r] x\n\n[r]: https://e.example', 'https://e.example', 'T', '[T][r]'],
    ['see [r][] x\n\n[r]: https://e.example', 'https://e.example', 'r', '[r][]'],
    ['see [r] x\n\n[r]: https://e.example', 'https://e.example', 'r', '[r]'],
    ['see <https://e.example/a/> x', 'https://e.example/a/', 'e.example/a', '<https://e.example/a/>'],
    ['see https://www.e.example/a. x', 'https://www.e.example/a', 'e.example/a', 'https://www.e.example/a'],
    ['(https://e.example/a_(b))', 'https://e.example/a_(b)', 'e.example/a_(b)', 'https://e.example/a_(b)'],
    [
      'see <a class="x" href="https://e.example/?a=1&amp;b=2">T <b>u</b></a> x',
      'https://e.example/?a=1&b=2',
      'T u',
      '<a class="x" href="https://e.example/?a=1&amp;b=2">T <b>u</b></a>',
    ],
    [
      '<div>\n<a href="https://e.example">T</a>\n</div>\n',
      'https://e.example',
      'T',
      '<a href="https://e.example">T</a>',
    ],
    [
      'x[^1]\n\n[^1]: as [T](https://e.example) by Ann says\n',
      'https://e.example',
      'T',
      '[T](https://e.example)',
    ],
    ['[![alt](p.png)](https://e.example)', 'https://e.example', 'alt', '[![alt](p.png)](https://e.example)'],
    ['> # [T](https://e.example)\n', 'https://e.example', 'T', '[T](https://e.example)'],
    [
      '| a | b |\n|---|---|\n| x | [T](https://e.example) |\n',
      'https://e.example',
      'T',
      '[T](https://e.example)',
    ],
    [
      '[long\ntitle](https://e.example)',
      'https://e.example',
      'long title',
      '[long\ntitle](https://e.example)',
    ],
    [
      '> - [long\n>   title](https://e.example)',
      'https://e.example',
      'long title',
      '[long\n>   title](https://e.example)',
    ],
    [
      '[T \\[x\\] &amp; y](https://e.example)',
      'https://e.example',
      'T [x] & y',
      '[T \\[x\\] &amp; y](https://e.example)',
    ],
    ['[paper](papers/one.pdf)', 'papers/one.pdf', 'paper', '[paper](papers/one.pdf)'],
    ['see [[papers/one.pdf]] x', 'papers/one.pdf', 'papers/one.pdf', '[[papers/one.pdf]]'],
    ['see [[one.pdf#page=2|the paper]]', 'one.pdf', 'the paper', '[[one.pdf#page=2|the paper]]'],
    ['![[one.pdf]]', 'one.pdf', 'one.pdf', '![[one.pdf]]'],
    ['[[picture.png]]', 'picture.png', 'picture.png', '[[picture.png]]'],
  ])('%s', (text, url, title, source) => {
    const [use, ...others] = uses(text)
    expect(others).toEqual([])
    expect(use).toMatchObject({ url, title })
    expect(text.slice(use!.span.from, use!.span.to)).toBe(source)
  })

  it.each([
    '![picture](https://e.example/p.png)',
    '![[picture.png]] ![[talk.mp4]] and [[Page|words]] [[v1.2 notes]] [[a.md]]',
    '`https://e.example`',
    '```\n[T](https://e.example)\n```\n',
    '    [T](https://e.example)\n',
    '---\nurl: https://e.example\n---\n',
    '[T](other-entry.md) [T](../a/b.md#part) [T](#part) [T](/posts/a/)',
    '[T](mailto:ann@e.example) <ann@e.example> [T](tel:+100)',
    '\\[T](https)',
    '[r]: https://e.example',
    '%% [T](https://e.example) %%',
    '',
  ])('is none: %j', (text) => {
    expect(uses(text)).toEqual([])
  })
})

describe('sub-bullets under a link line', () => {
  it('are how the author uses it', () => {
    const text =
      '- [A](https://a.example) by Ann Lee\n  - read **before** writing\n  - again in [B](https://b.example)\n- [C](https://c.example)\n'
    expect(uses(text).map((use) => [use.title, use.notes])).toEqual([
      ['A', ['read before writing', 'again in B']],
      ['B', []],
      ['C', []],
    ])
  })

  it('speak of the line directly above them, also when that is no item', () => {
    const text = '[A](https://a.example)\n[B](https://b.example)\n- the map of the field\n'
    expect(uses(text).map((use) => use.notes)).toEqual([[], ['the map of the field']])
  })

  it('are not notes behind a blank line, as steps with a box, or under a sentence', () => {
    expect(uses('[A](https://a.example)\n\n- a list of its own\n')[0]?.notes).toEqual([])
    expect(uses('- [A](https://a.example)\n  - [ ] apply\n')[0]?.notes).toEqual([])
    expect(uses('- advising: [A](https://a.example)\n  - submit (aug 25)\n')[0]?.notes).toEqual([])
  })

  it('are resources of their own when they begin with a link', () => {
    const text = '[A](https://a.example)\n- [A, other version](https://a2.example) (edited)\n'
    expect(uses(text).map((use) => use.notes)).toEqual([[], ['edited']])
  })

  it('go to the new link when a link line follows a bullet without a blank line', () => {
    const text =
      '[A](https://a.example)\n- about a\n[B](https://b.example)\n- about b\n  more of it\n[C](https://c.example)\n'
    expect(uses(text).map((use) => [use.title, use.notes])).toEqual([
      ['A', ['about a']],
      ['B', ['about b more of it']],
      ['C', []],
    ])
  })

  it('count at any depth, and with CRLF and tabs', () => {
    const text = '- [A](https://a.example)\r\n\t- why\r\n\t\t- because\r\n'
    expect(uses(text)[0]?.notes).toEqual(['why', 'because'])
  })
})

describe('large and odd input', () => {
  it('stays linear on a line of thousands of links, brackets and addresses', () => {
    const links = Array.from({ length: 5000 }, (_, index) => `[l${index}](https://e.example/${index})`)
    expect(uses(links.join(', '))).toHaveLength(5000)
    expect(uses(links.map((_, index) => `https://e.example/${index}`).join(' '))).toHaveLength(5000)
    expect(uses(`https://e.example/${')'.repeat(20_000)}`)).toHaveLength(1)
    expect(uses(`[T](https://e.example) by ${'[A](https://a.example), '.repeat(5000)}`)).toHaveLength(5001)
    expect(uses(`[T](https://e.example) ${'('.repeat(20_000)}`)).toHaveLength(1)
    expect(uses(`[T](https://e.example) by ${'Ann, '.repeat(5000)}`)).toHaveLength(1)
  })
})

const firstUser = '../shared/text/career-exploration.md'

describe.skipIf(!existsSync(firstUser))(`the first user's text (skipped without ${firstUser})`, () => {
  const text = existsSync(firstUser) ? readFileSync(firstUser, 'utf8') : ''

  it('has 37 uses of 30 resources, 6 of them used more than once, one three times', () => {
    const counts = new Map<string, number>()
    for (const use of uses(text)) counts.set(use.key, (counts.get(use.key) ?? 0) + 1)
    expect(uses(text)).toHaveLength(37)
    expect(counts.size).toBe(30)
    const repeated = [...counts.values()].filter((count) => count > 1)
    expect(repeated.toSorted()).toEqual([2, 2, 2, 2, 2, 3])
  })

  it('has six must-reads', () => {
    expect(
      uses(text)
        .filter((use) => use.isMustRead)
        .map((use) => use.title.replaceAll('\u00A0', ' ')),
    ).toEqual([
      'How To Become A Mechanistic Interpretability Researcher',
      'So you want to work on technical AI safety',
      'AGI safety career advice',
      'How to pursue a career in technical AI alignment',
      'Events & training',
      'Map of AI safety orgs',
    ])
  })

  it('has seven lines with author and month', () => {
    expect(
      uses(text)
        .filter((use) => use.month !== null)
        .map((use) => [use.authors, use.month]),
    ).toEqual([
      [['Neel Nanda'], '2025-09'],
      [['George Wang'], '2024-06'],
      [['Benjamin Hilton'], '2023-06'],
      [['Richard Ngo'], '2023-05'],
      [['GabeM'], '2022-09'],
      [['Charlie Rogers-Smith'], '2022-06'],
      [['Rohin Shah'], '2021-01'],
    ])
  })

  it('names who is quoted, and no one else', () => {
    const others = uses(text).filter((use) => use.month === null && use.authors.length > 0)
    expect(others.map((use) => use.authors.join(' + '))).toEqual([
      'Richard Ngo',
      'Ethan Perez',
      'George Wang',
      'Neel Nanda',
      'George Wang',
      'John Hughes + Ethan Perez',
      'AISafety.com',
      '80,000 Hours',
      'Arkose',
      'Arkose',
      'AISafety.com',
      'Constellation',
    ])
  })

  it('keeps what programs are like, and what a bullet says of a map', () => {
    const notes = new Map(uses(text).map((use) => [use.title, use.notes]))
    expect(notes.get('MATS')).toEqual(['in-person, full-time, Berkeley/London'])
    expect(notes.get('Astra Fellowship')).toEqual(['in-person, full-time, Berkeley'])
    expect(notes.get('LessWrong version')).toEqual(['minorly edited'])
    expect(notes.get('Map of AI safety orgs')).toEqual([
      'the most comprehensive landscape for ai safety related orgs',
    ])
    expect(notes.get('1-1 career advising')).toEqual([])
  })
})
