import { capitalise, makeWords, plainWords, topics, verbs } from './journal-words.ts'
import { createRandom, type RandomSource } from './random.ts'

/** One file of a generated journal. */
export interface GeneratedNote {
  /** Relative to the journal, `/`-separated. */
  readonly path: string
  readonly title: string
  /** The author that the note is about. */
  readonly author: string
  /** A word that stands in this note's text alone. */
  readonly rareWord: string
  /** A Chinese word that stands in this note's text and hardly another; null in most notes. */
  readonly chineseWord: string | null
  readonly text: string
}

interface Vocabulary {
  readonly made: readonly string[]
  readonly firstNames: readonly string[]
  readonly lastNames: readonly string[]
  readonly links: readonly { readonly title: string; readonly author: string; readonly url: string }[]
}

/**
 * Generates a career journal: daily notes, drafts and pages with front matter, headings, paragraphs, links in the
 * author's line form, quotes, nested lists and check boxes. Words are spread as in real text: some everywhere, most
 * rare. The same count and seed give the same journal.
 *
 * 1,000 notes are about 2.2 MB.
 */
export function* generateJournal(count: number, seed = 20250920): Generator<GeneratedNote> {
  const random = createRandom(seed)
  const vocabulary = makeVocabulary(random, count)
  for (let at = 0; at < count; at += 1) yield makeNote(random, vocabulary, at)
}

function makeVocabulary(random: RandomSource, count: number): Vocabulary {
  const made = makeWords(random, Math.round(4000 + 40 * Math.sqrt(count)))
  const names = made.slice(0, 1200).map(capitalise)
  const vocabulary = { made, firstNames: names.slice(0, 400), lastNames: names.slice(400, 1200), links: [] }
  const links = Array.from({ length: Math.max(50, Math.round(count * 0.8)) }, (_, at) => {
    const title = makeTitle(random, vocabulary, 4)
    const slug = title.toLowerCase().replace(/[^a-z]+/g, '-')
    const host = `${random.pick(made)}.${random.pick(['org', 'com', 'net', 'io'])}`
    return { title, author: makeAuthor(random, vocabulary), url: `https://www.${host}/posts/${at}/${slug}` }
  })
  return { ...vocabulary, links }
}

function makeAuthor(random: RandomSource, vocabulary: Vocabulary): string {
  return `${random.pick(vocabulary.firstNames)} ${random.pick(vocabulary.lastNames)}`
}

/** Few words everywhere, many rarely: the square of a random number prefers the front of a list. */
function pickSkewed(random: RandomSource, list: readonly string[]): string {
  return list[Math.floor(random.next() ** 3 * list.length)] as string
}

function makeTitle(random: RandomSource, vocabulary: Vocabulary, words: number): string {
  const title = [capitalise(random.pick(topics))]
  while (title.length < words) {
    const roll = random.next()
    title.push(
      roll < 0.4 ? random.pick(topics) : roll < 0.7 ? random.pick(vocabulary.made) : random.pick(plainWords),
    )
  }
  return title.join(' ')
}

function makeSentence(random: RandomSource, vocabulary: Vocabulary): string {
  const words: string[] = []
  const length = 6 + random.below(16)
  while (words.length < length) {
    const roll = random.next()
    if (roll < 0.62) words.push(pickSkewed(random, plainWords))
    else if (roll < 0.78) words.push(pickSkewed(random, topics))
    else if (roll < 0.84) words.push(random.pick(verbs))
    else words.push(pickSkewed(random, vocabulary.made))
  }
  if (random.isLucky(0.1)) words[1] = `**${words[1]}**`
  return `${capitalise(words.join(' '))}.`
}

function makeParagraph(random: RandomSource, vocabulary: Vocabulary): string {
  const sentences = Array.from({ length: 2 + random.below(4) }, () => makeSentence(random, vocabulary))
  return sentences.join(' ')
}

function makeNote(random: RandomSource, vocabulary: Vocabulary, at: number): GeneratedNote {
  const title = makeTitle(random, vocabulary, 3 + random.below(4))
  const author = makeAuthor(random, vocabulary)
  const rareWord = `${random.pick(vocabulary.made)}${makeRareEnding(at)}`
  const day = isoDay(at)
  const sections = Array.from({ length: 1 + random.below(3) }, () => makeSection(random, vocabulary))
  const paragraphs = [
    makeParagraph(random, vocabulary),
    `${makeSentence(random, vocabulary).slice(0, -1)} ${rareWord}.`,
  ]
  const chineseWord = random.isLucky(0.05) ? makeChineseWord(at) : null
  if (chineseWord !== null) paragraphs.push(`今日研究了${chineseWord}的方法，并记录下来。`)
  const quote = `${author} in [${makeTitle(random, vocabulary, 4)}](https://${random.pick(vocabulary.made)}.org/q/${at}):\n> ${makeSentence(random, vocabulary)}`
  const body = [...paragraphs, quote, ...sections, makeActions(random, vocabulary)].join('\n\n')
  const tags = Array.from({ length: 1 + random.below(3) }, () => `"${random.pick(topics)}"`).join(', ')
  const text = `---\ntitle: "${title}"\ndate: ${day}\ntags: [${tags}]\n---\n\n${body}\n`
  return { path: notePath(random, at, day), title, author, rareWord, chineseWord, text }
}

/** Letters that count: no two notes have the same. */
function makeRareEnding(at: number): string {
  const letters = 'bdfgklmnprstvz'
  let rest = at
  let ending = ''
  do {
    ending += `${letters[rest % letters.length]}${'aeiou'[rest % 5]}`
    rest = Math.floor(rest / letters.length)
  } while (rest > 0)
  return `${ending}q`
}

/** A made word, the note's own or nearly so. */
function makeChineseWord(at: number): string {
  const signs = '机器学习可解释性对齐职业规划导师网络论文实验'
  const sign = (place: number): string => signs[place % signs.length] ?? ''
  return `${sign(at)}${sign(Math.floor(at / 23) + 7)}${sign(Math.floor(at / 529) + 3)}${sign(at * 7 + 5)}`
}

function isoDay(at: number): string {
  return new Date(Date.UTC(2015, 0, 1) + (at % 4300) * 86_400_000).toISOString().slice(0, 10)
}

function notePath(random: RandomSource, at: number, day: string): string {
  const roll = random.next()
  if (roll < 0.8) return `${day.slice(0, 4)}/${day}-${at}.md`
  return roll < 0.9 ? `drafts/draft-${at}.md` : `pages/page-${at}.md`
}

function makeSection(random: RandomSource, vocabulary: Vocabulary): string {
  const links = Array.from({ length: random.below(3) }, () => {
    const link = random.pick(vocabulary.links)
    const month = `${random.pick(['Jan', 'Mar', 'Jun', 'Sep'])} ${2018 + random.below(8)}`
    const note = random.isLucky(0.4) ? `\n- ${makeSentence(random, vocabulary)}` : ''
    return `[${link.title}](${link.url}) by ${link.author} (${month})${random.isLucky(0.2) ? ' ⭐' : ''}${note}`
  })
  const parts = [
    `## ${makeTitle(random, vocabulary, 2 + random.below(3))}`,
    makeParagraph(random, vocabulary),
    ...links,
  ]
  if (random.isLucky(0.5)) parts.push(makeList(random, vocabulary))
  return parts.join('\n\n')
}

function makeList(random: RandomSource, vocabulary: Vocabulary): string {
  const items = Array.from({ length: 2 + random.below(3) }, () => `- ${makeSentence(random, vocabulary)}`)
  return items.join('\n')
}

function makeActions(random: RandomSource, vocabulary: Vocabulary): string {
  const items = Array.from({ length: random.below(4) }, () => {
    const box = random.isLucky(0.5) ? 'x' : ' '
    return `- [${box}] ${random.pick(verbs)} ${random.pick(topics)} ${random.pick(vocabulary.made)}`
  })
  return items.length === 0 ? makeParagraph(random, vocabulary) : `## Actions\n\n${items.join('\n')}`
}
