const titleWords =
  'mentoring hiring portfolio course reading writing deadline program interview manager weekly review plan quiet morning train window letter coffee garden river notes draft idea question evening library table'.split(
    ' ',
  )
const words = [
  ...titleWords,
  ...'mentor part full time public research skill forward career advice alignment safety interpret mechanism tips papers hours algebra neural network apply paper answer evidence signal work colleague lunch walk output current job'.split(
    ' ',
  ),
]

const firstNames = 'Ines Tomasz Ada Bo Chidi Devi Elif Farid Greta Hana'.split(' ')
const lastNames = 'Alba Kowalski Byron Lund Okafor Rao Yilmaz Haddad Holm Sato'.split(' ')

/** A small file of a journal. */
export interface ManyEntry {
  /** Relative to the journal, `/`-separated. */
  readonly path: string
  readonly text: string
}

/**
 * `count` small daily entries of the years before 2025-09, with titles, headings, tags, boxes and links, from the words
 * that a career journal is full of: enough noise for what is looked for to have to stand out. The same every time.
 */
export function* makeManyEntries(count: number): Generator<ManyEntry> {
  let state = 20250920
  const below = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  const pick = (list: readonly string[]): string => list[below(list.length)] ?? ''
  const sentence = (length: number, from = words): string =>
    Array.from({ length }, () => pick(from)).join(' ')
  for (let at = 0; at < count; at += 1) {
    const day = new Date(Date.UTC(1995, 0, 1 + at)).toISOString().slice(0, 10)
    const tags = below(3) === 0 ? `---\ntags: [${pick(words)}]\n---\n` : ''
    const box = below(4) === 0 ? `\n- [${below(2) === 0 ? ' ' : 'x'}] ${sentence(4)}\n` : ''
    const link =
      below(5) === 0
        ? `\n[${sentence(3, titleWords)}](https://example.org/${at}) by ${pick(firstNames)} ${pick(lastNames)}\n`
        : ''
    yield {
      path: `${day.slice(0, 4)}/${day}.md`,
      text: `${tags}# ${sentence(3, titleWords)} ${at}\n\n${sentence(30)}.\n\n## ${sentence(2, titleWords)}\n\n${sentence(20)}.\n${box}${link}`,
    }
  }
}
