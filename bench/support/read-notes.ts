import fs from 'node:fs'
import path from 'node:path'
import type { EntryPath, Revision } from '../../shared/entry/entry-path.ts'
import { summarizeEntry } from '../../shared/entry/summarize.ts'
import { listTokens, TokenRole } from '../../shared/search/tokenize.ts'
import type { GeneratedNote } from './generate-journal.ts'

/**
 * Reads the Markdown files of folders as notes to be searched for: real titles, which share words and whole names, and
 * real words.
 */
export function readNotes(folders: readonly string[]): readonly GeneratedNote[] {
  const files = folders.flatMap((folder) =>
    listMarkdown(folder).map((file) => ({
      path: `${path.basename(folder)}/${file}`,
      text: fs.readFileSync(path.join(folder, file), 'utf8'),
    })),
  )
  const words = files.map(({ text }) => new Set(wordsOf(text)))
  const counts = new Map<string, number>()
  for (const each of words) for (const word of each) counts.set(word, (counts.get(word) ?? 0) + 1)
  return files.map(({ path: place, text }, at) => {
    const { title, resources } = summarizeEntry({
      path: place as EntryPath,
      text,
      revision: '' as Revision,
      actionHeadings: ['actions'],
    })
    const rareWord = Array.from(words[at] ?? []).find((word) => counts.get(word) === 1) ?? ''
    const author = resources.flatMap(({ authors }) => authors)[0] ?? ''
    return { path: place, title, author, rareWord, chineseWord: null, text }
  })
}

function wordsOf(text: string): readonly string[] {
  return listTokens(text)
    .filter(({ term, role }) => role === TokenRole.whole && /^[a-z]{6,20}$/.test(term))
    .map(({ term }) => term)
}

function listMarkdown(folder: string): readonly string[] {
  return (fs.readdirSync(folder, { recursive: true }) as string[])
    .filter((file) => /\.md$/i.test(file))
    .map((file) => file.split(path.sep).join('/'))
    .toSorted()
}
