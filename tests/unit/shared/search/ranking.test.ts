import { describe, expect, it } from 'vitest'
import { createSearchFixture } from './search-fixture.ts'

// A small class of what bench/search measures at size: what a person means by a query stands first, and why.
const fixture = createSearchFixture({
  '2025-01-10 mentorship.md': '# Mentorship\n\nAsked Lena to meet once a month.\n',
  '2025-02-11.md': `A long day. ${'We talked about many things. '.repeat(12)}Someone said mentorship.\n`,
  '2025-03-12.md': '# Plans\n\n## mentorship\n\nFind someone near.\n',
  '2025-04-13.md': 'The mentor of my mentor has mentored mentors.\n',
  '2025-05-14.md': 'Career notes.\n\nAdvice came late. Much later I read on safety.\n',
  '2025-06-15.md': 'Career advice on safety.\n',
  '2025-07-16.md':
    '# Reading\n\n[Career advice](https://example.org/advice) by Richard Ngo (May 2023) ⭐\n- reread before applying\n',
  '2025-08-17.md': 'Applied to the fellowship.\n',
  '2025-09-18.md': 'How to apply: the apply button.\n',
  '2025-10-19.md': 'An application is due.\n',
  'drafts/interp.md': '---\ntitle: Mechanistic interpretability\ndraft: true\n---\n\nNotes on circuits.\n',
  'drafts/interp-long.md':
    '---\ntitle: What I learned from a year of mechanistic interpretability in a small group\ndraft: true\n---\n\nText.\n',
  '2025-11-20.md': 'Talked to Ngo about work. Richard was not there.\n',
  '2025-12-21.md': 'Richard Ngo gave a talk.\n',
  '2026-01-22.md': '今日研究机器学习的方法。\n',
  '2026-02-23.md': '机器很好，我要学习中文。\n',
  '2026-03-24.md': 'The front-matter of the letter.\n',
  '2026-04-25.md': 'The matter at the front.\n',
  '2026-05-26.md': 'Went for a part-time job.\n',
})

/** Entries that answer, best first, by name. */
function order(query: string): string[] {
  return fixture.paths(query).map((path) => path.replace(/\.md$/, ''))
}

describe('the order of results', () => {
  it.each([
    ['mentorship', '2025-01-10 mentorship', '2025-03-12', 'the title above a heading'],
    ['mentorship', '2025-03-12', '2025-02-11', 'a heading above running text'],
    ['career advice', '2025-06-15', '2025-05-14', 'words side by side above scattered ones'],
    ['career advice', '2025-07-16', '2025-05-14', 'the name of a link above running text'],
    ['apply', '2025-09-18', '2025-08-17', 'the word as typed above another form of it'],
    ['apply', '2025-09-18', '2025-10-19', 'the word as typed above a longer one'],
    [
      'mechanistic interpretability',
      'drafts/interp',
      'drafts/interp-long',
      'a title that is the query above one that has it',
    ],
    ['richard ngo', '2025-12-21', '2025-11-20', 'a name in one piece above its parts'],
    ['机器学习', '2026-01-22', '2026-02-23', 'signs in a row above the same signs apart'],
    ['frontmatter', '2026-03-24', '2026-04-25', 'the compound above its words apart'],
  ])('%s: %s before %s (%s)', (query, first, second) => {
    const found = order(query)
    expect(found).toContain(first)
    if (found.includes(second)) expect(found.indexOf(first)).toBeLessThan(found.indexOf(second))
  })

  it.each([
    ['mechanistc interp', 'drafts/interp', 'a typo and a beginning'],
    ['mentorshp', '2025-01-10 mentorship', 'a letter left out'],
    ['metnorship', '2025-01-10 mentorship', 'two letters swapped'],
    ['mentorrship', '2025-01-10 mentorship', 'a letter doubled'],
    ['mechanisitc interpretabilty', 'drafts/interp', 'two typos'],
    ['mehcansitic', 'drafts/interp', 'two typos in one long word'],
    ['richrd ngo', '2025-07-16', 'an author of a link above a name in running text'],
    ['"richard ngo"', '2025-07-16', 'the same for a phrase'],
    ['by:ngo', '2025-07-16', 'an author of a link, not one who is talked about'],
    ['terpretability', 'drafts/interp', 'the end of a word in a title'],
    ['part-time', '2026-05-26', 'a compound'],
    ['parttime', '2026-05-26', 'a compound without its hyphen'],
    ['has:star', '2025-07-16', 'a must-read'],
  ])('%s: %s first (%s)', (query, first) => {
    expect(order(query)[0]).toBe(first)
  })

  it('puts a name one edit away above a shorter one that is two edits away', () => {
    const { paths } = createSearchFixture({
      'meant.md': '# How to become a mechanistic interpretability researcher\n\nA plan.\n',
      'short.md': '# Mechanism interpretation\n\nA name.\n',
    })
    expect(paths('mechanistc interp')).toEqual(['meant.md', 'short.md'])
  })

  it('lets a short mistyped word go where a title has all the others', () => {
    const { paths } = createSearchFixture({
      'meant.md': '# Reading for the impostor compensation line\n',
      'other.md': 'gie reading, impostors; compensate, and a line somewhere\n',
      'more.md': 'reading of compensation\n',
    })
    expect(paths('reading impostor compensation fro')[0]).toBe('meant.md')
  })

  it.each([
    ['ngp', [], 'no typo is forgiven in three letters'],
    ['lenx', ['2025-01-10 mentorship'], 'one in four'],
    ['lxnx', [], 'not two'],
    ['fellowshpi', ['2025-08-17'], 'two in eight and more'],
  ])('%s finds %j (%s)', (query, expected) => {
    expect(
      fixture
        .ask(query)
        .hits.filter(({ lane }) => lane === 'entries')
        .map(({ path }) => path.replace(/\.md$/, '')),
    ).toEqual(expected)
  })

  it('puts what is spelled as typed above every mistyping, however well that one fits', () => {
    const { paths } = createSearchFixture({
      'a.md': '# Forms\n\nforms and forms',
      'b.md': 'a line with froms in it',
    })
    expect(paths('froms')[0]).toBe('b.md')
  })

  it('shows no mistyping while enough is spelled as typed, nor when told not to', () => {
    const texts = Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`n${at}.md`, 'a quiet harbour']))
    const { ask } = createSearchFixture({ ...texts, 'other.md': 'quite another' })
    expect(ask('quiet').hits.map(({ path }) => path)).not.toContain('other.md')
    expect(ask('hrabour', { isFuzzy: false }).hits).toEqual([])
    expect(ask('hrabour').hits).toHaveLength(6)
  })
})
