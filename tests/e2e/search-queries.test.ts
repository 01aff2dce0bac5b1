import { expect, type Locator, type Page } from '@playwright/test'
import fs from 'node:fs'
import path from 'node:path'
import { sharedFolder, test } from '../support/app-fixture.ts'
import { entryText } from '../support/app-page.ts'
import { makeManyEntries } from '../support/many-entries.ts'

type Query = readonly [query: string, first: string | RegExp, why: string]

/** What the first user would type to find the way back into the own text, and what must stand first. */
const aboutOwnText: readonly Query[] = [
  [
    'mechanistc interp',
    /Mechanistic Interpretability/,
    'a letter is missing, and the second word is half typed',
  ],
  ['richrd ngo', /Richard Ngo/, 'a name nobody can spell'],
  ['mentorshp', /^mentorship heading/, 'the heading is called exactly that, once the typo is mended'],
  ['skip foward', /^skip forward aggressively/, 'a heading by its first words, mistyped'],
  ['"public research output"', /public research output/, 'these words together stand in one place'],
  [
    'by:nanda',
    /^How To Become A Mechanistic Interpretability Researcher/,
    'the link that Nanda wrote, not the entry',
  ],
  ['is:open before:2025-10', /action 20 Sep/, 'actions, the newest of them first'],
  ['has:star', /must read|Researcher|safety/, 'a must-read link'],
  ['part-time', /part-time/, 'written with the same hyphen'],
  ['excel current job', /^excel at your current job/, 'all words of a heading but the small ones'],
  ['danial dewey', /Daniel Dewey/, 'a wrong letter in a first name'],
  ['gary markus', /Gary Marcus/, 'k for c'],
  ['3blue1brown', /3Blue1Brown/, 'a name with figures in it'],
  ['fast.ai', /fast\.ai/, 'a name with a dot in it'],
  ['spar', /^SPAR/, 'a short name is no part of a longer one'],
  ['neurosymbolic', /^Neuro-symbolic AI/, 'written in one word'],
  ['career capital', /career capital/, 'two words in bold'],
  ['hiring safety researchers', /^blog post about hiring for safety researchers/, 'the text of a link'],
  ['tag:career kind:draft', /^AI Safety Career Exploration/, 'two filters and no word'],
  ['site:arkose.org', /Arkose/, 'links by their site'],
  ['80000 hours', /80,000 Hours/, 'a number without its comma'],
  ['marshall deadlines', /marshall/, 'who said what, in the private end of the text'],
  ['cold email professor', /cold email/, 'scattered words of one sentence'],
  ['rohin shah faq', /Rohin Shah/, 'author and title together'],
  [
    'levelin up research engneering',
    /^Levelling Up in AI Safety Research Engineering/,
    'two typos in four words',
  ],
  ['yann lecun', /^Yann LeCun/, 'without the capital in the middle'],
  ['john hughes', /John Hughes/, 'the first of two authors in running text'],
  ['redwood careers', /^Redwood Research careers page/, 'two of the four words of a link'],
  ['ethan perez tips', /Ethan Perez/, 'author and topic'],
  ['kind:heading mentorship', /^mentorship/, 'one kind alone'],
]

/** Other people's files, found by what one remembers of them. */
const aboutCorpus: readonly Query[] = [
  ['whisky sour', /^Whisky sour/, 'the title as it is'],
  ['shot-scraper', /shot-scraper/, 'a tool with a hyphen'],
  [
    'constant time compare strings',
    /^Constant-time comparison of strings/,
    'other forms of the words of a title',
  ],
  ['rust error handling', /^Error Handling in Rust/, 'the words of a title in another order'],
  ['machine stops', /^The Machine Stops/, 'a title without its article'],
  ['git rewrite repo', /^Rewriting a repo/, 'the folder, and a stem'],
  ['get-graphql-schema', /^get-graphql-schema/, 'a name with hyphens'],
  ['auth0 oauth', /OAuth authentication with Auth0/, 'two names of a title'],
  ['golang toml', /^Writing a TOML type checker/, 'a tag and a word'],
  ['prompt injecton defense', /^Prompt Injection & Defense/, 'a letter is missing in the middle word'],
  ['situational awarenes', /^Situational Awareness/, 'not yet typed to its end'],
  ['steph ango', /^Steph Ango/, 'a person with a page'],
]

const ownText = path.join(sharedFolder, 'text', 'career-exploration.md')
const corpus = path.join(sharedFolder, 'corpus')
const ownPath = 'drafts/career-exploration.md'

/** The row as it is read: titles hold no-break spaces, and the parts of a row are apart. */
async function readRow(row: Locator): Promise<string> {
  const text = await row.innerText({ timeout: 1000 }).catch(() => 'nothing')
  return text.replace(/\s+/g, ' ').trim()
}

/** When all is indexed: the queries whose first row is not what was meant, with what stood there instead. */
async function findMisses(page: Page, total: RegExp, queries: readonly Query[]): Promise<string[]> {
  await expect(entryText(page)).toBeVisible({ timeout: 60_000 })
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: 'Search' })
  await field.fill('mentor')
  // Until then the foot says how much of the journal was searched.
  await expect(page.getByText(total)).toBeVisible({ timeout: 600_000 })
  const first = page.getByRole('listbox', { name: 'Found' }).getByRole('option').first()
  const misses: string[] = []
  for (const [query, meant, why] of queries) {
    await field.fill(query)
    let row = ''
    const isMeant = await expect
      .poll(async () => (row = await readRow(first)), { timeout: 15_000, intervals: [50] })
      .toMatch(meant)
      .then(
        () => true,
        () => false,
      )
    if (!isMeant) misses.push(`${query}: ${why}; first is ${row}`)
  }
  return misses
}

test.describe('what a person means stands first', () => {
  test.skip(!fs.existsSync(ownText) || !fs.existsSync(corpus), 'needs ../shared/corpus and ../shared/text')

  test('among 400 files of many authors', async ({ launch, makeJournal }) => {
    test.setTimeout(600_000)
    const folder = makeJournal({ [ownPath]: fs.readFileSync(ownText) })
    fs.cpSync(corpus, path.join(folder, 'corpus'), { recursive: true })
    const { page } = await launch({ journal: folder })
    expect(await findMisses(page, /^4\d\d files, /, [...aboutOwnText, ...aboutCorpus])).toEqual([])
  })

  test('among 10,000 entries with the same words', async ({ launch, makeJournal }) => {
    test.setTimeout(900_000)
    const folder = makeJournal({ [ownPath]: fs.readFileSync(ownText) })
    for (const { path: file, text } of makeManyEntries(10_000)) {
      fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
      fs.writeFileSync(path.join(folder, file), text)
    }
    const { page } = await launch({ journal: folder })
    expect(await findMisses(page, /^10,001 files, /, aboutOwnText)).toEqual([])
  })
})
