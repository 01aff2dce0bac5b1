import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSearchFixture, showMarks, toIndexedEntry } from './search-fixture.ts'

describe('finding', () => {
  it.each([
    [
      'a title with no-break spaces by plain ones',
      'Mechanistic\u00a0Interpretability',
      'mechanistic interpretability',
    ],
    ['accents by plain letters', 'crème brûlée', 'creme brulee'],
    ['plain letters by accents', 'creme brulee', 'crème brûlée'],
    ['typographic quotes', 'it’s “done”', "it's done"],
    ['a hyphen by a space', 'the front-matter here', 'front matter'],
    ['a part of a word in a title', '# Mechanistic interpretability', 'terpret'],
    ['a part of an address', '[x](https://lesswrong.com)', 'wrong.com'],
    ['an emoji by name', 'launched 🚀 today', 'rocket'],
    ['an emoji by its chat name', 'done 🎉', 'tada'],
    ['an emoji by sign', 'launched 🚀 today', '🚀'],
    ['a star without its variation selector', 'read ⭐️', '⭐'],
    ['a hyphen by nothing', 'the front-matter here', 'frontmatter'],
    ['a space by nothing', 'the front matter here', 'frontmatter'],
    ['a space by a hyphen', 'the front matter here', 'front-matter'],
    ['a joined word by its parts', 'all frontmatter here', 'front matter'],
    ['a part of camelCase', 'call useEffect twice', 'effect'],
    ['a part of snake_case', 'the read_only flag', 'read only'],
    ['the beginning of a word', 'interpretability', 'interp'],
    ['another form of a word', 'i applied for it', 'applying'],
    ['two swapped letters', 'about mentorship', 'mentroship'],
    ['a letter left out', 'about mentorship', 'mentorshp'],
    ['a typo in a word that is still being typed', 'mechanistic', 'mechanst'],
    ['two typos in a long word', 'about interpretability', 'interpretbailty'],
    ['a typo beside a whole word', 'skip forward aggressively', 'skip foward'],
    ['an emoji with another selector', 'must read ⭐\ufe0f', '⭐'],
    ['Chinese by a part of a phrase', '我在学习机械解释性', '解释'],
    ['one Japanese sign', '機械学習の本', '機'],
    ['Korean inside a word', '한국어로 쓴 글', '국어'],
    ['Cyrillic in any case', 'Привет Мир', 'привет'],
    ['a phrase across emphasis', 'the **public** _research_ output', '"public research output"'],
    ['a phrase across the end of a link', '[public](https://example.org/a) research', '"public research"'],
    ['a word of a web address', '[x](https://www.lesswrong.com/posts/abc/some-advice)', 'lesswrong'],
  ])('finds %s', (_, text, query) => {
    const { paths, put } = createSearchFixture({ 'hit.md': `start\n\n${text}\n` })
    put({ 'other.md': 'nothing of that kind at all\n' })
    expect(paths(query)).toEqual(['hit.md'])
  })

  it.each([
    ['a word of three letters with a typo', 'the cat sat', 'cet'],
    ['three typos in a long word', 'about mentorship', 'mxntxrsxip'],
    ['an exact phrase with a short word between', 'public a research output', '"public research output"'],
    ['an exact phrase in another order', 'research output of the public', '"public research output"'],
    ['an exact phrase with a word between', 'public and research output', '"public research output"'],
  ])('does not find %s', (_, text, query) => {
    expect(createSearchFixture({ 'miss.md': text }).paths(query)).toEqual([])
  })

  it('finds a phrase in a title that only the name of the file gives', () => {
    expect(
      createSearchFixture({ 'my long walk.md': 'not a word of it\n' }).paths('"long walk"'),
    ).toHaveLength(1)
  })

  it('finds nothing for nothing', () => {
    const { ask } = createSearchFixture({ 'a.md': 'text' })
    expect(ask('').hits).toEqual([])
    expect(ask('  "" - ').hits).toEqual([])
  })

  it('with fuzziness off finds beginnings and no typos', () => {
    const { ask } = createSearchFixture({ 'a.md': 'about mentorship' })
    expect(ask('mentorshp', { isFuzzy: false }).hits).toEqual([])
    expect(ask('mentorsh', { isFuzzy: false }).hits).toHaveLength(1)
  })
})

describe('ranking', () => {
  const notes = {
    'fuzzy.md': 'some notes about a montor',
    'prefix.md': 'some notes about mentorship',
    'exact.md': 'some notes about a mentor',
  }

  it('puts exact before prefix before fuzzy', () => {
    expect(createSearchFixture(notes).paths('mentor')).toEqual(['exact.md', 'prefix.md', 'fuzzy.md'])
  })

  it('looks for typos only while little is found as typed', () => {
    const many = Object.fromEntries([1, 2, 3, 4, 5, 6].map((at) => [`m${at}.md`, `one mentor more ${at}`]))
    expect(createSearchFixture({ ...notes, ...many }).paths('mentor')).not.toContain('fuzzy.md')
  })

  it('puts the title before the text, and the whole title before a longer one', () => {
    const { paths } = createSearchFixture({
      'text.md': 'career advice career advice career advice',
      'long.md': '---\ntitle: some career advice for people\n---\ntext',
      'title.md': '---\ntitle: career advice\n---\ntext',
    })
    expect(paths('career advice')).toEqual(['title.md', 'long.md', 'text.md'])
  })

  it('puts words that stand together before scattered ones', () => {
    const { paths } = createSearchFixture({
      'apart.md': `cold at the start ${'and so on '.repeat(60)} email at the end`,
      'near.md': `${'and so on '.repeat(60)} a cold email ${'and so on '.repeat(5)}`,
    })
    expect(paths('cold email')).toEqual(['near.md', 'apart.md'])
  })

  it('needs all words first, and takes some when nothing holds all', () => {
    const { ask, paths } = createSearchFixture({
      'both.md': 'quiet harbour',
      'one.md': 'quiet mountain',
    })
    expect(paths('quiet harbour')).toEqual(['both.md'])
    expect(ask('quiet harbour').matched).toBe('all')
    expect(paths('quiet zzyzx')).toHaveLength(2)
    expect(ask('quiet zzyzx').matched).toBe('some')
  })
})

describe('an answer', () => {
  const texts = {
    '2025-09-20.md':
      '---\ntitle: Something to show\ntags: [portfolio]\n---\n\n# mentorship\n\nthe **fastest** path is a mentor.\n\n' +
      '[AGI safety career advice](https://www.lesswrong.com/agi?utm_source=x) by Richard Ngo (May 2023) ⭐\n' +
      '- reread before i write to anyone\n\n## actions\n\n- [ ] write to a professor\n- [x] read the fellowship page\n',
    'drafts/plan.md': '---\ntitle: Plan\ndraft: true\n---\nsee [again](https://lesswrong.com/agi)\n',
    'people.md': 'a page on fellowship\n',
  }

  it('comes in lanes with totals', () => {
    const { ask } = createSearchFixture(texts)
    expect(ask('fellowship').totals).toEqual({
      entries: 1,
      drafts: 0,
      pages: 1,
      headings: 0,
      resources: 0,
      actions: 1,
      quotes: 0,
      people: 0,
      programs: 0,
      documents: 0,
    })
  })

  it('marks the passage, says where, and leads to the place', () => {
    const { ask } = createSearchFixture(texts)
    const hit = ask('fastest mentor').hits.find(({ lane }) => lane === 'entries')
    expect(showMarks(hit?.passages[0])).toBe('the [fastest] path is a [mentor].')
    expect(hit?.where).toBe('text')
    expect(texts['2025-09-20.md'].slice(hit?.from)).toMatch(/^fastest/)
  })

  it.each([
    ['show', 'entries', 'title'],
    ['mentorship', 'entries', 'heading'],
    ['mentorship', 'headings', 'heading'],
    ['portfolio', 'entries', 'tag'],
    ['ngo', 'entries', 'author'],
    ['ngo', 'resources', 'author'],
    ['safety', 'entries', 'link'],
    ['safety', 'resources', 'title'],
    ['lesswrong', 'resources', 'address'],
    ['lesswrong', 'entries', 'address'],
    ['reread', 'resources', 'how I use it'],
    ['professor', 'actions', 'action'],
    ['professor', 'entries', 'action'],
    ['fastest', 'entries', 'text'],
  ])('says for %s in %s: %s', (query, lane, where) => {
    const hit = createSearchFixture(texts)
      .ask(query)
      .hits.find((found) => found.lane === lane)
    expect(hit?.where).toBe(where)
  })

  it('shows the two best passages, the headings above, and how many more there are', () => {
    const gap = '\n\nwords in between\n'.repeat(20)
    const text = `# Year\n\n## Autumn\n\nquiet harbour${gap}## Winter\n\nharbour\n${gap}\nquiet${gap}harbour\n`
    const hit = createSearchFixture({ 'a.md': text, 'b.md': 'quiet' }).ask('quiet harbour').hits[0]
    expect(hit?.passages.map(showMarks)).toEqual(['[quiet] [harbour]', '[harbour]'])
    expect(hit?.passages.map(({ from }) => text.slice(from ?? 0).split('\n')[0])).toEqual([
      'quiet harbour',
      'harbour',
    ])
    expect(hit).toMatchObject({ headingPath: ['Year', 'Autumn'], moreHits: 2 })
  })

  it.each([
    ['harbour', 'exact'],
    ['front-matter', 'exact'],
    ['harbours', 'form'],
    ['harb', 'prefix'],
    ['hrabour', 'typo'],
    ['front hrabour', 'typo'],
  ])('says of %s that it matched as %s', (query, matchedBy) => {
    const { ask } = createSearchFixture({ 'a.md': 'the harbour has front matter' })
    expect(ask(query).hits[0]).toMatchObject({ path: 'a.md', matchedBy })
  })

  it('marks every hit of an entry, a phrase where it stands whole only', () => {
    const fixture = createSearchFixture({
      'a.md': 'Quiet harbour, quiet. A harbour: [quiet](https://quiet.org) **harbour**',
      'b.md': 'quiet',
    })
    expect(fixture.marked('a.md', 'harbour')).toBe(
      'Quiet [harbour], quiet. A [harbour]: [quiet](https://quiet.org) **[harbour]**',
    )
    expect(fixture.marked('a.md', '"quiet harbour"')).toBe(
      '[Quiet] [harbour], quiet. A harbour: [[quiet]](https://quiet.org) **[harbour]**',
    )
    expect(fixture.marked('none.md', 'harbour')).toBe('')
  })

  it('has one hit for a resource however often it is used, with all that its uses say', () => {
    const { ask } = createSearchFixture(texts)
    const found = ask('lesswrong')
    const resources = found.hits.filter(({ lane }) => lane === 'resources')
    expect(found.totals['resources']).toBe(1)
    expect(resources).toHaveLength(1)
    expect(resources[0]).toMatchObject({ isMustRead: true, date: '2023-05', uses: 2 })
  })

  it('states what a mistyped word was understood as, and nothing when it was not mistyped', () => {
    const { ask } = createSearchFixture(texts)
    expect(ask('mentroship').corrections).toEqual([
      { typed: 'mentroship', understood: 'mentorship', edits: 1 },
    ])
    expect(ask('mentorship').corrections).toEqual([])
  })

  it('marks only what was typed of a longer word', () => {
    const hit = createSearchFixture(texts).ask('somethi').hits[0]
    expect(showMarks(hit?.title)).toBe('[Somethi]ng to show')
  })

  it('carries the box of an action', () => {
    const { ask } = createSearchFixture(texts)
    expect(ask('professor').hits.find(({ lane }) => lane === 'actions')?.box).toBe(' ')
    expect(ask('fellowship page').hits.find(({ lane }) => lane === 'actions')?.box).toBe('x')
  })

  it('has no passage when the file cannot be read any more', () => {
    const fixture = createSearchFixture(texts)
    fixture.texts.clear()
    expect(fixture.ask('fastest').hits[0]).toMatchObject({ path: '2025-09-20.md', passages: [] })
  })
})

describe('changes', () => {
  it('finds an entry under what it says now only', () => {
    const { put, paths, index } = createSearchFixture({ 'a.md': 'about quetzals', 'b.md': 'about quetzals' })
    put({ 'a.md': 'about axolotls' })
    expect(paths('quetzals')).toEqual(['b.md'])
    expect(paths('axolotls')).toEqual(['a.md'])
    index.remove(['b.md'])
    expect(paths('quetzals')).toEqual([])
    expect(index.counts.entries).toBe(1)
  })

  it('keeps changes that are made while segments are joined', () => {
    const fixture = createSearchFixture({ 'a.md': 'about quetzals', 'b.md': 'about quetzals' })
    fixture.put({ 'c.md': 'about quetzals' })
    const steps = fixture.index.startMerge(true)
    steps?.next()
    fixture.put({ 'a.md': 'about axolotls' })
    fixture.index.remove(['b.md'])
    while (steps !== null && steps.next().done !== true);
    expect(fixture.paths('quetzals')).toEqual(['c.md'])
    expect(fixture.paths('axolotls')).toEqual(['a.md'])
  })

  it('counts entries known by name only as not searched yet', () => {
    const { index, put, ask } = createSearchFixture()
    index.add([{ ...toIndexedEntry('2025-01-01-early-walk.md', ''), isNameOnly: true }])
    expect(ask('early walk')).toMatchObject({
      searchedEntries: 0,
      totalEntries: 1,
      hits: [{ where: 'title' }],
    })
    put({ '2025-01-01-early-walk.md': 'long text' })
    expect(ask('early')).toMatchObject({ searchedEntries: 1, totalEntries: 1 })
  })

  it('answers the same from many segments, from one, and after changes', () => {
    const word = fc.constantFrom(
      ...'mentor mentors career careers advice front matter front-matter harbour quiet'.split(' '),
    )
    const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((list) => list.join(' '))
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 2, maxLength: 20 }),
        fc.array(text, { maxLength: 6 }),
        text,
        (first, second, query) => {
          const whole: Record<string, string> = {}
          const pieces = createSearchFixture()
          first.forEach((body, at) => {
            whole[`n${at}.md`] = `# ${body}\n`
            pieces.put({ [`n${at}.md`]: `# ${body}\n` })
          })
          second.forEach((body, at) => {
            whole[`n${at}.md`] = `${body}\n\n- [ ] ${body}\n`
            pieces.put({ [`n${at}.md`]: whole[`n${at}.md`] ?? '' })
          })
          const expected = summary(createSearchFixture(whole), query)
          pieces.merge()
          expect(summary(pieces, query)).toEqual(expected)
        },
      ),
      { seed: 11, numRuns: 60 },
    )
  })
})

/** What an answer says, without the order of equals. */
function summary(fixture: ReturnType<typeof createSearchFixture>, query: string): unknown {
  const { hits, totals } = fixture.ask(query.split(' ').slice(0, 3).join(' '), { limit: 50 })
  return {
    totals,
    hits: hits.map((hit) => `${hit.score.toFixed(6)} ${hit.path} ${hit.lane} ${hit.from}`).sort(),
  }
}

describe('uses of resources', () => {
  it('are found by key, with title and place, and go with their entry', () => {
    const text = 'see [one](https://example.org/a) and [two](https://example.org/a/)\n'
    const fixture = createSearchFixture({ 'a.md': text, 'b.md': '[three](http://www.example.org/a)' })
    const key = fixture.ask('one').hits.find(({ lane }) => lane === 'resources')?.key ?? ''
    fixture.merge()
    const uses = fixture.index.findUses([key, 'https://example.org/none'])
    expect(Object.keys(uses)).toEqual([key])
    expect(uses[key]?.map(({ path, from }) => [path, from])).toEqual([
      ['a.md', text.indexOf('[one]')],
      ['a.md', text.indexOf('[two]')],
      ['b.md', 0],
    ])
    fixture.index.remove(['a.md'])
    expect(fixture.index.findUses([key])[key]).toHaveLength(1)
  })
})

const realText = '../shared/text/career-exploration.md'

describe.skipIf(!existsSync(realText))(`the text at ${realText} (skipped where it is missing)`, () => {
  const text = existsSync(realText) ? readFileSync(realText, 'utf8') : ''
  const fixture = createSearchFixture({
    'career-exploration.md': text,
    'other.md': 'a page on something else\n',
  })

  it.each([
    ['mechanistc interp', 'resources', 'How To Become A Mechanistic Interpretability Researcher'],
    ['mentorshp', 'drafts', 'AI Safety Career Exploration'],
    ['mentorshp', 'headings', 'mentorship'],
    ['richrd ngo', 'resources', 'AGI safety career advice'],
    ['skip foward', 'headings', 'skip forward aggressively'],
    ['by:nanda', 'resources', 'How To Become A Mechanistic Interpretability Researcher'],
    ['"public research output"', 'drafts', 'AI Safety Career Exploration'],
    ['part-time', 'resources', 'SPAR'],
    ['80000 hours', 'resources', 'AGI careers'],
    ['lesswrong version', 'resources', 'LessWrong version'],
    ['3blue', 'resources', '3Blue1Brown linear algebra course'],
    ['gary marcus', 'resources', 'Gary Marcus'],
    ['neurosymbolic', 'resources', 'Neuro-symbolic AI'],
    ['levelling up', 'resources', 'Levelling Up in AI Safety Research Engineering'],
    ['tips empirical', 'resources', 'Tips for Empirical Alignment Research'],
  ])('%s finds first among %s: %s', (query, lane, title) => {
    const hit = fixture.ask(query).hits.find((found) => found.lane === lane)
    expect(hit?.title.text.replace(/\s/gu, ' ')).toBe(title)
  })

  it('holds a link with no-break spaces once', () => {
    const resources = fixture.ask('how to become').hits.filter(({ lane }) => lane === 'resources')
    expect(resources).toHaveLength(1)
    expect(resources[0]?.uses).toBe(2)
  })
})
